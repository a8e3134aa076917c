// Compares a strategy with its page: both are run in the same scenarios, and must do the same.
import { joinCovered } from '../runtime-check/coverage.js';
import type { Covered } from '../runtime-check/coverage.js';
import { pageCoverage } from '../runtime-check/page-coverage.js';
import { preparePage, type RunnablePage } from '../runtime-check/run-prepare.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import type { ScriptEngineFactory } from '../runtime-check/script/engine.js';
import { loadQuickJs } from '../runtime-check/script/quickjs-wasi.js';
import type { RunResult } from '../runtime-check/trace.js';
import type { ResolveFile } from '../runtime-check/document/include.js';
import { hasErrors } from '../diagnostics/index.js';
import { chooseScenarios, type ScenarioSearch } from './choose-scenarios.js';
import { compareRuns, type Difference } from './compare/first-difference.js';
import { sideBySide } from './compare/side-by-side.js';
import { answersThatAgree } from './other-answers.js';
import { placesOf, runPrepared } from './page-places.js';
import { readPageTrace, type PageTrace } from './page-trace.js';
import type { SourceProgram } from './run/program.js';
import { smallestWith } from './smallest-difference.js';
import { joinSourceCovered, sourceCoverage } from './source-coverage.js';
import { runWithPlaces, type PlacedSourceRun, type SourceCovered } from './source-places.js';
import type { FoundDifference, Verification } from './verification.js';
import { pageOnly, whyNotComparable } from './comparable-scenario.js';

export interface VerifyInput {
  readonly program: SourceProgram;
  readonly page: { readonly text: string; readonly file: string; readonly resolve?: ResolveFile };
  /** Text of the page's trace file. */
  readonly trace?: string;
  /** Scenarios that are at hand. */
  readonly given: readonly Scenario[];
  /** How far others are searched for. */
  readonly search: ScenarioSearch;
  readonly engine: ScriptEngineFactory | Uint8Array;
  /** Differences that are made small and shown; others of another kind or place are counted only. */
  readonly mostDifferences?: number;
}

/** A page that hangs in a script must not take the time of all other runs. */
const limits = {
  budget: { microsteps: 50_000, events: 20_000 },
  limits: { instructions: 20_000, total: 100_000 },
} as const;
/** Runs that it may take to make one scenario small. */
const mostTries = { parts: 400, values: 200 } as const;

/** Runs both sides in every scenario and compares. It never throws for what a strategy, page or scenario says. */
export async function verifyStrategy(input: VerifyInput): Promise<Verification> {
  const { page, given, search } = input;
  const engine = typeof input.engine === 'function' ? input.engine : await sandboxOf(input.engine);
  // Diagrams of Composer hold ECMAScript.
  const program: SourceProgram = { ...input.program, engine };
  const options = {
    wasm: engine,
    ...limits,
    ...(page.resolve === undefined ? {} : { resolve: page.resolve }),
  };
  const prepared = await preparePage(page.text, page.file, options);
  const runnable = prepared.value;
  if (runnable === undefined || hasErrors(prepared.diagnostics)) {
    const why = prepared.diagnostics.find(({ severity }) => severity === 'error')?.message;
    return { ...nothingShown(program), reason: `The page cannot be run: ${why ?? 'it is no page'}` };
  }
  const verbose = await preparePage(page.text, page.file, { ...options, verbose: true });
  const sides: Sides = { program, page: runnable, verbose: verbose.value ?? runnable };
  const runPage = remembering(runnable);
  const { scenarios, unreached } = await chooseScenarios(program, given, search, runPage);
  const found = compareAll(program, runPage, scenarios);
  return { ...concluded(sides, found, readPageTrace(input.trace), input), unreached };
}

// One sandbox for the same bytes: compiling it takes longer than most runs.
const sandboxes = new WeakMap<Uint8Array, Promise<ScriptEngineFactory>>();

function sandboxOf(bytes: Uint8Array): Promise<ScriptEngineFactory> {
  const found = sandboxes.get(bytes) ?? loadQuickJs(() => bytes);
  sandboxes.set(bytes, found);
  return found;
}

/** Runs a page, each scenario once: the search for scenarios and the comparison want the same runs. */
function remembering(page: RunnablePage): (scenario: Scenario) => RunResult {
  const known = new WeakMap<Scenario, RunResult>();
  return (scenario) => {
    const result = known.get(scenario) ?? runPrepared(page, scenario);
    known.set(scenario, result);
    return result;
  };
}

/** Both sides, ready to run. */
interface Sides {
  readonly program: SourceProgram;
  readonly page: RunnablePage;
  readonly verbose: RunnablePage;
}

interface Compared {
  readonly compared: number;
  readonly skipped: Verification['scenarios']['skipped'];
  readonly different: readonly {
    readonly scenario: Scenario;
    readonly difference: Difference;
    readonly place: string;
  }[];
  readonly sourceCovered: SourceCovered;
  readonly pageCovered: Covered;
  readonly assumptions: readonly string[];
}

function compareAll(
  program: SourceProgram,
  runPage: (scenario: Scenario) => RunResult,
  scenarios: readonly Scenario[],
): Compared {
  const skipped: { scenario: string; reason: string }[] = [];
  const different: Compared['different'][number][] = [];
  const sourceCovered: SourceCovered[] = [];
  const pageCovered: Covered[] = [];
  const assumptions = new Set<string>();
  let compared = 0;
  for (const scenario of scenarios) {
    const reason = whyNotComparable(scenario);
    if (reason !== undefined) {
      skipped.push({ scenario: scenario.name, reason });
      continue;
    }
    const source = runWithPlaces(program, scenario);
    const page = runPage(scenario);
    const comparison = compareRuns(source.run, page);
    if (comparison.verdict === 'none') {
      skipped.push({ scenario: scenario.name, reason: comparison.reason });
      continue;
    }
    compared += 1;
    sourceCovered.push(source.covered);
    pageCovered.push(page.covered);
    for (const id of source.run.assumptions) assumptions.add(id);
    if (comparison.verdict === 'same') continue;
    const { difference } = comparison;
    different.push({ scenario, difference, place: placeOf(source, difference) });
  }
  return {
    ...{ compared, skipped, different },
    sourceCovered: joinSourceCovered(sourceCovered),
    pageCovered: joinCovered(pageCovered),
    assumptions: [...assumptions].sort(),
  };
}

/** Where and in what two runs differ, without times: the same fault in another scenario has the same. */
const placeOf = (source: PlacedSourceRun, difference: Difference): string =>
  `${difference.kind} at ${blockOf(source, difference)?.nodeId ?? ''}`;

const blockOf = (source: PlacedSourceRun, { sourceStep, at }: Difference) =>
  sourceStep === undefined ? source.blockAt(at) : source.blockOfStep(sourceStep.index);

const mostShown = 10;
/** Where a page says that a part of it is missing. */
const placeholder = /<raise\b[^>]*event="error\.ird2scxml\.placeholder"/;

function concluded(
  sides: Sides,
  found: Compared,
  trace: PageTrace,
  { mostDifferences = mostShown, page: { text } }: VerifyInput,
): Verification {
  const { program, page } = sides;
  const isUnfinished = placeholder.test(text);
  const { compared, skipped, different, assumptions } = found;
  const places = [...new Set(different.map(({ place }) => place))];
  const differences = places.slice(0, mostDifferences).flatMap((place) => {
    const all = different.filter((each) => each.place === place);
    const [first] = all;
    return first === undefined ? [] : [shown(sides, first.scenario, place, all.length, trace)];
  });
  return {
    ...verdictOn(found, isUnfinished),
    scenarios: { compared, different: different.length, skipped },
    coverage: {
      source: sourceCoverage(program, found.sourceCovered),
      page: pageCoverage(page.document, found.pageCovered),
    },
    differences,
    assumptions,
    unreached: [],
  };
}

function verdictOn(
  { compared, different, skipped }: Pick<Compared, 'compared' | 'different' | 'skipped'>,
  isUnfinished: boolean,
): Pick<Verification, 'verdict' | 'reason'> {
  if (different.length > 0) return { verdict: 'different', reason: '' };
  const [first] = skipped.filter(({ reason }) => reason !== pageOnly);
  if (first !== undefined)
    return {
      verdict: 'inconclusive',
      reason: `scenario "${first.scenario}" cannot be compared: ${first.reason}`,
    };
  if (isUnfinished)
    return { verdict: 'inconclusive', reason: 'the page holds a placeholder of what could not be converted' };
  return compared === 0
    ? { verdict: 'inconclusive', reason: 'there is no scenario to compare in' }
    : { verdict: 'equivalent', reason: '' };
}

/** Makes the scenario of a difference small and says where both sides were. */
function shown(
  sides: Sides,
  first: Scenario,
  place: string,
  times: number,
  trace: PageTrace,
): FoundDifference {
  const { program, page, verbose } = sides;
  const scenario = smallestWith(
    first,
    (smaller) => {
      const source = runWithPlaces(program, smaller);
      const comparison = compareRuns(source.run, runPrepared(page, smaller));
      return comparison.verdict === 'different' && placeOf(source, comparison.difference) === place;
    },
    mostTries,
  );
  const source = runWithPlaces(program, scenario);
  const result = runPrepared(verbose, scenario);
  const comparison = compareRuns(source.run, result);
  if (comparison.verdict !== 'different')
    throw new Error('internal: a difference has gone when it was looked at again');
  const { difference } = comparison;
  const block = blockOf(source, difference);
  const state = stateOf(result, difference);
  const region = (block && trace.ofBlock(block.nodeId)) ?? trace.ofState(state);
  return {
    ...{ scenario, foundIn: first.name, times, difference },
    block: block && { id: block.id, node: block.nodeId, type: block.type, span: block.span },
    state:
      state === '' ? undefined : { id: state, span: verbose.document.stateById.get(state)?.element.tagSpan },
    mapping: region && { row: region.mapping, disposition: region.disposition },
    traces: sideBySide(source.run, result),
    agreeing: answersThatAgree(program, scenario, result, source.run.assumptions),
  };
}

function stateOf(result: RunResult, { pageStep, at }: Difference): string {
  const places = placesOf(result);
  return pageStep === undefined ? places.stateAt(at) : places.stateOfStep(pageStep.index);
}

const nothingShown = (program: SourceProgram): Omit<Verification, 'reason'> => ({
  verdict: 'inconclusive',
  scenarios: { compared: 0, different: 0, skipped: [] },
  coverage: { source: sourceCoverage(program, joinSourceCovered([])), page: undefined },
  differences: [],
  assumptions: [],
  unreached: [],
});
