// The run behind `verify`: every strategy of the files is converted in memory and compared with that page, or with one that exists.
import type { FoundFile } from '../../batch/discover.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { ReportStrategy } from '../../report/model.js';
import type { Scenario } from '../../runtime-check/index.js';
import { defaultScenarios } from '../../runtime-check/scenario/defaults.js';
import type { SandboxName } from '../../sandbox-file.js';
import { keepsNothing, openInputs, remembersNothing, type BatchInputs } from '../batch-inputs.js';
import { namesOf } from '../convert-batch.js';
import { guarded } from '../guarded.js';
import { inOrder } from '../in-order.js';
import { strategiesByPlace, threadBatch, type ThreadPool, type Threads } from '../make-ahead.js';
import type { LinkedBatch, LinkedStrategy, Pipeline } from '../pipeline.js';
import type { ScenarioSource } from '../scenario-files.js';
import { pairPages } from './pair-pages.js';
import { nothingVerified, verifyOne, type Verified } from './verify-one.js';

export interface VerifyBatchOptions {
  /** Pages that exist; none: strategies are compared with what they convert to. */
  readonly pages: readonly FoundFile[];
  readonly scenarios: ScenarioSource;
  /** Scenarios that are searched for, and the seed of the search. */
  readonly budget: number;
  readonly seed: number;
  readonly engine: SandboxName;
  /** Only what this share of a split run is about is verified. */
  readonly isWanted: (input: FoundFile) => boolean;
  /** Threads that verify strategies in place of this one. */
  readonly threads: Threads;
  readonly isInterrupted: () => Promise<boolean>;
  readonly progress: (done: number, total: number, what: string, failed: number) => void;
  /** Saves the scenario that shows a difference; gives the file as people name it. */
  readonly save?: (strategy: string, number: number, scenario: Scenario) => string;
}

export interface VerifyBatchResult {
  readonly records: readonly ReportStrategy[];
  readonly diagnostics: readonly Diagnostic[];
  readonly source: (file: string) => string | undefined;
  readonly interruptedAfter: string | undefined;
}

const noBatch: LinkedBatch = { strategies: [], diagnostics: [], holderOf: () => undefined };

interface Root {
  readonly strategy: LinkedStrategy;
  readonly input: FoundFile;
  readonly base: string;
  readonly page: FoundFile | undefined;
}

/** Verifies all strategies of the files. Whichever thread verifies one, the same comes of it. */
export async function verifyBatch(
  found: readonly FoundFile[],
  pipeline: Pipeline,
  options: VerifyBatchOptions,
): Promise<VerifyBatchResult> {
  const diagnostics: Diagnostic[] = [];
  const records: ReportStrategy[] = [];
  const texts = new Map<string, string>();
  const inputs = openInputs(found, pipeline, remembersNothing);
  const result = (interruptedAfter?: string): VerifyBatchResult => ({
    records,
    diagnostics,
    source: (file) => texts.get(file) ?? inputs.text(file),
    interruptedAfter,
  });
  for (const input of found) {
    const findings = inputs.scan(input);
    if (options.isWanted(input)) diagnostics.push(...findings);
  }
  const linking = guarded(
    'look at the strategies',
    found[0]?.file ?? '',
    () => pipeline.linkSummaries(inputs.summaries(), (file) => inputs.read(file).source, keepsNothing),
    noBatch,
  );
  diagnostics.push(...linking.diagnostics);
  const linked = linking.value;
  const roots = rootsOf(found, linked, options.pages).filter(({ input }) => options.isWanted(input));
  const pool = await poolFor(roots, inputs, options.threads);
  const verify = verifier(linked, inputs, pool, options);
  let failed = 0;
  try {
    const ahead = pool === undefined ? 1 : options.threads.count * waiting;
    const begun = inOrder(roots, ahead, verify);
    for (const [i, { strategy }] of roots.entries()) {
      options.progress(i, roots.length, `verifying ${strategy.name}`, failed);
      if (await options.isInterrupted()) return result(`${String(i)} of ${String(roots.length)} strategies`);
      const { verified, others } = await begun(i);
      const record = saved(verified, strategy, options.save);
      if (verified.page !== undefined) texts.set(verified.page.file, verified.page.text);
      if (record.equivalence?.verdict === 'different') failed += 1;
      diagnostics.push(...others);
      records.push(record);
    }
  } finally {
    await pool?.close();
  }
  return result();
}

/** Strategies that wait for each thread. */
const waiting = 2;

/** Other threads, where there are several strategies for them. */
const poolFor = async (
  roots: readonly Root[],
  inputs: BatchInputs,
  { count, pays, open }: Threads,
): Promise<ThreadPool | undefined> =>
  count === 0 || roots.length < Math.max(2, pays.left)
    ? undefined
    : await open(threadBatch(inputs, ''), roots.length);

/** The strategies that have pages, with the pages that exist. */
function rootsOf(
  found: readonly FoundFile[],
  { strategies }: LinkedBatch,
  pages: readonly FoundFile[],
): readonly Root[] {
  const byName = new Map(found.map((input) => [input.file, input]));
  const names = namesOf(found, strategies);
  const roots = strategies.flatMap((strategy) => {
    const input = byName.get(strategy.file);
    const name = names.get(strategy);
    return input === undefined || name === undefined ? [] : [{ strategy, input, base: name.base }];
  });
  const pageOf = pairPages(
    roots.map(({ base }) => base),
    pages,
  );
  return roots.map((root) => ({ ...root, page: pageOf(root.base)?.input }));
}

interface Done {
  readonly verified: Verified;
  /** Findings about its scenario files. */
  readonly others: readonly Diagnostic[];
}

function verifier(
  linked: LinkedBatch,
  inputs: BatchInputs,
  pool: ThreadPool | undefined,
  { scenarios, budget, seed, engine }: VerifyBatchOptions,
): (root: Root) => Promise<Done> {
  const source = { strategyOf: strategiesByPlace(linked), read: inputs.read, hashOf: inputs.hashOf };
  return async ({ strategy, input, base, page }) => {
    const chosen = scenarios.scenariosFor(input.path);
    const request = {
      ...{ file: strategy.file, place: strategy.place, base, page, engine },
      scenarios: chosen.value === defaultScenarios ? ('usual' as const) : chosen.value,
      search: { budget, seed },
    };
    const verified = await (pool?.verify(request) ?? verifyOne(request, source)).catch((error: unknown) =>
      nothingVerified(strategy, inputs, error),
    );
    return { verified, others: chosen.diagnostics };
  };
}

/** The record with the files that hold the scenarios of its differences. */
function saved(
  { record, scenarios }: Verified,
  { id }: LinkedStrategy,
  save: VerifyBatchOptions['save'],
): ReportStrategy {
  const { equivalence } = record;
  if (save === undefined || equivalence === undefined) return record;
  const differences = equivalence.differences.map((each, i) => {
    const scenario = scenarios[i];
    return scenario === undefined ? each : { ...each, saved: save(id, i + 1, scenario) };
  });
  return { ...record, equivalence: { ...equivalence, differences } };
}
