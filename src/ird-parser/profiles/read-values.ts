// The text of one property, read in the language that its shape names.
import { sliceText, type LocatedText } from '../../xml/index.js';
import { parseLanguage, type Language } from '../languages/index.js';
import type { PropertyLanguage } from '../shapes.js';
import type { SourceValue } from '../source-model.js';
import { report, type Reading } from './reading.js';

/** Which property a text belongs to. */
export interface ValuePlace {
  /** Path of the property, for findings. */
  readonly node: string;
  readonly blockType: string;
  /** Canonical name: `property` or `table.column`. */
  readonly key: string;
}

/** Reads `text`; undefined when it is blank (only `text` may be blank) or not of its language, which is then reported. */
export function readValue(
  language: PropertyLanguage,
  text: LocatedText,
  place: ValuePlace,
  reading: Reading,
): SourceValue | undefined {
  const { vocabulary, isLiteral } = reading.profile;
  const source = text;
  if (language === 'text' || language === 'ecmascript') {
    return { kind: 'text', value: vocabulary.value(place.key, text.text), source };
  }
  const blank = text.text.trim() === '';
  if (blank) return undefined;
  switch (language) {
    case 'expression':
      if (isLiteral(place.blockType, place.key)) {
        return {
          kind: 'expression',
          tree: { kind: 'string', value: text.text, quote: "'", span: text.span() },
          source,
        };
      }
      return { kind: 'expression', tree: parse('expression', text, place, reading), source };
    case 'skill':
      return { kind: 'skill', tree: parse('skill', text, place, reading), source };
    case 'threshold':
      return { kind: 'threshold', tree: parse('threshold', text, place, reading), source };
    case 'targets':
      return { kind: 'targets', tree: parse('targets', text, place, reading), source };
    case 'list':
      return { kind: 'list', tree: parse('list', text, place, reading), source };
    case 'variable':
      return { kind: 'variable', name: text.text.trim(), source: trimmed(text) };
    case 'integer':
      return readInteger(text, place, reading);
    case 'boolean':
      return readBoolean(text, place, reading);
    default:
      return language satisfies never;
  }
}

function parse<L extends Language>(language: L, text: LocatedText, place: ValuePlace, reading: Reading) {
  const { value, diagnostics } = parseLanguage(language, text, place.node);
  reading.diagnostics.push(...diagnostics);
  return value;
}

function readInteger(text: LocatedText, place: ValuePlace, reading: Reading): SourceValue | undefined {
  const written = text.text.trim();
  const value = Number(written);
  if (/^[+-]?\d+$/.test(written) && Number.isSafeInteger(value))
    return { kind: 'integer', value, source: text };
  report(reading, 'IRD1308', place.node, text.span(), { property: place.key, value: shown(written) });
  return undefined;
}

function readBoolean(text: LocatedText, place: ValuePlace, reading: Reading): SourceValue | undefined {
  const value = reading.profile.vocabulary.boolean(text.text);
  if (value !== undefined) return { kind: 'boolean', value, source: text };
  report(reading, 'IRD1309', place.node, text.span(), {
    property: place.key,
    value: shown(text.text.trim()),
  });
  return undefined;
}

/** The text without the blanks around it, still located. */
export function trimmed(text: LocatedText): LocatedText {
  const start = text.text.length - text.text.trimStart().length;
  return sliceText(text, start, Math.max(start, text.text.trimEnd().length));
}

/** A text as a message quotes it: one line, not longer than a message bears. */
export const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
};
