// The random draws of a run: those that the scenario lists, in sequence, then a generator that its seed decides.

/** Gives the next draw at each call, from 0 up to 1. */
export function createDraws(listed: readonly number[], seed: number): () => number {
  let next = 0;
  let state = seed | 0;
  return () => {
    const draw = listed[next++];
    if (draw !== undefined) return draw;
    // Mulberry32: small, and the same on every machine.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
