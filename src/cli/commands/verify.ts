// `verify`: runs strategies and their pages in the same scenarios, and says where they differ.
import path from 'node:path';
import { discover, displayPath } from '../../batch/discover.js';
import { buildReport } from '../../report/build.js';
import { plural } from '../../report/formats/plural.js';
import { renderSummary } from '../../report/formats/summary.js';
import { writeScenarios } from '../../runtime-check/scenario/write.js';
import type { SandboxName } from '../../sandbox-file.js';
import { version } from '../../version.js';
import type { Shard } from '../batch-options.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { verdictOn } from '../exit.js';
import { watchInterrupt } from '../interrupt.js';
import { loadPlugins, pluginFiles } from '../load-plugins.js';
import { progressOn } from '../progress.js';
import { baselineFor, renderingOf, type ReportOptions } from '../report-options.js';
import { runOf } from '../report-run.js';
import { keepInputs, targetsOf, writeReports, writeResult } from '../report-targets.js';
import { scenarioSource } from '../scenario-files.js';
import { isInShard } from '../share-and-skip.js';
import type { Terminal } from '../terminal.js';
import { threadsFor } from '../thread-pool.js';
import { UsageError } from '../usage-error.js';
import { usualBudget } from '../verify/budget.js';
import { verifyBatch } from '../verify/verify-batch.js';
import { conversionOf, endings, preparePipeline, readOptionFiles, type PipelineOptions } from './convert.js';

export interface VerifyOptions extends ReportOptions, PipelineOptions {
  readonly scenario: readonly string[];
  readonly budget?: number;
  readonly seed: number;
  readonly save?: string;
  readonly engine: SandboxName;
  readonly jobs: number | 'auto';
  readonly shard?: Shard;
}

/** Verifies the strategies that `inputs` name, against the pages among them or against what they convert to. */
export async function verify(
  inputs: readonly string[],
  options: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd } = terminal;
  const targets = targetsOf(options.format, ['pretty'], terminal);
  const baseline = await baselineFor(options, terminal);
  const given = readOptionFiles(options, cwd);
  const ownFiles = pluginFiles(options.plugin, given.overrides, cwd);
  const pipeline = preparePipeline(options, given, await loadPlugins(ownFiles, cwd));
  const found = await discover(inputs, { cwd, endings: [...endings, '.scxml'], except: [] });
  keepInputs(targets, found.value);
  const isPage = ({ file }: { readonly file: string }): boolean => /\.scxml$/i.test(file);
  const sources = found.value.filter((each) => !isPage(each));
  if (sources.length === 0 && found.value.length > 0)
    throw new UsageError('Name the strategy beside its page: what is compared is the two.');

  const refusals: string[] = [];
  const { save } = options;
  const interrupt = watchInterrupt();
  const progress = progressOn(terminal.err, !options.quiet);
  const result = await verifyBatch(sources, pipeline, {
    pages: found.value.filter(isPage),
    scenarios: scenarioSource(options.scenario, cwd),
    budget: options.budget ?? (options.scenario.length > 0 ? 0 : usualBudget),
    seed: options.seed,
    engine: options.engine,
    isWanted: isInShard(options.shard),
    threads: threadsFor(
      options.jobs,
      { options: conversionOf(options), given, plugins: ownFiles, cwd, found: sources },
      true,
    ),
    isInterrupted: interrupt.isRequested,
    progress: progress.show,
    ...(save === undefined
      ? {}
      : {
          save: (strategy, number, scenario) => {
            const file = path.resolve(cwd, save, `${strategy}-${String(number)}.scenarios.yaml`);
            refusals.push(...writeResult(file, writeScenarios([scenario])));
            return displayPath(file, cwd);
          },
        }),
  });
  progress.clear();
  interrupt.release();

  const report = buildReport({
    version,
    command: 'verify',
    run: runOf(options, given, cwd),
    files: sources.filter(isInShard(options.shard)).length,
    strategies: result.records.map((record) => baseline?.use.accept(record) ?? record),
    diagnostics: [...found.diagnostics, ...result.diagnostics],
    ...(baseline === undefined ? {} : { baseline }),
  });
  const rendering = {
    source: (file: string): string | undefined =>
      result.source(file) ?? Object.values(given).find((each) => each.file === file)?.text,
    ...renderingOf(options),
  };
  refusals.push(...(await writeReports(report, targets, terminal, rendering)));
  if (!options.quiet)
    terminal.err.write(renderSummary(report, { paint: terminal.err.paint, verbose: options.verbose }));
  if (!options.quiet && result.records.length === 0 && result.interruptedAfter === undefined)
    terminal.err.write(
      'Nothing was compared: no strategy with a page of its own is among the inputs; subroutines and macros are compared in the pages of their callers.\n',
    );
  for (const refusal of refusals) terminal.err.write(`${refusal}\n`);
  if (result.interruptedAfter !== undefined) {
    terminal.err.write(
      `Interrupted after ${result.interruptedAfter}; ${plural(result.records.length, 'strategy', 'strategies')} reported\n`,
    );
    return exitCodes.interrupted;
  }
  if (refusals.length > 0) return exitCodes.trouble;
  const verdict = verdictOn(report, options);
  if (verdict.reason !== '') terminal.err.write(`Exit ${String(verdict.code)}: ${verdict.reason}\n`);
  return verdict.code;
}
