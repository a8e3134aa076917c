// XMI as Eclipse writes it: types and ids of elements in both spellings (`xmi:type` and `xsi:type`), and the namespaces that tell
// Composer's diagrams from each other and from the drawing.
import {
  attributeNs,
  textOf,
  type LocatedText,
  type XmlAttribute,
  type XmlElement,
} from '../../xml/index.js';

const xmiUri = 'http://www.omg.org/XMI';
const xsiUri = 'http://www.w3.org/2001/XMLSchema-instance';
const composerUri = 'http://studio.genesyslab.com/';
const notationUri = 'http://www.eclipse.org/gmf/runtime/';

export const isXmiRoot = (element: XmlElement): boolean => element.uri === xmiUri && element.local === 'XMI';
export const isNotation = (element: XmlElement): boolean => element.uri.startsWith(notationUri);

/** Which kind of Composer diagram an element is (`ird`, `ipd`, `callflow`, ...); undefined when it is none. */
export function diagramKind(element: XmlElement): string | undefined {
  if (!element.uri.startsWith(composerUri) || !element.local.endsWith('Diagram')) return undefined;
  return element.uri.slice(composerUri.length).replace(/\/+$/, '');
}

const isTechnical = (attribute: XmlAttribute): boolean =>
  attribute.uri === xmiUri ||
  attribute.uri === xsiUri ||
  attribute.prefix === 'xmlns' ||
  attribute.name === 'xmlns';

/** The attributes that say something: without types, ids and namespace declarations. */
export const plainAttributes = (element: XmlElement): readonly XmlAttribute[] =>
  element.attributes.filter((attribute) => !isTechnical(attribute));

/** The attribute that holds the element's type, `ird:TargetBlock`. */
export const typeOf = (element: XmlElement): XmlAttribute | undefined =>
  attributeNs(element, xmiUri, 'type') ?? attributeNs(element, xsiUri, 'type');

/** Which of the two spellings of the type an attribute uses. */
export const typeSpelling = (attribute: XmlAttribute): 'xmi:type' | 'xsi:type' =>
  attribute.uri === xsiUri ? 'xsi:type' : 'xmi:type';

export const idOf = (element: XmlElement): XmlAttribute | undefined => attributeNs(element, xmiUri, 'id');

/** A plain attribute by its name; case is not looked at, since generations may differ in it (`value`, `Value`). */
export function plainAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  const wanted = name.toLowerCase();
  return element.attributes.find((found) => found.local.toLowerCase() === wanted && !isTechnical(found));
}

/** The text of a plain attribute, '' when it is missing. */
export const plainText = (element: XmlElement, name: string): string =>
  plainAttribute(element, name)?.value.text ?? '';

/** Text that stands directly in an element; undefined when there is nothing but blanks. */
export function ownText(element: XmlElement): LocatedText | undefined {
  if (!element.children.some((child) => child.kind === 'text')) return undefined;
  const text = textOf(element);
  return text.text.trim() === '' ? undefined : text;
}

/** `ird:TargetBlock`, `TargetBlock` and the category `Target` alike become `target`: the key of the block tables. */
export const typeKey = (type: string): string =>
  type
    .replace(/^[^:]*:/, '')
    .replace(/Block$/, '')
    .replace(/\s+/g, '')
    .toLowerCase();
