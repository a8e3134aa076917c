// The table of DNs that `--dns` takes: which routing point or queue is loaded with which strategy.
import { diagnose, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import { wholeFile } from '../diagnostics/span.js';
import { readCsv, type CsvRow } from '../ir/renaming/csv.js';

/** A routing point or queue and the strategy that is loaded on it. */
export interface DnRow {
  readonly dn: string;
  readonly switch: string;
  readonly strategy: string;
  /** Where calls go when nothing answers, as the switch has it. */
  readonly default: string;
  /** What the site wants to keep beside it. */
  readonly note: string;
  readonly line: number;
}

/** The columns that are read, with other spellings of each; the order is free, further columns are passed over. */
export const dnColumns = {
  dn: ['dn', 'number', 'routing point', 'queue'],
  switch: ['switch'],
  strategy: ['strategy'],
  default: ['default', 'default dn'],
  note: ['note', 'notes', 'remark'],
} as const;
type Column = keyof typeof dnColumns;
const columns = Object.keys(dnColumns) as Column[]; // the keys of the table, no others

/** Reads the table; undefined when it cannot be used. */
export function readDns(text: string, file: string): Outcome<readonly DnRow[] | undefined> {
  const refuse = (reason: string, span = wholeFile(file)): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('IRD8160', '', span, { reason })],
  });
  const { rows, open } = readCsv(text, file);
  if (open !== undefined) return refuse('a quote is not closed', open);
  const [head, ...lines] = rows;
  if (head === undefined) return refuse('it is empty');
  const titles = head.cells.map((cell) => cell.text.toLowerCase());
  const place = (column: Column): number =>
    titles.findIndex((title) => (dnColumns[column] as readonly string[]).includes(title));
  const lacking = (['dn', 'strategy'] as const).find((column) => place(column) === -1);
  if (lacking !== undefined) return refuse(`its first line has no column "${lacking}"`, head.span);
  const at = Object.fromEntries(columns.map((column) => [column, place(column)]));
  const cell = (row: CsvRow, column: Column): string => row.cells[at[column] ?? -1]?.text ?? '';
  const empty = lines.find((row) => cell(row, 'dn') === '');
  if (empty !== undefined) return refuse('a line has no DN', empty.span);
  const value = lines.map((row): DnRow => {
    const [dn = '', own = ''] = splitDn(cell(row, 'dn'));
    return {
      dn,
      switch: cell(row, 'switch') || own,
      strategy: cell(row, 'strategy'),
      default: cell(row, 'default'),
      note: cell(row, 'note'),
      line: row.span.start.line,
    };
  });
  return { value, diagnostics: twice(value, lines) };
}

/** `5550100@SW_Head` or the number alone. */
function splitDn(text: string): readonly [string, string] {
  const at = text.lastIndexOf('@');
  return at <= 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function twice(rows: readonly DnRow[], lines: readonly CsvRow[]): readonly Diagnostic[] {
  const seen = new Map<string, DnRow>();
  return rows.flatMap((row, index) => {
    const key = `${row.dn}@${row.switch}`;
    const before = seen.get(key);
    const span = lines[index]?.span;
    if (before === undefined || span === undefined) {
      seen.set(key, row);
      return [];
    }
    return [diagnose('IRD8162', '', span, { dn: row.dn, line: before.line })];
  });
}
