// The scenarios in which a strategy is compared with its page: the given ones, the usual ones, and those that are searched for.
import type { RunResult } from '../runtime-check/trace.js';
import { defaultScenarios } from '../runtime-check/scenario/defaults.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import type { SourceProgram } from './run/program.js';
import { findScenarios } from './scenarios/find-scenarios.js';
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

/** What is named when it was not reached; pairs of ports and operands would be too many to read. */
const named: ReadonlySet<string> = new Set(['block', 'port', 'condition']);

/** Chooses them; the same seed gives the same ones. */
export async function chooseScenarios(
  program: SourceProgram,
  given: readonly Scenario[],
  { budget, seed }: ScenarioSearch,
  runPage: (scenario: Scenario) => RunResult,
): Promise<ChosenScenarios> {
  if (budget === 0) return { scenarios: given, unreached: [] };
  const names = new Set(given.map(({ name }) => name));
  const usual = defaultScenarios.filter(({ name }) => !names.has(name));
  const { scenarios, unreached } = await findScenarios(program, {
    given: [...given, ...usual],
    budget,
    seed,
    runPage: (scenario) => Promise.resolve(runPage(scenario)),
  });
  return {
    scenarios,
    unreached: unreached
      .filter(({ kind }) => named.has(kind))
      .map(({ block, what, reason, isNever }) => ({
        node: block,
        text: `${what}: ${reason}`,
        ...(isNever ? { never: true } : {}),
      })),
  };
}
