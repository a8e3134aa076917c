// Entry points of the runtime check. It reads SCXML text only: nothing here imports the converter.
import type { Outcome } from '../diagnostics/index.js';
import type { Scenario } from './scenario/types.js';
import type { RunResult } from './trace.js';

export { defaultScenarios } from './scenario/defaults.js';
export { readScenarios } from './scenario/read.js';
export { scenarioSchema } from './scenario/schema.js';
export type { Scenario } from './scenario/types.js';
export type { Detail, RunResult, Step } from './trace.js';
export { formatTrace, traceJsonLines } from './trace-format.js';
export { validatePage } from './validate/validate.js';

export interface RunPageOptions {
  /** The bytes of the script sandbox. */
  readonly wasm: Uint8Array;
  /** Keep states, transitions, events and logs in the result. */
  readonly verbose?: boolean;
}

/** Runs a page in a scenario's world. Diagnostics: failed expectations, script errors, budgets. Never throws on input. */
export async function runPage(
  text: string,
  file: string,
  scenario: Scenario,
  options: RunPageOptions,
): Promise<Outcome<RunResult>> {
  throw new Error(`internal: runPage ${file} ${scenario.name} ${text.length} ${String(options.verbose)}`);
}
