// The scenarios in which a strategy is compared with its page: the given ones, and the usual ones where none are given.
import { defaultScenarios } from '../runtime-check/scenario/defaults.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import type { SourceProgram } from './run/program.js';
import type { Unreached } from './verification.js';

export interface ChosenScenarios {
  readonly scenarios: readonly Scenario[];
  readonly unreached: readonly Unreached[];
}

/** How many scenarios may be tried, and from which seed the search takes its draws. */
export interface ScenarioSearch {
  readonly budget: number;
  readonly seed: number;
}

/** Chooses them; the same seed gives the same ones. */
export function chooseScenarios(
  _program: SourceProgram,
  given: readonly Scenario[],
  _search: ScenarioSearch,
): Promise<ChosenScenarios> {
  const names = new Set(given.map(({ name }) => name));
  const usual = defaultScenarios.filter(({ name }) => !names.has(name));
  return Promise.resolve({ scenarios: [...given, ...usual], unreached: [] });
}
