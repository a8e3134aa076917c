// What mutants of one page are tried on: the page with the scenarios in which it does what its strategy does, and the runs of the strategy in them.
import { compareRuns } from '../../src/equivalence/compare/first-difference.js';
import { runSource, type SourceRun } from '../../src/equivalence/run/run-source.js';
import { findScenarios } from '../../src/equivalence/scenarios/find-scenarios.js';
import { hasErrors } from '../../src/diagnostics/index.js';
import { defaultScenarios } from '../../src/runtime-check/scenario/defaults.js';
import { preparePage, type RunnablePage } from '../../src/runtime-check/run-prepare.js';
import type { Scenario } from '../../src/runtime-check/scenario/types.js';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import type { RunResult } from '../../src/runtime-check/trace.js';
import { validatePage } from '../../src/runtime-check/validate/validate.js';
import type { FixtureSides } from '../equivalence/sides.js';
import type { Mutant } from './define.js';

interface Tried {
  readonly scenario: Scenario;
  readonly source: SourceRun;
  /** States that the page without a fault enters. */
  readonly states: ReadonlySet<string>;
}

export interface MutantBench {
  readonly name: string;
  readonly page: string;
  readonly tried: readonly Tried[];
  /** Scenarios in which the page itself differs from its strategy, or one of them cannot be run: nothing can be said there. */
  readonly leftOut: number;
}

/** How a fault was found; undefined: it was not. */
export type Found =
  { readonly by: 'validation' } | { readonly by: 'comparison'; readonly scenario: string } | undefined;

/** In how many scenarios the page without the fault enters the state that has it: where that is none, the search for scenarios is what fell short. */
export const entering = ({ tried }: MutantBench, state: string): number =>
  tried.filter(({ states }) => states.has(state)).length;

export async function mutantBench(
  { name, program, page, scenarios: given }: FixtureSides,
  engine: ScriptEngineFactory,
  budget: number,
): Promise<MutantBench> {
  const own = await prepared(page, engine);
  if (own === undefined) throw new Error(`${name}: the page cannot be run`);
  const { scenarios } = await findScenarios(program, {
    given: [...given, ...defaultScenarios],
    budget,
    seed: 1,
  });
  const tried: Tried[] = [];
  let leftOut = 0;
  for (const scenario of [...given, ...defaultScenarios, ...scenarios]) {
    if (tried.some((each) => each.scenario === scenario)) continue;
    const source = runSource(program, scenario);
    const shown = run(own, scenario);
    if (compareRuns(source, shown).verdict !== 'same') {
      leftOut++;
      continue;
    }
    tried.push({ scenario, source, states: new Set(Object.keys(shown.visited)) });
  }
  return { name, page, tried, leftOut };
}

/** Tries a page that has a fault. A fault inside the state of a block shows only where that state is entered. */
export async function tryPage(
  { tried }: MutantBench,
  page: string,
  engine: ScriptEngineFactory,
  within: Pick<Mutant, 'state'> | undefined,
): Promise<Found> {
  if (hasErrors(validatePage(page, 'mutant.scxml'))) return { by: 'validation' };
  const faulty = await prepared(page, engine);
  if (faulty === undefined) return { by: 'validation' };
  for (const { scenario, source, states } of tried) {
    if (within !== undefined && !states.has(within.state)) continue;
    if (compareRuns(source, run(faulty, scenario)).verdict !== 'same')
      return { by: 'comparison', scenario: scenario.name };
  }
  return undefined;
}

async function prepared(page: string, engine: ScriptEngineFactory): Promise<RunnablePage | undefined> {
  return (await preparePage(page, 'page.scxml', { wasm: engine })).value;
}

function run(page: RunnablePage, scenario: Scenario): RunResult {
  const started = page.start(scenario);
  try {
    return started.result(started.run()).value;
  } finally {
    started.dispose();
  }
}
