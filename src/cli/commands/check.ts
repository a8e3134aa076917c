// `check`: validates pages that exist and runs them through scenarios. Prints the traces, then what was found.
import path from 'node:path';
import { contentHash } from '../../batch/content-hash.js';
import { discover, type FoundFile } from '../../batch/discover.js';
import { readBytes } from '../../batch/read-file.js';
import { diagnose, wholeFile, type Diagnostic } from '../../diagnostics/index.js';
import { buildReport, toFindings } from '../../report/build.js';
import { claimOf } from '../../report/claim.js';
import { inert } from '../../report/formats/inert.js';
import { renderSummary } from '../../report/formats/summary.js';
import type { ReportStrategy } from '../../report/model.js';
import { emptyTally } from '../../report/tally.js';
import type { Scenario, TracePaint } from '../../runtime-check/index.js';
import type { SandboxName } from '../../sandbox-file.js';
import { version } from '../../version.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { verdictOn } from '../exit.js';
import { watchInterrupt } from '../interrupt.js';
import { placesFor, writeExplored } from '../explored-scenarios.js';
import { checkPage, type PageCheck } from '../page-check.js';
import { decodePage, filesBeside } from '../page-files.js';
import { openDetails } from '../report-details.js';
import { baselineFor, renderingOf, type ReportOptions } from '../report-options.js';
import { runOf } from '../report-run.js';
import { keepInputs, targetsOf, writeReports, writeResult } from '../report-targets.js';
import { scenarioSource, type ScenarioSource } from '../scenario-files.js';
import { pageDetails } from '../strategy-details.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

export interface CheckOptions extends ReportOptions {
  readonly scenario: readonly string[];
  /** States, transitions and logs in the trace. */
  readonly trace: boolean;
  /** Show what share of each page its runs covered. */
  readonly coverage: boolean;
  /** Look for scenarios that cover the page. */
  readonly explore: boolean;
  /** Runs that the exploration of one page may take. */
  readonly budget?: number;
  /** Where the explored scenarios go. */
  readonly writeScenarios?: string;
  /** Which sandbox the scripts of the pages run in. */
  readonly engine: SandboxName;
  /** Where the traces go as JSON lines. */
  readonly traceFile?: string;
}

interface CheckedPage {
  readonly record: ReportStrategy;
  readonly text: string;
  /** The texts of the files that it includes, by their names. */
  readonly included: ReadonlyMap<string, string>;
  readonly traces: readonly string[];
  readonly traceLines: readonly string[];
  /** The path of the page, and the scenarios that were found for it. */
  readonly path: string;
  readonly explored: readonly Scenario[];
}

/** Runs of an exploration when nothing else is said. */
const defaultBudget = 2_000;

/** Checks the pages that `inputs` name. */
export async function check(
  inputs: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = targetsOf(options.format, ['pretty'], terminal);
  const baseline = await baselineFor(options, terminal);
  const found = await discover(inputs, { cwd: terminal.cwd, endings: ['.scxml'], except: [] });
  const traceFile =
    options.traceFile === undefined ? undefined : path.resolve(terminal.cwd, options.traceFile);
  const given = options.scenario.map((file) => ({ path: path.resolve(terminal.cwd, file) }));
  keepInputs([...targets, { file: traceFile }], [...found.value, ...given]);
  if (!options.explore && (options.budget !== undefined || options.writeScenarios !== undefined)) {
    throw new UsageError('--budget and --write-scenarios are for --explore.');
  }
  const places =
    options.writeScenarios === undefined
      ? undefined
      : placesFor(path.resolve(terminal.cwd, options.writeScenarios), found.value);
  const scenarios = scenarioSource(options.scenario, terminal.cwd);
  const others: Diagnostic[] = [...found.diagnostics];
  const pages: CheckedPage[] = [];
  const details = targets.some(({ format }) => format.wantsDetails) ? openDetails() : undefined;
  const interrupt = watchInterrupt();
  let isInterrupted = false;
  for (const file of found.value) {
    isInterrupted = await interrupt.isRequested();
    if (isInterrupted) break;
    const page = await checkOne(file, scenarios, options, others, terminal.out.paint);
    if (page === undefined) continue;
    const detail = details?.keep(await pageDetails(page.text, page.record.file));
    pages.push(detail === undefined ? page : { ...page, record: { ...page.record, detail } });
  }
  interrupt.release();

  const report = buildReport({
    version,
    command: 'check',
    run: runOf(options, {}, terminal.cwd),
    files: found.value.length,
    strategies: pages.map(({ record }) => baseline?.use.accept(record) ?? record),
    diagnostics: others,
    ...(baseline === undefined ? {} : { baseline }),
    ...(details === undefined ? {} : { details: details.details }),
  });
  if (targets.some(({ format, file }) => file === undefined && format.name === 'pretty') && !options.quiet) {
    for (const { record, traces } of pages) {
      if (traces.length > 0) terminal.out.write(`${terminal.out.paint.strong(inert(record.file))}\n\n`);
      for (const trace of traces) terminal.out.write(`${trace.trimEnd()}\n\n`);
    }
  }
  const refusals = [
    ...(await writeReports(report, targets, terminal, {
      source: (file) =>
        pages.find(({ record }) => record.file === file)?.text ??
        pages.find(({ included }) => included.has(file))?.included.get(file),
      ...(details && { places: details.places }),
      ...renderingOf(options),
    })),
    ...(traceFile === undefined
      ? []
      : writeResult(traceFile, pages.flatMap(({ traceLines }) => traceLines).join(''))),
    ...pages.flatMap((page) => {
      const place = places?.get(page.path);
      return place === undefined ? [] : writeExplored(place, page.explored, terminal);
    }),
  ];
  details?.close();
  if (!options.quiet) {
    terminal.err.write(renderSummary(report, { paint: terminal.err.paint, verbose: options.verbose }));
  }
  for (const refusal of refusals) terminal.err.write(`${refusal}\n`);
  if (isInterrupted) {
    terminal.err.write(`Interrupted: ${pages.length} of ${found.value.length} pages were checked\n`);
    return exitCodes.interrupted;
  }
  if (refusals.length > 0) return exitCodes.trouble;
  const verdict = verdictOn(report, options);
  if (verdict.reason !== '') terminal.err.write(`Exit ${verdict.code}: ${verdict.reason}\n`);
  return verdict.code;
}

const notChecked: PageCheck = { isValid: false, runs: [], traces: [], traceLines: [], diagnostics: [] };

async function checkOne(
  found: FoundFile,
  scenarios: ScenarioSource,
  options: CheckOptions,
  others: Diagnostic[],
  paint: TracePaint,
): Promise<CheckedPage | undefined> {
  const content = readBytes(found.path);
  if (!content.ok) {
    const { file } = found;
    others.push(diagnose('IRD8003', '', wholeFile(file), { path: file, reason: content.reason }));
    return undefined;
  }
  const { text, isDecoded, diagnostics } = decodePage(content.bytes, found.file);
  const chosen = scenarios.scenariosFor(found.path);
  others.push(...chosen.diagnostics);
  const files = filesBeside(found.path, found.file);
  const result = isDecoded
    ? await checkPage(text, found.file, {
        scenarios: chosen.value,
        resolve: files.resolve,
        detailed: options.trace,
        keepDetails: options.verbose && options.traceFile !== undefined,
        keepSteps: true,
        engine: options.engine,
        paint,
        coverage: options.coverage,
        ...(options.explore ? { explore: { budget: options.budget ?? defaultBudget } } : {}),
      })
    : notChecked;
  const { name } = path.parse(found.path);
  const record: ReportStrategy = {
    name,
    kind: 'page',
    file: found.file,
    hash: contentHash(content.bytes),
    format: 'scxml',
    profile: null,
    status: 'checked',
    blocks: 0,
    page: null,
    output: 'none',
    claim: claimOf({
      reached: result.isValid ? 'emitted' : 'none',
      isValid: result.isValid,
      runs: result.runs,
    }),
    tally: emptyTally,
    assumptions: [],
    runs: result.runs,
    ...(result.coverage === undefined ? {} : { coverage: result.coverage }),
    unread: [],
    findings: toFindings([...diagnostics, ...result.diagnostics], name),
  };
  const { traces, traceLines, explored = [] } = result;
  return { record, text, included: files.texts, traces, traceLines, path: found.path, explored };
}
