// Finds scenarios that tell a strategy from a page that does something else: they reach every block, port, pair of ports and condition that can be reached,
// stand at the limits of values and times, and let everything fail that can. Coverage is that of the source, and of the page where it can be run.
import type { Covered } from '../../runtime-check/coverage.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import type { SourceProgram } from '../run/program.js';
import { goalKinds, type Goal, type GoalKind } from './goals.js';
import { programCode } from './program-code.js';
import { search, type Found } from './search.js';
import { runWithLog } from './source-log.js';
import { cover, shrink } from './suite.js';
import { titleOf } from './titles.js';
import { unreachedOf, type Unreached } from './unreached.js';

export type { Unreached } from './unreached.js';

/** What a run of the page covered; a run's result has it. */
export interface PageView {
  readonly covered: Covered;
}

export interface FindOptions {
  /** Scenarios that are at hand: each is kept, and searched from. */
  readonly given: readonly Scenario[];
  /** Runs of the source for the search; making scenarios smaller takes at most half as many again. */
  readonly budget: number;
  readonly seed: number;
  /** Scenarios that are kept besides the given ones. */
  readonly most?: number;
  /** Runs the page, so that what covers more of it is kept too. */
  readonly runPage?: (scenario: Scenario) => Promise<PageView>;
}

export interface Share {
  readonly reached: number;
  readonly of: number;
}

export interface ScenarioCoverage {
  readonly source: Readonly<Record<GoalKind, Share>>;
  /** Undefined when the page was not run. */
  readonly page: { readonly states: number; readonly transitions: number } | undefined;
  /** Runs of the source, and of the page. */
  readonly runs: { readonly source: number; readonly page: number };
}

export interface FoundScenarios {
  /** The given ones first. */
  readonly scenarios: readonly Scenario[];
  readonly coverage: ScenarioCoverage;
  readonly unreached: readonly Unreached[];
}

const defaultMost = 400;

export async function findScenarios(program: SourceProgram, options: FindOptions): Promise<FoundScenarios> {
  const code = programCode(program);
  const { found, goals, reached, halts, runs } = search(program, code, options);
  const isGiven = ({ isGiven: own }: Found): boolean => own;
  const ordered = [...found.filter(isGiven), ...found.filter((each) => !isGiven(each))];
  const kept = cover(ordered, options.most ?? defaultMost);
  let shrinking = 0;
  const rerun = (scenario: Scenario): ReturnType<typeof runWithLog> | undefined => {
    if (shrinking * 2 >= options.budget) return undefined;
    shrinking++;
    return runWithLog(program, code, scenario);
  };
  const names = new Set(options.given.map(({ name }) => name));
  const chosen = kept
    .filter(({ found: each }) => !isGiven(each))
    .map((each) => named(shrink(each, rerun), titleOf(each, goals), names));
  const page = await coverPage(
    [...options.given, ...chosen],
    found.filter((each) => !isGiven(each) && !kept.some(({ found: other }) => other === each)),
    options.runPage,
    names,
  );
  return {
    scenarios: [...options.given, ...chosen, ...page.added],
    coverage: {
      source: Object.fromEntries(goalKinds.map((kind) => [kind, shareOf(kind, goals, reached)])) as Record<
        GoalKind,
        Share
      >,
      page: page.covered,
      runs: { source: runs + shrinking, page: page.runs },
    },
    unreached: unreachedOf(goals, reached, code, halts),
  };
}

function shareOf(kind: GoalKind, goals: readonly Goal[], reached: ReadonlySet<string>): Share {
  // What cannot be reached is named, not counted.
  const own = goals.filter(
    (goal) => goal.kind === kind && (goal.barred === undefined || reached.has(goal.key)),
  );
  return { reached: own.filter(({ key }) => reached.has(key)).length, of: own.length };
}

function named(scenario: Scenario, title: string, names: Set<string>): Scenario {
  let name = title;
  for (let number = 2; names.has(name); number++) name = `${title} (${String(number)})`;
  names.add(name);
  const { description: _description, expect: _expect, ...rest } = scenario;
  return { ...rest, name };
}

/** Scenarios that the suite could do without, tried on the page: those that cover more of it are added. */
const mostPageTrials = 150;

async function coverPage(
  suite: readonly Scenario[],
  others: readonly Found[],
  runPage: FindOptions['runPage'],
  names: Set<string>,
): Promise<{
  readonly added: readonly Scenario[];
  readonly covered: ScenarioCoverage['page'];
  readonly runs: number;
}> {
  if (runPage === undefined) return { added: [], covered: undefined, runs: 0 };
  const states = new Set<number>();
  const transitions = new Set<number>();
  const take = ({ covered }: PageView): boolean => {
    const before = states.size + transitions.size;
    for (const each of covered.states) states.add(each);
    for (const each of covered.transitions) transitions.add(each);
    return states.size + transitions.size > before;
  };
  for (const scenario of suite) take(await runPage(scenario));
  const added: Scenario[] = [];
  for (const { log } of others.slice(0, mostPageTrials)) {
    if (take(await runPage(log.scenario))) added.push(named(log.scenario, 'covers more of the page', names));
  }
  return {
    added,
    covered: { states: states.size, transitions: transitions.size },
    runs: suite.length + Math.min(others.length, mostPageTrials),
  };
}
