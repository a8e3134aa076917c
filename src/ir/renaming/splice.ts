// A located text with some of its characters exchanged. It still knows where in the file everything stands: what was put in stands where the old
// name stood.
import type { LocatedText } from '../../xml/tree.js';

/** Characters `start` to `end` (exclusive) become `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Piece {
  /** Where it begins in the new text. */
  readonly start: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isKept: boolean;
}

/** The text after all edits; they do not overlap. */
export function spliced(original: LocatedText, edits: readonly Edit[]): LocatedText {
  const pieces: Piece[] = [];
  let length = 0;
  let done = 0;
  const add = (text: string, from: number, to: number, isKept: boolean): void => {
    pieces.push({ start: length, text, from, to, isKept });
    length += text.length;
  };
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    add(original.text.slice(done, edit.start), done, edit.start, true);
    add(edit.text, edit.start, edit.end, false);
    done = edit.end;
  }
  add(original.text.slice(done), done, original.text.length, true);
  const offset = (at: number, isEnd: boolean): number => {
    const holds = (p: Piece): boolean =>
      isEnd ? at > p.start && at <= p.start + p.text.length : at >= p.start && at < p.start + p.text.length;
    const piece = pieces.find(holds);
    if (piece === undefined) return at <= 0 ? 0 : original.text.length;
    if (piece.isKept) return piece.from + (at - piece.start);
    return isEnd ? piece.to : piece.from;
  };
  return {
    text: pieces.map((piece) => piece.text).join(''),
    span: (start = 0, end = length) => {
      const from = offset(start, false);
      return original.span(from, Math.max(from, offset(end, true)));
    },
  };
}

/** Offsets of the text itself in place of places in a file: trees that are parsed from it say where in the text their parts stand. */
export const unplaced = (text: string): LocatedText => ({
  text,
  span: (start = 0, end = text.length) => ({
    file: '',
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  }),
});
