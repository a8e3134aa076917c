// Which of those who may take a request is chosen: as listed, by statistic, or by weight.
import type { Resource } from './agents.js';
import { takers, thresholdMet, type ChoiceContext } from './eligibility.js';
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

/** Picks one; `draw` is asked once, and only for percentage order. */
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
      return found[0];
    case 'max':
    case 'min':
      return best(found, order, statistic, context);
    case 'percentage':
      context.assume('percentage-draw');
      return byWeight(found, draw());
    default:
      return order satisfies never;
  }
}

function best(
  found: readonly Candidate[],
  order: 'max' | 'min',
  statistic: string,
  context: ChoiceContext,
): Candidate | undefined {
  const sign = order === 'max' ? 1 : -1;
  let winner: { readonly candidate: Candidate; readonly rank: number } | undefined;
  for (const candidate of found) {
    const value =
      context.statistics.ofResource(candidate.resource, statistic, context.at) ??
      context.statistics.value(candidate.target.text, statistic, context.at);
    if (value === undefined) {
      context.assume('unknown-statistic', `"${statistic}" of "${candidate.resource.id}"`);
    }
    const rank = sign * (value ?? 0);
    if (winner === undefined || rank > winner.rank) winner = { candidate, rank };
  }
  return winner?.candidate;
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
