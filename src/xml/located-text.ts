// Pieces of text that know where each of their characters stands in the file. A value that needed no decoding maps by plain
// addition; a table is built only for values with entities or Windows line ends, and only when a span is asked for.
import type { Span } from '../diagnostics/index.js';
import { lastAtOrBefore, type SourceText } from './source.js';
import type { LocatedText } from './tree.js';

/** How raw text becomes a value: markup text, attribute value, or CDATA and comments (line ends only). */
export type Decoding = 'text' | 'attribute' | 'verbatim';

const needsDecoding: Readonly<Record<Decoding, RegExp>> = {
  text: /[&\r]/,
  attribute: /[&\r\n\t]/,
  verbatim: /\r/,
};
const decodedPart: Readonly<Record<Decoding, RegExp>> = {
  text: /&([^;]*);|\r\n?/g,
  attribute: /&([^;]*);|\r\n?|[\n\t]/g,
  verbatim: /\r\n?/g,
};
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

// The reader has checked every reference by now; what it refused gives no tree.
function decodePart(part: string, entity: string | undefined, decoding: Decoding): string {
  if (entity === undefined) return decoding === 'attribute' ? ' ' : '\n';
  if (!entity.startsWith('#')) return named.get(entity) ?? part;
  const hex = entity[1] === 'x';
  return String.fromCodePoint(Number.parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10));
}

/** The value of `raw`: references replaced, line ends made one newline (in attributes: a blank). */
export function decodeRaw(raw: string, decoding: Decoding): string {
  if (!needsDecoding[decoding].test(raw)) return raw;
  return raw.replace(decodedPart[decoding], (part: string, entity?: unknown) =>
    decodePart(part, typeof entity === 'string' ? entity : undefined, decoding),
  );
}

/** Where decoded and raw offsets part: from `value[i]` on, raw offset = value offset + `shift[i]`. Decoded parts have an entry of their own. */
interface Segments {
  readonly value: number[];
  readonly raw: number[];
  /** Length of the raw part when the segment is one decoded part, 0 when it is plain text. */
  readonly part: number[];
}

function segmentsOf(raw: string, decoding: Decoding): Segments {
  const segments: Segments = { value: [], raw: [], part: [] };
  let plainFrom = 0;
  let value = 0;
  const add = (at: number, part: number): void => {
    segments.value.push(value);
    segments.raw.push(at);
    segments.part.push(part);
  };
  for (const found of raw.matchAll(decodedPart[decoding])) {
    if (found.index > plainFrom || segments.value.length === 0) add(plainFrom, 0);
    value += found.index - plainFrom;
    add(found.index, found[0].length);
    value += decodePart(found[0], found[1], decoding).length;
    plainFrom = found.index + found[0].length;
  }
  add(plainFrom, 0);
  return segments;
}

/** Text of the file from offset `start` to `end`, decoded on demand. */
export class RawPiece implements LocatedText {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  readonly decoding: Decoding;
  private decoded: string | undefined;
  /** Null: nothing was decoded, offsets are the same but for the start. */
  private segments: Segments | null | undefined;

  // A class, not a closure: documents hold millions of these, and prototype methods cost no memory.
  constructor(source: SourceText, start: number, end: number, decoding: Decoding) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.decoding = decoding;
  }

  get text(): string {
    this.decoded ??= decodeRaw(this.source.text.slice(this.start, this.end), this.decoding);
    return this.decoded;
  }

  span(start = 0, end = this.text.length): Span {
    if (this.segments === undefined) {
      const raw = this.source.text.slice(this.start, this.end);
      this.segments = needsDecoding[this.decoding].test(raw) ? segmentsOf(raw, this.decoding) : null;
    }
    if (this.segments === null) return this.source.span(this.start + start, this.start + end);
    const first = rawOffset(this.segments, start, 'before');
    const last = end > start ? rawOffset(this.segments, end - 1, 'after') : first;
    return this.source.span(this.start + first, this.start + last);
  }
}

/** Raw offset before or after the character at `at`; all units of one decoded part share its start and end. */
function rawOffset(segments: Segments, at: number, side: 'before' | 'after'): number {
  const index = lastAtOrBefore(segments.value, at);
  const raw = segments.raw[index] ?? 0;
  const part = segments.part[index] ?? 0;
  if (part > 0) return side === 'before' ? raw : raw + part;
  return raw + at - (segments.value[index] ?? 0) + (side === 'before' ? 0 : 1);
}

/** Characters `start` to `end` of `text`, still located. */
export function sliceText(text: LocatedText, start: number, end = text.text.length): LocatedText {
  const whole = start === 0 && end === text.text.length;
  if (whole) return text;
  const slice = text.text.slice(start, end);
  return { text: slice, span: (from = 0, to = slice.length) => text.span(start + from, start + to) };
}

/** Several pieces read as one text; a span over more than one piece runs from the first to the last. */
export function joinText(pieces: readonly LocatedText[], empty: Span): LocatedText {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  if (!only) return { text: '', span: () => empty };
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length;
  }
  const at = (offset: number): { piece: LocatedText; local: number } => {
    const index = lastAtOrBefore(starts, offset);
    return { piece: pieces[index] ?? only, local: offset - (starts[index] ?? 0) };
  };
  return {
    text: pieces.map((piece) => piece.text).join(''),
    span: (start = 0, end = length) => {
      const first = at(start);
      if (end <= start) return first.piece.span(first.local, first.local);
      const last = at(end - 1);
      const from = first.piece.span(first.local, first.local + 1);
      return { ...from, end: last.piece.span(last.local, last.local + 1).end };
    },
  };
}
