// XML that stands in a page as a value: as a document for scripts, or as its text, whichever the dialect has.
import { readXml, type XmlElement } from '../../xml/index.js';
import type { Plain } from '../script/engine.js';
import { xmlPlain } from '../script/xml-plain.js';

/** The declarations of namespaces that hold at `element` and are not its own, by attribute name. */
export function namespacesAround(element: XmlElement): readonly (readonly [string, string])[] {
  const known = new Set(element.attributes.map(({ name }) => name));
  const found: [string, string][] = [];
  for (let holder = element.parent; holder; holder = holder.parent) {
    for (const { name, value } of holder.attributes) {
      if (!(name === 'xmlns' || name.startsWith('xmlns:')) || known.has(name)) continue;
      known.add(name);
      found.push([name, value.text]);
    }
  }
  return found;
}

/** An element as a document of its own. */
export function xmlDocumentOf(element: XmlElement): Plain {
  const pieces: string[] = [];
  const add = (node: XmlElement, declared: readonly (readonly [string, string])[]): void => {
    const attributes = node.attributes.map(({ name, value }) => [name, value.text] as const);
    pieces.push(`+${node.name}`, ...[...declared, ...attributes].map(([name, value]) => `@${name}=${value}`));
    for (const child of node.children) {
      if (child.kind === 'element') add(child, []);
      else pieces.push(`${child.kind === 'text' ? '#' : '!'}${child.value.text}`);
    }
    pieces.push('-');
  };
  add(element, namespacesAround(element));
  return xmlPlain(pieces);
}

/** The document that a text holds; undefined when it holds none. */
export function xmlDocumentIn(text: string): Plain {
  if (!text.trimStart().startsWith('<')) return undefined;
  const { value } = readXml(new TextEncoder().encode(text), '');
  return value && xmlDocumentOf(value.root);
}
