// IncrementPriority and its Ex form: the priority grows while the interaction waits. The page sets what later selections need for it, or hands the whole over to
// the queue functions of Orchestration.
import { defineFunctions, type FunctionContext, type FunctionMapping } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { since813 } from './row.js';

const row = {
  evidence: 'inferred',
  disposition: 'review',
  cost: 3,
  target: since813,
  throws: true,
  source:
    'names from general knowledge; names of the queue functions in a log of Orchestration Server; re-submit seen in practice',
} as const satisfies Partial<FunctionMapping>;

/** The arguments by their meaning, in the order in which they stand; undefined when they cannot be read. */
function readArguments(args: readonly Js[], cx: FunctionContext): Js | undefined {
  const [first, second, limit, further] = args;
  if (first === undefined || second === undefined || further !== undefined) return undefined;
  const perUnit = cx.assume('priority-increment.interval') === 'minutes' ? 60 : 1;
  const seconds = (interval: Js): Js => {
    if (perUnit === 1) return interval;
    return interval.kind === 'number'
      ? js.number(interval.value * perUnit)
      : js.binary(cx.library('num', interval), '*', js.number(perUnit));
  };
  const swapped = cx.assume('priority-increment.arguments') === 'interval, increment';
  if (limit !== undefined) cx.assume('priority-increment.limit');
  return js.object({
    ...(swapped ? { every: seconds(first), by: second } : { by: first, every: seconds(second) }),
    ...(limit === undefined ? {} : { limit }),
  });
}

const build: FunctionMapping['build'] = (args, cx) => {
  const growth = readArguments(args, cx);
  if (growth === undefined) {
    cx.fail(
      `an increment and an interval are taken for its arguments, and a limit as the third; it has ${args.length}`,
    );
    return js.text('');
  }
  if (cx.priorityIncrements === 'queue-functions')
    return cx.library('incrementInQueue', cx.interaction, growth);
  cx.assume('priority-increment.again');
  return cx.library('incrementPriority', growth);
};

const about =
  'the priority of the selections that follow grows at each interval while the call waits, by a re-submit that keeps its age unless the option priority-increments names another way; increment, interval and limit in this order are inferred';

export const priorityIncrements = defineFunctions([
  {
    ...row,
    ird: 'IncrementPriority',
    about: `Known by name only: ${about}`,
    examples: [
      { ird: 'IncrementPriority[2,10]', js: 'ird.incrementPriority({ by: 2, every: 10 })', value: '' },
    ],
    build,
  },
  {
    ...row,
    ird: 'IncrementPriorityEx',
    about: `Known by name only, taken for the form with a limit: ${about}`,
    examples: [
      {
        ird: 'IncrementPriorityEx[2,10,50]',
        js: 'ird.incrementPriority({ by: 2, every: 10, limit: 50 })',
        value: '',
      },
    ],
    build,
  },
]);
