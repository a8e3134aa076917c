// The batch behind `convert`: every file is read, then every strategy converted, validated, written and run. A fault in one stops no other.
import path from 'node:path';
import type { FoundFile } from '../batch/discover.js';
import { pageNames, type PageName } from '../batch/output-names.js';
import { openSpool } from '../batch/beside-memory.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { ScenarioSearch } from '../equivalence/choose-scenarios.js';
import type { ReportStrategy, ReportTotals } from '../report/model.js';
import { addToTotals, noTotals } from '../report/tally.js';
import { openInputs } from './batch-inputs.js';
import { openReuse } from './batch-reuse.js';
import { finishOne, type OneOptions } from './convert-strategy.js';
import { guarded } from './guarded.js';
import { makeAhead, type Threads } from './make-ahead.js';
import type { KeptTraits, LinkedBatch, LinkedStrategy, Pipeline } from './pipeline.js';
import { openPageTexts } from './page-texts.js';
import type { DetailKeeper } from './report-details.js';
import type { ScenarioSource } from './scenario-files.js';
import type { StrategyDetails } from './strategy-details.js';

export interface BatchOptions extends OneOptions {
  /** Where scenarios come from; undefined when nothing is to be run. */
  readonly scenarios: ScenarioSource | undefined;
  /** Compare every strategy with its page, in so many scenarios that are searched for. */
  readonly verify?: ScenarioSearch;
  /** Hash of everything that the user chose and that decides about results. */
  readonly settings: string;
  /** The scenarios that a page of this input is run through, as a hash. */
  readonly scenariosHash: (input: FoundFile) => string;
  /** Only what this share of a split run is about is converted; the rest is known. */
  readonly isWanted: (input: FoundFile) => boolean;
  /** Findings about several strategies together are wanted. */
  readonly aboutAll: boolean;
  /** Keeps what reports show of strategies beside their records, where a format wants it. */
  readonly details?: DetailKeeper;
  /** What a baseline makes of a record. */
  readonly accept?: (record: ReportStrategy) => ReportStrategy;
  /** Threads that make strategies besides this one. */
  readonly threads: Threads;
  readonly isInterrupted: () => Promise<boolean>;
  readonly progress: (done: number, total: number, what: string, failed: number) => void;
}

export interface BatchResult {
  /** They lie in a file. */
  readonly strategies: Iterable<ReportStrategy>;
  /** The sums over them. */
  readonly totals: ReportTotals;
  /** Findings that belong to no strategy. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file or page by the name that findings use. */
  readonly source: (file: string) => string | undefined;
  /** `12 of 40 strategies` when the user stopped the run. */
  readonly interruptedAfter: string | undefined;
  readonly close: () => void;
}

/** Converts all strategies of the files. What is large is read again when it is needed, so that memory does not grow with the batch. */
export async function convertBatch(
  found: readonly FoundFile[],
  pipeline: Pipeline,
  options: BatchOptions,
): Promise<BatchResult> {
  const diagnostics: Diagnostic[] = [];
  const inputs = openInputs(found, pipeline, options);
  const records = openSpool<ReportStrategy>();
  const traits = openSpool<KeptTraits>();
  const pages = openPageTexts(options.output.generated);
  let totals = noTotals(found.filter(options.isWanted).length);
  const put = (number: number, record: ReportStrategy): void => {
    const accepted = options.accept?.(record) ?? record;
    records.put(number, accepted);
    totals = addToTotals(totals, accepted);
  };
  const withDetails = (
    record: ReportStrategy,
    found: StrategyDetails | undefined,
    result: string | undefined,
  ): ReportStrategy =>
    found === undefined || options.details === undefined
      ? record
      : { ...record, detail: options.details.keep(found, result) };
  const result = (interruptedAfter?: string): BatchResult => ({
    strategies: records,
    totals,
    diagnostics,
    source: (file) => pages.text(file) ?? inputs.text(file),
    interruptedAfter,
    close: () => {
      records.close();
      traits.close();
    },
  });

  for (const [i, file] of found.entries()) {
    options.progress(i, found.length, `reading ${file.file}`, 0);
    if (await options.isInterrupted()) return result(`reading ${i} of ${found.length} files`);
    const findings = inputs.scan(file);
    if (options.isWanted(file)) diagnostics.push(...findings);
  }
  const summaries = inputs.summaries();
  const linking = guarded(
    'look at the strategies',
    summaries[0]?.file ?? '',
    () => pipeline.linkSummaries(summaries, (file) => inputs.read(file).source, traits),
    nothing,
  );
  diagnostics.push(...linking.diagnostics);
  const linked = linking.value;

  const planned = planAll(found, linked.strategies);
  const wanted = planned.filter(({ input }) => options.isWanted(input));
  const reuse = openReuse(linked, inputs, options);
  let failed = 0;
  // What became of the nodes of a macro is known when all that use it are converted.
  const isMacro = ({ strategy }: Planned): boolean => strategy.kind === 'macro';
  const order = [...wanted.filter((each) => !isMacro(each)), ...wanted.filter(isMacro)];
  const ahead = makeAhead(order, {
    linked,
    inputs,
    reuse,
    scenarios: options.scenarios,
    verify: options.verify,
    shown: options.output.shown,
    threads: options.threads,
    isAlone: isMacro,
    details: options.details,
  });
  for (const [i, each] of order.entries()) {
    const { strategy, input, number } = each;
    options.progress(i, order.length, `converting ${strategy.name}`, failed);
    if (await options.isInterrupted()) {
      await ahead.close();
      return result(`${i} of ${order.length} strategies`);
    }
    const taken = await ahead.take(i);
    const { before, made, others } = taken;
    if (before !== undefined) {
      strategy.adopt(before.traits);
      const record: ReportStrategy = { ...before.record, status: 'skipped', output: 'skipped' };
      put(number, withDetails(record, taken.details, before.result));
      for (const file of before.files) {
        const shown = path.posix.join(options.output.shown, file.name);
        if (isPointedAt(shown, record)) pages.know(shown, file);
      }
      diagnostics.push(...before.others);
      continue;
    }
    const done = finishOne({ ...each, hash: inputs.hashOf(input.file), others }, made, options);
    strategy.adopt(done.traits);
    put(number, withDetails(done.record, made.details, reuse.keep(each, done)));
    diagnostics.push(...done.others);
    if (done.record.status === 'failed') failed += 1;
    const { page } = done;
    if (page !== undefined && isPointedAt(page.file, done.record)) pages.put(page.file, page.name, page.text);
  }
  await ahead.close();
  inputs.forget();
  if (options.aboutAll) {
    const about = guarded('look at the strategies', '', () => linked.diagnostics, []);
    diagnostics.push(...about.value, ...about.diagnostics);
  }
  return result();
}

const isPointedAt = (page: string, { findings }: ReportStrategy): boolean =>
  findings.some(({ file }) => file === page);
const nothing: LinkedBatch = { strategies: [], diagnostics: [], holderOf: () => undefined };
/** A strategy with its place in the report and the name of its page. */
export interface Planned {
  readonly number: number;
  readonly strategy: LinkedStrategy;
  readonly input: FoundFile;
  readonly name: PageName | undefined;
}

function planAll(found: readonly FoundFile[], strategies: readonly LinkedStrategy[]): readonly Planned[] {
  const inputs = new Map(found.map((file) => [file.file, file]));
  const nameOf = namesOf(found, strategies);
  return strategies.flatMap((strategy, number) => {
    const input = inputs.get(strategy.file);
    return input === undefined ? [] : [{ number, strategy, input, name: nameOf.get(strategy) }];
  });
}

/** The names of the pages of all strategies that have one. */
export function namesOf(
  found: readonly FoundFile[],
  strategies: readonly LinkedStrategy[],
): ReadonlyMap<LinkedStrategy, PageName | undefined> {
  const sources = new Map(found.map(({ file, name }) => [file, name]));
  const roots = strategies.filter(isRoot);
  const names = pageNames(roots.map(({ id, file }) => ({ id, source: sources.get(file) ?? file })));
  return new Map(roots.map((strategy, i) => [strategy, names[i]]));
}

const isRoot = ({ kind }: LinkedStrategy): boolean => kind === 'strategy' || kind === 'process';
