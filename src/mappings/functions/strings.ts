// String Manipulation. IRD's own descriptions decide; where they leave the index base or a result open, a row of the assumptions table does.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { callLibrary, plus, since813, sources } from './row.js';

const documented = {
  evidence: 'documented',
  disposition: 'exact',
  cost: 0,
  target: since813,
  source: sources.irdDescription,
} as const;

/** Positions count from 1 in the library; strategies that count from 0 get one added. */
const fromOne = (position: Js | undefined, base: string): readonly Js[] =>
  position === undefined ? [] : [base === '0' ? plus(position, 1) : position];

/** A search that finds nothing gives 0, or -1 by assumption. */
const notFound = (position: Js, value: string): Js =>
  value === '-1' ? js.binary(position, '||', js.number(-1)) : position;

/** Nested calls of Cat become one; it converts its arguments to text by itself. */
function catPieces(value: Js): readonly Js[] {
  if (value.kind !== 'call' || value.callee.kind !== 'path') return [value];
  return ['ird.cat', 'ird.text'].includes(value.callee.path) ? value.args : [value];
}

export const strings = defineFunctions([
  {
    ...documented,
    ird: 'Cat',
    about:
      'Concatenates its arguments; INTEGER arguments are converted to text. Nested calls become one call.',
    examples: [
      { ird: "Cat['Skill>',5]", js: "ird.cat('Skill>', 5)", value: 'Skill>5' },
      { ird: "Cat[Cat[9,':'],30]", js: "ird.cat(9, ':', 30)", value: '9:30' },
      { ird: "Cat['','']", js: "ird.cat('', '')", value: '' },
    ],
    build: (args, cx) => {
      if (args.length !== 2) cx.assume('cat.arguments');
      return cx.library('cat', ...args.flatMap(catPieces));
    },
  },
  {
    ...documented,
    ird: 'StrLen',
    about: 'Number of characters; a character outside the basic plane counts as one.',
    examples: [
      { ird: "StrLen['5550100']", js: "ird.strLen('5550100')", value: 7 },
      { ird: "StrLen['']", js: "ird.strLen('')", value: 0 },
    ],
    build: callLibrary('strLen'),
  },
  {
    ...documented,
    ird: 'StrGetChar',
    about:
      'The character at a position, empty when there is none. That positions count from 1 here as in StrChar is an assumption.',
    examples: [
      { ird: "StrGetChar['abc',1]", js: "ird.strGetChar('abc', 1)", value: 'a' },
      { ird: "StrGetChar['abc',4]", js: "ird.strGetChar('abc', 4)", value: '' },
      { ird: "StrGetChar['abc',-1]", js: "ird.strGetChar('abc', -1)", value: '' },
    ],
    build: ([string, index], cx) =>
      cx.library('strGetChar', string ?? js.text(''), ...fromOne(index, cx.assume('strsub.base'))),
  },
  {
    ...documented,
    ird: 'StrSub',
    about:
      'Characters first to last, both included; with the fourth argument set, positions count from the end and the text keeps its order. That positions count from 1 is an assumption.',
    examples: [
      { ird: "StrSub['abcdef',2,4]", js: "ird.strSub('abcdef', 2, 4)", value: 'bcd' },
      { ird: "StrSub['abcdef',2,4,0]", js: "ird.strSub('abcdef', 2, 4, 0)", value: 'bcd' },
      { ird: "StrSub['abcdef',1,2,1]", js: "ird.strSub('abcdef', 1, 2, 1)", value: 'ef' },
      { ird: "StrSub['abcdef',5,99]", js: "ird.strSub('abcdef', 5, 99)", value: 'ef' },
    ],
    build: ([string, first, last, fromTheEnd], cx) => {
      const base = cx.assume('strsub.base');
      const flag = fromTheEnd === undefined ? [] : [fromTheEnd];
      return cx.library(
        'strSub',
        string ?? js.text(''),
        ...fromOne(first, base),
        ...fromOne(last, base),
        ...flag,
      );
    },
  },
  {
    ...documented,
    ird: 'StrChar',
    about:
      'Position of a character at or after a position, both from 1; a start below 1 means 1. What it gives when nothing is found is an assumption.',
    examples: [
      { ird: "StrChar['abcabc','a',1]", js: "ird.strChar('abcabc', 'a', 1)", value: 1 },
      { ird: "StrChar['abcabc','a',2]", js: "ird.strChar('abcabc', 'a', 2)", value: 4 },
      { ird: "StrChar['abcabc','x',1]", js: "ird.strChar('abcabc', 'x', 1)", value: 0 },
    ],
    build: (args, cx) => notFound(cx.library('strChar', ...args), cx.assume('strchar.not-found')),
  },
  {
    ...documented,
    ird: 'StrAsciiBreak',
    about:
      'Position of the first character, at or after a position, that belongs to a set; positions from 1, a start below 1 means 1. What it gives when nothing is found is an assumption.',
    examples: [
      { ird: "StrAsciiBreak['555-01.00','.-',1]", js: "ird.strAsciiBreak('555-01.00', '.-', 1)", value: 4 },
      { ird: "StrAsciiBreak['555-01.00','.-',5]", js: "ird.strAsciiBreak('555-01.00', '.-', 5)", value: 7 },
      { ird: "StrAsciiBreak['555','.-',-3]", js: "ird.strAsciiBreak('555', '.-', -3)", value: 0 },
    ],
    build: (args, cx) => notFound(cx.library('strAsciiBreak', ...args), cx.assume('strchar.not-found')),
  },
  {
    ...documented,
    ird: 'StrAsciiTok',
    disposition: 'review',
    cost: 1,
    about:
      'One token of a text, where any character of a set separates; IRD does not say whether the last argument is the number of the token or a position',
    examples: [
      { ird: "StrAsciiTok['a,b;c',',;',2]", js: "ird.strAsciiTok('a,b;c', ',;', 2)", value: 'b' },
      { ird: "StrAsciiTok['a,b;c',',;',4]", js: "ird.strAsciiTok('a,b;c', ',;', 4)", value: '' },
    ],
    build: (args, cx) => cx.library(tokenReading[cx.assume('strasciitok.index')] ?? 'strAsciiTok', ...args),
  },
  {
    ...documented,
    ird: 'StrStr',
    about: 'The rest of a text from the first occurrence on; empty when there is none.',
    examples: [
      {
        ird: "StrStr['route.to.sales','.to']",
        js: "ird.strStr('route.to.sales', '.to')",
        value: '.to.sales',
      },
      { ird: "StrStr['abc','x']", js: "ird.strStr('abc', 'x')", value: '' },
    ],
    build: callLibrary('strStr'),
  },
  {
    ...documented,
    ird: 'StrReplace',
    about: 'A copy of the text with all occurrences replaced.',
    examples: [
      { ird: "StrReplace['5-55-01','-','']", js: "ird.strReplace('5-55-01', '-', '')", value: '55501' },
      { ird: "StrReplace['abc','','x']", js: "ird.strReplace('abc', '', 'x')", value: 'abc' },
    ],
    build: callLibrary('strReplace'),
  },
  {
    ...documented,
    ird: 'StrToLower',
    about: 'Lower case.',
    examples: [{ ird: "StrToLower['Sales']", js: "ird.strToLower('Sales')", value: 'sales' }],
    build: callLibrary('strToLower'),
  },
  {
    ...documented,
    ird: 'StrToUpper',
    about: 'Upper case.',
    examples: [{ ird: "StrToUpper['Sales']", js: "ird.strToUpper('Sales')", value: 'SALES' }],
    build: callLibrary('strToUpper'),
  },
]);

/** Library function for each answer to the assumption `strasciitok.index` other than its default. */
const tokenReading: Readonly<Record<string, string>> = {
  'the number of the token, empty ones counted': 'strAsciiTokEmpty',
  'the position where the search starts': 'strAsciiTokFrom',
};
