// A decoded source file and where its lines begin. Positions are worked out when somebody asks: a file with a million
// attributes has no million position objects.
import type { Position, Span } from '../diagnostics/index.js';

/** A decoded file that can turn offsets into positions. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** The span from offset `start` to `end` (exclusive). */
  span(start: number, end: number): Span;
}

/** Wraps a decoded text. The table of lines is built at the first call of `span`. */
export function sourceText(file: string, text: string): SourceText {
  let starts: readonly number[] | undefined;
  const position = (offset: number): Position => {
    starts ??= lineStarts(text);
    const line = lastAtOrBefore(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset };
  };
  return { file, text, span: (start, end) => ({ file, start: position(start), end: position(end) }) };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
  return starts;
}

/** Index of the last entry of the rising list `sorted` that is not above `wanted`; 0 when there is none. */
export function lastAtOrBefore(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
