// String Manipulation: positions count characters from 1, both ends of a range belong to it, a set is a set of characters.
import type { Family } from './define.js';

const characters = (text: string): readonly string[] => Array.from(text);

/** Position of the first character, from a position on, that a test accepts; what is given when there is none is open. */
function search(
  text: string,
  from: number,
  accepts: (character: string) => boolean,
  otherwise: string,
): number {
  const found = characters(text).findIndex((each, index) => index + 1 >= from && accepts(each));
  return found < 0 ? Number(otherwise) : found + 1;
}

/** A position as the strategy gives it, counted from 1. */
const fromOne = (position: number, base: string): number => (base === '0' ? position + 1 : position);

export const strings: Family = {
  Cat: (args) => Array.from({ length: args.count }, (_, position) => args.text(position)).join(''),
  StrLen: (args) => characters(args.text(0)).length,
  StrGetChar: (args, cx) => {
    const position = fromOne(args.integer(1), cx.assume('strsub.base'));
    return position < 1 ? '' : (characters(args.text(0))[position - 1] ?? '');
  },
  StrSub: (args, cx) => {
    const base = cx.assume('strsub.base');
    const [first, last] = [fromOne(args.integer(1), base), fromOne(args.integer(2), base)];
    const all = characters(args.text(0));
    const isFromEnd = args.truth(3);
    return all
      .filter((_, index) => {
        const position = isFromEnd ? all.length - index : index + 1;
        return position >= first && position <= last;
      })
      .join('');
  },
  StrChar: (args, cx) => {
    const [wanted] = characters(args.text(1));
    return search(args.text(0), args.integer(2), (each) => each === wanted, cx.assume('strchar.not-found'));
  },
  StrAsciiBreak: (args, cx) => {
    const set = new Set(characters(args.text(1)));
    return search(args.text(0), args.integer(2), (each) => set.has(each), cx.assume('strchar.not-found'));
  },
  StrAsciiTok: (args, cx) => {
    const [text, set, index] = [characters(args.text(0)), new Set(characters(args.text(1))), args.integer(2)];
    switch (cx.assume('strasciitok.index')) {
      case 'the number of the token, empty ones counted':
        return tokens(text, set)[index - 1] ?? '';
      case 'the position where the search starts':
        return tokens(text.slice(Math.max(index, 1) - 1), set).find((token) => token !== '') ?? '';
      default:
        return tokens(text, set).filter((token) => token !== '')[index - 1] ?? '';
    }
  },
  StrStr: (args) => {
    const [text, wanted] = [args.text(0), args.text(1)];
    return text.includes(wanted) ? text.slice(text.indexOf(wanted)) : '';
  },
  StrReplace: (args) => {
    const wanted = args.text(1);
    // A function as replacement: `$&` has no meaning in IRD. Nothing is found by an empty text.
    return wanted === '' ? args.text(0) : args.text(0).replaceAll(wanted, () => args.text(2));
  },
  StrToLower: (args) => args.text(0).toLowerCase(),
  StrToUpper: (args) => args.text(0).toUpperCase(),
};

/** What stands between characters of a set, the empty pieces included. */
function tokens(text: readonly string[], set: ReadonlySet<string>): readonly string[] {
  const ends = text.flatMap((each, index) => (set.has(each) ? [index] : []));
  return [...ends, text.length].map((end, number) => text.slice((ends[number - 1] ?? -1) + 1, end).join(''));
}
