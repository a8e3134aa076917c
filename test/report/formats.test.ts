import { describe, expect, it } from 'vitest';
import { diagnose, type Span } from '../../src/diagnostics/index.js';
import { buildReport, toFindings } from '../../src/report/build.js';
import { plainPaint, type RenderOptions } from '../../src/report/formats/format.js';
import { formats } from '../../src/report/formats/index.js';
import { inert } from '../../src/report/formats/inert.js';
import { renderSummary } from '../../src/report/formats/summary.js';
import type { Report, ReportStrategy } from '../../src/report/model.js';
import { passedRun, strategyRecord } from './records.js';

const text = 'one\ntwo\nthree is wrong here\nfour\n';
const options: RenderOptions = {
  paint: plainPaint,
  source: (file) => (file === 'in/a.xml' ? text : undefined),
  verbose: false,
};

const span = (line: number, column: number, length: number, file = 'in/a.xml'): Span => ({
  file,
  start: { line, column, offset: line * 100 + column },
  end: { line, column: column + length, offset: line * 100 + column + length },
});
const missing = (at: Span, path = 'x') => diagnose('IRD8001', '', at, { path });
const note = (at: Span) => diagnose('IRD8005', '', at, { path: 'in', count: 2 });

const reportOf = (strategies: readonly ReportStrategy[], command = 'convert'): Report =>
  buildReport({ version: '1.2.3', command, files: strategies.length, strategies, diagnostics: [] });

function render(name: string, report: Report, changes: Partial<RenderOptions> = {}): string {
  const format = formats.find((candidate) => candidate.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return [...format.render(report, { ...options, ...changes })].join('');
}

describe('pretty', () => {
  it('shows a finding with its place, its lines and what to do', () => {
    const report = reportOf([strategyRecord({ findings: toFindings([missing(span(3, 10, 5))]) })]);
    expect(render('pretty', report)).toBe(
      [
        'in/a.xml:3:10  error  IRD8001  There is no file, folder or pattern match for "x"',
        '  2 | two',
        '> 3 | three is wrong here',
        '    |          ^^^^^',
        '  4 | four',
        '  help: Check the spelling, and put patterns in quotes so that the shell leaves them alone.',
        '',
        '',
      ].join('\n'),
    );
  });

  it('goes by file and place, whichever strategy a finding belongs to', () => {
    const report = reportOf([
      strategyRecord({
        findings: toFindings([missing(span(9, 1, 1, 'b.xml'), 'p'), missing(span(4, 1, 1), 'q')]),
      }),
      strategyRecord({ findings: toFindings([missing(span(2, 1, 1), 'r')]) }),
    ]);
    const heads = render('pretty', report).match(/^\S+(?=  error)/gm);
    expect(heads).toEqual(['b.xml:9:1', 'in/a.xml:2:1', 'in/a.xml:4:1']);
  });

  it('counts notes and repeated findings, and shows them when asked', () => {
    const many = Array.from({ length: 7 }, (_, i) => missing(span(i + 1, 1, 1), `x${i}`));
    const report = reportOf([strategyRecord({ findings: toFindings([...many, note(span(1, 1, 1))]) })]);
    const short = render('pretty', report);
    expect(short.match(/error {2}IRD8001/g)).toHaveLength(5);
    expect(short).toContain('in/a.xml: 2 more of IRD8001, at 6:1, 7:1 (--verbose shows all)');
    expect(short).toContain('in/a.xml: 1 note (--verbose shows them)');
    const long = render('pretty', report, { verbose: true });
    expect(long.match(/error {2}IRD8001/g)).toHaveLength(7);
    expect(long).toContain('note  IRD8005');
  });

  it('shows the same finding once, with the places of the others', () => {
    const strategies = Array.from({ length: 12 }, (_, i) =>
      strategyRecord({
        name: `S${i}`,
        findings: toFindings([missing(span(i + 1, 2, 1, `in/${i}.xml`))], `S${i}`),
      }),
    );
    const short = render('pretty', reportOf(strategies));
    expect(short.match(/error {2}IRD8001/g)).toHaveLength(1);
    expect(short).toContain('  and 11 more like it in 12 strategies, at in/1.xml:2:2, ');
    expect(short).toContain('in/8.xml:9:2, ... (--verbose shows all)');
    expect(render('pretty', reportOf(strategies), { verbose: true }).match(/error {2}IRD8001/g)).toHaveLength(
      12,
    );
  });

  it('shows the worst first hundred problems and says how many are hidden', () => {
    const strategies = Array.from({ length: 130 }, (_, i) =>
      strategyRecord({ findings: toFindings([missing(span(1, 2, 1, `in/${i}.xml`), `x${i}`)]) }),
    );
    const warning = toFindings([
      diagnose('IRD8006', '', span(1, 1, 1), { strategy: 'a', page: 'b', id: 'c' }),
    ]);
    const report = reportOf([strategyRecord({ findings: warning }), ...strategies]);
    expect(render('pretty', report).match(/error {2}IRD8001/g)).toHaveLength(100);
    expect(render('pretty', report)).not.toContain('IRD8006');
    expect(render('pretty', report)).toContain('31 problems hidden (--max-problems 100)');
    expect(render('pretty', report, { maxProblems: 2 }).match(/error {2}IRD8001/g)).toHaveLength(2);
    expect(render('pretty', report, { verbose: true })).not.toContain('hidden');
  });

  it('counts accepted findings, and shows them with their reason when asked', () => {
    const [finding] = toFindings([missing(span(1, 1, 1))]);
    if (finding === undefined) throw new Error('no finding');
    const accepted = { ...finding, suppressed: { kind: 'baseline', reason: 'known since May' } } as const;
    const report = reportOf([strategyRecord({ findings: [accepted] })]);
    expect(render('pretty', report)).toBe('1 accepted finding not shown (--verbose shows them)\n\n');
    expect(render('pretty', report, { verbose: true })).toContain('  accepted: known since May\n');
  });

  it('names the page of documentation in code frames', () => {
    const report = reportOf([strategyRecord({ findings: toFindings([missing(span(3, 10, 5))]) })]);
    expect(render('codeframe', report)).toContain('  1 | one\n  2 | two\n> 3 | three is wrong here');
    expect(render('codeframe', report)).toContain('  docs: ird2scxml explain IRD8001\n');
  });

  it('shows runs that failed', () => {
    const failed = { ...passedRun, passed: false, end: 'stuck', target: null, reason: 'It waited for ever.' };
    const report = reportOf([strategyRecord({ runs: [passedRun, failed] })]);
    expect(render('pretty', report)).toBe(
      'Main  run "agent is ready" failed: stuck, It waited for ever.\n\n',
    );
  });

  it('says nothing when there is nothing to say', () => {
    expect(render('pretty', reportOf([strategyRecord({ runs: [passedRun] })]))).toBe('');
  });

  it('keeps text of the input from steering the terminal', () => {
    const hostile = '\u001b[2Jgone\u202eevil\r\nnext';
    const report = reportOf([strategyRecord({ findings: toFindings([missing(span(1, 1, 1), hostile)]) })]);
    expect(render('pretty', report)).toContain('"\u00b7[2Jgone\u00b7evil next"');
    expect(inert('\u009b31m')).toBe('\u00b731m');
  });
});

describe('json', () => {
  it('is the report itself', () => {
    const report = reportOf([strategyRecord({ name: 'Stra\u00dfe' })]);
    expect(JSON.parse(render('json', report))).toEqual(report);
    expect(render('json', report)).toContain('Stra\u00dfe');
  });

  it('escapes what would steer a terminal', () => {
    const report = reportOf([strategyRecord({ name: 'a\u009b31m\u202eb' })]);
    expect(render('json', report)).toContain('"a\\u009b31m\\u202eb"');
    expect(JSON.parse(render('json', report))).toEqual(report);
  });
});

describe('summary', () => {
  const summary = (report: Report, verbose = false): string =>
    renderSummary(report, { paint: plainPaint, verbose });

  it('has a line for each strategy and the sums', () => {
    const findings = toFindings([missing(span(1, 1, 1))]);
    const report = reportOf([
      strategyRecord({ claim: 'smoke', runs: [passedRun, passedRun] }),
      strategyRecord({ name: 'Night', claim: 'emitted', output: 'refused', page: null, findings }),
      strategyRecord({
        name: 'Init',
        kind: 'subroutine',
        status: 'embedded',
        output: 'none',
        page: null,
        claim: 'lowered',
      }),
    ]);
    expect(summary(report)).toBe(
      [
        'strategy  blocks  exact  review  claim    runs  findings  page',
        'Main           3      4       1  smoke     2/2  -         Main.scxml',
        'Night          3      4       1  emitted     -  1 error   refused: it exists and differs',
        'Init           3      4       1  lowered     -  -         within its callers',
        '3 strategies in 3 files: 1 page written, 0 unchanged, 1 refused; claims: 1 smoke, 1 emitted, 1 lowered; 2 of 2 runs passed; 1 error, 0 warnings, 0 notes',
        '',
      ].join('\n'),
    );
  });

  it('folds long tables, worst first', () => {
    const findings = toFindings([missing(span(1, 1, 1))]);
    const report = reportOf(
      Array.from({ length: 70 }, (_, i) =>
        strategyRecord({ name: `S${i}`, findings: i === 69 ? findings : [] }),
      ),
    );
    const lines = summary(report).split('\n');
    expect(lines[1]).toMatch(/^S69 /);
    expect(lines).toContain('and 10 more with fewer errors (--verbose shows all)');
    expect(summary(report, true).split('\n')).toHaveLength(73);
  });

  it('is empty when there is no strategy', () => {
    expect(summary(reportOf([]))).toBe('');
  });
});
