// The few questions that readers of a located tree ask: children, attributes, text.
import { joinText } from './located-text.js';
import type { LocatedText, XmlAttribute, XmlElement } from './tree.js';

/** The child elements, or those with the given local name. */
export function childElements(element: XmlElement, local?: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child.kind === 'element' && (local === undefined || child.local === local),
  );
}

/** The first child element with the given local name. */
export function childElement(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find(
    (child): child is XmlElement => child.kind === 'element' && child.local === local,
  );
}

/** The attribute with the given name, prefix included as written. */
export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((found) => found.name === name);
}

/** The attribute with the given namespace and local name, whatever its prefix. */
export function attributeNs(element: XmlElement, uri: string, local: string): XmlAttribute | undefined {
  return element.attributes.find((found) => found.local === local && found.uri === uri);
}

/** The text and CDATA that stand directly in `element`, joined; text inside child elements does not belong to it. */
export function textOf(element: XmlElement): LocatedText {
  const pieces = element.children.flatMap((child) => (child.kind === 'text' ? [child.value] : []));
  const afterTag = element.tagSpan.end;
  return joinText(pieces, { file: element.tagSpan.file, start: afterTag, end: afterTag });
}

/** `element` and all elements inside it, in document order. */
export function* elementsWithin(element: XmlElement): Generator<XmlElement> {
  const waiting: XmlElement[] = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child?.kind === 'element') waiting.push(child);
    }
  }
}
