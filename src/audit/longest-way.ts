// The longest way through the blocks of a strategy, by the seconds that they and what they call can hold a call.
import type { Waits, WaitStep } from './facts.js';

/** Seconds on the longest way from anywhere, what waits on it, and whether a loop on it may wait again. `secondsOf` gives what a called strategy adds. */
export function longestWay(
  steps: readonly WaitStep[],
  secondsOf: (name: string) => number,
): Pick<Waits, 'seconds' | 'path' | 'repeats'> {
  const held = steps.map(({ waits, calls }) => [
    ...waits,
    ...calls
      .map(({ block, name }) => ({ block: `${block} (${name})`, seconds: secondsOf(name) }))
      .filter(({ seconds }) => seconds > 0),
  ]);
  const own = held.map((each) => each.reduce((sum, { seconds }) => sum + seconds, 0));
  // Steps stand after those that they lead to.
  const total: number[] = [];
  const following = steps.map(({ next }, place) => {
    const best = longest(next, total);
    total[place] = (own[place] ?? 0) + (best === undefined ? 0 : (total[best] ?? 0));
    return best;
  });
  const start = longest([...total.keys()], total);
  const way: number[] = [];
  for (let at = start; at !== undefined; at = following[at]) way.push(at);
  return {
    seconds: total[start ?? -1] ?? 0,
    path: way.flatMap((place) => held[place] ?? []),
    repeats: way.some((place) => steps[place]?.repeats === true && (own[place] ?? 0) > 0),
  };
}

const longest = (places: readonly number[], total: readonly number[]): number | undefined =>
  places.reduce<number | undefined>(
    (found, place) => (found === undefined || (total[place] ?? 0) > (total[found] ?? 0) ? place : found),
    undefined,
  );
