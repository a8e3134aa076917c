// Where something stands in a source file. Lines and columns are 1-based, columns count UTF-16 units of the decoded text.

/** A place in a decoded source text: `line` and `column` from 1, `offset` in UTF-16 units from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a source file; `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

const fileStart: Position = { line: 1, column: 1, offset: 0 };

/** The span of a whole file, for findings that have no narrower place. */
export const wholeFile = (file: string): Span => ({ file, start: fileStart, end: fileStart });

/** Orders spans by file, then by position. */
export function compareSpans(a: Span, b: Span): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start.offset - b.start.offset || a.end.offset - b.end.offset;
}
