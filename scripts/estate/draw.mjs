// Draws that repeat: a small generator of random numbers (mulberry32) and what an estate needs of it.

/** Draws from a seed: the same seed gives the same numbers on every machine. */
export function openDraws(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** A whole number from `low` to `high`, both included. */
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    /** One of a list; early ones are drawn more often, as some groups and lists of a site are used everywhere. */
    often: (list) => list[Math.floor(next() * next() * list.length)],
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
    /** Log-normal: most are small, a few are large. */
    size: (middle, spread, low, high) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.min(high, Math.max(low, Math.round(middle * Math.exp(spread * normal))));
    },
  };
}
