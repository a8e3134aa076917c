// The run behind `audit`: every file is read, every strategy is mapped, looked at and added up, and what it holds is forgotten.
import { openEstate, type AuditedStrategy, type Estate, type KeptStrategy } from '../../audit/estate.js';
import { testCallOf } from '../../audit/test-plan.js';
import type { TestCall } from '../../audit/facts.js';
import type { FoundFile } from '../../batch/discover.js';
import { openSpool } from '../../batch/beside-memory.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { ReportStrategy, ReportTotals } from '../../report/model.js';
import { addToTotals, noTotals } from '../../report/tally.js';
import { openInputs, remembersNothing } from '../batch-inputs.js';
import { namesOf } from '../convert-batch.js';
import type { Job } from '../convert-strategy.js';
import { guarded } from '../guarded.js';
import { noShare, shareOf, unconverted } from '../make-strategy.js';
import type { Converted, KeptTraits, LinkedBatch, LinkedStrategy, Pipeline } from '../pipeline.js';
import type { DetailKeeper } from '../report-details.js';
import { strategyDetails } from '../strategy-details.js';
import type { ScenarioSource } from '../scenario-files.js';
import { auditedOf, auditRecord } from './audit-record.js';
import { sketchOf } from './scenario-sketch.js';

export interface AuditBatchOptions {
  readonly isInterrupted: () => Promise<boolean>;
  readonly progress: (done: number, total: number, what: string, failed: number) => void;
  /** Scenarios that lie beside an input; they are test calls that somebody has thought of. */
  readonly scenarios: ScenarioSource | undefined;
  readonly add: (strategy: AuditedStrategy, scenarios: readonly TestCall[]) => void;
  /** Keeps what reports show of strategies beside their records, where a format wants it. */
  readonly details?: DetailKeeper;
  /** What a baseline makes of a record. */
  readonly accept?: (record: ReportStrategy) => ReportStrategy;
}

export interface AuditBatchResult {
  readonly estate: Estate;
  /** They lie in a file. */
  readonly records: Iterable<ReportStrategy>;
  /** The sums over the records. */
  readonly totals: ReportTotals;
  /** Findings that belong to no strategy. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file by the name that findings use. */
  readonly source: (file: string) => string | undefined;
  readonly interruptedAfter: string | undefined;
  readonly close: () => void;
}

/** Audits all strategies of the files. */
export async function auditBatch(
  found: readonly FoundFile[],
  pipeline: Pipeline,
  options: AuditBatchOptions,
): Promise<AuditBatchResult> {
  const diagnostics: Diagnostic[] = [];
  const inputs = openInputs(found, pipeline, remembersNothing);
  const records = openSpool<ReportStrategy>();
  const traits = openSpool<KeptTraits>();
  const kept = openSpool<KeptStrategy>();
  let totals = noTotals(found.length);
  const estate = openEstate(kept);
  const result = (interruptedAfter?: string): AuditBatchResult => ({
    estate: estate.close(),
    records,
    totals,
    diagnostics,
    source: inputs.text,
    interruptedAfter,
    close: () => {
      for (const each of [records, traits, kept]) each.close();
    },
  });

  for (const [i, input] of found.entries()) {
    options.progress(i, found.length, `reading ${input.file}`, 0);
    if (await options.isInterrupted()) return result(`reading ${String(i)} of ${String(found.length)} files`);
    diagnostics.push(...inputs.scan(input));
  }
  const summaries = inputs.summaries();
  const linking = guarded(
    'look at the strategies',
    summaries[0]?.file ?? '',
    () => pipeline.linkSummaries(summaries, (file) => inputs.read(file).source, traits),
    noBatch,
  );
  diagnostics.push(...linking.diagnostics);

  const { strategies } = linking.value;
  const byName = new Map(found.map((input) => [input.file, input]));
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
    const read = guarded('read the file', input.file, () => inputs.read(input.file), undefined);
    const share = read.value === undefined ? noShare : shareOf(read.value, strategy.place);
    const {
      record: bare,
      audited,
      converted,
    } = auditOne({
      strategy,
      input,
      ...share,
      diagnostics: [...read.diagnostics, ...share.diagnostics],
      hash: inputs.hashOf(input.file),
      name: nameOf.get(strategy),
    });
    const record =
      options.details === undefined || read.value === undefined
        ? bare
        : {
            ...bare,
            detail: options.details.keep(await strategyDetails(converted, read.value, strategy.place)),
          };
    const accepted = options.accept?.(record) ?? record;
    records.put(number, accepted);
    totals = addToTotals(totals, accepted);
    if (audited === undefined) continue;
    estate.add(audited);
    options.add(audited, scenariosOf({ strategy, input }, options.scenarios));
  }
  inputs.forget();
  const about = guarded('look at the strategies', '', () => linking.value.diagnostics, []);
  diagnostics.push(...about.value, ...about.diagnostics);
  return result();
}

const noBatch: LinkedBatch = { strategies: [], diagnostics: [], holderOf: () => undefined };

function auditOne(job: Job): {
  readonly record: ReportStrategy;
  readonly audited: AuditedStrategy | undefined;
  readonly converted: Converted;
} {
  const { strategy, input } = job;
  const conversion = guarded('audit the strategy', input.file, () => strategy.convert(), unconverted);
  const diagnostics = [...job.diagnostics, ...conversion.value.diagnostics, ...conversion.diagnostics];
  const record = auditRecord(job, conversion.value, diagnostics);
  strategy.adopt(conversion.value.traits);
  const { facts } = conversion.value;
  const audited = facts && auditedOf(record, record.kind === 'strategy' ? job.name?.base : undefined, facts);
  return { record, audited, converted: conversion.value };
}

/** The scenarios beside an input as test calls, for the strategy that its page is made of. */
function scenariosOf(
  { strategy, input }: Pick<Job, 'strategy' | 'input'>,
  source: ScenarioSource | undefined,
): readonly TestCall[] {
  if (source === undefined || strategy.kind !== 'strategy') return [];
  return source.besides(input.path).map((scenario) => testCallOf(sketchOf(scenario)));
}
