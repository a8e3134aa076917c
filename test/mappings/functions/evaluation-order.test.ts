// The order of evaluation: IRD evaluates the arguments of a call once each, from left to right. ES5 evaluates what it reads first, so the arguments of
// every row must stand in the built text once each, in IRD's order, whatever else is literal and however open questions are answered.
import { describe, expect, test } from 'vitest';
import { allowedValues, isAssumption } from '../../../src/ir/assumptions/table.js';
import type { Expr } from '../../../src/ir/nodes.js';
import { functionMappings } from '../../../src/mappings/functions/index.js';
import { buildCall } from './build-call.js';
import { readCall } from './example-call.js';

const marked = (arg: Expr, position: number): Expr => ({
  kind: 'variable',
  name: `argument${String(position)}`,
  type: arg.type,
  span: arg.span,
});

/** The marked arguments in the order in which a text evaluates them. */
const evaluated = (js: string): readonly string[] => js.match(/(?<=_data\.v_)argument\d+/g) ?? [];

interface Choice {
  readonly args: readonly Expr[];
  readonly names: readonly string[];
}

/** The arguments of an example with each choice of those that are not literals. */
function choices(args: readonly Expr[]): readonly Choice[] {
  return Array.from({ length: 2 ** args.length }, (_, bits) => {
    const isMarked = (position: number): boolean => Math.floor(bits / 2 ** position) % 2 === 1;
    return {
      args: args.map((arg, position) => (isMarked(position) ? marked(arg, position) : arg)),
      names: args.flatMap((_arg, position) => (isMarked(position) ? [`argument${String(position)}`] : [])),
    };
  });
}

/** The usual answers, and each other answer to a question that the call asks. */
function answersOf(ird: string): readonly Readonly<Record<string, string>>[] {
  const asked = buildCall(ird).assumptions.filter(isAssumption);
  return [{}, ...asked.flatMap((id) => allowedValues(id).map((answer) => ({ [id]: answer })))];
}

/** Calls that are computed where they stand; a lifted one has its arguments in the request. */
const computed = functionMappings.flatMap((row) =>
  row.examples
    .map(({ ird }) => ird)
    .filter((ird) => row.lift === undefined || row.lift.applies?.(readCall(ird).args) === false),
);

test.each(computed)('%s evaluates its arguments once each, from left to right', (ird) => {
  for (const answers of answersOf(ird)) {
    for (const { args, names } of choices(readCall(ird).args)) {
      const { js } = buildCall(ird, answers, args);
      expect(evaluated(js), js).toEqual(names);
    }
  }
});

describe('the check', () => {
  test('covers the rows that take several arguments', () => {
    const several = computed.filter((ird) => readCall(ird).args.length > 1).map((ird) => readCall(ird).name);
    for (const name of [
      'KVListGetStringValue',
      'KVListKeyByIndex',
      'ListGetInteger',
      'CallsEntered',
      'StrSub',
    ])
      expect(several).toContain(name);
  });

  test('sees arguments in another order, dropped and doubled', () => {
    expect(evaluated('f(_data.v_argument1, _data.v_argument0)')).toEqual(['argument1', 'argument0']);
    expect(evaluated("f('')")).toEqual([]);
    expect(evaluated('_data.v_argument0 || _data.v_argument0')).toEqual(['argument0', 'argument0']);
  });
});
