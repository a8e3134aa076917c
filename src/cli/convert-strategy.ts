// The end of a strategy's way through `convert`: what was made of it is written and recorded.
import path from 'node:path';
import type { FoundFile } from '../batch/discover.js';
import type { PageName } from '../batch/output-names.js';
import type { FilePlan } from '../batch/plan-output.js';
import type { OutputFile } from '../batch/write-output.js';
import { diagnose, wholeFile, type Diagnostic } from '../diagnostics/index.js';
import type { SourceFormat, UnreadItem } from '../ird-parser/source-model.js';
import { toFindings, type FindRelated } from '../report/build.js';
import { claimOf } from '../report/claim.js';
import type { ReportStrategy } from '../report/model.js';
import { statusOf } from '../report/tally.js';
import type { Made } from './make-strategy.js';
import type { OutputFolder } from './output-folder.js';
import type { LinkedStrategy, StrategyTraits } from './pipeline.js';
import { partsOf } from './record-parts.js';

export interface OneOptions {
  readonly output: OutputFolder;
}

/** A strategy with what is known of it whatever comes of it. */
export interface FinishJob {
  readonly strategy: LinkedStrategy;
  readonly input: FoundFile;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  /** Undefined for subroutines and macros: they have no page. */
  readonly name: PageName | undefined;
  /** Findings that belong to no strategy (about scenario files). */
  readonly others: readonly Diagnostic[];
}

/** A strategy with what is known of it before it is converted. */
export interface Job extends Omit<FinishJob, 'others'> {
  readonly origin: { readonly format: SourceFormat; readonly profile: ReportStrategy['profile'] };
  /** Findings of the reader that belong to it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly unread: readonly UnreadItem[];
}

export interface Done {
  readonly record: ReportStrategy;
  /** The page as findings name it, and as it is called in its folder. */
  readonly page: { readonly file: string; readonly name: string; readonly text: string } | undefined;
  /** Findings that belong to no strategy (about scenario files). */
  readonly others: readonly Diagnostic[];
  /** What the batch has to know of it; undefined when it could not be converted. */
  readonly traits: StrategyTraits | undefined;
  /** The files as they were generated. */
  readonly files: readonly OutputFile[];
}

/** Writes what was made of a strategy, and records it. */
export function finishOne(job: FinishJob, made: Made, { output: folder }: OneOptions): Done {
  const { strategy, name, input } = job;
  const { page, reached, tally, assumptions, renamed, check, facts } = made;
  const pageFile = name === undefined ? undefined : `${name.base}.scxml`;
  const written: Written =
    page === undefined || name === undefined
      ? { output: 'none', diagnostics: [] }
      : write(job, name, page, folder);
  const { output } = written;
  const diagnostics = [...made.diagnostics, ...written.diagnostics, ...check.diagnostics];
  const shown = pageFile === undefined ? '' : path.posix.join(folder.shown, pageFile);
  const isAsMade = page !== undefined && (output === 'written' || output === 'unchanged');
  const related: FindRelated = (node) => {
    const spot = made.spots.get(node);
    return spot && { file: shown, ...spot };
  };
  const record: ReportStrategy = {
    name: strategy.name,
    kind: strategy.kind,
    file: input.file,
    hash: job.hash,
    ...made.origin,
    status: statusOf(strategy.kind, page !== undefined, tally),
    blocks: strategy.blocks,
    page: isInPlace(output) ? (pageFile ?? null) : null,
    output,
    claim: claimOf({
      reached,
      isValid: check.isValid,
      runs: check.runs,
      equivalence: check.equivalence?.verdict,
    }),
    tally,
    assumptions,
    ...(renamed.length > 0 ? { renamed } : {}),
    runs: check.runs,
    ...(check.equivalence === undefined ? {} : { equivalence: check.equivalence }),
    unread: made.unread.map(({ path: where, count, first }) => ({
      path: where,
      count,
      line: first.start.line,
    })),
    findings: toFindings(diagnostics, strategy.name, isAsMade ? related : undefined),
    ...(facts === undefined ? {} : partsOf(facts, diagnostics, input.file)),
  };
  return {
    record,
    page: page && pageFile !== undefined ? { file: shown, name: pageFile, text: page.text } : undefined,
    others: job.others,
    traits: made.traits,
    files: page === undefined || name === undefined ? [] : filesOf(name, page),
  };
}

interface Written {
  readonly output: ReportStrategy['output'];
  readonly diagnostics: readonly Diagnostic[];
}

function write(
  { strategy, input }: FinishJob,
  name: PageName,
  page: NonNullable<Made['page']>,
  folder: OutputFolder,
): Written {
  const at = wholeFile(input.file);
  const pageFile = `${name.base}.scxml`;
  if (name.conflict) {
    const conflict = diagnose('IRD8007', strategy.id, at, { strategy: strategy.name, page: name.base });
    return { output: 'failed', diagnostics: [conflict] };
  }
  const renamed = name.extended
    ? [diagnose('IRD8006', strategy.id, at, { strategy: strategy.name, page: pageFile, id: strategy.id })]
    : [];
  const { plan, trouble } = folder.write(filesOf(name, page));
  if (trouble !== undefined) {
    const failed = path.posix.join(folder.shown, trouble.name);
    const found = diagnose('IRD8009', strategy.id, at, { page: failed, reason: trouble.reason });
    return { output: 'failed', diagnostics: [...renamed, found] };
  }
  const found = plan.files.flatMap((file) => findingOf(file, strategy.id, at, folder.shown));
  const output = plan.status === 'written' && folder.isDry ? 'dry-run' : plan.status;
  return { output, diagnostics: [...renamed, ...found] };
}

const isInPlace = (output: ReportStrategy['output']): boolean =>
  ['written', 'unchanged', 'kept', 'merged', 'conflict', 'dry-run'].includes(output);

/** The page is put in place last: when it is there, the trace is. */
const filesOf = ({ base }: PageName, { text, trace }: NonNullable<Made['page']>): readonly OutputFile[] => [
  { name: `${base}.scxml`, text },
  { name: `${base}.trace.json`, text: trace },
];

function findingOf(
  file: FilePlan,
  node: string,
  at: ReturnType<typeof wholeFile>,
  folder: string,
): readonly Diagnostic[] {
  const page = path.posix.join(folder, file.name);
  switch (file.kind) {
    case 'same':
    case 'write':
      return [];
    case 'refuse':
      return [diagnose('IRD8008', node, at, { page })];
    case 'keep':
      if (!file.isEdited) return [];
      return [diagnose('IRD8165', node, at, { page, generated: path.posix.join(folder, file.beside) })];
    case 'stay':
      return [diagnose('IRD8167', node, at, { page })];
    case 'merged':
      return [diagnose('IRD8168', node, at, { page })];
    case 'conflict':
      return [diagnose('IRD8166', node, at, { page, places: file.places })];
  }
}
