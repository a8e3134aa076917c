// Reads the table of `--names`: a CSV with the columns kind, old and new. What is wrong with it has its line and column; a table with mistakes is
// not used at all, because half of the renaming is worse than none.
import { diagnose, hasErrors, wholeFile, type Diagnostic, type Outcome } from '../../diagnostics/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { readCsv, type CsvRow } from './csv.js';
import { nameKinds, nameMap, type NameKind, type NameMap, type NameRow } from './name-map.js';

const columns = ['kind', 'old', 'new'] as const;

/** Reads the table; undefined when it has mistakes. */
export function readNames(text: string, file: string): Outcome<NameMap | undefined> {
  const csv = readCsv(text, file);
  if (csv.open !== undefined) return failed(unreadable(csv.open, 'a quoted cell is never closed'));
  const [head, ...body] = csv.rows;
  if (head === undefined) return failed(unreadable(wholeFile(file), 'it is empty'));
  const written = head.cells.map((cell) => cell.text.toLowerCase());
  const places = columns.map((column) => written.indexOf(column));
  if (places.includes(-1) || written.length !== columns.length) {
    return failed(
      unreadable(
        head.span,
        `its first line is "${head.cells.map((c) => c.text).join(',')}", not "kind,old,new"`,
      ),
    );
  }
  const diagnostics: Diagnostic[] = [];
  const rows = body.flatMap((row) => readRow(row, places, diagnostics));
  diagnostics.push(...collisions(rows));
  return { value: hasErrors(diagnostics) ? undefined : nameMap(file, rows), diagnostics };
}

const failed = (...diagnostics: readonly Diagnostic[]): Outcome<undefined> => ({
  value: undefined,
  diagnostics,
});

const unreadable = (span: Diagnostic['span'], reason: string): Diagnostic =>
  diagnose('IRD8110', '', span, { reason });

function readRow(
  { cells, span }: CsvRow,
  places: readonly number[],
  diagnostics: Diagnostic[],
): readonly NameRow[] {
  const wrong = (place: Diagnostic['span'], reason: string): readonly NameRow[] => {
    diagnostics.push(diagnose('IRD8111', '', place, { reason }));
    return [];
  };
  if (cells.length !== columns.length) {
    return wrong(span, `it has ${cells.length} cell${cells.length === 1 ? '' : 's'}, not three`);
  }
  const [kindCell, oldCell, newCell] = places.map((place) => cells[place]);
  if (kindCell === undefined || oldCell === undefined || newCell === undefined) return [];
  const kind = kindOf(kindCell.text);
  if (kind === undefined) {
    const hint = suggestion(kindCell.text, nameKinds);
    return wrong(
      kindCell.span,
      `"${kindCell.text}" is no kind of object${hint === '' ? `; the kinds are ${nameKinds.join(', ')}` : hint}`,
    );
  }
  if (oldCell.text === '') return wrong(oldCell.span, 'the old name is empty');
  if (newCell.text === '') return wrong(newCell.span, 'the new name is empty');
  const unwritable = kind === 'skill' ? undefined : /[,@{}[\]]/.exec(newCell.text)?.[0];
  if (unwritable !== undefined) {
    return wrong(newCell.span, `the new name holds "${unwritable}", which a target cannot be written with`);
  }
  return [{ kind, old: oldCell.text, new: newCell.text, span }];
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

function kindOf(written: string): NameKind | undefined {
  const wanted = letters(written) === 'vq' ? 'virtualqueue' : letters(written);
  return nameKinds.find((kind) => letters(kind) === wanted);
}

/** Two rows of one kind that rename the same object, or give two objects one name. */
function collisions(rows: readonly NameRow[]): readonly Diagnostic[] {
  return rows.flatMap((row, index) => {
    const before = rows.slice(0, index).filter((other) => other.kind === row.kind);
    const sameOld = before.find((other) => other.old === row.old);
    const sameNew = before.find((other) => other.new === row.new);
    const collision = (name: string, other: NameRow, what: string): Diagnostic =>
      diagnose('IRD8112', '', row.span, { kind: row.kind, name, line: other.span.start.line, what });
    return [
      ...(sameOld === undefined ? [] : [collision(row.old, sameOld, 'is renamed')]),
      ...(sameNew === undefined || sameNew.old === row.old
        ? []
        : [collision(row.new, sameNew, 'is given as a new name')]),
    ];
  });
}
