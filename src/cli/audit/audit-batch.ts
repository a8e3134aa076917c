// The run behind `audit`: every file is read, every strategy is mapped, looked at and added up, and what it holds is forgotten.
import { openEstate, type Estate } from '../../audit/estate.js';
import { testCallOf } from '../../audit/test-plan.js';
import type { AuditedStrategy } from '../../audit/estate.js';
import type { TestCall } from '../../audit/facts.js';
import type { FoundFile } from '../../batch/discover.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { ReportStrategy } from '../../report/model.js';
import { emptyTally } from '../../report/tally.js';
import { linkAll, planJobs, readOne } from '../convert-batch.js';
import type { Job } from '../convert-strategy.js';
import { guarded } from '../guarded.js';
import type { Converted, Pipeline, ReadFile } from '../pipeline.js';
import type { ScenarioSource } from '../scenario-files.js';
import { auditedOf, auditRecord } from './audit-record.js';
import { sketchOf } from './scenario-sketch.js';

export interface AuditBatchOptions {
  readonly isInterrupted: () => Promise<boolean>;
  readonly progress: (done: number, total: number, what: string) => void;
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
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const records: ReportStrategy[] = [];
  const estate = openEstate();
  const result = (interruptedAfter?: string): AuditBatchResult => ({
    estate: estate.close(),
    records,
    diagnostics,
    source: (file) => texts.get(file),
    interruptedAfter,
  });

  const read: ReadFile[] = [];
  for (const [i, file] of found.entries()) {
    options.progress(i, found.length, `reading ${file.file}`);
    if (await options.isInterrupted()) return result(`reading ${String(i)} of ${String(found.length)} files`);
    const outcome = readOne(file, pipeline, texts);
    if (outcome.source === undefined) diagnostics.push(...outcome.diagnostics);
    read.push(outcome);
  }
  const linked = linkAll(read, pipeline);
  diagnostics.push(...linked.diagnostics);

  const jobs = planJobs(found, read, linked.strategies);
  const listed = new Set(jobs.map(({ input }) => input.file));
  for (const [i, job] of jobs.entries()) {
    options.progress(i, jobs.length, `auditing ${job.strategy.name}`);
    if (await options.isInterrupted()) return result(`${String(i)} of ${String(jobs.length)} strategies`);
    const { record, audited } = auditOne(job);
    records.push(record);
    if (audited === undefined) continue;
    estate.add(audited);
    options.add(audited, scenariosOf(job, options.scenarios));
  }
  for (const file of read)
    if (file.source !== undefined && !listed.has(file.file)) diagnostics.push(...file.diagnostics);
  return result();
}

function auditOne(job: Job): {
  readonly record: ReportStrategy;
  readonly audited: AuditedStrategy | undefined;
} {
  const { strategy, input } = job;
  const conversion = guarded('audit the strategy', input.file, () => strategy.convert(), nothing);
  const diagnostics = [...job.diagnostics, ...conversion.value.diagnostics, ...conversion.diagnostics];
  const record = auditRecord(job, conversion.value, diagnostics);
  const { facts } = conversion.value;
  const audited = facts && auditedOf(record, record.kind === 'strategy' ? job.name?.base : undefined, facts);
  return { record, audited };
}

/** The scenarios beside an input as test calls, for the strategy that its page is made of. */
function scenariosOf({ strategy, input }: Job, source: ScenarioSource | undefined): readonly TestCall[] {
  if (source === undefined || strategy.kind !== 'strategy') return [];
  return source.besides(input.path).map((scenario) => testCallOf(sketchOf(scenario)));
}
