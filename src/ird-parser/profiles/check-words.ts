// Checks the words of a profile: each must mean something that exists, else a slip of the pen would silently lose a property.
import type { ProfileDocument, ProfileWords } from './document.js';
import { escapePointer } from './json-text.js';
import { blockTypes, isColumn, isProperty, isValueKey } from './known-names.js';
import { directionSynonyms, kindSynonyms, valueSynonyms } from './words.js';

type Report = (pointer: string, problem: string) => void;

/** Reports every word and every literal of `document` that means nothing, by its JSON pointer. */
export function checkWords(document: ProfileDocument, report: Report): void {
  const words = document.words ?? {};
  checkFlat(words, 'types', blockTypes, 'a block type', report);
  checkFlat(words, 'kinds', Object.keys(kindSynonyms), 'a kind of strategy', report);
  checkFlat(words, 'directions', Object.keys(directionSynonyms), 'a direction of a variable', report);
  checkNested(
    words,
    'properties',
    isProperty,
    (name, of) => `"${name}" is not a property of "${of}"`,
    report,
  );
  checkNested(words, 'columns', isColumn, (name, of) => `"${name}" is not a column of "${of}"`, report);
  checkNested(words, 'values', isFixedValue, (name, of) => `"${name}" is not a word of "${of}"`, report);
  for (const [type, keys] of Object.entries(document.literals ?? {})) {
    for (const [index, key] of keys.entries()) {
      if (isValueKey(type, key)) continue;
      report(`/literals/${escapePointer(type)}/${index}`, `"${key}" is not a property of "${type}"`);
    }
  }
}

function isFixedValue(key: string, meaning: string): boolean {
  if (key === 'busyTreatments.type') return blockTypes.some((type) => type === meaning);
  const known = valueSynonyms[key];
  return known === undefined ? isValueKey('*', key) : Object.hasOwn(known, meaning);
}

function checkFlat(
  words: ProfileWords,
  key: 'types' | 'kinds' | 'directions',
  known: readonly string[],
  what: string,
  report: Report,
): void {
  for (const [word, meaning] of Object.entries(words[key] ?? {})) {
    if (!known.includes(meaning))
      report(`/words/${key}/${escapePointer(word)}`, `"${meaning}" is not ${what}`);
  }
}

function checkNested(
  words: ProfileWords,
  key: 'properties' | 'columns' | 'values',
  exists: (of: string, meaning: string) => boolean,
  problem: (meaning: string, of: string) => string,
  report: Report,
): void {
  for (const [of, table] of Object.entries(words[key] ?? {})) {
    for (const [word, meaning] of Object.entries(table)) {
      if (exists(of, meaning)) continue;
      report(`/words/${key}/${escapePointer(of)}/${escapePointer(word)}`, problem(meaning, of));
    }
  }
}
