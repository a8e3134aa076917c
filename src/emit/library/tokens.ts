// StrAsciiTok in the readings that its description allows; which one a page carries is decided by the assumption `strasciitok.index`.
import type { LibraryFunction } from './define.js';

export const tokens: readonly LibraryFunction[] = [
  {
    name: 'pieces',
    needs: ['chars'],
    about: 'The pieces of a text between characters of a set, empty ones included.',
    source: String.raw`function (string, set) {
  var members = ird.chars(set), found = [''];
  ird.chars(string).forEach(function (character) {
    if (members.indexOf(character) >= 0) found.push('');
    else found[found.length - 1] += character;
  });
  return found;
}`,
  },
  {
    name: 'strAsciiTok',
    needs: ['pieces', 'num'],
    about: 'StrAsciiTok: the token of that number, from 1; separators in a row count as one.',
    source: String.raw`function (string, set, number) {
  var tokens = ird.pieces(string, set).filter(function (piece) {
    return piece !== '';
  });
  var found = tokens[ird.num(number) - 1];
  return found === undefined ? '' : found;
}`,
  },
  {
    name: 'strAsciiTokEmpty',
    needs: ['pieces', 'num'],
    about: 'StrAsciiTok: the token of that number, from 1; between separators in a row is an empty token.',
    source: String.raw`function (string, set, number) {
  var found = ird.pieces(string, set)[ird.num(number) - 1];
  return found === undefined ? '' : found;
}`,
  },
  {
    name: 'strAsciiTokFrom',
    needs: ['chars', 'num', 'strAsciiTok'],
    about: 'StrAsciiTok: the first token at or after a position, from 1.',
    source: String.raw`function (string, set, from) {
  return ird.strAsciiTok(ird.chars(string).slice(Math.max(ird.num(from), 1) - 1).join(''), set, 1);
}`,
  },
];
