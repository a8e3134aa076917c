// The report for people: findings by file in the order of their places, each with the lines that it is about.
import { codeFrame, type Severity } from '../../diagnostics/index.js';
import { allFindings } from '../findings.js';
import type { Report, ReportFinding, ReportRun } from '../model.js';
import { renderCoverage } from './coverage.js';
import type { Paint, Renderer, RenderOptions } from './format.js';
import { inert } from './inert.js';
import { plural } from './plural.js';

/** Findings of one code in one file that are shown in full; the others are counted. */
const shownPerCode = 5;

/** Findings, then failed runs, then coverage where it was asked for, one blank line after each file. Nothing at all when there is nothing to say. */
export const renderPretty: Renderer = function* (report, options) {
  for (const [file, findings] of byFile(report)) {
    yield* renderFile(file, findings, options);
  }
  for (const { name, runs } of report.strategies) {
    const shown = options.verbose ? runs : runs.filter((run) => !run.passed);
    if (shown.length > 0) yield `${shown.map((run) => `${runLine(name, run, options.paint)}\n`).join('')}\n`;
  }
  for (const { file, coverage } of report.strategies) {
    if (coverage !== undefined) yield* renderCoverage(file, coverage, options);
  }
};

function byFile(report: Report): ReadonlyMap<string, readonly ReportFinding[]> {
  const files = new Map<string, ReportFinding[]>();
  for (const finding of allFindings(report)) {
    const list = files.get(finding.file);
    if (list) list.push(finding);
    else files.set(finding.file, [finding]);
  }
  for (const list of files.values()) list.sort((a, b) => a.line - b.line || a.column - b.column);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function* renderFile(
  file: string,
  findings: readonly ReportFinding[],
  options: RenderOptions,
): Iterable<string> {
  const { paint, verbose } = options;
  const shown = verbose ? findings : findings.filter((finding) => finding.severity !== 'info');
  const perCode = new Map<string, ReportFinding[]>();
  for (const finding of shown) {
    const alike = perCode.get(finding.code) ?? [];
    perCode.set(finding.code, alike);
    alike.push(finding);
    if (verbose || alike.length <= shownPerCode) yield renderFinding(finding, options);
  }
  for (const [code, alike] of perCode) {
    const hidden = verbose ? [] : alike.slice(shownPerCode);
    if (hidden.length > 0) yield `${inert(file)}: ${hidden.length} more of ${code}, ${places(hidden)}\n\n`;
  }
  const notes = findings.length - shown.length;
  if (notes > 0)
    yield paint.faint(`${inert(file)}: ${plural(notes, 'note')} (--verbose shows them)`) + '\n\n';
}

function renderFinding(finding: ReportFinding, { paint, source }: RenderOptions): string {
  const { file, severity, code, message, help } = finding;
  const head = `${inert(file)}${placeOf(finding)}  ${paint[severity](label[severity])}  ${paint.strong(code)}  ${inert(message)}\n`;
  const frame = frameOf(finding, source(file));
  return `${head}${frame === '' ? '' : `${frame}\n`}  ${paint.faint('help:')} ${help}\n\n`;
}

// A finding about a file as a whole has no place in it.
const placeOf = ({ line, column, endLine, endColumn }: ReportFinding): string =>
  line === 1 && column === 1 && endLine === 1 && endColumn === 1 ? '' : `:${line}:${column}`;

const label: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function frameOf(
  { file, line, column, endLine, endColumn }: ReportFinding,
  text: string | undefined,
): string {
  if (text === undefined) return '';
  // The frame goes by lines and columns; offsets only say whether the place is empty.
  const isEmpty = line === endLine && column === endColumn;
  return codeFrame(text, {
    file,
    start: { line, column, offset: 0 },
    end: { line: endLine, column: endColumn, offset: isEmpty ? 0 : 1 },
  });
}

function places(findings: readonly ReportFinding[]): string {
  const first = findings.slice(0, 8).map(({ line, column }) => `${line}:${column}`);
  return `at ${first.join(', ')}${findings.length > first.length ? ', ...' : ''} (--verbose shows all)`;
}

function runLine(strategy: string, run: ReportRun, paint: Paint): string {
  const verdict = run.passed ? paint.good('passed') : paint.error('failed');
  const target = run.target === null ? '' : ` to "${inert(run.target)}"`;
  return `${inert(strategy)}  run "${inert(run.scenario)}" ${verdict}: ${run.end}${target}, ${inert(run.reason)}`;
}
