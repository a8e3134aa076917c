// Which of those who may take a request is chosen: as listed, by statistic, or by weight.
import { takers, thresholdMet, type ChoiceContext } from './eligibility.js';
import type { Resource } from './resources.js';
import type { WantedTarget } from './target-string.js';

/** A target of a request together with somebody who could take it. */
export interface Candidate {
  readonly target: WantedTarget;
  readonly resource: Resource;
}

export type Order = 'any' | 'max' | 'min' | 'percentage';

/** Everybody who could take the request now, in the order in which the targets are listed. */
export function candidates(targets: readonly WantedTarget[], context: ChoiceContext): readonly Candidate[] {
  return targets
    .filter((target) => context.allTargetsReady || thresholdMet(target, context))
    .flatMap((target) => takers(target, context).map((resource) => ({ target, resource })));
}

/** Picks one; `draw` is asked at most once: for percentage order, and among agents who are loaded equally. */
export function choose(
  found: readonly Candidate[],
  order: Order,
  statistic: string,
  context: ChoiceContext,
  draw: () => number,
): Candidate | undefined {
  if (found.length === 0) return undefined;
  switch (order) {
    case 'any':
      if (found.some(({ resource }) => resource !== found[0]?.resource)) context.assume('any-order');
      return found[0];
    case 'max':
    case 'min':
      return best(found, order === 'max' ? 1 : -1, statistic, context, draw);
    case 'percentage':
      context.assume('percentage-draw');
      return byWeight(found, draw());
    default:
      return order satisfies never;
  }
}

/** Compared from the first figure on; undefined: there is no value. */
type Rank = readonly number[] | undefined;

function best(
  found: readonly Candidate[],
  sign: 1 | -1,
  statistic: string,
  context: ChoiceContext,
  draw: () => number,
): Candidate | undefined {
  let winners: Candidate[] = [];
  let highest: Rank;
  let without = false;
  for (const candidate of found) {
    const rank = rankOf(candidate, statistic, context);
    if (rank === undefined) without = true;
    const difference = winners.length === 0 ? 1 : compare(rank, highest, sign);
    if (difference > 0) {
      winners = [candidate];
      highest = rank;
    } else if (difference === 0) winners.push(candidate);
  }
  if (without && highest !== undefined) context.assume('missing-statistic', `"${statistic}"`);
  const people = new Set(winners.map(({ resource }) => resource));
  if (people.size <= 1) return winners[0];
  if (!isLoading(statistic, context)) {
    context.assume('equal-statistics');
    return winners[0];
  }
  const chosen = [...people][Math.floor(draw() * people.size)];
  return winners.find(({ resource }) => resource === chosen);
}

// The statistic of agent loading has three figures: free DNs, time in the ready state, and a random one.
const isLoading = (statistic: string, { statistics }: ChoiceContext): boolean =>
  statistic === 'StatAgentLoading' && !statistics.isGiven(statistic);

function rankOf({ target, resource }: Candidate, statistic: string, context: ChoiceContext): Rank {
  const { staff, at, demand, statistics } = context;
  if (isLoading(statistic, context)) {
    return [staff.free(resource, at, demand), staff.readyTime(resource, at, demand)];
  }
  const value =
    statistics.ofResource(resource, statistic, at, demand) ?? statistics.value(target.text, statistic, at);
  if (value === undefined) {
    context.assume('unknown-statistic', `"${statistic}" of "${resource.id}"`);
    return undefined;
  }
  return [value];
}

/** Positive when `a` comes before `b`; whoever has no value comes last, in either order. */
function compare(a: Rank, b: Rank, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  for (const [index, figure] of a.entries()) {
    const other = b[index] ?? 0;
    if (figure !== other) return figure > other ? sign : -sign;
  }
  return 0;
}

// The draw falls on one of the targets that are ready, each as wide as its weight; without any weight all are equally wide.
function byWeight(found: readonly Candidate[], draw: number): Candidate | undefined {
  const targets = [...new Set(found.map((candidate) => candidate.target))];
  const weights = targets.map((target) => target.weight ?? 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  const widths = sum > 0 ? weights : weights.map(() => 1);
  const total = sum > 0 ? sum : targets.length;
  let edge = 0;
  for (const [index, width] of widths.entries()) {
    edge += width;
    if (draw * total < edge) return found.find((candidate) => candidate.target === targets[index]);
  }
  return found.at(-1);
}
