// The audit in one page of a terminal: what is there, what to do first, what to look at. Everything in full is in the files.
import { catalogue, type Code } from '../diagnostics/catalogue/index.js';
import { inert } from '../report/formats/inert.js';
import { plural } from '../report/formats/plural.js';
import type { Paint } from '../report/formats/format.js';
import type { Cutover } from './cutover.js';
import { duration } from './effort.js';
import type { Estate, NameLine } from './estate.js';
import { switchOf } from './tables/estate-tables.js';

export interface SummaryInput {
  readonly estate: Estate;
  readonly files: number;
  readonly minutesPerUnit: number;
  readonly cutover: Cutover | undefined;
  /** All rows, however many. */
  readonly verbose: boolean;
  readonly paint: Paint;
}

const shownRows = 10;

/** The summary as chunks of text. */
export function* renderAuditSummary(input: SummaryInput): Generator<string> {
  const { estate, paint, verbose } = input;
  const most = verbose ? Infinity : shownRows;
  const section = (
    title: string,
    rows: readonly (readonly string[])[],
    head: readonly string[] = [],
  ): string => (rows.length === 0 ? '' : `\n${paint.strong(title)}\n${table(head, rows, most, paint)}`);

  yield headOf(input);
  yield section(
    'Next mapping worth writing',
    estate.inventory
      .filter((each) => each.class === 'placeholder' || each.class === 'unsupported')
      .map((each) => [
        `${each.kind} ${inert(each.name)}`,
        each.class,
        String(each.count),
        String(each.strategies),
        String(each.unblocks),
      ]),
    ['', 'class', 'uses', 'strategies', 'would complete'],
  );
  yield section(
    'To review',
    estate.inventory
      .filter((each) => each.class === 'review' || each.class === 'urs')
      .map((each) => [
        `${each.kind} ${inert(each.name)}`,
        each.class,
        String(each.count),
        String(each.strategies),
      ]),
    ['', 'class', 'uses', 'strategies'],
  );
  yield section(
    'Most effort',
    estate.lines
      .filter(({ units }) => units > 0)
      .toSorted((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1))
      .map(({ name, status, units, why }) => [inert(name), status, String(units), inert(why)]),
    ['strategy', 'status', 'units', 'why'],
  );
  yield section('Risks', risks(estate.codes), ['', 'finding', 'strategies', 'times']);
  yield section(
    'Assumptions that decide something',
    estate.assumptions.map(({ name, strategies }) => [
      name,
      String(strategies),
      switchOf(name) || 'only one answer is built',
    ]),
    ['assumption', 'strategies', 'switch'],
  );
  yield section(
    'Still needs URS',
    estate.urs.map(({ name, strategies, count }) => [inert(name), String(strategies), String(count)]),
    ['', 'strategies', 'times'],
  );
  yield section(
    'Uses',
    [...estate.uses].map(([kind, names]) => [kind, String(names.length), firstNames(names)]),
    ['kind', 'names', 'most used'],
  );
  yield* callLines(input);
}

function headOf({ estate: { lines }, files, minutesPerUnit, paint }: SummaryInput): string {
  const kinds = countWords(lines.map(({ kind }) => kind));
  const blocks = lines.reduce((sum, line) => sum + line.blocks, 0);
  const units = lines.reduce((sum, line) => sum + line.units, 0);
  const what = [...kinds].map(([kind, count]) =>
    kind === 'process' ? plural(count, kind, 'processes') : plural(count, kind, `${pluralOf(kind)}`),
  );
  return [
    `${paint.strong('Audit')}: ${what.join(', ') || 'no strategies'} in ${plural(files, 'file')}, ${plural(blocks, 'block')}\n`,
    `Status: ${[...countWords(lines.map(({ status }) => status))].map(([status, count]) => `${String(count)} ${status}`).join(', ') || 'none'}\n`,
    `Effort: ${plural(units, 'unit')} of ${String(minutesPerUnit)} minutes, ${duration(units * minutesPerUnit)}. It ranks work, it does not predict it.\n`,
  ].join('');
}

const pluralOf = (kind: string): string => (kind === 'strategy' ? 'strategies' : `${kind}s`);

function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Codes whose findings an audit is about: what is wrong with the graph of a strategy, and the risks. */
const isRisk = (code: string): code is Code => /^IRD21/.test(code) && Object.hasOwn(catalogue, code);

const risks = (codes: readonly NameLine[]): readonly (readonly string[])[] =>
  codes.flatMap(({ name, strategies, count }) =>
    isRisk(name) ? [[name, catalogue[name].title, String(strategies), String(count)]] : [],
  );

const firstNames = (names: readonly NameLine[]): string =>
  names
    .slice(0, 3)
    .map(({ name, strategies }) => `${shorten(inert(name), 28)} (${String(strategies)})`)
    .join(', ');

function* callLines({ estate, cutover, paint, verbose }: SummaryInput): Generator<string> {
  const { graph, duplicates, lines } = estate;
  const most = verbose ? Infinity : shownRows;
  const list = (names: readonly string[]): string => {
    const shown = names.slice(0, most).map((name) => `"${inert(name)}"`);
    return `${shown.join(', ')}${names.length > shown.length ? ` and ${String(names.length - shown.length)} more` : ''}`;
  };
  const waves = graph.order.at(-1)?.wave ?? 0;
  const unrouted = lines.filter(({ unroutedEnds }) => unroutedEnds > 0).length;
  const endless = lines.filter(({ waits }) => waits.endless.length > 0).length;
  const longest = Math.max(0, ...lines.map(({ waits }) => waits.longest ?? 0));
  const copies = duplicates.exact.reduce((sum, { members }) => sum + members.length - 1, 0);
  const dead = estate.keys.filter(({ readers, writers }) => readers > 0 && writers === 0);
  yield `\n${paint.strong('Calls, ends and waits')}\n`;
  yield `  ${plural(waves, 'wave')} of conversion: what is called comes before what calls it\n`;
  for (const cycle of graph.cycles.slice(0, most))
    yield `  calls go round: ${cycle.map((name) => `"${inert(name)}"`).join(' -> ')}\n`;
  for (const { kind, name, callers } of graph.missing.slice(0, most))
    yield `  missing ${kind} "${inert(name)}", called by ${list(callers)}\n`;
  if (graph.unused.length > 0)
    yield `  called by nothing here: ${list(graph.unused.map(({ name }) => name))}\n`;
  yield `  ${plural(unrouted, 'strategy', 'strategies')} can end without having routed the call; ${endless} can wait without end; the longest wait that is known is ${String(longest)} s\n`;
  if (dead.length > 0)
    yield `  keys that are read and never written here: ${list(dead.map(({ key }) => key))}\n`;
  if (copies > 0)
    yield `  ${plural(copies, 'copy', 'copies')} of other strategies: ${duplicates.exact
      .slice(0, 3)
      .map(({ members }) => members.map(inert).join(' = '))
      .join('; ')}\n`;
  for (const { a, b, similarity } of duplicates.near.slice(0, verbose ? Infinity : 3))
    yield `  nearly alike (about ${String(Math.round(similarity * 100))} %): ${inert(a)} and ${inert(b)}\n`;
  if (cutover === undefined) return;
  yield `  ${plural(cutover.lines.length, 'DN')} on the cut-over sheet\n`;
  if (cutover.unreached.length > 0) yield `  no DN and no strategy leads to ${list(cutover.unreached)}\n`;
}

const widest = 100;

const shorten = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 3)}...`;

/** Columns side by side, numbers to the right. */
function table(
  head: readonly string[],
  all: readonly (readonly string[])[],
  most: number,
  paint: Paint,
): string {
  const rows = all.slice(0, most).map((row) => row.map((cell) => shorten(cell, widest)));
  const isNumber = head.map((_, column) => rows.every((row) => /^\d+$/.test(row[column] ?? '')));
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => (isNumber[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd();
  const rest = all.length - rows.length;
  const more =
    rest > 0 ? `  ${paint.faint(`and ${String(rest)} more (--verbose, or the files of -o)`)}\n` : '';
  return `${paint.faint(line(head))}\n${rows.map((row) => `${line(row)}\n`).join('')}${more}`;
}
