// The String Manipulation functions. Positions count characters from 1; a character outside the basic plane is one character.
import type { LibraryFunction } from './define.js';

export const strings: readonly LibraryFunction[] = [
  {
    name: 'chars',
    needs: ['text'],
    about: 'The characters of a text; surrogate pairs stay together.',
    source: String.raw`function (value) {
  return ird.text(value).match(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]/g) || [];
}`,
  },
  {
    name: 'cat',
    needs: ['text'],
    about: 'Cat: the texts of all arguments, one after the other.',
    source: String.raw`function () {
  return Array.prototype.map.call(arguments, ird.text).join('');
}`,
  },
  {
    name: 'strLen',
    needs: ['chars'],
    about: 'StrLen: number of characters.',
    source: String.raw`function (string) {
  return ird.chars(string).length;
}`,
  },
  {
    name: 'strGetChar',
    needs: ['chars', 'num'],
    about: 'StrGetChar: the character at a position from 1; empty when there is none.',
    source: String.raw`function (string, index) {
  var found = ird.chars(string)[ird.num(index) - 1];
  return found === undefined ? '' : found;
}`,
  },
  {
    name: 'strSub',
    needs: ['chars', 'num', 'truth'],
    about: 'StrSub: characters first to last, both included, from 1; counted from the end with the flag.',
    source: String.raw`function (string, first, last, fromTheEnd) {
  var all = ird.chars(string);
  var from = Math.max(ird.num(first), 1), to = Math.min(ird.num(last), all.length);
  if (from > to) return '';
  var part = ird.truth(fromTheEnd) ? all.slice(all.length - to, all.length - from + 1) : all.slice(from - 1, to);
  return part.join('');
}`,
  },
  {
    name: 'strChar',
    needs: ['chars', 'strAsciiBreak'],
    about: 'StrChar: position of a character at or after a position, both from 1; 0 when it is not there.',
    source: String.raw`function (string, character, from) {
  return ird.strAsciiBreak(string, ird.chars(character)[0], from);
}`,
  },
  {
    name: 'strAsciiBreak',
    needs: ['chars', 'num'],
    about:
      'StrAsciiBreak: position of the first character, at or after a position, that belongs to the set; 0 for none.',
    source: String.raw`function (string, set, from) {
  var all = ird.chars(string), members = ird.chars(set);
  for (var i = Math.max(ird.num(from), 1) - 1; i < all.length; i += 1) {
    if (members.indexOf(all[i]) >= 0) return i + 1;
  }
  return 0;
}`,
  },
  {
    name: 'strStr',
    needs: ['text'],
    about: 'StrStr: the rest of the text from the first occurrence on; empty when there is none.',
    source: String.raw`function (source, toFind) {
  var all = ird.text(source), at = all.indexOf(ird.text(toFind));
  return at < 0 ? '' : all.slice(at);
}`,
  },
  {
    name: 'strReplace',
    needs: ['text'],
    about: 'StrReplace: all occurrences replaced.',
    source: String.raw`function (source, toFind, replaceWith) {
  var all = ird.text(source), wanted = ird.text(toFind);
  return wanted === '' ? all : all.split(wanted).join(ird.text(replaceWith));
}`,
  },
  {
    name: 'strToLower',
    needs: ['text'],
    about: 'StrToLower: lower case.',
    source: String.raw`function (string) {
  return ird.text(string).toLowerCase();
}`,
  },
  {
    name: 'strToUpper',
    needs: ['text'],
    about: 'StrToUpper: upper case.',
    source: String.raw`function (string) {
  return ird.text(string).toUpperCase();
}`,
  },
];
