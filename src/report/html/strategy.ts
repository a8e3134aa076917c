// What the report says about one strategy: drawings beside each other, blocks, findings, effort, uses, runs, source and page.
import { plural } from '../formats/plural.js';
import type { RenderOptions } from '../formats/format.js';
import type { ReportDetails } from '../model-audit.js';
import type { ReportStrategy } from '../model.js';
import { byDisposition, legend, stack } from './charts.js';
import { comparison } from './differences.js';
import { drawings } from './drawings.js';
import { listings } from './listing.js';
import { made, markup, nothing, text, when, type Markup } from './markup.js';
import type { Named } from './names.js';
import { readGraph } from './read-graph.js';
import { table } from './tables.js';
import { dispositionWord, figure, open, severityWord, statusWord } from './words.js';

/** Where the texts of a strategy come from. */
export interface StrategyTexts {
  readonly details: ReportDetails | undefined;
  readonly places: RenderOptions['places'];
}

/** The parts one after the other: each may be long. `level` is that of the heading. */
export function* strategyParts(
  { strategy, anchor }: Named,
  { details, places }: StrategyTexts,
  isOpen: boolean,
): Generator<Markup> {
  const { name, findings, detail, tally } = strategy;
  const get = (hash: string | undefined): string | undefined =>
    hash === undefined ? undefined : details?.get(hash);
  const graph = readGraph(get(detail?.graph));
  const source = get(detail?.source);
  const page = get(detail?.page);
  const errors = open(findings, 'error');
  const warnings = open(findings, 'warning');
  yield markup`<details class="strategy" id="${made(anchor)}"${made(isOpen ? ' open' : '')}><summary><h2>${text(name)}</h2> ${statusWord(strategy)} <span class="quiet">${text(strategy.kind)}, ${when(strategy.kind !== 'page', () => text(`${plural(strategy.blocks, 'block')}, `))}claim ${text(strategy.claim)}${when(errors > 0, () => markup`, <b>${text(plural(errors, 'error'))}</b>`)}${when(warnings > 0, () => markup`, ${text(plural(warnings, 'warning'))}`)}</span></summary>
`;
  yield about(strategy);
  const parts = byDisposition(tally.byDisposition);
  yield markup`${stack(`source nodes of ${name}`, parts)}${legend(parts)}
`;
  if (graph !== undefined)
    yield* drawings(graph, anchor, {
      source: source !== undefined,
      page: page !== undefined,
      places: detail?.graph === undefined ? undefined : places?.(detail.graph),
    });
  yield findingTable(strategy, anchor, { source, detail });
  yield effort(strategy);
  yield table(
    'Left to do by hand',
    [{ title: 'code', isChoice: true }, { title: 'node' }, { title: 'task' }],
    (strategy.tasks ?? []).map((task) => [text(task.code), text(task.node), text(task.text)]),
  );
  yield runs(strategy);
  yield* comparison(strategy);
  yield uses(strategy);
  yield when(
    strategy.assumptions.length > 0,
    () => markup`<p class="quiet">Rests on assumptions: ${text(strategy.assumptions.join(', '))}.</p>`,
  );
  yield* listings(strategy, anchor, source, page);
  yield markup`<p class="top"><a href="#overview">to the overview</a></p></details>
`;
}

function about({ file, format, profile, page, output, format: kind }: ReportStrategy): Markup {
  const rows: readonly (readonly [string, Markup])[] = [
    ['file', text(file)],
    ['format', text(profile === null ? format : `${format}, profile ${profile.name} (${profile.evidence})`)],
    ...(kind === 'scxml'
      ? []
      : [['page', text(page === null ? `none (${output})` : `${page} (${output})`)] as const]),
  ];
  return markup`<dl>${rows.map(([term, what]) => markup`<div><dt>${text(term)}</dt><dd>${what}</dd></div>`)}</dl>
`;
}

function findingTable(
  { findings, file, page }: ReportStrategy,
  anchor: string,
  { source }: { readonly source: string | undefined; readonly detail: ReportStrategy['detail'] },
): Markup {
  const columns = [
    { title: 'severity', isChoice: true },
    { title: 'code', isChoice: true },
    { title: 'place' },
    { title: 'message' },
    { title: 'what to do' },
  ];
  return table(
    'Findings',
    columns,
    findings.map((finding) => {
      const place = `${finding.file}:${String(finding.line)}:${String(finding.column)}`;
      const isHere = source !== undefined && finding.file === file;
      const inPage = page !== null && finding.file.endsWith(`/${page}`);
      const target = isHere
        ? `${anchor}-l${String(finding.line)}`
        : inPage
          ? `${anchor}-p${String(finding.line)}`
          : undefined;
      return [
        severityWord(finding),
        text(finding.code),
        target === undefined ? text(place) : markup`<a href="#${made(target)}">${text(place)}</a>`,
        text(finding.message),
        text(finding.help),
      ];
    }),
  );
}

function effort({ effort: work }: ReportStrategy): Markup {
  if (work === undefined) return nothing;
  const rows = work.parts.map(({ rule, count, units }) => [text(rule), figure(count), figure(units)]);
  return markup`<h3>Effort</h3><p>${figure(work.units)} units, ${figure(work.minutes)} minutes: ${text(work.why)}</p>
${table('Where the units come from', [{ title: 'rule' }, { title: 'count', isNumber: true }, { title: 'units', isNumber: true }], rows)}`;
}

const runs = ({ runs: all }: ReportStrategy): Markup =>
  table(
    'Runs',
    [
      { title: 'scenario' },
      { title: 'result', isChoice: true },
      { title: 'end', isChoice: true },
      { title: 'target' },
      { title: 'steps', isNumber: true },
      { title: 'reason' },
    ],
    all.map((run) => [
      text(run.scenario),
      run.passed
        ? markup`<span class="word t-good"><span class="sign" aria-hidden="true">\u2713</span>passed</span>`
        : markup`<span class="word t-bad"><span class="sign" aria-hidden="true">\u00d7</span>failed</span>`,
      text(run.end),
      text(run.target ?? ''),
      figure(run.steps),
      text(run.reason),
    ]),
  );

const uses = ({ uses: all = [], constructs = [] }: ReportStrategy): Markup =>
  markup`${table(
    'Uses',
    [
      { title: 'kind', isChoice: true },
      { title: 'name' },
      { title: 'how', isChoice: true },
      { title: 'count', isNumber: true },
    ],
    all.map(({ kind, name, access = '', count }) => [text(kind), text(name), text(access), figure(count)]),
  )}${table(
    'Made of',
    [
      { title: 'kind', isChoice: true },
      { title: 'name' },
      { title: 'became', isChoice: true },
      { title: 'count', isNumber: true },
    ],
    constructs.map(({ kind, name, disposition, count }) => [
      text(kind),
      text(name),
      dispositionWord(disposition),
      figure(count),
    ]),
  )}`;
