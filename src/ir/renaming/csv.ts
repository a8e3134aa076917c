// Rows and cells of a CSV text, each with its place. Commas, semicolons and tabs separate cells, whichever the first line uses: spreadsheets differ.
import type { Position, Span } from '../../diagnostics/index.js';

export interface CsvCell {
  readonly text: string;
  readonly span: Span;
}

export interface CsvRow {
  readonly cells: readonly CsvCell[];
  readonly span: Span;
}

/** What a CSV text holds; `open` is the place of a quote that is never closed. */
export interface CsvText {
  readonly rows: readonly CsvRow[];
  readonly open: Span | undefined;
}

/** Reads a CSV text. Lines without any text, and lines that begin with `#`, are no rows. */
export function readCsv(text: string, file: string): CsvText {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let open: Span | undefined;
  let at: Position = { line: 1, column: 1, offset: text.startsWith('\ufeff') ? 1 : 0 };
  const move = (to: number): void => {
    for (let i = at.offset; i < to; i++) {
      at =
        text[i] === '\n'
          ? { line: at.line + 1, column: 1, offset: i + 1 }
          : { line: at.line, column: at.column + 1, offset: i + 1 };
    }
  };
  const lineEnd = (from: number): number => {
    const end = text.indexOf('\n', from);
    return end === -1 ? text.length : end;
  };
  while (at.offset < text.length) {
    const start = at;
    if (text[start.offset] === '#') {
      move(lineEnd(start.offset) + 1);
      continue;
    }
    const cells: CsvCell[] = [];
    for (let isMore = true; isMore;) {
      const begin = at;
      const cell = readCell(text, begin.offset, separator);
      move(cell.end);
      const span = { file, start: begin, end: at };
      if (!cell.isClosed) open ??= span;
      cells.push({ text: cell.text.trim(), span });
      isMore = text[at.offset] === separator;
      if (isMore) move(at.offset + 1);
    }
    if (cells.some((cell) => cell.text !== '')) rows.push({ cells, span: { file, start, end: at } });
    if (text[at.offset] === '\r') move(at.offset + 1);
    move(Math.min(text.length, at.offset + 1));
  }
  return { rows, open };
}

function separatorOf(text: string): string {
  const first = /^\ufeff?(?:\s*(?:#[^\n]*)?\n)*([^\n]*)/.exec(text)?.[1] ?? '';
  return [',', ';', '\t'].find((mark) => first.includes(mark)) ?? ',';
}

/** A cell from `start` on: quoted, with doubled quotes inside, or plain up to the separator or the end of the line. */
function readCell(
  text: string,
  start: number,
  separator: string,
): { readonly text: string; readonly end: number; readonly isClosed: boolean } {
  const plainEnd = (from: number): number => {
    let end = from;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
    return end;
  };
  if (text[start] !== '"') {
    const end = plainEnd(start);
    return { text: text.slice(start, end), end, isClosed: true };
  }
  let end = start + 1;
  while (end < text.length) {
    if (text[end] !== '"') end++;
    else if (text[end + 1] === '"') end += 2;
    else break;
  }
  const isClosed = end < text.length;
  const inside = text.slice(start + 1, end).replaceAll('""', '"');
  const after = plainEnd(Math.min(text.length, end + 1));
  return { text: inside + text.slice(end + 1, after).trimEnd(), end: after, isClosed };
}
