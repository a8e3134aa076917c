// The report for people: findings by file in the order of their places, each with the lines that it is about.
import { codeFrame, type Severity } from '../../diagnostics/index.js';
import type { Report, ReportFinding, ReportRun } from '../model.js';
import { renderCoverage } from './coverage.js';
import { renderEquivalence } from './equivalence.js';
import type { Paint, Renderer, RenderOptions } from './format.js';
import { inert } from './inert.js';
import { plural } from './plural.js';
import { chooseProblems, usualProblems, type Problem, type Shown } from './problems.js';

/** Files whose notes are counted one by one. */
const mostNoteLines = 20;

interface Style {
  /** Lines before and after the one that a finding is about. */
  readonly context: number;
  /** Name the page of documentation under each finding. */
  readonly withDocs: boolean;
}

/** Findings, then failed runs, then coverage where it was asked for, one blank line after each. Nothing at all when there is nothing to say. */
export const renderPretty: Renderer = (report, options) =>
  render(report, options, { context: 1, withDocs: false });

/** The same with wider frames, and where each finding is explained. */
export const renderCodeframe: Renderer = (report, options) =>
  render(report, options, { context: 2, withDocs: true });

function* render(report: Report, options: RenderOptions, style: Style): Iterable<string> {
  const shown = chooseProblems(report, options);
  for (const [i, problem] of shown.problems.entries()) {
    yield renderProblem(problem, options, style);
    const { file } = problem.finding;
    if (shown.problems[i + 1]?.finding.file !== file) yield* afterFile(file, shown, options);
  }
  yield* remainder(shown, options);
  yield* renderRuns(report, options);
  for (const { file, coverage } of report.strategies) {
    if (coverage !== undefined) yield* renderCoverage(file, coverage, options);
  }
  for (const strategy of report.strategies) yield* renderEquivalence(strategy, options);
}

function* afterFile(file: string, { more, notes }: Shown, { paint }: RenderOptions): Iterable<string> {
  for (const [of, code, problems] of more) {
    if (of === file) yield `${inert(file)}: ${moreOf(code, problems)}\n\n`;
  }
  const count = notes.get(file) ?? 0;
  if (count > 0 && notes.size <= mostNoteLines) yield noteLine(file, count, paint);
}

const noteLine = (file: string, count: number, paint: Paint): string =>
  `${paint.faint(`${inert(file)}: ${plural(count, 'note')} (--verbose shows them)`)}\n\n`;

/** What was not shown: notes of the files without problems, what is too much, what was accepted. */
function* remainder(
  { problems, hidden, limit, notes, accepted }: Shown,
  { paint, verbose }: RenderOptions,
): Iterable<string> {
  if (notes.size > mostNoteLines) {
    const count = [...notes.values()].reduce((sum, each) => sum + each, 0);
    yield `${paint.faint(`${plural(count, 'note')} in ${String(notes.size)} files (--verbose shows them)`)}\n\n`;
  } else {
    const named = new Set(problems.map(({ finding }) => finding.file));
    for (const [file, count] of [...notes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!named.has(file)) yield noteLine(file, count, paint);
    }
  }
  if (hidden > 0) {
    yield `${paint.strong(`${plural(hidden, 'problem')} hidden`)} (--max-problems ${String(limit)})\n\n`;
  }
  if (accepted > 0 && !verbose) {
    yield `${paint.faint(`${plural(accepted, 'accepted finding')} not shown (--verbose shows them)`)}\n\n`;
  }
}

function renderProblem(problem: Problem, { paint, source }: RenderOptions, style: Style): string {
  const { finding } = problem;
  const { file, severity, code, message, help, suppressed } = finding;
  const head = `${inert(file)}${placeOf(finding)}  ${paint[severity](label[severity])}  ${paint.strong(code)}  ${inert(message)}`;
  const frame = frameOf(finding, source(file), style.context);
  return [
    head,
    ...(frame === '' ? [] : [frame]),
    `  ${paint.faint('help:')} ${inert(help)}`,
    ...(style.withDocs ? [`  ${paint.faint('docs:')} ird2scxml explain ${code}`] : []),
    ...(suppressed === undefined ? [] : [`  ${paint.faint('accepted:')} ${inert(suppressed.reason)}`]),
    ...(problem.count > 1 ? [`  ${sameElsewhere(problem)}`] : []),
    '',
    '',
  ].join('\n');
}

// A finding about a file as a whole has no place in it.
const placeOf = ({ line, column, endLine, endColumn }: ReportFinding): string =>
  line === 1 && column === 1 && endLine === 1 && endColumn === 1 ? '' : `:${line}:${column}`;

const label: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function frameOf(
  { file, line, column, endLine, endColumn }: ReportFinding,
  text: string | undefined,
  context: number,
): string {
  if (text === undefined) return '';
  // The frame goes by lines and columns; offsets only say whether the place is empty.
  const isEmpty = line === endLine && column === endColumn;
  const span = {
    file,
    start: { line, column, offset: 0 },
    end: { line: endLine, column: endColumn, offset: isEmpty ? 0 : 1 },
  };
  return codeFrame(text, span, context);
}

/** `and 37 more like it in 12 strategies, at 7:1, b.xml:3:4, ...` */
function sameElsewhere({ finding, others, count, strategies }: Problem): string {
  const places = others.map((other) =>
    `${other.file === finding.file ? '' : inert(other.file)}${placeOf(other)}`.replace(/^:/, ''),
  );
  const where = strategies > 1 ? ` in ${plural(strategies, 'strategy', 'strategies')}` : '';
  const more = count - 1 > others.length ? ', ...' : '';
  return `and ${String(count - 1)} more like it${where}, at ${places.filter((each) => each !== '').join(', ')}${more} (--verbose shows all)`;
}

function moreOf(code: string, problems: readonly Problem[]): string {
  const first = problems.slice(0, 8).map(({ finding: { line, column } }) => `${line}:${column}`);
  const count = problems.reduce((sum, problem) => sum + problem.count, 0);
  return `${count} more of ${code}, at ${first.join(', ')}${problems.length > first.length ? ', ...' : ''} (--verbose shows all)`;
}

function* renderRuns(report: Report, options: RenderOptions): Iterable<string> {
  const limit = options.maxProblems ?? (options.verbose ? Number.POSITIVE_INFINITY : usualProblems);
  let written = 0;
  let hidden = 0;
  for (const { name, runs } of report.strategies) {
    const lines: string[] = [];
    for (const run of options.verbose ? runs : runs.filter(({ passed }) => !passed)) {
      if (written + lines.length < limit) lines.push(`${runLine(name, run, options.paint)}\n`);
      else hidden += 1;
    }
    written += lines.length;
    if (lines.length > 0) yield `${lines.join('')}\n`;
  }
  if (hidden > 0) yield `${plural(hidden, 'run')} hidden (--max-problems ${String(limit)})\n\n`;
}

function runLine(strategy: string, run: ReportRun, paint: Paint): string {
  const verdict = run.passed ? paint.good('passed') : paint.error('failed');
  const target = run.target === null ? '' : ` to "${inert(run.target)}"`;
  return `${inert(strategy)}  run "${inert(run.scenario)}" ${verdict}: ${inert(run.end)}${target}, ${inert(run.reason)}`;
}
