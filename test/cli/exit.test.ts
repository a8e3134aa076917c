import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../src/cli/exit.js';
import { diagnose, wholeFile, type Diagnostic } from '../../src/diagnostics/index.js';
import { buildReport } from '../../src/report/build.js';
import type { ReportRun } from '../../src/report/model.js';
import { passedRun, strategyRecord } from '../report/records.js';

const at = wholeFile('a.xml');
const error = diagnose('IRD8001', '', at, { path: 'x' });
const warning = diagnose('IRD8006', '', at, { strategy: 'x', page: 'y', id: 'z' });
const note = diagnose('IRD8005', '', at, { path: 'x', count: 1 });
const unwritten = diagnose('IRD8009', '', at, { page: 'x.scxml', reason: 'there is no space left' });
const fault = diagnose('IRD9001', '', at, { phase: 'x', message: 'y' });

const report = (diagnostics: readonly Diagnostic[], runs: readonly ReportRun[] = []) =>
  buildReport({
    version: '1',
    command: 'convert',
    files: 1,
    strategies: [strategyRecord({ runs })],
    diagnostics,
  });

describe('verdictOn', () => {
  it.each([
    ['error', [], 0],
    ['error', [note, warning], 0],
    ['error', [error], 1],
    ['warning', [note], 0],
    ['warning', [warning], 1],
    ['info', [note], 1],
    ['info', [], 0],
    ['never', [error, warning, note], 0],
    ['never', [fault], 2],
    ['error', [error, fault], 2],
    ['never', [unwritten], 2],
    ['error', [error, unwritten], 2],
  ] as const)('--fail-on %s', (failOn, findings, code) => {
    expect(verdictOn(report(findings), { failOn }).code).toBe(code);
  });

  it('counts failed runs whatever the findings are', () => {
    const failed = report([], [passedRun, { ...passedRun, passed: false }]);
    expect(verdictOn(failed, { failOn: 'error' })).toEqual({
      code: 1,
      reason: '1 failed run (--fail-on error)',
    });
    expect(verdictOn(failed, { failOn: 'never' }).code).toBe(0);
  });

  it('says why', () => {
    expect(verdictOn(report([error, error, warning]), { failOn: 'error' }).reason).toBe(
      '2 errors (--fail-on error)',
    );
    expect(verdictOn(report([error, warning]), { failOn: 'warning' }).reason).toBe(
      '2 findings (--fail-on warning)',
    );
    expect(verdictOn(report([]), { failOn: 'error' }).reason).toBe('');
    expect(verdictOn(report([fault, unwritten, unwritten]), { failOn: 'never' }).reason).toBe(
      '1 internal error; 2 files could not be written',
    );
  });
});
