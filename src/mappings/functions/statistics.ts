// SData: a statistic read at once. ORS knows ten statistics without a subscription; for all others the equivalent needs a look.
import { defineFunctions, type FunctionContext } from '../define.js';
import type { Expr } from '../../ir/nodes.js';
import * as js from '../js.js';
import { since813, sources } from './row.js';

/** Statistics that `_genesys.statistic.sData` gives without `statistic:subscribe`. */
export const predefinedStatistics: readonly string[] = [
  'StatTimeInReadyState',
  'StatAgentsAvailable',
  'StatAgentsTotal',
  'StatAgentsBusy',
  'StatCallsAnswered',
  'StatCallsCompleted',
  'StatExpectedWaitingTime',
  'StatLoadBalance',
  'StatAgentsInQueueLogin',
  'StatAgentsInQueueReady',
];

/** Statistics that only URS has: ORS gets them from there, or from Statistic objects in direct Stat Server mode. */
const ursStatistics: readonly string[] = ['RStatCallsInQueue', 'StatAgentLoading'];

/** Statistics whose object is one of a few special values in ORS. */
const specialObjects = /^(Not)?Distributed|^Calls(Distributed|Answered)$/;

function reviewStatistic(argument: Expr | undefined, cx: FunctionContext): void {
  const name = nameOf(argument, cx);
  if (name === undefined) {
    cx.review('the statistic is known at run time only: all but ten need a subscription in ORS');
  } else if (ursStatistics.includes(name)) {
    cx.review(
      `"${name}" comes from URS: with a direct connection to Stat Server it needs a Statistic object`,
    );
  } else if (specialObjects.test(name)) {
    cx.review(`for "${name}" ORS accepts special values as object only`);
  } else if (!predefinedStatistics.includes(name)) {
    cx.review(`"${name}" is not predefined in ORS: it must be subscribed to before it is read`);
  }
}

/** The statistic's name: a literal text, or a bare name that the vocabulary knows. */
function nameOf(argument: Expr | undefined, cx: FunctionContext): string | undefined {
  if (argument === undefined) return undefined;
  const value = argument.kind === 'constant' ? argument.value : cx.literal(argument);
  return value === undefined ? undefined : String(value);
}

export const statistics = defineFunctions([
  {
    ird: 'SData',
    evidence: 'documented',
    disposition: 'exact',
    cost: 1,
    target: since813,
    source: sources.statistics,
    about:
      'Current value of a statistic for a target. What a statistic without a value gives is an assumption. Exact for the ten statistics that ORS predefines.',
    throws: true,
    examples: [
      {
        ird: "SData['Sales@StatServer.GA','StatAgentsAvailable']",
        js: "ird.num(_genesys.statistic.sData('Sales@StatServer.GA', 'StatAgentsAvailable'))",
        value: 3,
      },
    ],
    build: (args, cx, exprs) => {
      reviewStatistic(exprs[1], cx);
      const missing = cx.assume('sdata.missing');
      return cx.library(
        missing === 'error' ? 'present' : 'num',
        js.call('_genesys.statistic.sData', ...args),
      );
    },
  },
]);
