// Entry points of the runtime check. It reads SCXML text only: nothing here imports the converter.
import type { Diagnostic, Outcome } from '../diagnostics/index.js';
import type { Scenario } from './scenario/types.js';
import type { RunResult } from './trace.js';

export type { Scenario } from './scenario/types.js';
export type { RunResult, Step } from './trace.js';

/** Validates a page of the ORS dialect: well-formed, structure, targets, known elements and attributes, ES5 in scripts. */
export function validatePage(text: string, file: string): readonly Diagnostic[] {
  throw new Error(`internal: validatePage ${file} ${text.length}`);
}

/** Reads a scenario file (YAML or JSON; one scenario, or a list of them). */
export function readScenarios(text: string, file: string): Outcome<readonly Scenario[]> {
  throw new Error(`internal: readScenarios ${file} ${text.length}`);
}

export interface RunPageOptions {
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
