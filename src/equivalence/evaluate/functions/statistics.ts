// SData and its relatives: a statistic of a target, as the surroundings know it; the names of statistics, which can be called as well; and one statistic
// over several targets.
import { statisticFacts } from '../../../ir/vocabulary/functions/statistics.js';
import type { EvaluationContext } from '../context.js';
import { failedWith, isFailed, type Failed, type IrdValue } from '../values.js';
import type { Compute, Family } from './define.js';

function read(object: string, name: string, cx: EvaluationContext): number | Failed {
  const found = cx.statistic(object, name);
  if (found !== undefined) return found;
  return cx.assume('sdata.missing') === 'error' ? failedWith(`"${name}" of "${object}" has no value`) : 0;
}

const ofTarget: Compute = (args, cx) => read(args.text(0), args.text(1), cx);

/** A statistic by its name: what the surroundings know of it (the place and the wait of the interaction itself), else that of the target. */
const named =
  (name: string): Compute =>
  (args, cx): IrdValue | Failed => {
    const values = Array.from({ length: args.count }, (_, position) => args.value(position));
    const known = cx.ask(name, values);
    if (known !== undefined) return known;
    const reason = `what "${name}" gives without a target is not known here`;
    return args.count > 0 ? read(args.text(0), name, cx) : { failed: 'unknown', reason };
  };

/** One number from the statistic of several targets, which stand in a text with commas between. */
const over =
  (combine: (values: readonly number[]) => number): Compute =>
  (args, cx) => {
    const values: number[] = [];
    for (const part of args.text(0).split(',')) {
      const object = part.trim();
      if (object === '') continue;
      const value = read(object, args.text(1), cx);
      if (isFailed(value)) return value;
      values.push(value);
    }
    return values.length === 0 ? 0 : combine(values);
  };

/** Calls that entered: of the router, the routing point, or else the virtual queue that the second argument names. */
const entered: Compute = (args, cx) => {
  const places = new Map([
    ['Router', 'R'],
    ['RoutingPoint', 'RP'],
  ]);
  return read(places.get(args.text(0)) ?? args.text(1), 'CallsEntered', cx);
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Names of statistics that can be called. */
export const calledStatistics: readonly string[] = statisticFacts.map(({ name }) => name);

export const statistics: Family = {
  ...Object.fromEntries(calledStatistics.map((name) => [name, named(name)])),
  AgentStat: ofTarget,
  CallsEntered: entered,
  GetAvgStatData: over((values) => sum(values) / values.length),
  GetMaxStatData: over((values) => values.reduce((a, b) => Math.max(a, b))),
  GetMinStatData: over((values) => values.reduce((a, b) => Math.min(a, b))),
  GetStatData: ofTarget,
  RVQData: ofTarget,
  SData: ofTarget,
};
