// Coverage and exploration of one page for `check`. The interpreter is loaded when it is asked for.
import { diagnose, wholeFile, type Diagnostic } from '../diagnostics/index.js';
import type { ReportCoverage } from '../report/model.js';
import type { ResolveFile, RunnablePage, RunResult, Scenario } from '../runtime-check/index.js';
import { forgeries } from '../runtime-check/scenario/forgeries.js';
import { sandboxNamed, type SandboxName } from '../sandbox-file.js';
import { fault } from './guarded.js';

interface PageSetup {
  readonly resolve?: ResolveFile;
  readonly engine?: SandboxName;
}

/** A page that hangs in a script, or never ends, must not take the time of all other runs. */
const exploringLimits = {
  budget: { microsteps: 50_000, events: 10_000 },
  limits: { instructions: 2_000, total: 10_000 },
} as const;

async function prepare(
  text: string,
  file: string,
  { resolve, engine }: PageSetup,
): Promise<RunnablePage | undefined> {
  const { preparePage } = await import('../runtime-check/index.js');
  const wasm = await sandboxNamed(engine ?? 'quickjs-wasi');
  const page = await preparePage(text, file, {
    wasm,
    ...exploringLimits,
    ...(resolve === undefined ? {} : { resolve }),
  });
  return page.value;
}

/** What runs of a page covered together; undefined when it cannot be run. */
export async function coverageOf(
  text: string,
  file: string,
  covered: readonly RunResult['covered'][],
  setup: PageSetup,
): Promise<ReportCoverage | undefined> {
  const { joinCovered, pageCoverage } = await import('../runtime-check/index.js');
  const page = await prepare(text, file, setup);
  return page && pageCoverage(page.document, joinCovered(covered));
}

export interface PageExploration {
  readonly scenarios: readonly Scenario[];
  readonly coverage: ReportCoverage | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Explores a page; `given` are scenarios to begin with. */
export async function exploreFully(
  text: string,
  file: string,
  given: readonly Scenario[],
  budget: number,
  setup: PageSetup,
): Promise<PageExploration> {
  const { explorePage } = await import('../runtime-check/index.js');
  try {
    const page = await prepare(text, file, setup);
    if (page === undefined) return { scenarios: [], coverage: undefined, diagnostics: [] };
    const { suite, coverage, runs } = explorePage(page, { budget, given });
    const missed = { states: coverage.states.missed.length, transitions: coverage.transitions.missed.length };
    const isComplete = missed.states + missed.transitions === 0;
    return {
      scenarios: suite.map(({ scenario }) => scenario),
      coverage: { ...coverage, exploration: { ...runs, scenarios: suite.length } },
      diagnostics: isComplete
        ? []
        : [diagnose('IRD5601', '', wholeFile(file), { ...missed, runs: runs.searching })],
    };
  } catch (error) {
    return { scenarios: [], coverage: undefined, diagnostics: [fault('explore the page', file, error)] };
  }
}

/** What runs of explored scenarios tell of the page: nothing where they make up what only the platform and the page itself can do. */
export function findingsOfExplored(scenario: Scenario, found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (forgeries(scenario) > 0 || scenario.data !== undefined)
    return found.filter(({ code }) => code === 'IRD5401');
  return found.map((each) => {
    if (each.severity === 'info' || each.code === 'IRD5401') return each;
    const message = each.message.replace(`Scenario "${scenario.name}": `, '');
    return diagnose('IRD5602', each.node, each.span, { scenario: scenario.name, message });
  });
}

/** The scenario, not expecting that the page never ends. */
export function withoutStuck(scenario: Scenario): Scenario {
  if (scenario.expect?.end !== 'stuck') return scenario;
  const { end: _end, ...expect } = scenario.expect;
  return { ...scenario, expect };
}
