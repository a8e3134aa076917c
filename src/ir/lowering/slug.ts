// Names for machines from names for people: letters, digits and single underscores, readable, legal as XML name and as ECMAScript identifier.
import { transliterate } from './transliteration.js';

const longest = 64;

/** ASCII letters and digits of a text, joined by single underscores; '' when it has none. May start with a digit. */
export function slug(text: string): string {
  const words = transliterate(text).match(/[A-Za-z0-9]+/g) ?? [];
  const whole = words.join('_');
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  const word = cut.lastIndexOf('_');
  return cut.slice(0, word > longest / 2 ? word : longest);
}

// Words of ECMAScript 5, and the names of the states and objects that every page has of its own.
const taken = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in ' +
    'instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void ' +
    'while with yield routed unrouted defaulted'
  ).split(' '),
);

/** Whether a slug can stand alone as an id: it has a letter, does not start with a digit, and is not taken. */
export const isFreeName = (name: string): boolean =>
  /^[A-Za-z]/.test(name) && !/^ird(_|$)/i.test(name) && !taken.has(name);

/** An id from a name; `prefix` goes before a name that cannot stand alone. '' when the name has nothing that is legal in an id. */
export function nameToId(name: string, prefix: string): string {
  const found = slug(name);
  if (found === '' || isFreeName(found)) return found;
  // Digits are all that is left of a name whose letters have no ASCII form: they would tell nothing.
  const lost = /\p{L}/u.test(name) && !/[A-Za-z]/.test(found);
  return lost ? '' : `${prefix}_${found}`;
}
