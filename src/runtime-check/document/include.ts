// Makes one document of a page and the files that it includes (XInclude, as Composer's pages use it): scripts as text, states as XML with a prefix in front
// of their ids. What an included file contributes keeps its place in that file.
import { diagnose, type Diagnostic, type Outcome } from '../../diagnostics/index.js';
import {
  attribute,
  childElement,
  elementsWithin,
  sourceText,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from '../../xml/index.js';
import { readDecodedXml } from './decoded-xml.js';
import { replaceMark } from './replaced-text.js';
import { joinUri, shownPath } from './uri.js';

export const includeNamespace = 'http://www.w3.org/2001/XInclude';

/** The text of a file, by its place relative to the page; undefined: there is none, or it cannot be read, and then `refuse` may be told why. */
export type ResolveFile = (uri: string, refuse?: (reason: string) => void) => string | undefined;

/** Stands in a page that is meant for inclusion where the prefix of its ids comes. */
export const prefixMark = '$$_MY_PREFIX_$$';

/** A page with what it includes. */
export interface WholePage extends XmlDocument {
  /** The text of each file that has a part in it, by its name in spans. */
  readonly texts: ReadonlyMap<string, string>;
  /** The state that each inclusion put in, with the prefix of the ids inside. */
  readonly prefixes: ReadonlyMap<XmlElement, string>;
  /** The page itself is meant to be included: names in it carry the mark. */
  readonly isFragment: boolean;
  /** Includes that nobody followed are still in it, because there was no way to read files. */
  readonly isWhole: boolean;
}

/** Inclusions inside inclusions, all inclusions of a page, and the elements that result. */
const limits = { depth: 16, inclusions: 2_000, elements: 500_000 } as const;

const tooMuch = 'the page includes too much';

/** How a piece of XML is copied. */
interface Place {
  /** Of the file that it stands in, relative to the page; '' for the page. */
  readonly uri: string;
  readonly prefix: string;
  /** Whether ids get the prefix: in states that were included with one. */
  readonly renames: boolean;
  /** The files around it, innermost last. */
  readonly around: readonly string[];
}

/** Follows the includes of `document`. Without `resolve` they are left where they stand. */
export function followIncludes(document: XmlDocument, resolve: ResolveFile | undefined): Outcome<WholePage> {
  const diagnostics: Diagnostic[] = [];
  const texts = new Map([[document.file, document.text]]);
  const prefixes = new Map<XmlElement, string>();
  const isFragment = document.text.includes(prefixMark);
  const hasIncludes = [...elementsWithin(document.root)].some(isInclude);
  const whole = { texts, prefixes, isFragment, isWhole: !hasIncludes || resolve !== undefined };
  if (!isFragment && (!hasIncludes || !resolve)) return { value: { ...document, ...whole }, diagnostics };

  const parsed = new Map<string, XmlDocument | undefined>();
  let inclusions = 0;
  let elements = 0;

  const refuse = (element: XmlElement, href: string, reason: string): readonly XmlNode[] => {
    diagnostics.push(diagnose('IRD5512', '', element.tagSpan, { href, reason }));
    return [];
  };

  function copy(original: XmlElement, parent: XmlElement | undefined, place: Place): XmlElement {
    elements++;
    const children: XmlNode[] = [];
    const made: XmlElement = {
      kind: 'element',
      name: original.name,
      local: original.local,
      prefix: original.prefix,
      uri: original.uri,
      attributes: original.attributes.map((each) => attributeIn(each, original, place)),
      children,
      parent,
      get span() {
        return original.span;
      },
      get tagSpan() {
        return original.tagSpan;
      },
    };
    for (const child of original.children) children.push(...nodesFor(child, made, place));
    return made;
  }

  function nodesFor(node: XmlNode, parent: XmlElement, place: Place): readonly XmlNode[] {
    switch (node.kind) {
      case 'comment':
        return [node];
      case 'text':
        return [
          {
            ...node,
            kind: 'text',
            cdata: node.cdata,
            value: replaceMark(node.value, prefixOf(place), place.prefix),
          },
        ];
      case 'element':
        if (elements === limits.elements) refuse(node, '', tooMuch);
        if (elements >= limits.elements) return [];
        return resolve && isInclude(node)
          ? include(node, parent, place, resolve)
          : [copy(node, parent, place)];
    }
  }

  function include(
    element: XmlElement,
    parent: XmlElement,
    place: Place,
    read: ResolveFile,
  ): readonly XmlNode[] {
    const word = (name: string): string => replaced(attribute(element, name)?.value.text ?? '', place).trim();
    const href = word('href');
    inclusions++;
    if (href === '') return refuse(element, href, 'it names no file');
    if (place.around.length >= limits.depth || inclusions > limits.inclusions)
      return refuse(element, href, tooMuch);
    const uri = joinUri(place.uri, href);
    let reason = uri === undefined ? 'only files beside the page are read' : 'there is no such file';
    const text =
      uri === undefined
        ? undefined
        : read(uri, (why) => {
            reason = why;
          });
    if (uri === undefined || text === undefined) {
      const fallback = childElement(element, 'fallback');
      if (fallback) return fallback.children.flatMap((child) => nodesFor(child, parent, place));
      return refuse(element, href, reason);
    }
    const file = shownPath(document.file, uri);
    texts.set(file, text);
    const parse = word('parse');
    if (parse === 'text') return [textNode(file, text)];
    if (parse !== '' && parse !== 'xml') return refuse(element, href, `"${parse}" is no way to include it`);
    if (place.around.includes(uri)) return refuse(element, href, 'the file includes itself');
    return includeStates(
      element,
      parent,
      { ...place, uri, around: [...place.around, uri] },
      file,
      text,
      word,
    );
  }

  function includeStates(
    element: XmlElement,
    parent: XmlElement,
    place: Place,
    file: string,
    text: string,
    word: (name: string) => string,
  ): readonly XmlNode[] {
    const included = parsedFile(file, text);
    if (!included) return [];
    const pointer = word('xpointer');
    const id = pointedId(pointer);
    if (/[()/]/.test(id)) return refuse(element, word('href'), `the pointer "${pointer}" is no id`);
    const found =
      id === ''
        ? undefined
        : [...elementsWithin(included.root)].find((each) => attribute(each, 'id')?.value.text === id);
    if (id !== '' && !found) return refuse(element, word('href'), `no element in it has the id "${id}"`);
    const prefix = word('resolveid');
    const inside: Place = prefix === '' ? place : { ...place, prefix, renames: true };
    // Without a pointer the file's content counts: its root is a page of its own.
    if (!found) return included.root.children.flatMap((child) => nodesFor(child, parent, inside));
    const made = copy(found, parent, inside);
    prefixes.set(made, inside.prefix);
    return [made];
  }

  function parsedFile(file: string, text: string): XmlDocument | undefined {
    if (!parsed.has(file)) {
      const read = readDecodedXml(text, file);
      diagnostics.push(...read.diagnostics);
      parsed.set(file, read.value);
    }
    return parsed.get(file);
  }

  const top: Place = { uri: '', prefix: '', renames: false, around: [] };
  const root = copy(document.root, undefined, top);
  return { value: { ...document, root, ...whole }, diagnostics };
}

export const isInclude = ({ uri, local }: XmlElement): boolean =>
  uri === includeNamespace && local === 'include';

/** A page that is run by itself has no prefix, and no dot behind it. */
const prefixOf = ({ prefix }: Place): string => (prefix === '' ? `${prefixMark}.` : prefixMark);

const replaced = (text: string, place: Place): string => text.replaceAll(prefixOf(place), place.prefix);

const stateNames: ReadonlySet<string> = new Set(['state', 'parallel', 'final', 'history']);

function attributeIn(original: XmlAttribute, owner: XmlElement, place: Place): XmlAttribute {
  let value = replaceMark(original.value, prefixOf(place), place.prefix);
  if (place.renames && original.name === 'id' && stateNames.has(owner.local)) {
    const id = value;
    value = { text: `${place.prefix}.${id.text}`, span: () => id.span() };
  }
  if (value === original.value) return original;
  const { name, local, prefix, uri } = original;
  return {
    name,
    local,
    prefix,
    uri,
    value,
    get span() {
      return original.span;
    },
  };
}

function textNode(file: string, text: string): XmlNode {
  const source = sourceText(file, text);
  return {
    kind: 'text',
    cdata: true,
    value: { text, span: (start = 0, end = text.length) => source.span(start, end) },
  };
}

/** The id in an XPointer: a bare name, or `element(name)`. */
const pointedId = (pointer: string): string => /^element\(([^)/]*)\)$/.exec(pointer)?.[1] ?? pointer;
