// `convert`: reads the inputs, converts every strategy in them, writes the pages, validates what it wrote, runs it if asked, and reports.
import path from 'node:path';
import { discover, displayPath } from '../../batch/discover.js';
import { hasErrors } from '../../diagnostics/index.js';
import { createPipeline } from '../../migrate.js';
import { buildReport } from '../../report/build.js';
import { renderPretty } from '../../report/formats/pretty.js';
import { noTotals } from '../../report/tally.js';
import { renderSummary } from '../../report/formats/summary.js';
import { version } from '../../version.js';
import { convertBatch, type BatchResult } from '../convert-batch.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { verdictOn } from '../exit.js';
import { readGiven, readOverridesFile, settingsFault } from '../given-files.js';
import { clearSooner } from '../heap-growth.js';
import { watchInterrupt } from '../interrupt.js';
import { loadPlugins, pluginFiles } from '../load-plugins.js';
import type { PriorityIncrements } from '../../mappings/define.js';
import type { LoadedPlugin } from '../../mappings/plugins/read-plugin.js';
import { readFileList } from '../file-list.js';
import { openOutputFolder } from '../output-folder.js';
import { hashOfFiles, settingsHash } from '../run-settings.js';
import type { Shard } from '../batch-options.js';
import { decisive, isInShard } from '../share-and-skip.js';
import type { OwnOptions } from '../own-options.js';
import type { Pipeline, PipelineSettings } from '../pipeline.js';
import { progressOn } from '../progress.js';
import { openDetails } from '../report-details.js';
import { baselineFor, renderingOf, type ReportOptions } from '../report-options.js';
import { runOf } from '../report-run.js';
import { keepInputs, showsFindings, targetsOf, writeReports } from '../report-targets.js';
import type { ScenarioSource } from '../scenario-files.js';
import type { Terminal } from '../terminal.js';
import { threadsFor } from '../thread-pool.js';
import { today } from '../today.js';
import { UsageError } from '../usage-error.js';
import { usualBudget } from '../verify/budget.js';

export interface ConvertOptions extends ReportOptions, OwnOptions {
  readonly output: string;
  readonly profile?: string;
  readonly names?: string;
  readonly check: boolean;
  /** Compare every strategy with its page; implies `check`. */
  readonly verify: boolean;
  /** Scenarios that the comparison may try. */
  readonly budget?: number;
  /** Where the search for them begins. */
  readonly seed: number;
  readonly scenario: readonly string[];
  readonly force: boolean;
  readonly merge: boolean;
  readonly dryRun: boolean;
  readonly cache: boolean;
  readonly shard?: Shard;
  readonly jobs: number | 'auto';
  readonly filesFrom?: string;
  readonly notes: boolean;
  readonly selection: 'urs' | 'redirect';
  readonly ursCalls: boolean;
  readonly priorityIncrements: PriorityIncrements;
  readonly target: string;
  readonly assume: readonly string[];
}

/** Endings that a search of a folder takes for strategies. */
export const endings = ['.xml', '.workflow', '.ixnprocess'];

/** Converts everything that `inputs` name into the output folder. */
export async function convert(
  inputs: readonly string[],
  options: ConvertOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = targetsOf(options.format, [], terminal);
  const baseline = await baselineFor(options, terminal);
  const given = readOptionFiles(options, terminal.cwd);
  const ownFiles = pluginFiles(options.plugin, given.overrides, terminal.cwd);
  const plugins = await loadPlugins(ownFiles, terminal.cwd);
  const pipeline = preparePipeline(options, given, plugins);
  const folder = path.resolve(terminal.cwd, options.output);
  if (!options.verify && options.budget !== undefined) throw new UsageError('--budget is for --verify.');
  if (options.dryRun && targets.length > 0)
    throw new UsageError(
      'With --dry-run nothing is written, and standard output has the patch: leave --format out.',
    );
  const named = options.filesFrom === undefined ? [] : await readFileList(options.filesFrom, terminal.cwd);
  if (inputs.length === 0 && options.filesFrom === undefined)
    throw new UsageError(
      'Name the inputs, here or in the configuration (docs/configuration.md), or a file that lists them with --files-from.',
    );
  const all = [...inputs, ...named];
  const found = await discover(all, { cwd: terminal.cwd, endings, except: [folder] });
  keepInputs(targets, found.value);
  const output =
    found.value.length === 0
      ? undefined
      : openOutputFolder({
          folder,
          named: options.output,
          shown: displayPath(folder, terminal.cwd),
          force: options.force,
          merge: options.merge,
          cache: options.cache,
          dry: options.dryRun ? terminal.out.write : undefined,
        });

  clearSooner(found.value.length);
  const details = targets.some(({ format }) => format.wantsDetails) ? openDetails(output?.texts) : undefined;
  const interrupt = watchInterrupt();
  const progress = progressOn(terminal.err, !options.quiet);
  const sources =
    options.check || options.verify || options.scenario.length > 0
      ? await scenarios(options, terminal)
      : undefined;
  const { shard } = options;
  const result =
    output === undefined
      ? nothingConverted
      : await convertBatch(found.value, pipeline, {
          output,
          settings: settingsHash({
            options: decisive({ ...options }),
            files: [given.profile, given.names, given.overrides],
            plugins: ownFiles,
            expired: pipeline.expired,
          }),
          scenarios: sources,
          ...(options.verify
            ? { verify: { budget: options.budget ?? usualBudget, seed: options.seed } }
            : {}),
          scenariosHash: ({ path: place }) =>
            sources === undefined ? '' : hashOfFiles(sources.filesFor(place)),
          isWanted: isInShard(shard),
          ...(baseline === undefined ? {} : { accept: baseline.use.accept }),
          ...(details === undefined ? {} : { details }),
          aboutAll: shard === undefined || shard.part === 1,
          threads: threadsFor(
            options.jobs,
            {
              options: conversionOf(options),
              given,
              plugins: ownFiles,
              cwd: terminal.cwd,
              found: found.value,
            },
            options.verify,
          ),
          isInterrupted: interrupt.isRequested,
          progress: progress.show,
        });
  // What belongs to strategies that this run has not looked at is kept.
  if (details !== undefined && shard === undefined && result.interruptedAfter === undefined)
    output?.texts.prune();
  const unremembered = output?.close() ?? [];
  progress.clear();
  interrupt.release();

  const report = buildReport({
    version,
    command: 'convert',
    run: runOf(options, given, terminal.cwd),
    files: found.value.length,
    strategies: result.strategies,
    totals: result.totals,
    diagnostics: [...found.diagnostics, ...result.diagnostics, ...unremembered],
    ...(baseline === undefined ? {} : { baseline }),
    ...(details === undefined ? {} : { details: details.details }),
  });
  const source = (file: string): string | undefined =>
    result.source(file) ?? Object.values(given).find((each) => each.file === file)?.text;
  const rendering = { source, ...(details && { places: details.places }), ...renderingOf(options) };
  if (!options.quiet && !showsFindings(targets)) {
    for (const chunk of renderPretty(report, { ...rendering, paint: terminal.err.paint }))
      terminal.err.write(chunk);
  }
  const refusals = await writeReports(report, targets, terminal, rendering);
  if (!options.quiet) terminal.err.write(renderSummary(report, { ...rendering, paint: terminal.err.paint }));
  const verdict = verdictOn(report, options);
  result.close();
  details?.close();
  return conclude(result, refusals, verdict, terminal);
}

/** The result when there was nothing to convert. */
const nothingConverted: BatchResult = {
  strategies: [],
  totals: noTotals(0),
  diagnostics: [],
  source: () => undefined,
  interruptedAfter: undefined,
  close: () => undefined,
};

/** Reading scenarios takes libraries that a conversion without a run does not need. */
async function scenarios({ scenario }: ConvertOptions, { cwd }: Terminal): Promise<ScenarioSource> {
  const { scenarioSource } = await import('../scenario-files.js');
  return scenarioSource(scenario, cwd);
}

function conclude(
  { interruptedAfter }: BatchResult,
  refusals: readonly string[],
  verdict: ReturnType<typeof verdictOn>,
  terminal: Terminal,
): ExitCode {
  for (const refusal of refusals) terminal.err.write(`${refusal}\n`);
  if (interruptedAfter !== undefined) {
    terminal.err.write(`Interrupted after ${interruptedAfter}; what is reported above is finished\n`);
    return exitCodes.interrupted;
  }
  if (refusals.length > 0) return exitCodes.trouble;
  if (verdict.reason !== '') terminal.err.write(`Exit ${verdict.code}: ${verdict.reason}\n`);
  return verdict.code;
}

/** Files that options name; those that were not given are left out. */
export type OptionFiles = Pick<PipelineSettings, 'profile' | 'names' | 'overrides'>;

/** What `convert` and `audit` may say about the conversion alike. */
export type PipelineOptions = Pick<
  ConvertOptions,
  | 'profile'
  | 'names'
  | 'overrides'
  | 'plugin'
  | 'notes'
  | 'selection'
  | 'ursCalls'
  | 'priorityIncrements'
  | 'target'
  | 'assume'
>;

/** The options that decide about the conversion, as plain data. */
/** What of the options decides about the conversion, for other threads. */
export const conversionOf = (options: PipelineOptions): PipelineOptions => ({
  plugin: options.plugin,
  notes: options.notes,
  selection: options.selection,
  ursCalls: options.ursCalls,
  priorityIncrements: options.priorityIncrements,
  target: options.target,
  assume: options.assume,
});

/** Reads the files that options name. */
export function readOptionFiles(options: PipelineOptions, cwd: string): OptionFiles {
  const profile = readGiven('profile', options.profile, cwd);
  const names = readGiven('table of names', options.names, cwd);
  const overrides = readOverridesFile(options.overrides, cwd);
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(names === undefined ? {} : { names }),
    ...(overrides === undefined ? {} : { overrides }),
  };
}

/** The conversion with the user's settings; settings that cannot be used end the command before it begins. */
export function preparePipeline(
  options: PipelineOptions,
  files: OptionFiles,
  plugins: readonly LoadedPlugin[],
  more: Pick<PipelineSettings, 'audit' | 'pages'> = {},
): Pipeline {
  const { value, diagnostics } = createPipeline({
    ...files,
    ...more,
    plugins,
    today: today(),
    selection: options.selection,
    ursCalls: options.ursCalls,
    priorityIncrements: options.priorityIncrements,
    target: options.target,
    notes: options.notes,
    assumptions: Object.fromEntries(options.assume.map(parseAssumption)),
    version,
  });
  if (value !== undefined && !hasErrors(diagnostics)) return value;
  throw settingsFault(diagnostics, Object.values(files));
}

function parseAssumption(given: string): readonly [string, string] {
  const at = given.indexOf('=');
  if (at <= 0)
    throw new UsageError(
      `"--assume ${given}" should read --assume id=value; docs/assumptions.md lists the ids.`,
    );
  return [given.slice(0, at), given.slice(at + 1)];
}
