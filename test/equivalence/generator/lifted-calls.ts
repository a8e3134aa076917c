// Generated calls that become requests: statistics that are subscribed, questions to the queue, to URS, to databases and to web services.
import fc, { type Arbitrary } from 'fast-check';
import type { EvaluationContext } from '../../../src/equivalence/evaluate/context.js';
import { toText } from '../../../src/equivalence/evaluate/values.js';
import { answersOfUrs, broken, fromDatabase, fromWeb, waited } from './surroundings.js';

type Text = Arbitrary<string>;

/** Calls by what they give, made of expressions of those types. */
export type LiftedCalls = (parts: { readonly int: Text; readonly str: Text }) => {
  readonly numbers: readonly Text[];
  readonly texts: readonly Text[];
};

const oneOf = (...words: readonly string[]): Text => fc.constantFrom(...words);

const objects = oneOf(
  "'Sales@StatServer.GA'",
  "'VQ_A@S.Q'",
  "'none@.GA'",
  "Cat['VQ_A','@S.Q']",
  "Cat['VQ_A@S.Q',GetStringKey['x',UData['none']]]",
);
const subscribed = oneOf('CallsWaiting', "'CallsWaiting'", 'ExpectedWaitTime', "'ExpectedWaitTime'");

export const liftedCalls: LiftedCalls = ({ int, str }) => ({
  numbers: [
    fc
      .tuple(oneOf('SData', 'GetStatData', 'RVQData'), objects, subscribed)
      .map(([name, object, statistic]) => `${name}[${object},${statistic}]`),
    fc
      .tuple(oneOf('CallsWaiting', 'ExpectedWaitTime'), objects)
      .map(([name, object]) => `${name}[${object}]`),
    oneOf('GetPriority[]', 'PlaceInQueue[]', 'PositionInQueue[]', 'InVQWaitTime[]'),
  ],
  texts: [
    str.map((name) => `GetObjectProperty[${name},'x']`),
    fc.tuple(str, int).map(([map, key]) => `GetMapValue[${map},${key}]`),
    oneOf('TimeBehind[]', 'OtherTrunk[]', "TargetState['1001.A']"),
    fc.tuple(str, int).map(([query, n]) => `DBQuery['DAP',${query},${n}]`),
    oneOf("WebService['http://rates.example/x']", "WebService['http://broken.example/x']"),
    str.map((key) => `WebService['http://rates.example/x',Cat['k:',${key}]]`),
  ],
});

/** What the lifted calls give in the world of the generated expressions. */
export const ask: EvaluationContext['ask'] = (name, args) => {
  const failed = { failed: 'error', reason: 'refused' } as const;
  switch (name) {
    case 'GetPriority':
      return 7;
    case 'PlaceInQueue':
    case 'PositionInQueue':
      return 1;
    case 'InVQWaitTime':
      return waited;
    case 'DBQuery':
      return fromDatabase;
    case 'WebService':
      return toText(args[0] ?? '').includes(broken) ? failed : fromWeb.list;
    case 'TargetState':
      return failed;
    default:
      return answersOfUrs.get(name);
  }
};
