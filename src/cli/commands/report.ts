// `report`: renders a stored report again, or puts several together. Nothing but the report is read: a path that stands in one is never opened.
import path from 'node:path';
import { decodeText, readBytes } from '../../batch/read-file.js';
import { plainPaint } from '../../report/formats/format.js';
import { renderJson } from '../../report/formats/json.js';
import { renderJsonl } from '../../report/formats/jsonl.js';
import { renderSummary } from '../../report/formats/summary.js';
import { mergeReports, type Part } from '../../report/merge.js';
import { readReport, type StoredReport } from '../../report/read-report.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { verdictOn, type Verdict } from '../exit.js';
import { renderingOf, type ReportOptions } from '../report-options.js';
import { keepInputs, targetsOf, writeChunks, writeReports } from '../report-targets.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/** Reads a stored report; throws a `UsageError` that says what is wrong where. */
export function openReport(named: string, cwd: string): StoredReport {
  const content = readBytes(path.resolve(cwd, named));
  if (!content.ok) throw new UsageError(`The report "${named}" cannot be read: ${content.reason}.`);
  const read = readReport(decodeText(content.bytes));
  if (!read.ok) throw new UsageError(`The report cannot be used: ${named}:${read.problem}`);
  return read.report;
}

/** Renders a stored report in other formats, and judges it by gates if there are any. */
export async function report(named: string, options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const targets = targetsOf(options.format, ['pretty'], terminal);
  const { cwd } = terminal;
  keepInputs(targets, [{ path: path.resolve(cwd, named) }]);
  const stored = openReport(named, cwd);
  const refusals = await writeReports(stored, targets, terminal, {
    ...renderingOf(options),
    source: (file) => sourceIn(stored, file),
  });
  return finish(stored, verdictOn(stored, options), refusals, options, terminal);
}

/** The text of a source file where the report holds it; what it holds of it begins with some line. */
function sourceIn({ strategies, details }: StoredReport, file: string): string | undefined {
  const detail = strategies.find((each) => each.file === file)?.detail;
  const source = detail?.source === undefined ? undefined : details?.get(detail.source);
  return source === undefined ? undefined : `${'\n'.repeat((detail?.firstLine ?? 1) - 1)}${source}`;
}

function finish(
  stored: StoredReport,
  verdict: Verdict,
  refusals: readonly string[],
  { quiet, verbose }: ReportOptions,
  { err }: Terminal,
): ExitCode {
  if (!quiet) err.write(renderSummary(stored, { paint: err.paint, verbose }));
  for (const refusal of refusals) err.write(`${refusal}\n`);
  if (refusals.length > 0) return exitCodes.trouble;
  if (verdict.reason !== '') err.write(`Exit ${verdict.code}: ${verdict.reason}\n`);
  return verdict.code;
}

export interface MergeOptions {
  readonly output: string;
  /** Also reports of different versions and tables. */
  readonly mixed: boolean;
}

/** Puts reports of parts of an estate together; JSON, or JSON lines when the file is called so. */
export function merge(named: readonly string[], options: MergeOptions, { cwd, err }: Terminal): ExitCode {
  const file = path.resolve(cwd, options.output);
  keepInputs(
    [{ file }],
    named.map((name) => ({ path: path.resolve(cwd, name) })),
  );
  const [first, ...others] = named.map((name): Part => ({ name, report: openReport(name, cwd) }));
  if (first === undefined) throw new UsageError('Name the reports that are to be merged.');
  const merged = mergeReports([first, ...others], options.mixed);
  if (!merged.ok) throw new UsageError(merged.problem);
  const render = file.endsWith('.jsonl') ? renderJsonl : renderJson;
  const plain = { paint: plainPaint, source: () => undefined, verbose: false };
  const refusals = writeChunks(file, render(merged.report, plain));
  for (const refusal of refusals) err.write(`${refusal}\n`);
  if (refusals.length > 0) return exitCodes.trouble;
  const { strategies, files } = merged.report.totals;
  err.write(
    `${String(named.length)} reports merged: ${String(strategies)} strategies in ${String(files)} files\n`,
  );
  return exitCodes.clean;
}
