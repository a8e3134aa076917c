// Rand: one draw for each evaluation, from 1 to the interval.
import { failedWith } from '../values.js';
import type { Family } from './define.js';

export const random: Family = {
  Rand: (args, cx) => {
    const interval = args.integer(0);
    if (interval < 1) return failedWith(`Rand needs an interval of at least 1, not ${String(interval)}`);
    return 1 + Math.floor(cx.draw() * interval);
  },
};
