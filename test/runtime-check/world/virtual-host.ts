// A virtual clock for tests of the world: runs scheduled calls in order of time.
import type { WorldHost } from '../../../src/runtime-check/world/host.js';

export interface VirtualHost extends WorldHost {
  /** Lets time pass, in seconds. */
  pass(seconds: number): void;
  readonly assumed: readonly string[];
}

export const startOfTime = Date.UTC(2026, 2, 2, 9, 0, 0);

export function virtualHost(draws: readonly number[] = []): VirtualHost {
  let now = startOfTime;
  let handles = 0;
  let drawn = 0;
  const assumed: string[] = [];
  const calls = new Map<number, { readonly at: number; readonly call: () => void }>();
  return {
    assumed,
    now: () => now,
    schedule: (delay, call) => {
      handles++;
      calls.set(handles, { at: now + delay, call });
      return handles;
    },
    withdraw: (handle) => calls.delete(handle),
    random: () => draws[drawn++] ?? 0.5,
    assume: (id) => {
      assumed.push(id);
    },
    left: () => undefined,
    pass: (seconds) => {
      const until = now + seconds * 1000;
      for (;;) {
        const next = [...calls]
          .filter(([, { at }]) => at <= until)
          .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
        if (next === undefined) break;
        calls.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].call();
      }
      now = until;
    },
  };
}
