// The batch behind `convert`: every file is read, then every strategy converted, validated, written and run. A fault in one stops no other.
import type { FoundFile } from '../batch/discover.js';
import { pageNames } from '../batch/output-names.js';
import { decodeText, readBytes } from '../batch/read-file.js';
import { diagnose, wholeFile, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import type { ReportStrategy } from '../report/model.js';
import { convertOne, type Job, type OneOptions } from './convert-strategy.js';
import { guarded } from './guarded.js';
import type { LinkedBatch, LinkedStrategy, Pipeline, ReadFile } from './pipeline.js';

export interface BatchOptions extends OneOptions {
  readonly isInterrupted: () => Promise<boolean>;
  readonly progress: (done: number, total: number, what: string) => void;
}

export interface BatchResult {
  readonly strategies: readonly ReportStrategy[];
  /** Findings that belong to no strategy. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file or page by the name that findings use. */
  readonly source: (file: string) => string | undefined;
  /** `12 of 40 strategies` when the user stopped the run. */
  readonly interruptedAfter: string | undefined;
}

/** Converts all strategies of the files. */
export async function convertBatch(
  found: readonly FoundFile[],
  pipeline: Pipeline,
  options: BatchOptions,
): Promise<BatchResult> {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const records: ReportStrategy[] = [];
  const result = (interruptedAfter?: string): BatchResult => ({
    strategies: records,
    diagnostics,
    source: (file) => texts.get(file),
    interruptedAfter,
  });

  const read: ReadFile[] = [];
  for (const [i, file] of found.entries()) {
    options.progress(i, found.length, `reading ${file.file}`);
    if (await options.isInterrupted()) return result(`reading ${i} of ${found.length} files`);
    const outcome = readOne(file, pipeline, texts);
    if (outcome.source === undefined) diagnostics.push(...outcome.diagnostics);
    read.push(outcome);
  }

  const linked = linkAll(read, pipeline);
  diagnostics.push(...linked.diagnostics);

  const jobs = planJobs(found, read, linked.strategies);
  for (const [i, job] of jobs.entries()) {
    options.progress(i, jobs.length, `converting ${job.strategy.name}`);
    if (await options.isInterrupted()) return result(`${i} of ${jobs.length} strategies`);
    const done = await convertOne(job, options);
    records.push(done.record);
    diagnostics.push(...done.others);
    // A page is kept for the frames of findings about it, and only then: batches are large.
    const { page } = done;
    if (page !== undefined && done.record.findings.some(({ file }) => file === page.file)) {
      texts.set(page.file, page.text);
    }
  }
  // Files that were read but list no strategy keep their findings.
  for (const file of read) {
    const isListed = jobs.some(({ input }) => input.file === file.file);
    if (file.source !== undefined && !isListed) diagnostics.push(...file.diagnostics);
  }
  return result();
}

/** Reads one file; what cannot be read is a finding. */
export function readOne(
  { path: place, file, name }: FoundFile,
  pipeline: Pipeline,
  texts: Map<string, string>,
): ReadFile {
  const content = readBytes(place);
  if (!content.ok) {
    const refusal = diagnose('IRD8003', '', wholeFile(file), { path: file, reason: content.reason });
    return { file, name, source: undefined, diagnostics: [refusal] };
  }
  const { bytes } = content;
  const nothing: ReadFile = { file, name, source: undefined, diagnostics: [] };
  const outcome = guarded('read the file', file, () => pipeline.read({ file, name, bytes }), nothing);
  const read = outcome.value;
  // Without a decoded text the frames show the file as UTF-8, which is what most files are.
  texts.set(file, read.source?.text ?? decodeText(bytes));
  return { ...read, diagnostics: [...read.diagnostics, ...outcome.diagnostics] };
}

/** Links the batch. When that fails for a fault of ours, the files that it fails on alone are left out, so that the others go on. */
export function linkAll(read: readonly ReadFile[], pipeline: Pipeline): LinkedBatch {
  const nothing: LinkedBatch = { strategies: [], diagnostics: [], holderOf: () => undefined };
  const attempt = (files: readonly ReadFile[]): Outcome<LinkedBatch | undefined> =>
    guarded('look at the strategies', files[0]?.file ?? '', () => pipeline.link(files), undefined);
  const all = attempt(read);
  if (all.value !== undefined) return all.value;
  const alone = read.map((file) => ({ file, outcome: attempt([file]) }));
  const faults = alone.flatMap(({ outcome }) => outcome.diagnostics);
  const rest = alone.filter(({ outcome }) => outcome.value !== undefined).map(({ file }) => file);
  const again = faults.length > 0 ? attempt(rest) : all;
  const { strategies, diagnostics, holderOf } = again.value ?? nothing;
  return { strategies, holderOf, diagnostics: [...faults, ...again.diagnostics, ...diagnostics] };
}

/** The strategies with what is known of each before it is converted. */
export function planJobs(
  found: readonly FoundFile[],
  read: readonly ReadFile[],
  strategies: readonly LinkedStrategy[],
): readonly Job[] {
  const files = new Map(found.map((file, i) => [file.file, { input: file, read: read[i] }]));
  const sources = new Map(found.map(({ file, name }) => [file, name]));
  const roots = strategies.filter(isRoot);
  const names = pageNames(roots.map(({ id, file }) => ({ id, source: sources.get(file) ?? file })));
  const nameOf = new Map(roots.map((strategy, i) => [strategy, names[i]]));
  const places = new Map<string, number>();
  return strategies.flatMap((strategy): readonly Job[] => {
    const place = places.get(strategy.file) ?? 0;
    places.set(strategy.file, place + 1);
    const entry = files.get(strategy.file);
    if (entry?.read === undefined) return [];
    return [{ strategy, input: entry.input, ...shareOf(entry.read, place), name: nameOf.get(strategy) }];
  });
}

const isRoot = ({ kind }: LinkedStrategy): boolean => kind === 'strategy' || kind === 'process';

/** What of a file's findings and unread parts belongs to its strategy number `place`: what lies within it; the first also gets the rest. */
export function shareOf(
  { source, diagnostics }: ReadFile,
  place: number,
): Pick<Job, 'diagnostics' | 'unread' | 'origin'> {
  const spans = (source?.strategies ?? []).map(({ span }) => span);
  const owner = (offset: number): number =>
    Math.max(
      0,
      spans.findIndex(({ start, end }) => offset >= start.offset && offset < end.offset),
    );
  return {
    diagnostics: diagnostics.filter(({ span }) => owner(span.start.offset) === place),
    unread: (source?.unread ?? []).filter(({ first }) => owner(first.start.offset) === place),
    origin: { format: source?.format ?? 'ird-xml', profile: source?.profile ?? null },
  };
}
