// Located text that Composer wraps once more: blanks around a value, and conditions that are escaped a second time inside their attribute.
// Positions survive, so that a finding inside a condition still points at the character in the file.
import { sliceText, type LocatedText } from '../../xml/index.js';

/** `text` without blanks at both ends. */
export function trimText(text: LocatedText): LocatedText {
  const from = text.text.length - text.text.trimStart().length;
  return sliceText(text, from, Math.max(from, text.text.trimEnd().length));
}

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/giy;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Undoes one level of XML escaping: Composer keeps some conditions as they stand in the generated page. */
export function unescapeMarkup(text: LocatedText): LocatedText {
  const raw = text.text;
  if (!raw.includes('&')) return text;
  let decoded = '';
  // starts[i]: where character i of the result begins in `raw`; one entry more for the end.
  const starts: number[] = [];
  let at = 0;
  while (at < raw.length) {
    reference.lastIndex = at;
    const found = reference.exec(raw);
    const character = found ? referenced(found) : undefined;
    const piece = character ?? raw.charAt(at);
    for (let unit = 0; unit < piece.length; unit++) starts.push(at);
    decoded += piece;
    at += character === undefined ? 1 : (found?.[0].length ?? 1);
  }
  starts.push(raw.length);
  const place = (index: number): number => starts[index] ?? raw.length;
  return { text: decoded, span: (start = 0, end = decoded.length) => text.span(place(start), place(end)) };
}

function referenced(found: RegExpExecArray): string | undefined {
  const [, decimal, hex, name] = found;
  if (name !== undefined) return named[name.toLowerCase()];
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
