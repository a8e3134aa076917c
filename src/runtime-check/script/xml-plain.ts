// XML as plain data, so that it can cross the border of the sandbox: one flat list of pieces, which nesting without end cannot make deep. Inside, it is
// a document with the methods of the DOM (`dom-source.ts`).
import type { Plain } from './engine.js';
import { markKey } from './plain-text.js';

/**
 * What XML consists of, in order. The first character says what a piece is: `+name` begins an element, `@name=value` is one of its
 * attributes, `#` is text, `!` a comment, and `-` ends the element.
 */
export type XmlPieces = readonly string[];

export const xmlPlain = (pieces: XmlPieces): Plain => ({ [markKey]: pieces });

/** The pieces of a value that is XML; undefined for any other. */
export function xmlPieces(value: Plain): XmlPieces | undefined {
  if (typeof value !== 'object' || value === null || !(markKey in value)) return undefined;
  const pieces = value[markKey];
  return Array.isArray(pieces) && pieces.every((piece) => typeof piece === 'string') ? pieces : undefined;
}

/** XML as text; undefined for a value that is none. */
export function xmlText(value: Plain): string | undefined {
  const pieces = xmlPieces(value);
  if (!pieces) return undefined;
  const open: string[] = [];
  let text = '';
  let inTag = false;
  for (const piece of pieces) {
    const rest = piece.slice(1);
    if (piece.startsWith('@')) {
      const cut = rest.indexOf('=');
      text += ` ${rest.slice(0, cut)}="${escaped(rest.slice(cut + 1))}"`;
      continue;
    }
    const isEmpty = inTag && piece === '-';
    if (inTag && !isEmpty) text += '>';
    inTag = piece.startsWith('+');
    if (inTag) {
      open.push(rest);
      text += `<${rest}`;
    } else if (piece === '-') {
      const name = open.pop() ?? '';
      text += isEmpty ? '/>' : `</${name}>`;
    } else text += piece.startsWith('!') ? `<!--${rest}-->` : escaped(rest);
  }
  return text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const escaped = (text: string): string => text.replace(/[&<>"\n\r\t]/g, (found) => entities[found] ?? found);
