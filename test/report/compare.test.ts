import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerOf } from '../../src/report/build.js';
import { compareReports, isSame } from '../../src/report/compare.js';
import { plainPaint } from '../../src/report/formats/format.js';
import type { Report, ReportStrategy } from '../../src/report/model.js';
import { renderDifference, renderDifferenceMarkdown } from '../../src/report/render-difference.js';
import { totalsOf } from '../../src/report/tally.js';
import { strategyArbitrary } from './hostile.js';
import { strategyRecord } from './records.js';

const reportOf = (
  strategies: readonly ReportStrategy[],
  version = '1.0.0',
): Report<readonly ReportStrategy[]> => ({
  ...headerOf(version, 'convert'),
  strategies,
  findings: [],
  totals: totalsOf(strategies.length, strategies, []),
});

const effort = (units: number): NonNullable<ReportStrategy['effort']> => ({
  units,
  minutes: units * 5,
  why: '',
  parts: [],
});
const placeholder = (name: string, count: number): NonNullable<ReportStrategy['constructs']>[number] => ({
  kind: 'function',
  name,
  disposition: 'placeholder',
  count,
});

describe('two reports', () => {
  it('are the same when they hold the same', () => {
    fc.assert(
      fc.property(fc.array(strategyArbitrary, { maxLength: 5 }), (records) => {
        expect(isSame(compareReports(reportOf(records), reportOf([...records].reverse())))).toBe(true);
      }),
    );
  });

  it('tell what became better', () => {
    const old = strategyRecord({
      status: 'partial',
      effort: effort(9),
      constructs: [placeholder('RouteCall', 3), placeholder('Gone', 1)],
    });
    const now = strategyRecord({
      status: 'review',
      claim: 'smoke',
      effort: effort(4),
      constructs: [placeholder('RouteCall', 1), placeholder('Come', 2)],
    });
    const difference = compareReports(reportOf([old]), reportOf([now], '1.1.0'));
    expect(difference.strategies).toEqual([
      {
        name: 'Main',
        kind: 'strategy',
        file: 'in/a.xml',
        status: { old: 'partial', new: 'review' },
        claim: { old: 'valid', new: 'smoke' },
        units: -5,
        findings: [],
      },
    ]);
    expect(
      difference.unmapped.map(({ name, change, old: a, new: b }) => [name, change, a.uses, b.uses]),
    ).toEqual([
      ['Come', 'new', 0, 2],
      ['Gone', 'gone', 1, 0],
      ['RouteCall', 'changed', 3, 1],
    ]);
    expect(difference.effort).toEqual({ old: 9, new: 4, minutes: -25 });
    expect(difference.tool?.new).toContain('1.1.0');
    expect([...renderDifferenceMarkdown(difference)].join('')).toContain('| Main | partial -\\> review |');
  });

  it('follow a file that moved, and a strategy that was skipped', () => {
    const tally = { nodes: 1, byDisposition: { exact: 1 }, byKind: {} };
    const old = strategyRecord({ tally, status: 'complete' });
    const now = strategyRecord({ tally, status: 'skipped', output: 'skipped', file: 'elsewhere/a.xml' });
    expect(isSame(compareReports(reportOf([old]), reportOf([now])))).toBe(true);
    const twins = [now, { ...now, file: 'third/a.xml' }];
    expect(compareReports(reportOf([old]), reportOf(twins))).toMatchObject({
      added: ['Main (elsewhere/a.xml)', 'Main (third/a.xml)'],
      removed: ['Main (in/a.xml)'],
    });
  });

  it('are compared without markup and control characters, whatever names hold', () => {
    fc.assert(
      fc.property(fc.array(strategyArbitrary, { minLength: 1, maxLength: 4 }), (records) => {
        const difference = compareReports(reportOf([]), reportOf(records));
        const pretty = [...renderDifference(difference, plainPaint)].join('');
        const md = [...renderDifferenceMarkdown(difference)].join('');
        for (const text of [pretty, md])
          expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(md.replaceAll('\\<', '')).not.toContain('<');
        expect(difference.added).toHaveLength(records.length);
      }),
    );
  });
});
