// `audit`: looks at every strategy of the inputs without writing a page, and says what is there, what to do, and in which order.
import path from 'node:path';
import { cutoverOf } from '../../audit/cutover.js';
import { readDns, type DnRow } from '../../audit/dns.js';
import type { Estate } from '../../audit/estate.js';
import { renderAuditSummary } from '../../audit/summary.js';
import { discover } from '../../batch/discover.js';
import { makeFolder } from '../../batch/write-output.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { buildReport } from '../../report/build.js';
import { renderJson } from '../../report/formats/json.js';
import { renderPretty } from '../../report/formats/pretty.js';
import { plainPaint } from '../../report/formats/format.js';
import { auditFileNames, openAuditFiles, type AuditFiles } from '../audit/audit-files.js';
import { auditBatch } from '../audit/audit-batch.js';
import { version } from '../../version.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { verdictOn } from '../exit.js';
import { clearSooner } from '../heap-growth.js';
import { watchInterrupt } from '../interrupt.js';
import { loadPlugins, pluginFiles } from '../load-plugins.js';
import type { GivenFile } from '../pipeline.js';
import { progressOn } from '../progress.js';
import { openDetails } from '../report-details.js';
import { baselineFor, renderingOf, type ReportOptions } from '../report-options.js';
import { runOf } from '../report-run.js';
import { keepInputs, showsFindings, targetsOf, writeReports } from '../report-targets.js';
import { scenarioSource } from '../scenario-files.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import { readGiven, settingsFault } from '../given-files.js';
import { endings, preparePipeline, readOptionFiles, type PipelineOptions } from './convert.js';

export interface AuditOptions extends PipelineOptions, ReportOptions {
  readonly output?: string;
  readonly dns?: string;
  readonly minutesPerUnit: number;
}

/** Audits everything that `inputs` name. */
export async function audit(
  inputs: readonly string[],
  options: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd } = terminal;
  const targets = targetsOf(options.format, [], terminal);
  const baseline = await baselineFor(options, terminal);
  const given = readOptionFiles(options, cwd);
  const dns = tableOfDns(options.dns, cwd);
  const plugins = await loadPlugins(pluginFiles(options.plugin, given.overrides, cwd), cwd);
  const pipeline = preparePipeline(options, given, plugins, {
    audit: { minutesPerUnit: options.minutesPerUnit },
    pages: false,
  });
  const folder = options.output === undefined ? undefined : path.resolve(cwd, options.output);
  const found = await discover(inputs, { cwd, endings, except: folder === undefined ? [] : [folder] });
  keepInputs([...targets, ...filesIn(folder)], [...found.value, ...pathsOf(options, cwd)]);
  const files = found.value.length > 0 ? openFolder(folder, options.output) : undefined;

  clearSooner(found.value.length);
  const details = targets.some(({ format }) => format.wantsDetails) ? openDetails() : undefined;
  const interrupt = watchInterrupt();
  const progress = progressOn(terminal.err, !options.quiet);
  const result = await auditBatch(found.value, pipeline, {
    isInterrupted: interrupt.isRequested,
    progress: progress.show,
    scenarios: files === undefined ? undefined : scenarioSource([], cwd),
    add: (strategy, scenarios) => files?.add(strategy, scenarios),
    ...(details === undefined ? {} : { details }),
    ...(baseline === undefined ? {} : { accept: baseline.use.accept }),
  });
  progress.clear();
  interrupt.release();

  const cutover = dns === undefined ? undefined : cutoverOf(dns.rows, result.estate, dns.given.file);
  const report = buildReport({
    version,
    command: 'audit',
    run: runOf(options, given, cwd),
    files: found.value.length,
    strategies: result.records,
    totals: result.totals,
    inventory: inventoryOf(result.estate),
    diagnostics: [
      ...found.diagnostics,
      ...result.diagnostics,
      ...(dns?.diagnostics ?? []),
      ...(cutover?.diagnostics ?? []),
    ],
    ...(baseline === undefined ? {} : { baseline }),
    ...(details === undefined ? {} : { details: details.details }),
  });
  const texts = [...Object.values(given), ...(dns === undefined ? [] : [dns.given])];
  const source = (file: string): string | undefined =>
    result.source(file) ?? texts.find((each) => each.file === file)?.text;
  const rendering = { source, ...(details && { places: details.places }), ...renderingOf(options) };
  if (!options.quiet && !showsFindings(targets)) {
    for (const chunk of renderPretty(report, { ...rendering, paint: terminal.err.paint }))
      terminal.err.write(chunk);
  }
  const refusals = [
    ...(files?.close(
      result.estate,
      cutover?.value,
      renderJson(report, { ...rendering, paint: plainPaint }),
    ) ?? []),
    ...(await writeReports(report, targets, terminal, rendering)),
  ];
  const toFile = targets.every(({ file }) => file !== undefined);
  if (found.value.length > 0 && (toFile || !options.quiet)) {
    const out = toFile ? terminal.out : terminal.err;
    for (const chunk of renderAuditSummary({
      estate: result.estate,
      files: found.value.length,
      minutesPerUnit: options.minutesPerUnit,
      cutover: cutover?.value,
      verbose: options.verbose,
      paint: out.paint,
    }))
      out.write(chunk);
  }
  const verdict = verdictOn(report, options);
  result.close();
  details?.close();
  for (const refusal of refusals) terminal.err.write(`${refusal}\n`);
  if (result.interruptedAfter !== undefined) {
    terminal.err.write(`Interrupted after ${result.interruptedAfter}; the sums are about these\n`);
    return exitCodes.interrupted;
  }
  if (refusals.length > 0) return exitCodes.trouble;
  if (verdict.reason !== '') terminal.err.write(`Exit ${String(verdict.code)}: ${verdict.reason}\n`);
  return verdict.code;
}

const inventoryOf = ({ inventory }: Estate) =>
  inventory.map(({ kind, name, class: each, count, strategies, unblocks }) => ({
    kind,
    name,
    class: each,
    count,
    strategies,
    ...(unblocks > 0 ? { unblocks } : {}),
  }));

interface GivenDns {
  readonly given: GivenFile;
  readonly rows: readonly DnRow[];
  readonly diagnostics: readonly Diagnostic[];
}

function tableOfDns(named: string | undefined, cwd: string): GivenDns | undefined {
  const given = readGiven('table of DNs', named, cwd);
  if (given === undefined) return undefined;
  const { value, diagnostics } = readDns(given.text, given.file);
  if (value !== undefined) return { given, rows: value, diagnostics };
  throw settingsFault(diagnostics, [given]);
}

function openFolder(folder: string | undefined, named: string | undefined): AuditFiles | undefined {
  if (folder === undefined) return undefined;
  const refusal = makeFolder(folder);
  if (refusal !== undefined)
    throw new UsageError(`The output folder "${named ?? ''}" cannot be used: ${refusal}.`);
  return openAuditFiles(folder);
}

/** The files of the output folder, which must not be inputs or files that options name. */
const filesIn = (folder: string | undefined): readonly { readonly file: string | undefined }[] =>
  folder === undefined ? [] : auditFileNames.map((name) => ({ file: path.join(folder, name) }));

const pathsOf = (options: AuditOptions, cwd: string): readonly { readonly path: string }[] =>
  [options.dns, options.names, options.profile, options.overrides || undefined].flatMap((file) =>
    file === undefined ? [] : [{ path: path.resolve(cwd, file) }],
  );
