// The nodes of the located tree as the reader builds them. Classes, because a document holds millions of nodes and their
// spans must cost nothing until somebody asks: getters on a prototype, offsets in the node.
import type { Span } from '../diagnostics/index.js';
import { RawPiece } from './located-text.js';
import type { SourceText } from './source.js';
import type { LocatedText, XmlAttribute, XmlComment, XmlElement, XmlNode, XmlText } from './tree.js';

/** The name of an element or attribute; one object for all that have it. */
export interface QName {
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  /** Namespace URI, '' when none. */
  readonly uri: string;
}

/** Gives equal names the same object: a document has many elements and few names. */
export function nameTable(): (name: QName) => QName {
  const byUri = new Map<string, Map<string, QName>>();
  return ({ name, local, prefix, uri }) => {
    const names = byUri.get(uri) ?? new Map<string, QName>();
    if (names.size === 0) byUri.set(uri, names);
    const known = names.get(name);
    if (known) return known;
    const added = { name, local, prefix, uri };
    names.set(name, added);
    return added;
  };
}

const none: readonly never[] = [];

/** An element while it is read: `children` and `end` are set when its end tag is seen. */
export class ElementNode implements XmlElement {
  attributes: readonly XmlAttribute[] = none;
  children: readonly XmlNode[] = none;
  private readonly qname: QName;
  readonly parent: ElementNode | undefined;
  readonly source: SourceText;
  readonly start: number;
  readonly tagEnd: number;
  end: number;
  private places: readonly AttributePlace[] | undefined;

  constructor(
    qname: QName,
    parent: ElementNode | undefined,
    source: SourceText,
    start: number,
    tagEnd: number,
  ) {
    this.qname = qname;
    this.parent = parent;
    this.source = source;
    this.start = start;
    this.tagEnd = tagEnd;
    this.end = tagEnd;
  }

  get kind(): 'element' {
    return 'element';
  }
  get name(): string {
    return this.qname.name;
  }
  get local(): string {
    return this.qname.local;
  }
  get prefix(): string {
    return this.qname.prefix;
  }
  get uri(): string {
    return this.qname.uri;
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
  private readonly qname: QName;
  private readonly text: string;
  private readonly owner: ElementNode;
  private readonly index: number;
  private located: LocatedText | undefined;

  constructor(qname: QName, text: string, owner: ElementNode, index: number) {
    this.qname = qname;
    this.text = text;
    this.owner = owner;
    this.index = index;
  }

  get name(): string {
    return this.qname.name;
  }
  get local(): string {
    return this.qname.local;
  }
  get prefix(): string {
    return this.qname.prefix;
  }
  get uri(): string {
    return this.qname.uri;
  }

  get value(): LocatedText {
    this.located ??= new AttributeValue(this.text, this.owner, this.index);
    return this.located;
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
export class TextNode implements XmlText {
  readonly cdata: boolean;
  private readonly source: SourceText;
  private readonly start: number;
  private readonly end: number;
  private located: LocatedText | undefined;

  constructor(source: SourceText, start: number, end: number, cdata: boolean) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.cdata = cdata;
  }

  get kind(): 'text' {
    return 'text';
  }

  get value(): LocatedText {
    this.located ??= new RawPiece(this.source, this.start, this.end, this.cdata ? 'verbatim' : 'text');
    return this.located;
  }
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
