// List Manipulation on texts `key:value|key:value`: positions from 1, the first of equal keys wins, and a value ends at the next bar.
import { leadingDigits } from '../values.js';
import type { Arguments } from '../arguments.js';
import type { EvaluationContext } from '../context.js';
import type { Compute, Family } from './define.js';

interface Pair {
  readonly written: string;
  readonly key: string;
  readonly value: string;
}

function pairsOf(list: string): readonly Pair[] {
  if (list === '') return [];
  return list.split('|').map((written) => {
    const colon = written.indexOf(':');
    return colon < 0
      ? { written, key: written, value: '' }
      : { written, key: written.slice(0, colon), value: written.slice(colon + 1) };
  });
}

const pairAt = (list: string, position: number): Pair | undefined =>
  position < 1 ? undefined : pairsOf(list)[position - 1];

const valueOfKey = (list: string, key: string): string =>
  pairsOf(list).find((pair) => pair.key === key && pair.written !== '')?.value ?? '';

const numberIn = (value: string): number => Number(leadingDigits(value));

/** The pairs whose number is the best one by `choose`. */
function pairsWith(list: string, choose: (a: number, b: number) => number): string {
  const pairs = pairsOf(list).filter((pair) => pair.written !== '');
  const [first, ...others] = pairs.map((pair) => numberIn(pair.value));
  const best = others.reduce((a, b) => choose(a, b), first ?? 0);
  return pairs
    .filter((pair) => numberIn(pair.value) === best)
    .map((pair) => pair.written)
    .join('|');
}

/** Position and list of ListGetInteger, whose order is described both ways. */
function positionAndList(args: Arguments, cx: EvaluationContext): readonly [number, string] {
  return cx.assume('list.get-integer-order') === 'list, index'
    ? [args.integer(1), args.text(0)]
    : [args.integer(0), args.text(1)];
}

/** Value of a key in an item of a List object. */
const listItemValue: Compute = (args, cx) => cx.listValue(args.text(0), args.text(1), args.text(2)) ?? '';

export const lists: Family = {
  ListGetSize: (args) => {
    const pairs = pairsOf(args.text(0));
    return args.truth(1) ? pairs.filter((pair) => pair.value !== '').length : pairs.length;
  },
  ListGetKey: (args) => pairAt(args.text(1), args.integer(0))?.key ?? '',
  ListGetString: (args) => pairAt(args.text(1), args.integer(0))?.value ?? '',
  ListGetInteger: (args, cx) => {
    const [position, list] = positionAndList(args, cx);
    return numberIn(pairAt(list, position)?.value ?? '');
  },
  GetStringKey: (args) => valueOfKey(args.text(1), args.text(0)),
  GetIntegerKey: (args) => numberIn(valueOfKey(args.text(1), args.text(0))),
  GetMaxSubList: (args) => pairsWith(args.text(0), Math.max),
  GetMinSubList: (args) => pairsWith(args.text(0), Math.min),
  KVListGetStringValue: (args) => valueOfKey(args.text(0), args.text(1)),
  KVListKeyByIndex: (args) => pairAt(args.text(0), args.integer(1))?.key ?? '',
  KVListSize: (args) => pairsOf(args.text(0)).length,
  ListGetDataCfg: listItemValue,
  ListLookupValue: listItemValue,
};
