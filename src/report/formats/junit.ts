// The report as JUnit XML, which CI servers show as tests: a suite for each strategy or page, a case for its validation and for each scenario.
import { troubleOf, type Severity } from '../../diagnostics/index.js';
import type { Report, ReportFinding, ReportRun, ReportStep, ReportStrategy } from '../model.js';
import type { Renderer } from './format.js';

/** Steps of a run that a failure shows: the last ones. */
const mostSteps = 20;

/** One document. No times: they would differ between runs of the same input. The records are read twice: the counts stand before them. */
export const renderJunit: Renderer = function* (report, { failOn = 'error' }) {
  const all = noCounts();
  for (const suite of suitesOf(report, failOn)) add(all, suite.cases);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="ird2scxml ${attribute(report.command)}"${countText(all)}>\n`;
  for (const suite of suitesOf(report, failOn)) yield suiteText(suite);
  yield '</testsuites>\n';
};

type Threshold = Severity | 'never';

function* suitesOf(report: Report, failOn: Threshold): Iterable<Suite> {
  for (const strategy of report.strategies) yield suiteOf(strategy, failOn);
  yield* othersOf(report, failOn);
}

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly file: string;
  readonly line: number;
  /** Undefined: it passed. `skipped`: it was not run. */
  readonly problem:
    | { readonly kind: 'failure' | 'error' | 'skipped'; readonly message: string; readonly text: string }
    | undefined;
}

interface Suite {
  readonly name: string;
  readonly file: string;
  readonly properties: readonly (readonly [string, string])[];
  readonly cases: readonly Case[];
}

function suiteOf(strategy: ReportStrategy, failOn: Threshold): Suite {
  const { name, kind, file, status, claim, output, coverage } = strategy;
  return {
    name,
    file,
    properties: [
      ['kind', kind],
      ['status', status],
      ['claim', claim],
      ...(kind === 'page' ? [] : [['output', output] as const]),
      ...(coverage === undefined
        ? []
        : [
            ['states.reachable', String(coverage.states.reachable)] as const,
            ['states.entered', String(coverage.states.entered)] as const,
            ['transitions.reachable', String(coverage.transitions.reachable)] as const,
            ['transitions.taken', String(coverage.transitions.taken)] as const,
          ]),
    ],
    cases: casesOf(strategy, failOn),
  };
}

/** The checks that a strategy or page goes through, whatever came of them: so a clean one counts, too. */
function casesOf(strategy: ReportStrategy, failOn: Threshold): readonly Case[] {
  const { name, kind, file, status, output, runs, findings } = strategy;
  const own = findings.filter(({ code, message }) => !runs.some((run) => isOf(run, code, message)));
  const check = (title: string, about: readonly ReportFinding[]): Case => ({
    name: title,
    classname: name,
    ...placeOf(about, file),
    problem: problemOf(about, `${file} has problems`, failOn),
  });
  const skipped = (title: string, message: string): Case => ({
    name: title,
    classname: name,
    file,
    line: 1,
    problem: { kind: 'skipped', message, text: '' },
  });
  const inPhase = (phase: string): readonly ReportFinding[] =>
    own.filter(({ code }) => phaseOf(code) === phase);
  const smoke =
    runs.length > 0 ? runs.map((run) => runCase(run, strategy)) : [skipped('smoke', 'No scenario was run.')];
  if (kind === 'page') return [check('validate', own), ...smoke];
  const conversion = [check('parse', inPhase('parse')), check('convert', inPhase('convert'))];
  const validation = inPhase('validate');
  // Subroutines and macros are validated and run in the pages of their callers.
  if (status === 'embedded') return conversion;
  const isValidated = output !== 'none' || validation.length > 0;
  const validate = isValidated ? check('validate', validation) : skipped('validate', 'There is no page.');
  return [...conversion, validate, ...smoke];
}

const phaseOf = (code: string): 'parse' | 'convert' | 'validate' =>
  code.startsWith('IRD1') ? 'parse' : code.startsWith('IRD5') ? 'validate' : 'convert';

/** Whether a finding tells of a run: such findings name its scenario. */
const isOf = ({ scenario }: ReportRun, code: string, message: string): boolean =>
  code.startsWith('IRD54') && message.startsWith(`Scenario "${scenario}": `);

function runCase(run: ReportRun, { name, file, findings }: ReportStrategy): Case {
  const about = findings.filter(({ code, message }) => isOf(run, code, message));
  const place = placeOf(about, file);
  const base = { name: `smoke: ${run.scenario}`, classname: name, ...place };
  if (run.passed) return { ...base, problem: undefined };
  const errors = about.filter(({ severity }) => severity === 'error');
  const { message = run.reason } = errors[0] ?? {};
  const lines = [
    ...about.map(findingLine),
    `ended "${run.end}"${run.target === null ? '' : ` at "${run.target}"`}: ${run.reason}`,
    ...traceLines(run.trace ?? []),
  ];
  return { ...base, problem: { kind: 'failure', message, text: lines.join('\n') } };
}

function traceLines(trace: readonly ReportStep[]): readonly string[] {
  const hidden = Math.max(0, trace.length - mostSteps);
  return [
    ...(hidden === 0 ? [] : [`(${String(hidden)} earlier steps)`]),
    ...trace
      .slice(hidden)
      .map(({ at, kind, params }) => `${String(at)} s  ${kind} ${JSON.stringify(params)}`),
  ];
}

/** Findings that belong to no strategy make a suite of their own. */
function othersOf({ findings, command }: Report, failOn: Threshold): readonly Suite[] {
  if (findings.length === 0) return [];
  const files = [...new Set(findings.map(({ file }) => file))];
  return [
    {
      name: `files of ${command}`,
      file: '',
      properties: [],
      cases: files.map((file) => {
        const own = findings.filter((finding) => finding.file === file);
        return {
          name: file,
          classname: 'files',
          ...placeOf(own, file),
          problem: problemOf(own, `${file} has problems`, failOn),
        };
      }),
    },
  ];
}

const rank: Readonly<Record<Threshold, number>> = { info: 0, warning: 1, error: 2, never: 3 };

function problemOf(
  findings: readonly ReportFinding[],
  otherwise: string,
  failOn: Threshold,
): Case['problem'] {
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const isTrouble = ({ code }: ReportFinding): boolean => troubleOf(code) !== undefined;
  const counted = open.filter((finding) => isTrouble(finding) || rank[finding.severity] >= rank[failOn]);
  const [first] = counted.toSorted((a, b) => rank[b.severity] - rank[a.severity]);
  if (first === undefined) return undefined;
  return {
    kind: counted.some(isTrouble) ? 'error' : 'failure',
    message: counted.length === 1 ? first.message : `${otherwise}: ${first.message}`,
    text: counted.map(findingLine).join('\n'),
  };
}

const findingLine = ({ file, line, column, severity, code, message, help }: ReportFinding): string =>
  `${file}:${String(line)}:${String(column)} ${severity} ${code} ${message} (${help})`;

function placeOf(
  findings: readonly ReportFinding[],
  file: string,
): { readonly file: string; readonly line: number } {
  const found = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  return { file: found?.file ?? file, line: found?.line ?? 1 };
}

function suiteText({ name, file, properties, cases }: Suite): string {
  const lines = [
    `  <testsuite name="${attribute(name)}"${file === '' ? '' : ` file="${attribute(file)}"`}${countText(add(noCounts(), cases))}>`,
    ...(properties.length === 0
      ? []
      : [
          '    <properties>',
          ...properties.map(
            ([key, value]) => `      <property name="${attribute(key)}" value="${attribute(value)}"/>`,
          ),
          '    </properties>',
        ]),
    ...cases.map(caseText),
    '  </testsuite>',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function caseText({ name, classname, file, line, problem }: Case): string {
  const start = `    <testcase name="${attribute(name)}" classname="${attribute(classname)}" file="${attribute(file)}" line="${String(line)}"`;
  if (problem === undefined) return `${start}/>`;
  const { kind, message, text } = problem;
  if (kind === 'skipped')
    return `${start}>\n      <skipped message="${attribute(message)}"/>\n    </testcase>`;
  return `${start}>\n      <${kind} message="${attribute(message)}">${content(text)}</${kind}>\n    </testcase>`;
}

interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

const noCounts = (): Counts => ({ tests: 0, failures: 0, errors: 0, skipped: 0 });

/** Adds cases to the counts, and gives them back. */
function add(counts: Counts, cases: readonly Case[]): Counts {
  const of = (kind: string): number => cases.filter(({ problem }) => problem?.kind === kind).length;
  counts.tests += cases.length;
  counts.failures += of('failure');
  counts.errors += of('error');
  counts.skipped += of('skipped');
  return counts;
}

const countText = (counts: Counts): string =>
  Object.entries(counts)
    .map(([key, count]) => ` ${key}="${String(count)}"`)
    .join('');

/** What XML 1.0 cannot hold becomes a mark that a reader sees. */
const legal = (text: string): string =>
  text.replace(
    // Control characters, halves of pairs, and the two that are no characters.
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );

const content = (text: string): string =>
  legal(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    // A file may be shown in a terminal: what turns text around stays a reference.
    .replace(
      /[\u0085\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
      (mark) => `&#x${mark.charCodeAt(0).toString(16)};`,
    );

const attribute = (text: string): string =>
  content(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
