// What happens while a block waits: the caller hangs up right after it began, in the middle, right before it ends; the call is taken away.
import { withInteraction } from '../../runtime-check/explore/edit-scenario.js';
import type { Move, MoveBase } from './move.js';

/** Seconds beside an edge of a wait: before anything else could happen. */
const beside = 0.25;
const mostWaits = 3;

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The times that pass in a stay, one after the other: steps part them. */
export function waitsIn({ log, stay }: Pick<MoveBase, 'log' | 'stay'>): readonly Interval[] {
  const inside = log.run.steps.map(({ at }) => at).filter((at) => at > stay.from && at < stay.to);
  const edges = [...new Set([stay.from, ...inside, stay.to])];
  const waits = edges.slice(1).map((to, index) => ({ from: edges[index] ?? 0, to }));
  const [last] = waits.slice(mostWaits).slice(-1);
  return [...waits.slice(0, mostWaits), ...(last === undefined ? [] : [last])];
}

export function* waitMoves(base: MoveBase): Generator<Move> {
  const { scenario } = base.log;
  for (const [number, wait] of waitsIn(base).entries()) {
    const middle = round((wait.from + wait.to) / 2);
    const named = number === 0 ? '' : ` ${String(number + 1)}`;
    const moments = [
      ['right after wait began', wait.from + beside],
      ['in the middle of wait', middle],
      ['right before the end of wait', wait.to - beside],
    ] as const;
    for (const [words, at] of moments) {
      if (at <= wait.from || at >= wait.to) continue;
      yield {
        scenario: withInteraction(scenario, { hangup: round(at) }),
        words: `the caller hangs up ${words}${named}`,
      };
    }
    yield {
      scenario: { ...scenario, happenings: [...(scenario.happenings ?? []), { at: middle, taken: true }] },
      words: `the call is taken away in the middle of wait${named}`,
    };
  }
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
