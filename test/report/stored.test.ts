// Stored reports: fingerprints, baselines, merging, and what is wrong with a file.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, type Span } from '../../src/diagnostics/index.js';
import {
  baselineOf,
  baselineSchema,
  baselineText,
  keepReasons,
  newDebt,
  prune,
  useBaseline,
  type Baseline,
} from '../../src/report/baseline.js';
import { buildReport, toFindings } from '../../src/report/build.js';
import { plainPaint } from '../../src/report/formats/format.js';
import { renderJson } from '../../src/report/formats/json.js';
import { renderJsonl } from '../../src/report/formats/jsonl.js';
import { mergeReports } from '../../src/report/merge.js';
import type { ReportStrategy } from '../../src/report/model.js';
import { checkerOf, readJson } from '../../src/report/read-json.js';
import { readReport, type StoredReport } from '../../src/report/read-report.js';
import { strategyArbitrary } from './hostile.js';
import { strategyRecord } from './records.js';

const span = (line: number, file = 'in/a.xml'): Span => ({
  file,
  start: { line, column: 3, offset: line * 80 },
  end: { line, column: 6, offset: line * 80 + 3 },
});
const missing = (line: number, path = 'x') => diagnose('IRD8001', 'Main/7', span(line), { path });

const reportOf = (strategies: readonly ReportStrategy[], version = '1'): StoredReport =>
  buildReport({ version, command: 'convert', files: strategies.length, strategies, diagnostics: [] });
const plain = { paint: plainPaint, source: () => undefined, verbose: false };

describe('fingerprints', () => {
  it('do not change when lines move, and differ by what a finding is about', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(1_000), (name, path, moved) => {
        const of = (line: number, strategy: string) =>
          toFindings([missing(line, path)], strategy)[0]?.fingerprint;
        expect(of(3, `s${name}`)).toBe(of(3 + moved, `s${name}`));
        expect(of(3, `s${name}`)).not.toBe(of(3, `t${name}`));
      }),
    );
    const [first, second] = toFindings([missing(1, 'x'), missing(1, 'y')], 'Main');
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
  });

  it('of a difference do not change with the scenario that shows it, and differ by its kind', () => {
    const differs = (scenario: string, kind: string) =>
      diagnose('IRD6001', 'Main/7', span(1), {
        ...{ scenario, kind, at: '0:00:05.000', times: 1, agreeing: [] },
        ...{ source: `submit for ${scenario}`, page: 'nothing more' },
      });
    const of = (scenario: string, kind: string) =>
      toFindings([differs(scenario, kind)], 'Main')[0]?.fingerprint;
    expect(of('one', 'step submit/nothing')).toBe(of('another', 'step submit/nothing'));
    expect(of('one', 'step submit/nothing')).not.toBe(of('one', 'queue left'));
  });
});

describe('baselines', () => {
  const withFindings = (...lines: readonly number[]): StoredReport =>
    reportOf([
      strategyRecord({
        findings: toFindings(
          lines.map((line) => missing(line)),
          'Main',
        ),
      }),
    ]);

  it('accept as many findings as they list, and no more', () => {
    const use = useBaseline(baselineOf(withFindings(1, 2)), 'known.json');
    const [record] = withFindings(5, 6, 7).strategies;
    if (record === undefined) throw new Error('no record');
    expect(use.accept(record).findings.map(({ suppressed }) => suppressed?.reason)).toEqual([
      'listed in known.json',
      'listed in known.json',
      undefined,
    ]);
    expect(use.stale()).toEqual([]);
  });

  it('are stale where a strategy that was looked at has lost a finding', () => {
    const baseline = baselineOf(withFindings(1, 2));
    const use = useBaseline(baseline, 'known.json');
    expect(use.stale()).toEqual([]);
    const [record] = withFindings(9).strategies;
    const strategies = record === undefined ? [] : [use.accept(record)];
    expect(use.stale()).toEqual([{ ...baseline.entries[0], count: 1 }]);
    const report = buildReport({
      version: '1',
      command: 'convert',
      files: 1,
      strategies,
      diagnostics: [],
      baseline: { file: 'known.json', use },
    });
    expect(report.findings.map(({ code, file }) => [code, file])).toEqual([['IRD8140', 'known.json']]);
    expect(report.totals).toMatchObject({ errors: 1, suppressed: 1 });
  });

  it('tell findings of one fingerprint in two files apart, and let a file move', () => {
    const findings = toFindings([missing(1)], 'default');
    const moved = findings.map((each) => ({ ...each, file: 'in/b.xml' }));
    const both = reportOf([
      strategyRecord({ name: 'default', findings }),
      strategyRecord({ name: 'default', file: 'in/b.xml', findings: moved }),
    ]);
    const use = useBaseline(baselineOf(both), 'known.json');
    use.accept(strategyRecord({ name: 'default', findings }));
    expect(use.stale()).toEqual([]);
    const later = useBaseline(baselineOf(both), 'known.json');
    const elsewhere = findings.map((each) => ({ ...each, file: 'in/c.xml' }));
    expect(later.acceptFindings(elsewhere)[0]?.suppressed?.kind).toBe('baseline');
  });

  it('say nothing of strategies that were not looked at', () => {
    const use = useBaseline(baselineOf(withFindings(1)), 'known.json');
    use.accept(strategyRecord({ name: 'Other', file: 'in/b.xml' }));
    expect(use.stale()).toEqual([]);
  });

  it('hold no notes, no faults of ird2scxml, and nothing that could not be written', () => {
    const findings = toFindings([
      diagnose('IRD8005', '', span(1), { path: 'x', count: 1 }),
      diagnose('IRD9001', '', span(1), { phase: 'x', message: 'y' }),
      diagnose('IRD8009', '', span(1), { page: 'x.scxml', reason: 'y' }),
    ]);
    expect(baselineOf(reportOf([strategyRecord({ findings })])).entries).toEqual([]);
  });

  it('shrink when they are pruned, and tell new debt from old', () => {
    const [before, now] = [baselineOf(withFindings(1, 2, 3)), baselineOf(withFindings(1))];
    expect(prune(before, now)).toEqual(now);
    expect(prune(now, before)).toEqual(now);
    expect(newDebt(before, now)).toEqual([]);
    expect(newDebt(now, before)).toEqual([{ ...before.entries[0], count: 2 }]);
  });

  it('come back from their file as they were, sorted, one entry on a line', () => {
    const check = checkerOf(baselineSchema);
    fc.assert(
      fc.property(fc.array(strategyArbitrary, { maxLength: 4 }), (strategies) => {
        const baseline = baselineOf(reportOf(strategies));
        const read = readJson(baselineText(baseline), check);
        expect(read).toEqual({ ok: true, value: JSON.parse(JSON.stringify(baseline)) as Baseline });
        const use = useBaseline(baseline, 'b');
        const open = strategies
          .map(use.accept)
          .flatMap(({ findings }) => findings)
          .filter(({ severity, suppressed }) => severity !== 'info' && suppressed === undefined);
        expect(open).toEqual([]);
        expect(use.stale()).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('say why an entry is accepted, and keep that when they are written again', () => {
    const why = 'Agreed with the branch.';
    const findings = toFindings([missing(1, 'x'), missing(2, 'y')], 'Main');
    const next = baselineOf(reportOf([strategyRecord({ findings })]));
    const [first, second] = next.entries.map((entry) => ({ ...entry, why }));
    if (first === undefined || second === undefined) throw new Error('entries are missing');
    const before: Baseline = { baseline: 1, entries: [first] };
    expect(keepReasons(before, next).entries).toEqual([first, next.entries[1]]);
    expect(prune(before, next)).toEqual(before);
    expect(readJson(baselineText(before), checkerOf(baselineSchema))).toEqual({ ok: true, value: before });
    const accepted = useBaseline(before, 'known.json').acceptFindings(findings);
    const reasons = accepted.map(({ suppressed }) => suppressed?.reason);
    expect(reasons.toSorted()).toEqual(['listed in known.json: Agreed with the branch.', undefined]);
  });
});

describe('merging', () => {
  const part = (name: string, report: StoredReport) => ({ name, report });
  const named = (name: string) => strategyRecord({ name, file: `in/${name}.xml` });

  it('gives the report of one run over everything', () => {
    fc.assert(
      fc.property(fc.array(strategyArbitrary, { maxLength: 6 }), fc.nat(6), (given, at) => {
        const strategies = given.map((each, i) => ({ ...each, file: `in/${String(i)}.xml` }));
        const whole = reportOf(strategies);
        const merged = mergeReports(
          [part('b', reportOf(strategies.slice(at))), part('a', reportOf(strategies.slice(0, at)))],
          false,
        );
        expect(merged).toEqual({ ok: true, report: whole });
      }),
      { numRuns: 50 },
    );
  });

  it('adds inventories, and leaves the number of the part out', () => {
    const item = { kind: 'function', name: 'F', class: 'known', count: 2, strategies: 1 } as const;
    const shard = (n: number): StoredReport => ({
      ...reportOf([named(`S${String(n)}`)]),
      run: { root: '.', config: null, overrides: null, shard: `${String(n)}/2` },
      inventory: [item],
    });
    const merged = mergeReports([part('a', shard(1)), part('b', shard(2))], false);
    expect(merged.ok && merged.report.inventory).toEqual([{ ...item, count: 4, strategies: 2 }]);
    expect(merged.ok && merged.report.run).toEqual({ root: '.', config: null, overrides: null });
  });

  it.each([
    [
      'the same strategy twice',
      [named('A')],
      [named('A')],
      '1',
      'Strategy "A" of "in/A.xml" is in "a" and in "b".',
    ],
    ['another version', [named('A')], [named('B')], '2', '"b" was made by ird2scxml 2 with tables'],
  ])('refuses %s', (_what, first, second, version, problem) => {
    const merged = mergeReports([part('a', reportOf(first)), part('b', reportOf(second, version))], false);
    expect(!merged.ok && merged.problem).toContain(problem);
  });

  it('takes other versions when told to', () => {
    const parts = [part('a', reportOf([named('A')])), part('b', reportOf([named('B')], '2'))] as const;
    expect(mergeReports(parts, true).ok).toBe(true);
  });
});

describe('reading a stored report', () => {
  const text = [...renderJson(reportOf([strategyRecord({})]), plain)].join('');
  const lines = [...renderJsonl(reportOf([strategyRecord({})]), plain)].join('');
  const problem = (given: string): string => {
    const read = readReport(given);
    return read.ok ? '' : read.problem;
  };

  it.each([
    ['no JSON', '{ "report": 1,\n  oops }', /^2:3 {2}no JSON: /],
    ['nothing', '', /no JSON/],
    ['a missing part', '{ "report": 1 }', /^1:1 {2}must have required property/],
    [
      'another version',
      text.replace('"report": 1', '"report": 2'),
      /^2:13 {2}\/report must be equal to constant/,
    ],
    [
      'an unknown claim',
      text.replace('"claim": "valid"', '"claim": "perfect"'),
      /^\d+:16 {2}\/strategies\/0\/claim must be .*: none, parsed/,
    ],
    [
      'lines that were cut short',
      lines.split('\n').slice(0, 2).join('\n'),
      /the line of the totals is missing/,
    ],
    ['a wrong line', lines.replace('"claim":"valid"', '"claim":"perfect"'), /^2:1 {2}\/claim must be/],
    [
      'a line that is no JSON',
      lines.replace('{"record":"strategy"', '{record:"strategy"'),
      /^2:2 {2}no JSON/,
    ],
  ])('says what is wrong with %s, and where', (_what, given, expected) => {
    expect(problem(given)).toMatch(expected);
  });

  it('accepts and keeps keys of later versions', () => {
    const read = readReport(text.replace('"report": 1,', '"report": 1, "later": { "a": 1 },'));
    expect(read.ok && 'later' in read.report).toBe(true);
  });
});
