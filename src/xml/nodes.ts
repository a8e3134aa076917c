// The nodes of the located tree as the reader builds them. Classes, because a document holds millions of nodes and their
// spans must cost nothing until somebody asks: getters on a prototype, offsets in the node.
import type { Span } from '../diagnostics/index.js';
import { RawPiece } from './located-text.js';
import type { SourceText } from './source.js';
import type { LocatedText, XmlAttribute, XmlComment, XmlElement, XmlNode, XmlText } from './tree.js';

/** An element while it is read: `end` and `children` grow until its end tag is seen. */
export class ElementNode implements XmlElement {
  readonly kind = 'element';
  attributes: readonly AttributeNode[] = [];
  readonly children: XmlNode[] = [];
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  readonly parent: ElementNode | undefined;
  readonly source: SourceText;
  readonly start: number;
  readonly tagEnd: number;
  end: number;
  private places: readonly AttributePlace[] | undefined;

  constructor(
    name: { readonly name: string; readonly local: string; readonly prefix: string; readonly uri: string },
    parent: ElementNode | undefined,
    source: SourceText,
    start: number,
    tagEnd: number,
  ) {
    this.name = name.name;
    this.local = name.local;
    this.prefix = name.prefix;
    this.uri = name.uri;
    this.parent = parent;
    this.source = source;
    this.start = start;
    this.tagEnd = tagEnd;
    this.end = tagEnd;
  }

  get span(): Span {
    return this.source.span(this.start, this.end);
  }

  get tagSpan(): Span {
    return this.source.span(this.start, this.tagEnd);
  }

  /** Where attribute `index` stands; the start tag is scanned once, when the first place is asked for. */
  placeOf(index: number): AttributePlace {
    this.places ??= attributePlaces(
      this.source.text.slice(this.start, this.tagEnd),
      this.start,
      this.name.length + 1,
    );
    const place = this.places[index];
    if (!place) throw new Error(`internal: attribute ${index} of <${this.name}> is not in its start tag`);
    return place;
  }
}

interface AttributePlace {
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

// The tag is well-formed: the reader has checked it. So a name, `=` and a quoted value repeat until the tag ends.
function attributePlaces(tag: string, base: number, nameEnd: number): readonly AttributePlace[] {
  const places: AttributePlace[] = [];
  const pattern = /\s*([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/gy;
  pattern.lastIndex = nameEnd;
  for (let found = pattern.exec(tag); found; found = pattern.exec(tag)) {
    const end = base + pattern.lastIndex;
    const value = found[2] ?? '';
    const leading = found[0].length - found[0].trimStart().length;
    places.push({
      start: base + found.index + leading,
      valueStart: end - value.length + 1,
      valueEnd: end - 1,
    });
  }
  return places;
}

export class AttributeNode implements XmlAttribute {
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  readonly value: LocatedText;
  private readonly owner: ElementNode;
  private readonly index: number;

  constructor(
    read: {
      readonly name: string;
      readonly local: string;
      readonly prefix: string;
      readonly uri: string;
      readonly value: string;
    },
    owner: ElementNode,
    index: number,
  ) {
    this.name = read.name;
    this.local = read.local;
    this.prefix = read.prefix;
    this.uri = read.uri;
    this.owner = owner;
    this.index = index;
    this.value = new AttributeValue(read.value, owner, index);
  }

  get span(): Span {
    const place = this.owner.placeOf(this.index);
    return this.owner.source.span(place.start, place.valueEnd + 1);
  }
}

class AttributeValue implements LocatedText {
  readonly text: string;
  private readonly owner: ElementNode;
  private readonly index: number;
  private piece: RawPiece | undefined;

  constructor(text: string, owner: ElementNode, index: number) {
    this.text = text;
    this.owner = owner;
    this.index = index;
  }

  span(start = 0, end = this.text.length): Span {
    if (!this.piece) {
      const place = this.owner.placeOf(this.index);
      this.piece = new RawPiece(this.owner.source, place.valueStart, place.valueEnd, 'attribute');
    }
    return this.piece.span(start, end);
  }
}

/** Character data between two tags, or one CDATA section. */
export function textNode(source: SourceText, start: number, end: number, cdata: boolean): XmlText {
  return { kind: 'text', cdata, value: new RawPiece(source, start, end, cdata ? 'verbatim' : 'text') };
}

/** A comment from `<!--` at `start` to `-->`, which ends at `end`. */
export function commentNode(source: SourceText, start: number, end: number): XmlComment {
  return {
    kind: 'comment',
    value: new RawPiece(source, start + 4, end - 3, 'verbatim'),
    get span() {
      return source.span(start, end);
    },
  };
}
