// The run behind `audit`: every file is read, every strategy is mapped, looked at and added up, and what it holds is forgotten.
import { openEstate, type Estate } from '../../audit/estate.js';
import { testCallOf } from '../../audit/test-plan.js';
import type { AuditedStrategy } from '../../audit/estate.js';
import type { TestCall } from '../../audit/facts.js';
import type { FoundFile } from '../../batch/discover.js';
import { pageNames, type PageName } from '../../batch/output-names.js';
import { decodeText, readBytes } from '../../batch/read-file.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { ReportStrategy } from '../../report/model.js';
import { emptyTally } from '../../report/tally.js';
import { BoundedCache } from '../../bounded-cache.js';
import { readOne, shareOf } from '../convert-batch.js';
import type { Job } from '../convert-strategy.js';
import { guarded } from '../guarded.js';
import type { Converted, FileSummary, LinkedBatch, LinkedStrategy, Pipeline, ReadFile } from '../pipeline.js';
import type { ScenarioSource } from '../scenario-files.js';
import { auditedOf, auditRecord } from './audit-record.js';
import { sketchOf } from './scenario-sketch.js';

export interface AuditBatchOptions {
  readonly isInterrupted: () => Promise<boolean>;
  readonly progress: (done: number, total: number, what: string, failed: number) => void;
  /** Scenarios that lie beside an input; they are test calls that somebody has thought of. */
  readonly scenarios: ScenarioSource | undefined;
  readonly add: (strategy: AuditedStrategy, scenarios: readonly TestCall[]) => void;
}

export interface AuditBatchResult {
  readonly estate: Estate;
  readonly records: readonly ReportStrategy[];
  /** Findings that belong to no strategy. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file by the name that findings use. */
  readonly source: (file: string) => string | undefined;
  readonly interruptedAfter: string | undefined;
}

const nothing: Converted = {
  page: undefined,
  reached: 'parsed',
  diagnostics: [],
  tally: emptyTally,
  assumptions: [],
  renamed: [],
};

/** Audits all strategies of the files. */
export async function auditBatch(
  found: readonly FoundFile[],
  pipeline: Pipeline,
  options: AuditBatchOptions,
): Promise<AuditBatchResult> {
  const diagnostics: Diagnostic[] = [];
  const records: (ReportStrategy | undefined)[] = [];
  const estate = openEstate();
  const result = (interruptedAfter?: string): AuditBatchResult => ({
    estate: estate.close(),
    records: records.filter((record) => record !== undefined),
    diagnostics,
    source: (file) => sourceOf(found, file),
    interruptedAfter,
  });

  const byName = new Map(found.map((input) => [input.file, input]));
  const kept = new BoundedCache<string, ReadFile>(mostText, ({ source }) => (source?.text.length ?? 0) + 1);
  /** Reads a file, whether for the first time or again: trees are large, and only few are kept. */
  const readFile = (file: string): ReadFile => {
    const before = kept.get(file);
    if (before !== undefined) return before;
    const input = byName.get(file);
    if (input === undefined) throw new Error(`internal: ${file} is no input`);
    const read = readOne(input, pipeline, new Map());
    kept.set(file, read);
    return read;
  };

  const summaries: FileSummary[] = [];
  for (const [i, { file }] of found.entries()) {
    options.progress(i, found.length, `reading ${file}`, 0);
    if (await options.isInterrupted()) return result(`reading ${String(i)} of ${String(found.length)} files`);
    const read = readFile(file);
    if (read.source === undefined || read.source.strategies.length === 0) {
      diagnostics.push(...read.diagnostics);
      continue;
    }
    const summary = guarded('look at the strategies', file, () => pipeline.summarise(read), undefined);
    diagnostics.push(...summary.diagnostics);
    if (summary.value === undefined) diagnostics.push(...read.diagnostics);
    else summaries.push(summary.value);
  }
  const linking = guarded(
    'look at the strategies',
    summaries[0]?.file ?? '',
    () => pipeline.linkSummaries(summaries, (file) => readFile(file).source),
    noBatch,
  );
  diagnostics.push(...linking.diagnostics);

  const { strategies } = linking.value;
  const nameOf = namesOf(found, strategies);
  const numbered = strategies.map((strategy, number) => ({ strategy, number }));
  const isMacro = ({ strategy }: { readonly strategy: LinkedStrategy }): boolean => strategy.kind === 'macro';
  // What became of the nodes of a macro is known when all that use it are mapped.
  const order = [...numbered.filter((each) => !isMacro(each)), ...numbered.filter(isMacro)];
  for (const [i, { strategy, number }] of order.entries()) {
    options.progress(i, order.length, `auditing ${strategy.name}`, 0);
    if (await options.isInterrupted()) return result(`${String(i)} of ${String(order.length)} strategies`);
    const input = byName.get(strategy.file);
    if (input === undefined) continue;
    const share = shareOf(readFile(strategy.file), strategy.place);
    const job: Job = { strategy, input, ...share, name: nameOf.get(strategy) };
    const { record, audited } = auditOne(job);
    records[number] = record;
    if (audited === undefined) continue;
    estate.add(audited);
    options.add(audited, scenariosOf(job, options.scenarios));
  }
  const about = guarded('look at the strategies', '', () => linking.value.diagnostics, []);
  diagnostics.push(...about.value, ...about.diagnostics);
  return result();
}

/** The names that the pages of a conversion would have. */
function namesOf(
  found: readonly FoundFile[],
  strategies: readonly LinkedStrategy[],
): ReadonlyMap<LinkedStrategy, PageName | undefined> {
  const sources = new Map(found.map(({ file, name }) => [file, name]));
  const roots = strategies.filter(({ kind }) => kind === 'strategy' || kind === 'process');
  const names = pageNames(roots.map(({ id, file }) => ({ id, source: sources.get(file) ?? file })));
  return new Map(roots.map((strategy, i) => [strategy, names[i]]));
}

/** Trees of files with so much text together are kept. */
const mostText = 2 << 20;
const noBatch: LinkedBatch = { strategies: [], diagnostics: [], holderOf: () => undefined };

function auditOne(job: Job): {
  readonly record: ReportStrategy;
  readonly audited: AuditedStrategy | undefined;
} {
  const { strategy, input } = job;
  const conversion = guarded('audit the strategy', input.file, () => strategy.convert(), nothing);
  const diagnostics = [...job.diagnostics, ...conversion.value.diagnostics, ...conversion.diagnostics];
  const record = auditRecord(job, conversion.value, diagnostics);
  strategy.adopt(conversion.value.traits);
  const { facts } = conversion.value;
  const audited = facts && auditedOf(record, record.kind === 'strategy' ? job.name?.base : undefined, facts);
  return { record, audited };
}

/** The scenarios beside an input as test calls, for the strategy that its page is made of. */
function scenariosOf({ strategy, input }: Job, source: ScenarioSource | undefined): readonly TestCall[] {
  if (source === undefined || strategy.kind !== 'strategy') return [];
  return source.besides(input.path).map((scenario) => testCallOf(sketchOf(scenario)));
}

/** The text of an input, read again for the frame of a finding. */
function sourceOf(found: readonly FoundFile[], file: string): string | undefined {
  const input = found.find((each) => each.file === file);
  const content = input && readBytes(input.path, input.within);
  return content?.ok === true ? decodeText(content.bytes) : undefined;
}
