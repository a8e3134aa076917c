// Keeps few of the scenarios that were found: those that together reach all that was reached, each as small as it can be.
import { isScenario } from '../../runtime-check/scenario/read.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import { smallest } from '../../runtime-check/explore/smaller.js';
import type { Found } from './search.js';
import type { SourceLog } from './source-log.js';

/** A scenario of the suite, and what it reaches that none before it does. */
export interface Kept {
  readonly found: Found;
  readonly share: readonly string[];
}

/** Which are needed: the one that reaches most first; of two alike the one that was found first. At most so many. */
export function cover(found: readonly Found[], most: number): readonly Kept[] {
  const reached = new Set<string>();
  const shareOf = ({ reached: own }: Found): readonly string[] => [...own].filter((key) => !reached.has(key));
  const offers = found.map((each, order) => ({ each, order, gain: each.reached.size }));
  const kept: Kept[] = [];
  while (offers.length > 0 && kept.length < most) {
    offers.sort((a, b) => b.gain - a.gain || a.order - b.order);
    // A gain only gets smaller: the first whose gain is still what it was is the best.
    const best = offers[0];
    if (best === undefined) break;
    const share = shareOf(best.each);
    if (share.length === 0) {
      offers.shift();
      continue;
    }
    if (share.length < best.gain && share.length < (offers[1]?.gain ?? 0)) {
      best.gain = share.length;
      continue;
    }
    offers.shift();
    kept.push({ found: best.each, share });
    for (const key of share) reached.add(key);
  }
  return kept;
}

/** The smallest scenario that still reaches the share; what it was made for must stay in it, so that one keeps its size. */
export function shrink(
  { found, share }: Kept,
  rerun: (scenario: Scenario) => SourceLog | undefined,
): Scenario {
  const { scenario } = found.log;
  if (share.some((key) => key.startsWith('made '))) return scenario;
  return smallest(scenario, (smaller) => {
    const log = isScenario(smaller) ? rerun(smaller) : undefined;
    return log !== undefined && share.every((key) => log.reached.has(key));
  });
}
