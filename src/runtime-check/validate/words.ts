// What attributes of action elements may say: literal words, words as text of an expression, truth values without quotes.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import type { XmlAttribute } from '../../xml/index.js';
import type { AttributeRow } from './catalogue/rows.js';
import { suggestion } from '../../diagnostics/nearest-name.js';

/** Findings about the value of one attribute of `element`. */
export function checkWords(
  element: string,
  attribute: XmlAttribute,
  row: AttributeRow,
): readonly Diagnostic[] {
  switch (row.kind) {
    case 'literal':
      return checkLiteral(element, attribute, row.words);
    case 'value':
      return checkText(element, attribute, row.words);
    case 'boolean':
      return checkTruth(element, attribute);
    case 'location':
      return [];
    default:
      return row.kind satisfies never;
  }
}

function checkLiteral(
  element: string,
  attribute: XmlAttribute,
  words: readonly string[] | undefined,
): readonly Diagnostic[] {
  const value = attribute.value.text;
  if (words === undefined || words.includes(value)) return [];
  const bare = value.replace(/^\s*(['"])(.*)\1\s*$/, '$2');
  const near =
    bare !== value && words.includes(bare)
      ? '; it is a literal, without inner quotes'
      : suggestion(value, words);
  const data = { element, attribute: attribute.local, value, near };
  return [diagnose('IRD5105', '', attribute.value.span(), data)];
}

/** The text of an expression that is nothing but a text; undefined for any other expression. */
const plainText = (expression: string): string | undefined =>
  /^\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*$/
    .exec(expression)
    ?.slice(1)
    .find((text) => text !== undefined);

function checkText(
  element: string,
  attribute: XmlAttribute,
  words: readonly string[] | undefined,
): readonly Diagnostic[] {
  const value = plainText(attribute.value.text);
  if (words === undefined || value === undefined || words.includes(value)) return [];
  const data = { element, attribute: attribute.local, value, near: suggestion(value, words) };
  return [diagnose('IRD5110', '', attribute.value.span(), data)];
}

function checkTruth(element: string, attribute: XmlAttribute): readonly Diagnostic[] {
  if (plainText(attribute.value.text) === undefined) return [];
  const data = { element, attribute: attribute.local, value: attribute.value.text.trim() };
  return [diagnose('IRD5111', '', attribute.value.span(), data)];
}
