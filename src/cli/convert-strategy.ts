// One strategy on its way through `convert`: converted, validated, written, run, recorded.
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
import { emptyTally, statusOf } from '../report/tally.js';
import { guarded } from './guarded.js';
import { checkPage, type PageCheck } from './page-check.js';
import type { OutputFolder } from './output-folder.js';
import type { Converted, ConvertedPage, LinkedStrategy, StrategyTraits } from './pipeline.js';
import { partsOf } from './record-parts.js';
import type { ScenarioSource } from './scenario-files.js';

export interface OneOptions {
  readonly output: OutputFolder;
  /** Where scenarios come from; undefined when nothing is to be run. */
  readonly scenarios: ScenarioSource | undefined;
}

/** A strategy with what is known of it before it is converted. */
export interface Job {
  readonly strategy: LinkedStrategy;
  readonly input: FoundFile;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  readonly origin: { readonly format: SourceFormat; readonly profile: ReportStrategy['profile'] };
  /** Findings of the reader that belong to it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly unread: readonly UnreadItem[];
  /** Undefined for subroutines and macros: they have no page. */
  readonly name: PageName | undefined;
}

export interface Done {
  readonly record: ReportStrategy;
  /** The page as findings name it. */
  readonly page: { readonly file: string; readonly text: string } | undefined;
  /** Findings that belong to no strategy (about scenario files). */
  readonly others: readonly Diagnostic[];
  /** What the batch has to know of it; undefined when it could not be converted. */
  readonly traits: StrategyTraits | undefined;
  /** The files as they were generated. */
  readonly files: readonly OutputFile[];
}

const unconverted: Converted = {
  page: undefined,
  reached: 'parsed',
  diagnostics: [],
  tally: emptyTally,
  assumptions: [],
  renamed: [],
};

/** Does everything for one strategy. */
export async function convertOne(job: Job, options: OneOptions): Promise<Done> {
  const { strategy, name, input } = job;
  const conversion = guarded('convert the strategy', input.file, () => strategy.convert(), unconverted);
  const { page, reached, tally, assumptions, renamed } = conversion.value;
  const diagnostics = [...job.diagnostics, ...conversion.value.diagnostics, ...conversion.diagnostics];
  const others: Diagnostic[] = [];

  let check: PageCheck = { isValid: false, runs: [], traces: [], traceLines: [], diagnostics: [] };
  let output: ReportStrategy['output'] = 'none';
  const pageFile = name === undefined ? undefined : `${name.base}.scxml`;
  if (page !== undefined && pageFile !== undefined && name !== undefined) {
    const written = write(job, name, page, options);
    output = written.output;
    const chosen = options.scenarios?.scenariosFor(input.path);
    others.push(...(chosen?.diagnostics ?? []));
    const shown = path.posix.join(options.output.shown, pageFile);
    check = await checkPage(page.text, shown, {
      scenarios: chosen?.value ?? [],
      detailed: false,
      keepSteps: false,
    });
    diagnostics.push(...written.diagnostics, ...check.diagnostics);
  }

  const facts = conversion.value.reported?.();
  const record: ReportStrategy = {
    name: strategy.name,
    kind: strategy.kind,
    file: input.file,
    hash: job.hash,
    ...job.origin,
    status: statusOf(strategy.kind, page !== undefined, tally),
    blocks: strategy.blocks,
    page: isInPlace(output) ? (pageFile ?? null) : null,
    output,
    claim: claimOf({ reached, isValid: check.isValid, runs: check.runs }),
    tally,
    assumptions,
    ...(renamed.length > 0 ? { renamed } : {}),
    runs: check.runs,
    unread: job.unread.map(({ path: where, count, first }) => ({
      path: where,
      count,
      line: first.start.line,
    })),
    findings: toFindings(diagnostics, strategy.name, relatedIn(page, pageFile, output, options)),
    ...(facts === undefined ? {} : partsOf(facts, diagnostics, input.file)),
  };
  const shownPage =
    page === undefined || pageFile === undefined
      ? undefined
      : { file: path.posix.join(options.output.shown, pageFile), text: page.text };
  const isWhole = conversion.diagnostics.length === 0;
  const files = page === undefined || name === undefined ? [] : filesOf(name, page);
  return { record, page: shownPage, others, traits: isWhole ? conversion.value.traits : undefined, files };
}

/** The spots of a page, where it lies on the disk as it was made. */
function relatedIn(
  page: ConvertedPage | undefined,
  pageFile: string | undefined,
  output: ReportStrategy['output'],
  options: OneOptions,
): FindRelated | undefined {
  if (page === undefined || pageFile === undefined) return undefined;
  if (output !== 'written' && output !== 'unchanged') return undefined;
  const file = path.posix.join(options.output.shown, pageFile);
  return (node) => {
    const spot = page.spotOf(node);
    return spot && { file, ...spot };
  };
}

interface Written {
  readonly output: ReportStrategy['output'];
  readonly diagnostics: readonly Diagnostic[];
}

function write(job: Job, name: PageName, page: ConvertedPage, options: OneOptions): Written {
  const { strategy, input } = job;
  const at = wholeFile(input.file);
  const pageFile = `${name.base}.scxml`;
  if (name.conflict) {
    const conflict = diagnose('IRD8007', strategy.id, at, { strategy: strategy.name, page: name.base });
    return { output: 'failed', diagnostics: [conflict] };
  }
  const renamed = name.extended
    ? [diagnose('IRD8006', strategy.id, at, { strategy: strategy.name, page: pageFile, id: strategy.id })]
    : [];
  const { plan, trouble } = options.output.write(filesOf(name, page));
  if (trouble !== undefined) {
    const failed = path.posix.join(options.output.shown, trouble.name);
    const found = diagnose('IRD8009', strategy.id, at, { page: failed, reason: trouble.reason });
    return { output: 'failed', diagnostics: [...renamed, found] };
  }
  const found = plan.files.flatMap((file) => findingOf(file, strategy.id, at, options.output.shown));
  const output = plan.status === 'written' && options.output.isDry ? 'dry-run' : plan.status;
  return { output, diagnostics: [...renamed, ...found] };
}

const isInPlace = (output: ReportStrategy['output']): boolean =>
  ['written', 'unchanged', 'merged', 'dry-run'].includes(output);

/** The page is put in place last: when it is there, the trace is. */
const filesOf = ({ base }: PageName, { text, trace }: ConvertedPage): readonly OutputFile[] => [
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
