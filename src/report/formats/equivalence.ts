// What the comparison of a strategy with its page showed, for people: the verdict and what it rests on, then each difference with both traces and the
// lines of the page.
import { codeFrame } from '../../diagnostics/index.js';
import type { ReportDifference, ReportEquivalence, ReportShare } from '../model-equivalence.js';
import type { ReportStrategy } from '../model.js';
import type { RenderOptions } from './format.js';
import { inert } from './inert.js';
import { plural } from './plural.js';

/** A column of a trace is at most so wide. */
const widest = 72;
const mostListed = 10;

/** The comparison of one strategy, ending in an empty line; nothing where there was none. */
export function* renderEquivalence(strategy: ReportStrategy, options: RenderOptions): Iterable<string> {
  const { equivalence, name } = strategy;
  if (equivalence === undefined) return;
  const { paint, verbose } = options;
  yield `${paint.strong(inert(name))}  ${verdictOf(equivalence, options)}\n`;
  const { coverage, scenarios, assumptions, unreached } = equivalence;
  if (scenarios.compared > 0) {
    yield `  reached: ${share(coverage.blocks)} blocks, ${share(coverage.ports)} ports, ${share(coverage.conditions)} sides of conditions; ${share(coverage.states)} states and ${share(coverage.transitions)} transitions of the page\n`;
  }
  if (assumptions.length > 0) {
    const named = assumptions.map(({ id, value, evidence }) => `${id}=${value} (${evidence})`);
    yield `  rests on ${plural(assumptions.length, 'open question')}: ${inert(listed(named, verbose))}\n`;
  }
  if (scenarios.skipped.length > 0)
    yield `  ${plural(scenarios.skipped.length, 'scenario')} not compared${verbose ? `: ${inert(scenarios.skipped.map(({ scenario, reason }) => `"${scenario}" (${reason})`).join('; '))}` : ' (--verbose says why)'}\n`;
  if (unreached.length > 0) yield `  not reached: ${inert(notReached(unreached, verbose))}\n`;
  for (const difference of equivalence.differences) yield* renderDifference(difference, options);
  yield '\n';
}

const listed = (all: readonly string[], verbose: boolean): string =>
  verbose || all.length <= mostListed
    ? all.join('; ')
    : `${all.slice(0, mostListed).join('; ')}; and ${String(all.length - mostListed)} more`;

/** Failure ports of blocks that cannot fail are many and say nothing: they are counted, and named only when all is asked for. */
function notReached(all: ReportEquivalence['unreached'], verbose: boolean): string {
  const never = all.filter((each) => each.never === true);
  const others = all.filter((each) => each.never !== true).map(({ text }) => text);
  const count = `${plural(never.length, 'port')} of blocks that cannot fail`;
  return [
    ...(others.length > 0 ? [listed(others, verbose)] : []),
    ...(never.length > 0 ? [verbose ? `${count}: ${never.map(({ text }) => text).join('; ')}` : count] : []),
  ].join('; ');
}

const share = ({ reached, total }: ReportShare): string => `${String(reached)} of ${String(total)}`;

function verdictOf({ verdict, reason, scenarios }: ReportEquivalence, { paint }: RenderOptions): string {
  switch (verdict) {
    case 'equivalent':
      return `${paint.good('equivalent')} to its page in ${plural(scenarios.compared, 'scenario')}`;
    case 'different':
      return `${paint.error('different')} from its page in ${String(scenarios.different)} of ${plural(scenarios.compared, 'scenario')}`;
    case 'inconclusive':
      return `${paint.warning('inconclusive')}: ${inert(reason)}${scenarios.compared > 0 ? `; the same in ${plural(scenarios.compared, 'scenario')}` : ''}`;
  }
}

function* renderDifference(found: ReportDifference, { paint, source }: RenderOptions): Iterable<string> {
  const { scenario, foundIn, times, state, mapping, node, traces, saved, agreeing = [] } = found;
  const name = String(scenario['name']);
  const more = times > 1 ? `, and ${plural(times - 1, 'other scenario', 'other scenarios')}` : '';
  yield `\n  ${paint.error('difference')} in scenario "${inert(name)}"${more}\n`;
  if (foundIn !== name) yield `    made smaller from "${inert(foundIn)}"\n`;
  yield `    strategy: ${inert(found.source)}\n    page:     ${inert(found.page)}\n`;
  yield* beside(traces, paint);
  if (node !== '') yield `    block ${inert(node)}${mapping === null ? '' : `, mapping ${inert(mapping)}`}\n`;
  if (state !== null) {
    const text = source(state.file);
    yield `    state ${inert(state.id)} at ${inert(state.file)}:${String(state.line)}\n`;
    const frame = text === undefined ? '' : codeFrame(text, spanOf(state), 2);
    if (frame !== '') yield `${indented(frame)}\n`;
  }
  for (const { id, value } of agreeing)
    yield `    an open question: the strategy does what the page does with --assume ${inert(JSON.stringify(`${id}=${value}`))}\n`;
  yield saved === undefined
    ? `    the scenario: ${inert(JSON.stringify(scenario))}\n`
    : `    replay: ird2scxml verify <strategy> <page> --scenario ${inert(saved)}\n`;
}

const spanOf = ({ file, line, column, endColumn }: NonNullable<ReportDifference['state']>) => ({
  file,
  // The frame goes by lines and columns.
  start: { line, column, offset: 0 },
  end: { line, column: endColumn, offset: 1 },
});

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

function* beside(rows: ReportDifference['traces'], paint: RenderOptions['paint']): Iterable<string> {
  if (rows.length === 0) return;
  const cells = rows.map(({ source, page, same }) => ({
    left: shorten(source === '' ? '-' : source),
    right: same ? '=' : shorten(page === '' ? '-' : page),
    same,
  }));
  const width = Math.max('strategy'.length, ...cells.map(({ left }) => left.length));
  yield `    ${paint.strong(`  ${'strategy'.padEnd(width)}  page`)}\n`;
  for (const { left, right, same } of cells) {
    const line = `${same ? ' ' : '>'} ${left.padEnd(width)}  ${right}`.trimEnd();
    yield `    ${same ? paint.faint(line) : line}\n`;
  }
}

const shorten = (text: string): string => {
  const safe = inert(text);
  return safe.length <= widest ? safe : `${safe.slice(0, widest - 3)}...`;
};
