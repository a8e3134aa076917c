// Where in a piece of source text a failure lies, by the stack trace of the engine: the engines count lines and columns in ways of their own.
import type { Piece } from './compiled.js';

/** How an engine counts. */
export interface Counting {
  /** What ends a line; with the flag g. */
  readonly lineEnd: RegExp;
  /** Of what a column is one. */
  readonly columns: 'bytes' | 'code points';
}

/** Line and column of a failure in `piece`, in UTF-16 units of lines that end with \n; both 0 when the stack does not name it. */
export function positionIn(
  stack: string,
  piece: Piece | undefined,
  counting: Counting,
): { readonly line: number; readonly column: number } {
  const found = piece && new RegExp(`\\b${piece.file}:(\\d+):(\\d+)`).exec(stack);
  if (!found) return { line: 0, column: 0 };
  const offset = offsetOf(piece, Number(found[1]), Number(found[2]), counting);
  const before = piece.source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function offsetOf({ source, indent }: Piece, line: number, column: number, counting: Counting): number {
  const ends = [...source.matchAll(counting.lineEnd)];
  const last = ends[line - 2];
  // What is missing at the end of the text is missed in what we put behind it.
  if (line > 1 && !last) return source.length;
  const end = ends[line - 1]?.index ?? source.length;
  let at = last ? last.index + last[0].length : 0;
  for (let left = column - 1 - (last ? 0 : indent); left > 0 && at < end;) {
    const point = source.codePointAt(at) ?? 0;
    left -= counting.columns === 'bytes' ? bytesOf(point) : 1;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

/** In UTF-8. */
function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
