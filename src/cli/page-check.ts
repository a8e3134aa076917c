// Validates one page and runs it through scenarios: what `check` does, and `convert` with what it wrote. The interpreter is loaded when something is to
// be run: most conversions only validate.
import { hasErrors, type Diagnostic } from '../diagnostics/index.js';
import type { ReportCoverage, ReportRun } from '../report/model.js';
import type { ResolveFile, RunResult, Scenario, TracePaint } from '../runtime-check/index.js';
import { defaultScenarios } from '../runtime-check/scenario/defaults.js';
import { validatePage } from '../runtime-check/validate/validate.js';
import { sandboxNamed, type SandboxName } from '../sandbox-file.js';
import { fault, guarded } from './guarded.js';
import { coverageOf, exploreFully, findingsOfExplored, withoutStuck } from './page-exploration.js';

export interface PageCheck {
  readonly isValid: boolean;
  readonly runs: readonly ReportRun[];
  /** The traces as text, one for each run. */
  readonly traces: readonly string[];
  /** The traces as JSON lines, one text for each run. */
  readonly traceLines: readonly string[];
  /** Where it was asked for. */
  readonly coverage?: ReportCoverage;
  /** The scenarios that an exploration found, where there was one. */
  readonly explored?: readonly Scenario[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PageCheckOptions {
  readonly scenarios: readonly Scenario[];
  /** The files that the page names; without it, it includes none. */
  readonly resolve?: ResolveFile;
  /** States, transitions, events, data and logs in the trace. */
  readonly detailed: boolean;
  /** The same in the JSON lines, also when the trace as text leaves them out. */
  readonly keepDetails?: boolean;
  /** Steps in the report. */
  readonly keepSteps: boolean;
  /** The usual one when left out. */
  readonly engine?: SandboxName;
  /** Colours of the traces as text. */
  readonly paint?: TracePaint;
  /** What the runs cover together. */
  readonly coverage?: boolean;
  /** Look for scenarios within so many runs; the given ones are where the search begins. */
  readonly explore?: { readonly budget: number };
}

/** Checks a page. It is not run when it is not valid. */
export async function checkPage(text: string, file: string, options: PageCheckOptions): Promise<PageCheck> {
  const validation = guarded('validate the page', file, () => validatePage(text, file, options.resolve), []);
  const diagnostics: Diagnostic[] = [...validation.value, ...validation.diagnostics];
  const isValid = !hasErrors(diagnostics);
  // A part of a page ends at once, or waits for ever: only who asks for a run of it gets one.
  const isPart = diagnostics.some(({ code }) => code === 'IRD5513');
  const isExploring = options.explore !== undefined;
  const given = options.scenarios.filter(
    (each) => !(isPart || isExploring) || !defaultScenarios.includes(each),
  );
  const nothing = { isValid, runs: [], traces: [], traceLines: [], diagnostics };
  if (!isValid || (given.length === 0 && !isExploring)) return nothing;

  const exploration =
    options.explore && (await exploreFully(text, file, given, options.explore.budget, options));
  diagnostics.push(...(exploration?.diagnostics ?? []));
  const explored = exploration?.scenarios ?? [];
  const scenarios = [...given, ...explored];
  const covered: RunResult['covered'][] = [];
  const { formatTrace, runPage, traceJsonLines } = await import('../runtime-check/index.js');
  const runs: ReportRun[] = [];
  const traces: string[] = [];
  const traceLines: string[] = [];
  for (const scenario of scenarios) {
    const isExplored = explored.includes(scenario);
    try {
      // A page that waits for ever is a fault, though the scenario that shows it expects it.
      const outcome = await runPage(text, file, isExplored ? withoutStuck(scenario) : scenario, {
        wasm: await sandboxNamed(options.engine ?? 'quickjs-wasi'),
        verbose: options.detailed || options.keepDetails === true,
        ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
      });
      const found = isExplored ? findingsOfExplored(scenario, outcome.diagnostics) : outcome.diagnostics;
      diagnostics.push(...found);
      covered.push(outcome.value.covered);
      runs.push(toRun(outcome.value, hasErrors(found), options.keepSteps));
      if (!isExplored || options.detailed)
        traces.push(formatTrace(outcome.value, { verbose: options.detailed }, options.paint));
      traceLines.push(traceJsonLines(outcome.value, { page: file }));
    } catch (error) {
      diagnostics.push(fault(`run scenario "${scenario.name}"`, file, error));
    }
  }
  const coverage =
    exploration?.coverage ??
    (options.coverage === true ? await coverageOf(text, file, covered, options) : undefined);
  return {
    isValid,
    runs,
    traces,
    traceLines,
    ...(coverage === undefined ? {} : { coverage }),
    explored,
    diagnostics,
  };
}

function toRun(result: RunResult, hasFailed: boolean, keepSteps: boolean): ReportRun {
  return {
    scenario: result.scenario,
    end: result.end,
    target: result.target ?? null,
    steps: result.steps.length,
    passed: !hasFailed,
    reason: result.reason,
    ...(keepSteps ? { trace: result.steps } : {}),
  };
}
