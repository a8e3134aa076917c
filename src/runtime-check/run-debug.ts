// A run that somebody steers by hand. What is done to it is written into its scenario, at a moment that has not come yet, and the run is repeated up to
// where it stood: runs are repeatable, so that the run which is seen is always the run of the scenario, and saving it is exact.
import type { Outcome } from '../diagnostics/index.js';
import type { Stop } from './interpreter/types.js';
import type { Edit } from './run-edits.js';
import type { RunnablePage } from './run-prepare.js';
import type { Run, RunMark } from './run-steps.js';
import type { RunView } from './run-view.js';
import type { Scenario } from './scenario/types.js';
import type { ScriptResult } from './script/engine.js';
import type { Detail, RunResult, Step } from './trace.js';

export interface DebugRun {
  /** The scenario with all that was done. */
  readonly scenario: Scenario;
  /** Why nothing more is to be done; undefined while the run goes on. */
  readonly stop: Stop | undefined;
  /** Steps of the run that were taken. */
  readonly taken: number;
  /** Virtual seconds: those of the run, or those to which the clock was advanced. */
  readonly now: number;
  view(): RunView;
  /** The next small thing, not later than `until` seconds; false when there is nothing to do (by then). */
  step(until?: number): boolean;
  /** Advances the clock over a time in which nothing happens. */
  advance(to: number): void;
  /** Steps and details since it was asked last. */
  news(): readonly (Step | Detail)[];
  /**
   * Does something to the run: `edit` makes the change for the moment that it is given, the next one in which nothing has been done yet. False when
   * the change has altered what had happened before.
   */
  change(edit: (at: number) => Edit): boolean;
  /** Takes back the last change, and goes to where it was made; false when there is none. */
  undo(): boolean;
  /** Goes to where the run had taken so many steps. */
  goTo(taken: number): void;
  /** The value of an expression; what it changes is undone. */
  examine(source: string): ScriptResult;
  /** What has come of the run so far. */
  result(): Outcome<RunResult>;
  dispose(): void;
}

interface Change {
  readonly scenario: Scenario;
  readonly taken: number;
  readonly clock: number;
  readonly moment: number;
}

/** Starts a run to be steered. */
export function debugRun(page: RunnablePage, given: Scenario): DebugRun {
  let scenario = given;
  let run: Run = page.start(scenario);
  let taken = 0;
  /** To where the clock was advanced, and when the run has done something last. */
  let clock = 0;
  let acted = 0;
  let stop: Stop | undefined;
  let seen: RunMark = { steps: 0, details: 0 };
  /** The moment of the last change. */
  let moment = -1;
  /** An expression was evaluated in the run, which may have changed it. */
  let touched = false;
  const changes: Change[] = [];

  const now = (): number => Math.max(clock, acted);

  function repeat(next: Scenario, steps: number): void {
    run.dispose();
    scenario = next;
    run = page.start(scenario);
    touched = false;
    stop = undefined;
    taken = 0;
    acted = 0;
    while (taken < steps && stop === undefined) stepOnce(undefined);
  }

  function stepOnce(until: number | undefined): boolean {
    const found = run.step(until);
    if (found?.kind === 'idle') {
      // Time has passed, and nothing was due in it: nothing was done.
      if (until === undefined) stop = found;
      else clock = Math.max(clock, until);
      return false;
    }
    taken++;
    acted = run.seconds();
    stop = found;
    return true;
  }

  const restore = (): void => {
    if (touched) repeat(scenario, taken);
  };

  /** The next moment that nothing else has: now, when the clock was advanced to it, else a millisecond later. */
  function nextMoment(): number {
    const isFree = clock > acted && clock > moment;
    if (isFree) return clock;
    return (Math.floor(Math.max(now(), moment) * 1000 + 1e-6) + 1) / 1000;
  }

  /** What shows whether a change altered the past. */
  const trail = (): string =>
    JSON.stringify([acted, run.view().states, run.result({ kind: 'idle' }).value.steps]);

  return {
    get scenario() {
      return scenario;
    },
    get stop() {
      return stop;
    },
    get taken() {
      return taken;
    },
    get now() {
      return now();
    },
    view: () => run.view(now()),
    step: (until) => {
      restore();
      return stop === undefined || stop.kind === 'idle' ? stepOnce(until) : false;
    },
    advance: (to) => {
      clock = Math.max(clock, to);
    },
    news: () => {
      const news = run.since(seen);
      seen = run.mark();
      return news;
    },
    change: (edit) => {
      const before = { scenario, taken, clock: now(), moment };
      const past = trail();
      const at = nextMoment();
      repeat(edit(at)(scenario), taken);
      changes.push(before);
      moment = at;
      seen = run.mark();
      return trail() === past && taken === before.taken;
    },
    undo: () => {
      const last = changes.pop();
      if (last === undefined) return false;
      ({ clock, moment } = last);
      repeat(last.scenario, last.taken);
      seen = run.mark();
      return true;
    },
    goTo: (steps) => {
      clock = 0;
      repeat(scenario, Math.max(0, steps));
      seen = steps <= 0 ? { steps: 0, details: 0 } : run.mark();
    },
    examine: (source) => {
      restore();
      touched = true;
      return run.examine(source);
    },
    result: () => run.result(stop ?? { kind: 'idle' }),
    dispose: () => {
      run.dispose();
    },
  };
}
