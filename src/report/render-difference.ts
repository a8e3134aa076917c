// The difference of two reports for people: on a terminal, and as Markdown for a pull request.
import { isSame, type FindingChange, type ReportDifference, type StrategyDifference } from './compare.js';
import type { Paint } from './formats/format.js';
import { inert, wellFormed } from './formats/inert.js';
import { plural } from './formats/plural.js';

/** Rows of one list that are shown; the JSON form has all. */
const mostRows = 200;

/** How a text is marked up: on a terminal, or in Markdown. */
interface Dress {
  readonly text: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => string;
}

const markdown: Dress = {
  text: (text) => wellFormed(inert(text)).replace(/[\\`*_{}[\]<>()#+!|~&@]/g, '\\$&'),
  heading: (text) => `\n## ${text}\n\n`,
  table: (head, rows) =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join(''),
};

/** A cell that is longer does not move the others. */
const widestCell = 60;

const terminal = (paint: Paint): Dress => ({
  text: inert,
  heading: (text) => `\n${paint.strong(text)}\n`,
  table: (head, rows) => {
    const widths = head.map((_, column) =>
      Math.min(widestCell, Math.max(...[head, ...rows].map((cells) => (cells[column] ?? '').length))),
    );
    const line = (cells: readonly string[]): string =>
      `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
    return [paint.faint(line(head)), ...rows.map(line)].map((each) => `${each}\n`).join('');
  },
});

/** The difference for a terminal. */
export const renderDifference = (difference: ReportDifference, paint: Paint): Iterable<string> =>
  render(difference, terminal(paint));

/** The difference as Markdown. */
export function* renderDifferenceMarkdown(difference: ReportDifference): Generator<string> {
  yield '# Differences of reports\n';
  yield* render(difference, markdown);
}

function* render(difference: ReportDifference, dress: Dress): Generator<string> {
  const { tool, added, removed, strategies, unmapped, findings, effort } = difference;
  if (isSame(difference)) {
    yield 'No difference.\n';
    return;
  }
  const { text } = dress;
  const list = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
    rows.length === 0
      ? ''
      : [
          dress.heading(title),
          dress.table(head, rows.slice(0, mostRows)),
          ...(rows.length > mostRows
            ? [`\nand ${String(rows.length - mostRows)} more; --format json has all\n`]
            : []),
        ].join('');
  if (tool !== null) yield list('Made by', ['old', 'new'], [[text(tool.old ?? ''), text(tool.new ?? '')]]);
  yield list('Effort', ['old', 'new', 'difference'], effortRows(effort));
  yield list(
    'Without a mapping',
    ['what', 'change', 'uses', 'strategies'],
    unmapped.map(({ kind, name, change, old, new: now }) => [
      `${text(kind)} ${text(name)}`,
      change,
      `${String(old.uses)} -> ${String(now.uses)}`,
      `${String(old.strategies)} -> ${String(now.strategies)}`,
    ]),
  );
  yield list(
    'New strategies',
    ['strategy'],
    added.map((each) => [text(each)]),
  );
  yield list(
    'Strategies that are gone',
    ['strategy'],
    removed.map((each) => [text(each)]),
  );
  yield list(
    'Changed strategies',
    ['strategy', 'status', 'claim', 'effort', 'findings'],
    strategies.map((each) => [each.name, ...strategyCells(each)].map(text)),
  );
  yield list(
    'Findings',
    ['change', 'finding', 'place'],
    [...findings, ...strategies.flatMap((each) => each.findings)].map(
      ({ change, code, message, file, line, column }) => [
        change,
        text(`${code} ${message}`),
        text(`${file}:${String(line)}:${String(column)}`),
      ],
    ),
  );
}

const signed = (value: number): string => (value > 0 ? `+${String(value)}` : String(value));

function effortRows({ old, new: now, minutes }: ReportDifference['effort']): readonly (readonly string[])[] {
  if (old === null || now === null || old === now) return [];
  const time = minutes === null ? '' : `, ${signed(minutes)} minutes`;
  return [[plural(old, 'unit'), plural(now, 'unit'), `${signed(now - old)} units${time}`]];
}

function strategyCells({ status, claim, units, findings }: StrategyDifference): readonly string[] {
  const change = (each: StrategyDifference['status']): string =>
    each === null ? '' : `${each.old ?? ''} -> ${each.new ?? ''}`;
  const count = (which: FindingChange['change']): number =>
    findings.filter((each) => each.change === which).length;
  return [
    change(status),
    change(claim),
    units === 0 ? '' : `${signed(units)} units`,
    findings.length === 0 ? '' : `${String(count('new'))} new, ${String(count('gone'))} gone`,
  ];
}
