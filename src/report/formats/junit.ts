// The report as JUnit XML, which CI servers show as tests: a suite for each strategy or page, a case for its validation and for each scenario.
import type { Report, ReportFinding, ReportRun, ReportStep, ReportStrategy } from '../model.js';
import type { Renderer } from './format.js';

/** Steps of a run that a failure shows: the last ones. */
const mostSteps = 20;

/** One document. No times: they would differ between runs of the same input. */
export const renderJunit: Renderer = function* (report) {
  const suites = [...[...report.strategies].map(suiteOf), ...othersOf(report)];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="ird2scxml ${attribute(report.command)}"${counts(suites.flatMap(({ cases }) => cases))}>\n`;
  for (const suite of suites) yield suiteText(suite);
  yield '</testsuites>\n';
};

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly file: string;
  readonly line: number;
  /** Undefined: it passed. */
  readonly problem:
    { readonly kind: 'failure' | 'error'; readonly message: string; readonly text: string } | undefined;
}

interface Suite {
  readonly name: string;
  readonly file: string;
  readonly properties: readonly (readonly [string, string])[];
  readonly cases: readonly Case[];
}

function suiteOf(strategy: ReportStrategy): Suite {
  const { name, kind, file, status, claim, output, coverage, runs, findings } = strategy;
  const isPage = kind === 'page';
  const own = findings.filter(({ code, message }) => !runs.some((run) => isOf(run, code, message)));
  const first = isPage ? 'validate' : 'convert';
  return {
    name,
    file,
    properties: [
      ['kind', kind],
      ['status', status],
      ['claim', claim],
      ...(isPage ? [] : [['output', output] as const]),
      ...(coverage === undefined
        ? []
        : [
            ['states.reachable', String(coverage.states.reachable)] as const,
            ['states.entered', String(coverage.states.entered)] as const,
            ['transitions.reachable', String(coverage.transitions.reachable)] as const,
            ['transitions.taken', String(coverage.transitions.taken)] as const,
          ]),
    ],
    cases: [
      { name: first, classname: name, ...placeOf(own, file), problem: problemOf(own, `${file} has errors`) },
      ...runs.map((run) => runCase(run, strategy)),
    ],
  };
}

/** Whether a finding tells of a run: such findings name its scenario. */
const isOf = ({ scenario }: ReportRun, code: string, message: string): boolean =>
  code.startsWith('IRD54') && message.startsWith(`Scenario "${scenario}": `);

function runCase(run: ReportRun, { name, file, findings }: ReportStrategy): Case {
  const about = findings.filter(({ code, message }) => isOf(run, code, message));
  const place = placeOf(about, file);
  const base = { name: run.scenario, classname: name, ...place };
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
function othersOf({ findings, command }: Report): readonly Suite[] {
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
          problem: problemOf(own, `${file} cannot be used`),
        };
      }),
    },
  ];
}

function problemOf(findings: readonly ReportFinding[], otherwise: string): Case['problem'] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return undefined;
  const isFault = errors.some(({ code }) => code.startsWith('IRD9'));
  return {
    kind: isFault ? 'error' : 'failure',
    message: errors.length === 1 ? first.message : `${otherwise}: ${first.message}`,
    text: errors.map(findingLine).join('\n'),
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
    `  <testsuite name="${attribute(name)}"${file === '' ? '' : ` file="${attribute(file)}"`}${counts(cases)}>`,
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
  return `${start}>\n      <${kind} message="${attribute(message)}">${content(text)}</${kind}>\n    </testcase>`;
}

function counts(cases: readonly Case[]): string {
  const of = (kind: string): string => String(cases.filter(({ problem }) => problem?.kind === kind).length);
  return ` tests="${String(cases.length)}" failures="${of('failure')}" errors="${of('error')}" skipped="0"`;
}

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
    .replaceAll('\r', '&#13;');

const attribute = (text: string): string =>
  content(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
