import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { diagnose, type Span } from '../../src/diagnostics/index.js';
import { buildReport, toFindings } from '../../src/report/build.js';
import { plainPaint } from '../../src/report/formats/format.js';
import { renderJunit } from '../../src/report/formats/junit.js';
import type { ReportStrategy } from '../../src/report/model.js';
import { elementsWithin, readXml, textOf, type XmlElement } from '../../src/xml/index.js';
import { passedRun, strategyRecord } from './records.js';

const span = (file: string, line: number): Span => ({
  file,
  start: { line, column: 3, offset: 0 },
  end: { line, column: 5, offset: 2 },
});

const render = (
  strategies: readonly ReportStrategy[],
  others: Parameters<typeof toFindings>[0] = [],
): string =>
  [
    ...renderJunit(
      buildReport({ version: '1', command: 'check', files: 1, strategies, diagnostics: others }),
      { paint: plainPaint, source: () => undefined, verbose: false },
    ),
  ].join('');

/** The document as other readers see it: by our XML reader, which knows nothing of JUnit. */
function parsed(text: string): XmlElement {
  const { value, diagnostics } = readXml(new TextEncoder().encode(text), 'tests.xml');
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error(text);
  return value.root;
}

const all = (root: XmlElement, name: string): readonly XmlElement[] =>
  [...elementsWithin(root)].filter(({ local }) => local === name);
const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.find((attribute) => attribute.name === name)?.value.text;

const page = (changes: Partial<ReportStrategy>): ReportStrategy =>
  strategyRecord({ name: 'Main', kind: 'page', file: 'pages/Main.scxml', status: 'checked', ...changes });

describe('junit', () => {
  it('has a suite for each page, with a case for its validation and for each scenario', () => {
    const root = parsed(
      render([page({ runs: [passedRun] }), page({ name: 'Other', file: 'pages/Other.scxml' })]),
    );
    expect(all(root, 'testsuite').map((suite) => [valueOf(suite, 'name'), valueOf(suite, 'tests')])).toEqual([
      ['Main', '2'],
      ['Other', '2'],
    ]);
    expect(all(root, 'testcase').map((each) => valueOf(each, 'name'))).toEqual([
      'validate',
      'smoke: agent is ready',
      'validate',
      'smoke',
    ]);
    expect(valueOf(root, 'failures')).toBe('0');
    expect(valueOf(root, 'skipped')).toBe('1');
    expect(all(root, 'failure')).toEqual([]);
  });

  it('says why a run failed, where, and what happened last', () => {
    const failed = {
      ...passedRun,
      passed: false,
      end: 'stuck',
      target: null,
      reason: 'it waits',
      trace: Array.from({ length: 25 }, (_, at) => ({
        at,
        kind: 'treatment',
        params: { prompt: `${at}.wav` },
      })),
    };
    const findings = toFindings([
      diagnose('IRD5406', '', span('pages/Main.scxml', 7), { scenario: 'agent is ready', states: '"wait"' }),
      diagnose('IRD5406', '', span('pages/Main.scxml', 9), { scenario: 'another', states: '"x"' }),
    ]);
    const root = parsed(render([page({ runs: [failed], findings })]));
    const [first, second] = all(root, 'testcase');
    // A finding about another scenario is none about this run.
    expect(all(first ?? root, 'failure')).toHaveLength(1);
    expect(valueOf(second, 'line')).toBe('7');
    const [failure] = all(second ?? root, 'failure');
    expect(valueOf(failure, 'message')).toContain('the page waits in "wait"');
    const text = failure === undefined ? '' : textOf(failure).text;
    expect(text).toContain('(5 earlier steps)\n5 s  treatment {"prompt":"5.wav"}');
    expect(text).toContain('24 s  treatment');
    expect(text).not.toContain('4 s  treatment {"prompt":"4.wav"}');
  });

  it.each([
    diagnose('IRD9001', '', span('a', 1), { phase: 'check the page', message: 'broken' }),
    diagnose('IRD8009', '', span('a', 1), { page: 'Main.scxml', reason: 'there is no space left' }),
  ])('tells what kept the program from its work from failures, and counts it: $code', (finding) => {
    const findings = toFindings([finding]);
    const root = parsed(render([page({ findings })]));
    const counts = ['tests', 'failures', 'errors', 'skipped'].map((name) => valueOf(root, name));
    expect(counts).toEqual(['2', '0', '1', '1']);
  });

  it('names coverage and claim as properties, and files that hold nothing as cases of their own', () => {
    const counts = { missed: [], excluded: [] };
    const coverage = {
      states: { reachable: 4, entered: 3, ...counts },
      transitions: { reachable: 9, taken: 5, ...counts },
    };
    const root = parsed(
      render(
        [page({ coverage })],
        [diagnose('IRD8001', '', span('missing.scxml', 1), { path: 'missing.scxml' })],
      ),
    );
    const properties = all(root, 'property').map(
      (each) => `${valueOf(each, 'name')}=${valueOf(each, 'value')}`,
    );
    expect(properties).toContain('transitions.taken=5');
    expect(properties).toContain('claim=valid');
    const last = all(root, 'testcase').at(-1);
    expect(valueOf(last, 'name')).toBe('missing.scxml');
    expect(all(last ?? root, 'failure')).toHaveLength(1);
  });

  it('stays well-formed whatever names and messages hold', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u0000', '\u001b', ']]>', '<', '&', '"', '\ud800', '\uffff', '\r', '\n', '\t'),
        fc.string(),
      ),
    });
    fc.assert(
      fc.property(text, text, (name, message) => {
        const run = { ...passedRun, scenario: name, passed: false, reason: message };
        const root = parsed(render([page({ name, runs: [run] })]));
        expect(all(root, 'failure')).toHaveLength(1);
        expect(all(root, 'testcase')).toHaveLength(2);
      }),
      { numRuns: 100 },
    );
  });

  it('gives names back as they were, with their blanks', () => {
    const name = 'a\tb\n<c> & "d"';
    const root = parsed(render([page({ runs: [{ ...passedRun, scenario: name }] })]));
    expect(valueOf(all(root, 'testcase')[1], 'name')).toBe(`smoke: ${name}`);
  });
});
