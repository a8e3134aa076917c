// A text that stands alone in a file of its own, for tests: offsets in the text are offsets in the file.
import type { Position, Span } from '../../../src/diagnostics/index.js';
import type { LocatedText } from '../../../src/xml/tree.js';

/** A LocatedText for `text`, which begins at `origin` of an invented file. */
export function located(text: string, origin = 0): LocatedText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const position = (offset: number): Position => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset: offset + origin };
  };
  return {
    text,
    span: (start = 0, end = text.length): Span => {
      if (start < 0 || end < start || end > text.length) {
        throw new Error(`span ${start}-${end} is outside of the text (${text.length})`);
      }
      return { file: 'text.xml', start: position(start), end: position(end) };
    },
  };
}
