// Text in which a mark was replaced, still located: the replacement stands where the mark stood in the file.
import type { LocatedText } from '../../xml/index.js';

/** `text` with every `mark` replaced by `replacement`; the same object when there is none. */
export function replaceMark(text: LocatedText, mark: string, replacement: string): LocatedText {
  if (!text.text.includes(mark)) return text;
  const pieces = text.text.split(mark);
  const gain = replacement.length - mark.length;
  /** Where each replacement starts, in the new text. */
  const starts: number[] = [];
  let at = 0;
  for (const piece of pieces.slice(0, -1)) {
    at += piece.length;
    starts.push(at);
    at += replacement.length;
  }
  const origin = (offset: number, side: 'start' | 'end'): number => {
    let shift = 0;
    for (const start of starts) {
      if (offset <= start) break;
      if (offset < start + replacement.length) {
        return start - shift + (side === 'start' ? 0 : mark.length);
      }
      shift += gain;
    }
    return offset - shift;
  };
  const joined = pieces.join(replacement);
  return {
    text: joined,
    span: (start = 0, end = joined.length) => text.span(origin(start, 'start'), origin(end, 'end')),
  };
}
