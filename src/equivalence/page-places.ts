// Runs a page once more and keeps where it was: the state of each step.
import type { RunnablePage } from '../runtime-check/run-prepare.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import type { Detail, RunResult } from '../runtime-check/trace.js';

export interface PagePlaces {
  /** Id of the innermost state that was entered last before the step with this index was taken; '' for none. */
  readonly stateOfStep: (index: number) => string;
  /** The same for a moment, in virtual seconds. */
  readonly stateAt: (seconds: number) => string;
}

/** Runs a page in a scenario; the page must have been prepared `verbose` for its places. */
export function runPrepared(page: RunnablePage, scenario: Scenario): RunResult {
  const run = page.start(scenario);
  try {
    return run.result(run.run()).value;
  } finally {
    run.dispose();
  }
}

/** Where a run was, from its details. */
export function placesOf({ details }: RunResult): PagePlaces {
  const entered = details.filter(({ kind }) => kind === 'enter');
  const last = (holds: (detail: Detail) => boolean): string => {
    const state = entered.findLast(holds)?.facts?.['state'];
    return typeof state === 'string' ? state : '';
  };
  return {
    stateOfStep: (index) => last(({ after }) => after <= index),
    stateAt: (seconds) => last(({ at }) => at <= seconds),
  };
}
