// List Manipulation on IRD lists (`key:value|key:value`).
import { defineFunctions } from '../define.js';
import type { Js } from '../js.js';
import { type Build, callLibrary, since813, sources } from './row.js';

const documented = {
  evidence: 'documented',
  disposition: 'exact',
  cost: 0,
  target: since813,
  source: sources.irdDescription,
} as const;

/** ListGetInteger, whose two places in IRD's description disagree about the order of its arguments. */
const getInteger: Build = (args, cx, exprs) => {
  const listFirst = cx.assume('list.get-integer-order') === 'list, index';
  const [index, list] = listFirst ? [exprs[1], exprs[0]] : [exprs[0], exprs[1]];
  if (list?.type === 'INTEGER' && (index?.type === 'STRING' || index?.type === 'LIST')) {
    cx.review('the types of its arguments speak for the other order of index and list');
  }
  // Arguments are evaluated in the order in which IRD has them.
  if (!listFirst) return cx.library('listGetInteger', ...args);
  return cx.library('listGetIntegerListFirst', ...args.map((arg, i) => (i === 0 ? asWritten(arg) : arg)));
};

/** A list that stands where the signature has the index came as a number: the list itself is wanted. */
const asWritten = (value: Js): Js =>
  value.kind === 'call' && value.callee.kind === 'path' && value.callee.path === 'ird.num'
    ? (value.args[0] ?? value)
    : value;

const subList =
  (name: string): Build =>
  (args, cx) => {
    cx.assume('list.non-numeric');
    return cx.library(name, ...args);
  };

export const lists = defineFunctions([
  {
    ...documented,
    ird: 'ListGetSize',
    about:
      'Number of pairs; with the second argument set, empty items are not counted. That those are the pairs without a value is an assumption.',
    examples: [
      { ird: "ListGetSize['a:1||b:2',0]", js: "ird.listGetSize('a:1||b:2', 0)", value: 3 },
      { ird: "ListGetSize['a:1||b:',1]", js: "ird.listGetSize('a:1||b:', 1)", value: 1 },
      { ird: "ListGetSize['',0]", js: "ird.listGetSize('', 0)", value: 0 },
    ],
    build: (args, cx) => {
      if (args.length > 1) cx.assume('list.empty-item');
      return cx.library('listGetSize', ...args);
    },
  },
  {
    ...documented,
    ird: 'ListGetKey',
    about: 'Key of the pair at a position from 1; empty past the end.',
    examples: [
      { ird: "ListGetKey[2,'a:1|b:2']", js: "ird.listGetKey(2, 'a:1|b:2')", value: 'b' },
      { ird: "ListGetKey[3,'a:1|b:2']", js: "ird.listGetKey(3, 'a:1|b:2')", value: '' },
    ],
    build: callLibrary('listGetKey'),
  },
  {
    ...documented,
    ird: 'ListGetString',
    about:
      'Value of the pair at a position from 1; empty past the end. The value ends at the next bar, colons belong to it.',
    examples: [
      {
        ird: "ListGetString[2,'a:1|open:09:30']",
        js: "ird.listGetString(2, 'a:1|open:09:30')",
        value: '09:30',
      },
      { ird: "ListGetString[3,'a:1|b:2']", js: "ird.listGetString(3, 'a:1|b:2')", value: '' },
    ],
    build: callLibrary('listGetString'),
  },
  {
    ...documented,
    ird: 'ListGetInteger',
    about:
      'Value of the pair at a position from 1 as INTEGER (its leading digits); 0 past the end. Which argument is the index is an assumption.',
    examples: [
      { ird: "ListGetInteger[2,'a:1|b:20x']", js: "ird.listGetInteger(2, 'a:1|b:20x')", value: 20 },
      { ird: "ListGetInteger[3,'a:1|b:2']", js: "ird.listGetInteger(3, 'a:1|b:2')", value: 0 },
    ],
    build: getInteger,
  },
  {
    ...documented,
    ird: 'GetStringKey',
    about: 'Value of the first pair with that key; empty when there is none.',
    examples: [
      { ird: "GetStringKey['b','ab:1|b:2|b:3']", js: "ird.getStringKey('b', 'ab:1|b:2|b:3')", value: '2' },
      { ird: "GetStringKey['x','a:1']", js: "ird.getStringKey('x', 'a:1')", value: '' },
    ],
    build: callLibrary('getStringKey'),
  },
  {
    ...documented,
    ird: 'GetIntegerKey',
    about:
      'Leading digits of the value of the first pair with that key; 0 when the value does not begin with a digit or the key is absent.',
    examples: [
      { ird: "GetIntegerKey['wait','wait:30s']", js: "ird.getIntegerKey('wait', 'wait:30s')", value: 30 },
      { ird: "GetIntegerKey['wait','wait:s30']", js: "ird.getIntegerKey('wait', 'wait:s30')", value: 0 },
      { ird: "GetIntegerKey['x','a:1']", js: "ird.getIntegerKey('x', 'a:1')", value: 0 },
    ],
    build: callLibrary('getIntegerKey'),
  },
  {
    ...documented,
    ird: 'GetMaxSubList',
    about:
      'The pairs that have the greatest number as value, in their order; values count by their leading digits.',
    examples: [
      { ird: "GetMaxSubList['a:9|b:10|c:10']", js: "ird.getMaxSubList('a:9|b:10|c:10')", value: 'b:10|c:10' },
      { ird: "GetMaxSubList['']", js: "ird.getMaxSubList('')", value: '' },
    ],
    build: subList('getMaxSubList'),
  },
  {
    ...documented,
    ird: 'GetMinSubList',
    about:
      'The pairs that have the smallest number as value, in their order; values count by their leading digits.',
    examples: [
      { ird: "GetMinSubList['a:9|b:10|c:9']", js: "ird.getMinSubList('a:9|b:10|c:9')", value: 'a:9|c:9' },
    ],
    build: subList('getMinSubList'),
  },
]);
