import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, wholeFile, type Span } from '../../src/diagnostics/index.js';
import { dispositions } from '../../src/mappings/define.js';
import { buildReport, toFindings } from '../../src/report/build.js';
import { claimOf } from '../../src/report/claim.js';
import { inventoryClasses } from '../../src/report/model-audit.js';
import { claims, outputs, statuses, type ReportStrategy } from '../../src/report/model.js';
import { addCounts, countBy, emptyTally, statusOf } from '../../src/report/tally.js';
import { runEnds } from '../../src/runtime-check/scenario/types.js';
import { passedRun, strategyRecord } from './records.js';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../src/report/report.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  schema as object,
);

const at = (line: number, column: number, file = 'a.xml'): Span => ({
  file,
  start: { line, column, offset: line * 100 + column },
  end: { line, column: column + 3, offset: line * 100 + column + 3 },
});

const report = (strategies: readonly ReportStrategy[]) =>
  buildReport({ version: '1.2.3', command: 'convert', files: 1, strategies, diagnostics: [] });

describe('buildReport', () => {
  it('puts findings in the order of their places', () => {
    const missing = (span: Span) => diagnose('IRD8001', '', span, { path: 'x' });
    const findings = toFindings([
      missing(at(9, 1)),
      missing(at(2, 7)),
      missing(at(2, 3)),
      missing(wholeFile('A.xml')),
    ]);
    expect(findings.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'A.xml:1:1',
      'a.xml:2:3',
      'a.xml:2:7',
      'a.xml:9:1',
    ]);
  });

  it('derives the totals from the records', () => {
    const [finding] = toFindings([diagnose('IRD8001', '', at(1, 1), { path: 'x' })]);
    if (finding === undefined) throw new Error('no finding');
    const built = report([
      strategyRecord({
        claim: 'smoke',
        runs: [passedRun, { ...passedRun, passed: false }],
        findings: [finding],
      }),
      strategyRecord({
        claim: 'valid',
        output: 'refused',
        status: 'review',
        findings: [{ ...finding, severity: 'info' }],
      }),
    ]);
    expect(built.totals).toEqual({
      files: 1,
      strategies: 2,
      converted: 1,
      byStatus: { complete: 1, review: 1 },
      byClaim: { smoke: 1, valid: 1 },
      byDisposition: { exact: 8, review: 2 },
      byOutput: { written: 1, refused: 1 },
      runs: 2,
      runsPassed: 1,
      errors: 1,
      warnings: 0,
      infos: 1,
    });
  });
});

describe('the published schema', () => {
  it('accepts a report', () => {
    const built = report([
      strategyRecord({ runs: [{ ...passedRun, trace: [{ at: 1.5, kind: 'routed', params: {} }] }] }),
    ]);
    expect(validate(built), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['another version', { report: 2 }],
    ['a missing part', { totals: undefined }],
    ['an unknown claim', { strategies: [{ ...strategyRecord({}), claim: 'perfect' }] }],
    [
      'a line before the first',
      { findings: [{ ...toFindings([diagnose('IRD8001', '', at(1, 1), { path: 'x' })])[0], line: 0 }] },
    ],
  ])('rejects %s', (_what, change) => {
    expect(validate(JSON.parse(JSON.stringify({ ...report([]), ...change })))).toBe(false);
  });

  it('accepts keys of later versions', () => {
    expect(validate({ ...report([]), later: true })).toBe(true);
  });

  it('lists the same words as the code', () => {
    const text = JSON.stringify(schema);
    for (const words of [claims, dispositions, runEnds, statuses, outputs, inventoryClasses])
      expect(text).toContain(JSON.stringify(words));
  });
});

describe('claimOf', () => {
  it('is the highest rung that was shown', () => {
    const runs = [passedRun];
    expect(claimOf({ reached: 'lowered', isValid: true, runs })).toBe('lowered');
    expect(claimOf({ reached: 'emitted', isValid: false, runs })).toBe('emitted');
    expect(claimOf({ reached: 'emitted', isValid: true, runs: [] })).toBe('valid');
    expect(claimOf({ reached: 'emitted', isValid: true, runs })).toBe('smoke');
  });

  it('does not count runs that failed or proved nothing', () => {
    for (const run of [
      { ...passedRun, passed: false },
      { ...passedRun, end: 'notExecutable' },
      { ...passedRun, end: 'stuck' },
    ]) {
      expect(claimOf({ reached: 'emitted', isValid: true, runs: [passedRun, run] })).toBe('valid');
    }
  });
});

describe('statusOf', () => {
  const tally = (byDisposition: Readonly<Record<string, number>>) => ({
    nodes: 1,
    byDisposition,
    byKind: {},
  });
  it('is that of the worst node', () => {
    expect(statusOf('strategy', true, tally({ exact: 3, omitted: 1 }))).toBe('complete');
    expect(statusOf('strategy', true, tally({ exact: 3, urs: 1 }))).toBe('review');
    expect(statusOf('strategy', true, tally({ review: 3, placeholder: 1 }))).toBe('partial');
    expect(statusOf('strategy', true, tally({ exact: 3, placeholder: 0 }))).toBe('complete');
  });
  it('tells strategies without a page from subroutines, which have none', () => {
    expect(statusOf('strategy', false, tally({ exact: 3 }))).toBe('failed');
    expect(statusOf('subroutine', false, tally({ exact: 3 }))).toBe('embedded');
    expect(statusOf('subroutine', false, emptyTally)).toBe('failed');
  });
});

describe('counting', () => {
  it('adds up, whatever is added', () => {
    const counts = fc.dictionary(fc.constantFrom('exact', 'review', 'urs'), fc.nat(50));
    fc.assert(
      fc.property(fc.array(counts), (all) => {
        const sum = (c: Readonly<Record<string, number>>) => Object.values(c).reduce((a, b) => a + b, 0);
        expect(sum(addCounts(all))).toBe(all.reduce((total, c) => total + sum(c), 0));
      }),
    );
  });
  it('keeps the given order and leaves zeroes out', () => {
    expect(Object.entries(countBy(['b', 'c', 'b'], ['a', 'b']))).toEqual([
      ['b', 2],
      ['c', 1],
    ]);
  });
});
