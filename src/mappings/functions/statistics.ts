// SData: the value of a statistic, and the names of statistics, which can be called as well. ORS knows ten statistics without a subscription; what it has
// only after one is asked for.
import { statisticFacts } from '../../ir/vocabulary/functions/statistics.js';
import { defineFunctions, type FunctionContext, type FunctionMapping } from '../define.js';
import type { Expr } from '../../ir/nodes.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { literalOf } from '../literal.js';
import type { Lift } from '../lifting/define.js';
import { queryOwn } from './queue-state.js';
import { argument, since813, sources } from './row.js';
import { subscription } from './subscription.js';

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
  const name = nameOf(argument);
  const doubt =
    name === undefined
      ? 'the statistic is known at run time only: all but ten need a subscription in ORS'
      : doubtAbout(name);
  if (doubt !== undefined) cx.review(doubt);
}

/** Why ORS may not give that statistic as URS did; undefined when it predefines it. */
function doubtAbout(name: string): string | undefined {
  if (ursStatistics.includes(name))
    return `"${name}" comes from URS: with a direct connection to Stat Server it needs a Statistic object`;
  if (specialObjects.test(name)) return `for "${name}" ORS accepts special values as object only`;
  if (predefinedStatistics.includes(name)) return undefined;
  return `"${name}" is not predefined in ORS: it must be subscribed to before it is read`;
}

function readStatistic(cx: FunctionContext, ...args: readonly Js[]): Js {
  const missing = cx.assume('sdata.missing');
  return cx.library(missing === 'error' ? 'present' : 'num', js.call('_genesys.statistic.sData', ...args));
}

/** The statistic when reading it takes a subscription: it is known, and Stat Server has it for any object. */
function needsSubscription(name: string | undefined): string | undefined {
  if (name === undefined || ursStatistics.includes(name) || specialObjects.test(name)) return undefined;
  return predefinedStatistics.includes(name) ? undefined : name;
}

/** What the interaction itself is asked about when no target is given. */
const ofOwnRequest: Readonly<Record<string, Lift>> = {
  InVQWaitTime: queryOwn('invqwaittime'),
  PositionInQueue: queryOwn('positioninqueue'),
};

/** A call of a statistic's name: about the own request without a target, else by subscription where that is needed. */
function liftOf(name: string): Lift {
  const own = ofOwnRequest[name];
  const told = subscription({
    object: (args) => argument(args, 0),
    statistic: (exprs) => (exprs.length === 0 ? undefined : needsSubscription(name)),
  });
  return {
    applies: (exprs) => (own?.applies?.(exprs) ?? false) || (told.applies?.(exprs) ?? false),
    request: (args, cx, exprs) =>
      (own !== undefined && exprs.length === 0 ? own : told).request(args, cx, exprs),
  };
}

/** The statistic's name: a literal text, or a bare name that the vocabulary knows. */
function nameOf(argument: Expr | undefined): string | undefined {
  if (argument === undefined) return undefined;
  const value = argument.kind === 'constant' ? argument.value : literalOf(argument);
  return value === undefined ? undefined : String(value);
}

/** SData and its relatives: target first, then the statistic. */
const ofTarget: Lift = subscription({
  object: (args) => argument(args, 0),
  statistic: (exprs) => needsSubscription(nameOf(exprs[1])),
});

/** A function that reads a statistic of an object as SData does. */
const readAs = (ird: string, about: string, object: string): FunctionMapping => ({
  ird,
  evidence: 'inferred',
  disposition: 'review',
  cost: 2,
  target: since813,
  source: sources.statistics,
  about,
  throws: true,
  examples: [
    {
      ird: `${ird}['${object}','StatAgentsAvailable']`,
      js: `ird.num(_genesys.statistic.sData('${object}', 'StatAgentsAvailable'))`,
      value: 3,
    },
  ],
  lift: ofTarget,
  build: (args, cx, exprs) => {
    reviewStatistic(exprs[1], cx);
    return readStatistic(cx, ...args);
  },
});

export const statistics = defineFunctions([
  {
    ird: 'SData',
    evidence: 'documented',
    disposition: 'exact',
    cost: 1,
    target: since813,
    source: sources.statistics,
    about:
      'Current value of a statistic for a target. What a statistic without a value gives is an assumption. The ten statistics that ORS predefines are read at once, others by a subscription.',
    throws: true,
    examples: [
      {
        ird: "SData['Sales@StatServer.GA','StatAgentsAvailable']",
        js: "ird.num(_genesys.statistic.sData('Sales@StatServer.GA', 'StatAgentsAvailable'))",
        value: 3,
      },
    ],
    lift: ofTarget,
    build: (args, cx, exprs) => {
      reviewStatistic(exprs[1], cx);
      return readStatistic(cx, ...args);
    },
  },
  readAs(
    'GetStatData',
    'Read as SData does, target first; the function is known by name only',
    'Sales@StatServer.GA',
  ),
  readAs(
    'RVQData',
    'Read as SData does, virtual queue first, then the statistic; the function is known by name only, and that it takes them in this order is assumed',
    'VQ_Sales',
  ),
  readAs(
    'AgentStat',
    'Read as SData does, agent first, then the statistic; the function is known by name only, and that it takes them in this order is assumed',
    '1001@StatServer.A',
  ),
  ...(['Avg', 'Max', 'Min'] as const).map((kind): FunctionMapping => {
    const name = `_genesys.statistic.get${kind}Data`;
    return {
      ird: `Get${kind}StatData`,
      evidence: 'inferred',
      disposition: 'review',
      cost: 2,
      target: since813,
      source: 'Orchestration Server Deployment Guide, Direct Statistic Subscription: names of the functions',
      about: `The same by get${kind}Data; the parameters of neither are documented and pass through`,
      throws: true,
      examples: [
        {
          ird: `Get${kind}StatData['Sales@.GA,Support@.GA','StatAgentsAvailable']`,
          js: `ird.num(${name}('Sales@.GA,Support@.GA', 'StatAgentsAvailable'))`,
          value: { Avg: 4, Max: 5, Min: 3 }[kind],
        },
      ],
      build: (args, cx) => cx.library('num', js.call(name, ...args)),
    };
  }),
  {
    ird: 'CallsEntered',
    evidence: 'documented',
    disposition: 'review',
    cost: 1,
    target: since813,
    source: sources.irdDescription,
    about:
      "Calls that entered the router, the routing point or a virtual queue, by the statistic of that name; the objects R and RP are those of the vendor's replacement",
    throws: true,
    examples: [
      {
        ird: "CallsEntered['VirtualQueue','VQ_Sales']",
        js: "ird.num(_genesys.statistic.sData('VQ_Sales', 'CallsEntered'))",
        value: 7,
      },
      {
        ird: "CallsEntered['Router']",
        js: "ird.num(_genesys.statistic.sData('R', 'CallsEntered'))",
        value: 0,
      },
      {
        ird: "CallsEntered['RoutingPoint']",
        js: "ird.num(_genesys.statistic.sData('RP', 'CallsEntered'))",
        value: 0,
      },
    ],
    build: (args, cx) => readStatistic(cx, enteredWhere(args, cx), js.text('CallsEntered')),
  },
  ...statisticFacts.map(({ name }): FunctionMapping => {
    const doubt = doubtAbout(name);
    return {
      ird: name,
      evidence: 'documented',
      disposition: doubt === undefined ? 'exact' : 'review',
      cost: 1,
      target: since813,
      source: sources.statistics,
      about: `As the statistic of SData it keeps its name${doubt === undefined ? '; ORS predefines it' : ` (${doubt})`}. A call of the name reads it for its first argument`,
      throws: true,
      examples: [
        {
          ird: `${name}['Sales@StatServer.GA']`,
          js: `ird.num(_genesys.statistic.sData('Sales@StatServer.GA', '${name}'))`,
        },
      ],
      lift: liftOf(name),
      build: (args, cx) => {
        cx.review('a statistic that is called as a function: its parameters are not documented');
        return readStatistic(cx, argument(args, 0), js.text(name));
      },
    };
  }),
]);

/** The object of CallsEntered in ORS: `R`, `RP`, or the name of the virtual queue. A word that is not written out is looked at once, when it is known. */
function enteredWhere(args: readonly Js[], cx: FunctionContext): Js {
  const where = argument(args, 0);
  const short: Readonly<Record<string, string>> = { Router: 'R', RoutingPoint: 'RP' };
  const special = where.kind === 'string' ? short[where.value] : undefined;
  if (where.kind === 'string' && special === undefined) return argument(args, 1);
  return special !== undefined && args.length < 2 ? js.text(special) : cx.library('enteredWhere', ...args);
}
