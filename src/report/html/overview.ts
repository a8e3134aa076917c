// The first page: sums, charts, and the tables over all strategies.
import { layOut } from '../../drawing/layout.js';
import type { Drawing } from '../../drawing/model.js';
import { svgElement } from '../../drawing/svg.js';
import { worstFirst } from '../formats/worst-first.js';
import type { Report } from '../model.js';
import { bars, byDisposition, legend, stack, type Part } from './charts.js';
import type { Estate } from './estate.js';
import { made, markup, nothing, text, when, type Markup } from './markup.js';
import { named } from './names.js';
import { row, table, tableEnd, tableStart } from './tables.js';
import { dispositionWord, figure, open, severityWord, statusSign, statusWord } from './words.js';

/** Where the page of a strategy is. */
export type AddressOf = (anchor: string) => string;

/** More rows make a page that browsers bear badly; CSV and JSON have everything. */
const mostRows = 5_000;

export function* overviewParts(report: Report, estate: Estate, addressOf: AddressOf): Generator<Markup> {
  yield cards(report);
  yield charts(report, estate);
  yield* strategyTable(report, addressOf);
  yield* findingTable(report);
  yield inventoryTable(report);
  yield usesTable(estate);
  yield callGraph(estate, addressOf);
}

function cards({ totals, command }: Report): Markup {
  const {
    files,
    strategies,
    converted,
    runs,
    runsPassed,
    errors,
    warnings,
    infos,
    suppressed = 0,
    effort,
  } = totals;
  const all: readonly (readonly [string, Markup, string])[] = [
    [command === 'check' ? 'pages' : 'strategies', figure(strategies), `in ${String(files)} files`],
    ...(command !== 'convert' && converted === 0
      ? []
      : [
          [
            'converted',
            figure(converted),
            strategies === 0
              ? ''
              : `${String(Math.round((100 * converted) / strategies))} % have their page in place`,
          ] as const,
        ]),
    ...(runs === 0
      ? []
      : [
          [
            'runs passed',
            markup`${figure(runsPassed)}<small> / ${figure(runs)}</small>`,
            runs === runsPassed ? 'all of them' : `${String(runs - runsPassed)} failed`,
          ] as const,
        ]),
    ['errors', figure(errors), suppressed > 0 ? `${String(suppressed)} accepted besides` : ''],
    ['warnings', figure(warnings), `${String(infos)} notes`],
    ...(effort === undefined
      ? []
      : [
          [
            'effort',
            markup`${figure(effort.minutes)}<small> min</small>`,
            `${String(effort.units)} units; ranks work, predicts nothing`,
          ] as const,
        ]),
  ];
  return markup`<ul class="cards">${all.map(([name, value, about]) => markup`<li><span class="what">${text(name)}</span><span class="value">${value}</span><span class="quiet">${text(about)}</span></li>`)}</ul>
`;
}

const statusTone: Readonly<Record<string, string>> = {
  complete: 'exact',
  review: 'review',
  partial: 'placeholder',
  failed: 'unsupported',
  embedded: 'omitted',
  checked: 'exact',
  skipped: 'omitted',
};
const partsOf = (
  counts: Readonly<Record<string, number>>,
  tones: Readonly<Record<string, string>>,
): readonly Part[] =>
  Object.entries(counts).map(([name, count]) => ({
    name,
    count,
    tone: (Object.hasOwn(tones, name) ? tones[name] : undefined) ?? 'urs',
  }));

const kindOrder = ['block', 'port', 'link', 'variable', 'expression', 'call', 'comment'];
const byOrder = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  kindOrder.indexOf(a) - kindOrder.indexOf(b) || (a < b ? -1 : 1);

function charts({ totals }: Report, { byKind, hardest }: Estate): Markup {
  const statuses = partsOf(totals.byStatus, statusTone).map((part) => ({
    ...part,
    sign: statusSign(part.name),
  }));
  const nodes = byDisposition(totals.byDisposition);
  const kinds = [...byKind]
    .sort(byOrder)
    .map(([kind, counts]) => ({ label: text(kind), parts: byDisposition(counts) }));
  const claims = Object.entries(totals.byClaim).map(([claim, count]) => ({
    label: text(claim),
    parts: [{ name: claim, count, tone: 'urs' }],
  }));
  const work = hardest.map(({ name, minutes }) => ({
    label: text(name),
    parts: [{ name: 'minutes', count: minutes, tone: 'review' }],
  }));
  return markup`<div class="charts">
<section><h3>Status of the strategies</h3>${stack('status', statuses)}${legend(statuses)}</section>
${when(nodes.length > 0, () => markup`<section><h3>What became of the source</h3>${stack('source nodes', nodes)}${legend(nodes)}</section>`)}
${when(kinds.length > 0, () => markup`<section>${bars('By kind of source node', kinds)}</section>`)}
${when(claims.length > 0, () => markup`<section>${bars('What is shown about the strategies', claims)}</section>`)}
${when(work.length > 0, () => markup`<section>${bars('Most minutes of work', work)}</section>`)}
</div>
`;
}

function* strategyTable({ strategies, totals }: Report, addressOf: AddressOf): Generator<Markup> {
  if (totals.strategies === 0) return;
  const present = byDisposition(totals.byDisposition).map(({ name }) => name);
  const columns = [
    { title: 'strategy' },
    { title: 'kind', isChoice: true },
    { title: 'status', isChoice: true },
    { title: 'claim', isChoice: true },
    ...[
      'blocks',
      ...present,
      'runs',
      'errors',
      'warnings',
      ...(totals.effort === undefined ? [] : ['minutes']),
    ].map((title) => ({ title, isNumber: true })),
    { title: 'file' },
  ];
  yield markup`<h2 id="strategies">Strategies</h2>
${tableStart('Strategies', columns)}`;
  for (const { strategy, anchor } of named(strategies)) {
    const { runs, findings, tally } = strategy;
    yield row(columns, [
      markup`<a href="${text(addressOf(anchor))}">${text(strategy.name)}</a>`,
      text(strategy.kind),
      statusWord(strategy),
      text(strategy.claim),
      figure(strategy.blocks),
      ...present.map((name) => figure(tally.byDisposition[name] ?? 0)),
      runs.length === 0
        ? nothing
        : text(`${String(runs.filter(({ passed }) => passed).length)}/${String(runs.length)}`),
      figure(open(findings, 'error')),
      figure(open(findings, 'warning')),
      ...(totals.effort === undefined
        ? []
        : [strategy.effort === undefined ? nothing : figure(strategy.effort.minutes)]),
      text(strategy.file),
    ]);
  }
  yield tableEnd;
}

function* findingTable(report: Report): Generator<Markup> {
  const columns = [
    { title: 'severity', isChoice: true },
    { title: 'code', isChoice: true },
    { title: 'place' },
    { title: 'message' },
  ];
  const { errors, warnings, infos, suppressed = 0 } = report.totals;
  const all = errors + warnings + infos + suppressed;
  if (all === 0) return;
  yield markup`<h2 id="findings">Findings</h2>
${tableStart('Findings', columns)}`;
  let shown = 0;
  for (const { finding } of worstFirst(report)) {
    if (shown === mostRows) break;
    shown += 1;
    const { code, file, line, column, message } = finding;
    yield row(columns, [
      severityWord(finding),
      text(code),
      text(`${file}:${String(line)}:${String(column)}`),
      text(message),
    ]);
  }
  yield markup`${tableEnd}${when(shown < all, () => markup`<p class="quiet">${figure(all - shown)} more, less severe; --format csv has all.</p>`)}`;
}

function inventoryTable({ inventory = [] }: Report): Markup {
  const columns = [
    { title: 'kind', isChoice: true },
    { title: 'name' },
    { title: 'class', isChoice: true },
    ...['count', 'strategies', 'unblocks'].map((title) => ({ title, isNumber: true })),
  ];
  const rows = inventory
    .slice(0, mostRows)
    .map((item) => [
      text(item.kind),
      text(item.name),
      dispositionWord(item.class),
      figure(item.count),
      figure(item.strategies),
      item.unblocks === undefined ? nothing : figure(item.unblocks),
    ]);
  return when(
    rows.length > 0,
    () => markup`<h2 id="inventory">Inventory</h2>
${table('Constructs', columns, rows)}${when(inventory.length > mostRows, () => markup`<p class="quiet">${figure(inventory.length - mostRows)} more; --format csv-inventory has all.</p>`)}`,
  );
}

function usesTable({ uses, hiddenUses }: Estate): Markup {
  const columns = [
    { title: 'kind', isChoice: true },
    { title: 'name' },
    { title: 'count', isNumber: true },
    { title: 'strategies', isNumber: true },
  ];
  const rows = uses.map(({ kind, name, count, strategies }) => [
    text(kind),
    text(name),
    figure(count),
    figure(strategies),
  ]);
  return when(
    rows.length > 0,
    () => markup`<h2 id="uses">Uses</h2>
${table('Objects and names outside the strategies', columns, rows)}${when(hiddenUses > 0, () => markup`<p class="quiet">${figure(hiddenUses)} more that are used less; --format csv-uses has all, by strategy.</p>`)}`,
  );
}

/** More boxes make a drawing that says nothing. */
const mostBoxes = 120;

function callGraph({ calls, hiddenCalls }: Estate, addressOf: AddressOf): Markup {
  if (calls.length === 0) return nothing;
  const ids = new Map<string, string | undefined>();
  for (const { from, anchor, to, target } of calls) {
    ids.set(from, anchor);
    if (!ids.has(to) || target !== undefined) ids.set(to, target ?? ids.get(to));
  }
  const drawing: Drawing = {
    name: 'calls',
    boxes: [...ids].map(([id, anchor]) => ({
      id,
      label: id,
      kind: anchor === undefined ? 'not in the report' : '',
      shape: calls.some(({ to, kind }) => to === id && kind !== 'switch') ? 'call' : 'data',
      disposition: '',
      reason: '',
      open: [],
    })),
    arrows: calls.map(({ from, to, kind, count }) => ({
      from,
      to,
      label: `${kind === 'subroutine' ? '' : kind}${count > 1 ? ` ${String(count)}x` : ''}`.trim(),
      kind: 'usual',
      title: `${kind}, ${String(count)}`,
    })),
    groups: [],
  };
  const linked = (name: string, anchor: string | undefined): Markup =>
    anchor === undefined ? text(name) : markup`<a href="${text(addressOf(anchor))}">${text(name)}</a>`;
  const rows = calls.map(({ from, anchor, to, target, kind, count }) => [
    linked(from, anchor),
    text(kind),
    linked(to, target),
    figure(count),
  ]);
  const href = ({ id }: { readonly id: string }): string | undefined => {
    const anchor = ids.get(id);
    return anchor === undefined ? undefined : addressOf(anchor);
  };
  const picture =
    drawing.boxes.length > mostBoxes
      ? markup`<p class="quiet">${drawing.boxes.length} strategies call each other: too many for a drawing. audit -o writes calls.mmd.</p>`
      : markup`<figure><div class="canvas" tabindex="0" role="region" aria-label="Call graph">${made(svgElement(layOut(drawing), { label: 'Call graph', href }))}</div></figure>`;
  return markup`<h2 id="calls">Calls</h2>
${picture}${table('Who calls whom', [{ title: 'caller' }, { title: 'how', isChoice: true }, { title: 'called' }, { title: 'count', isNumber: true }], rows)}${when(hiddenCalls > 0, () => markup`<p class="quiet">${figure(hiddenCalls)} more.</p>`)}`;
}
