// Runs one page in one scenario: compile, simulate, run to an end, judge.
import type { Outcome } from '../diagnostics/index.js';
import { nothingReached } from './interpreter/reached.js';
import { notRunnable, preparePage, type RunPageOptions } from './run-prepare.js';
import type { Scenario } from './scenario/types.js';
import type { RunResult } from './trace.js';

export type { RunPageOptions } from './run-prepare.js';

/** Runs a page in a scenario's world. Diagnostics: failed expectations, script errors, budgets. Never throws on input. */
export async function runPage(
  text: string,
  file: string,
  scenario: Scenario,
  options: RunPageOptions,
): Promise<Outcome<RunResult>> {
  const prepared = await preparePage(text, file, options);
  if (prepared.value === undefined) {
    const { reason, diagnostics } = notRunnable(file, scenario.name, prepared);
    return { value: notRun(scenario, reason), diagnostics };
  }
  const run = prepared.value.start(scenario);
  try {
    return run.result(run.run());
  } finally {
    run.dispose();
  }
}

const notRun = (scenario: Scenario, reason: string): RunResult => ({
  scenario: scenario.name,
  end: 'stuck',
  reason: `the page could not be run: ${reason}`,
  target: undefined,
  steps: [],
  details: [],
  visited: {},
  covered: { states: [], transitions: [] },
  udata: {},
  duration: 0,
  microsteps: 0,
  queues: [],
  peaks: { ...nothingReached(), sessionAge: 0 },
});
