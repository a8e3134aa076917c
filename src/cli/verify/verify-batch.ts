// The run behind `verify`: every strategy of the files is converted in memory and compared with that page, or with one that exists.
import { existsSync } from 'node:fs';
import type { FoundFile } from '../../batch/discover.js';
import { readBytes, decodeText } from '../../batch/read-file.js';
import { diagnose, wholeFile, type Diagnostic } from '../../diagnostics/index.js';
import { toFindings } from '../../report/build.js';
import { claimOf } from '../../report/claim.js';
import type { ReportStrategy } from '../../report/model.js';
import { statusOf } from '../../report/tally.js';
import type { Scenario } from '../../runtime-check/index.js';
import type { SandboxName } from '../../sandbox-file.js';
import { keepsNothing, openInputs, remembersNothing } from '../batch-inputs.js';
import { namesOf } from '../convert-batch.js';
import { guarded, fault } from '../guarded.js';
import { noShare, shareOf, unconverted } from '../make-strategy.js';
import { checkPage } from '../page-check.js';
import { decodePage, filesBeside } from '../page-files.js';
import type { Converted, LinkedBatch, LinkedStrategy, Pipeline } from '../pipeline.js';
import type { ScenarioSource } from '../scenario-files.js';
import { pairPages, type PagePlace } from './pair-pages.js';
import { verifyPage, type VerifiedPage } from './verify-page.js';

export interface VerifyBatchOptions {
  /** Pages that exist; none: strategies are compared with what they convert to. */
  readonly pages: readonly FoundFile[];
  readonly scenarios: ScenarioSource;
  /** Scenarios that are searched for, and the seed of the search. */
  readonly budget: number;
  readonly seed: number;
  readonly engine: SandboxName;
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

/** Verifies all strategies of the files; subroutines and macros are verified in the pages of their callers. */
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
  for (const input of found) diagnostics.push(...inputs.scan(input));
  const linking = guarded(
    'look at the strategies',
    found[0]?.file ?? '',
    () => pipeline.linkSummaries(inputs.summaries(), (file) => inputs.read(file).source, keepsNothing),
    noBatch,
  );
  diagnostics.push(...linking.diagnostics);
  const { strategies } = linking.value;
  const byName = new Map(found.map((input) => [input.file, input]));
  const names = namesOf(found, strategies);
  const roots = strategies.filter((each) => names.get(each) !== undefined);
  const pageOf = pairPages(
    roots.map((each) => names.get(each)?.base ?? each.id),
    options.pages,
  );
  let failed = 0;
  for (const [i, strategy] of roots.entries()) {
    options.progress(i, roots.length, `verifying ${strategy.name}`, failed);
    if (await options.isInterrupted()) return result(`${String(i)} of ${String(roots.length)} strategies`);
    const input = byName.get(strategy.file);
    if (input === undefined) continue;
    const read = guarded('read the file', input.file, () => inputs.read(input.file), undefined);
    const share = read.value === undefined ? noShare : shareOf(read.value, strategy.place);
    const converting = guarded('convert the strategy', input.file, () => strategy.convert(), unconverted);
    strategy.adopt(converting.value.traits);
    const base = names.get(strategy)?.base ?? strategy.id;
    const page = pageFor(converting.value, base, pageOf(base));
    if (page !== undefined) texts.set(page.file, page.text);
    const record = await verifyOne(
      { strategy, input, hash: inputs.hashOf(input.file), share, converted: converting.value, page },
      [...read.diagnostics, ...converting.diagnostics],
      options,
      diagnostics,
    );
    if (record.equivalence?.verdict === 'different') failed += 1;
    records.push(record);
  }
  return result();
}

interface PageText {
  readonly file: string;
  readonly text: string;
  readonly trace: string | undefined;
  readonly resolve?: ReturnType<typeof filesBeside>['resolve'];
  /** What was wrong with reading it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it lies somewhere. */
  readonly isGiven: boolean;
}

/** The page that exists, else the one that came of the conversion. */
function pageFor({ page }: Converted, base: string, given: PagePlace | undefined): PageText | undefined {
  if (given === undefined)
    return (
      page && {
        file: `${base}.scxml`,
        text: page.text,
        trace: page.trace,
        diagnostics: [],
        isGiven: false,
      }
    );
  const { path, file } = given.input;
  const content = readBytes(path, given.input.within);
  const none = { file, text: '', trace: undefined, isGiven: true };
  if (!content.ok)
    return {
      ...none,
      diagnostics: [diagnose('IRD8003', '', wholeFile(file), { path: file, reason: content.reason })],
    };
  const { text, diagnostics } = decodePage(content.bytes, file);
  const trace = textAt(path.replace(/\.scxml$/i, '.trace.json')) ?? page?.trace;
  return { file, text, trace, resolve: filesBeside(path, file).resolve, diagnostics, isGiven: true };
}

function textAt(place: string): string | undefined {
  if (!existsSync(place)) return undefined;
  const content = readBytes(place);
  return content.ok ? decodeText(content.bytes) : undefined;
}

interface OneJob {
  readonly strategy: LinkedStrategy;
  readonly input: FoundFile;
  readonly hash: string;
  readonly share: ReturnType<typeof shareOf>;
  readonly converted: Converted;
  readonly page: PageText | undefined;
}

async function verifyOne(
  { strategy, input, hash, share, converted, page }: OneJob,
  faults: readonly Diagnostic[],
  options: VerifyBatchOptions,
  others: Diagnostic[],
): Promise<ReportStrategy> {
  const chosen = options.scenarios.scenariosFor(input.path);
  others.push(...chosen.diagnostics);
  // What the conversion has to say is told by `convert`, unless nothing came of it.
  const findings = [
    ...faults,
    ...(page === undefined ? [...share.diagnostics, ...converted.diagnostics] : page.diagnostics),
  ];
  const check =
    page === undefined
      ? undefined
      : await checkPage(page.text, page.file, {
          scenarios: chosen.value,
          detailed: false,
          keepSteps: false,
          engine: options.engine,
          ...(page.resolve === undefined ? {} : { resolve: page.resolve }),
        });
  const verified =
    page && check?.isValid === true
      ? await compare(strategy, converted, page, chosen.value, options)
      : undefined;
  const equivalence = verified?.equivalence;
  const errors = (check?.diagnostics ?? []).filter(({ severity }) => severity === 'error');
  const { tally, assumptions } = converted;
  return {
    name: strategy.name,
    kind: strategy.kind,
    file: input.file,
    hash,
    ...share.origin,
    status: statusOf(strategy.kind, page !== undefined, tally),
    blocks: strategy.blocks,
    page: page?.isGiven === true ? page.file : null,
    output: 'none',
    claim: claimOf({
      reached: page === undefined ? converted.reached : 'emitted',
      isValid: check?.isValid ?? false,
      runs: check?.runs ?? [],
      equivalence: equivalence?.verdict,
    }),
    ...{ tally, assumptions },
    runs: check?.runs ?? [],
    ...(equivalence === undefined ? {} : { equivalence }),
    unread: [],
    findings: toFindings([...findings, ...errors, ...(verified?.diagnostics ?? [])], strategy.name),
  };
}

async function compare(
  strategy: LinkedStrategy,
  { program }: Converted,
  page: PageText,
  given: readonly Scenario[],
  { budget, seed, engine, save }: VerifyBatchOptions,
): Promise<VerifiedPage | { readonly equivalence?: undefined; readonly diagnostics: readonly Diagnostic[] }> {
  if (program === undefined) return { diagnostics: [] };
  try {
    const verified = await verifyPage({
      strategy,
      program: program(),
      page,
      trace: page.trace,
      given,
      search: { budget, seed },
      engine,
    });
    if (save === undefined) return verified;
    const differences = verified.equivalence.differences.map((each, i) => {
      const scenario = verified.scenarios[i];
      return scenario === undefined ? each : { ...each, saved: save(strategy.id, i + 1, scenario) };
    });
    return { ...verified, equivalence: { ...verified.equivalence, differences } };
  } catch (error) {
    return { diagnostics: [fault('compare the strategy with its page', page.file, error)] };
  }
}
