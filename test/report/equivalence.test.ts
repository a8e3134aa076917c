import { describe, expect, it } from 'vitest';
import { claimOf } from '../../src/report/claim.js';
import { plainPaint, type RenderOptions } from '../../src/report/formats/format.js';
import { renderEquivalence } from '../../src/report/formats/equivalence.js';
import { equivalenceInWords } from '../../src/report/formats/equivalence-words.js';
import type { ReportStrategy } from '../../src/report/model.js';
import type { ReportEquivalence } from '../../src/report/model-equivalence.js';

const share = { reached: 3, total: 4 };
const equivalence: ReportEquivalence = {
  verdict: 'equivalent',
  reason: '',
  scenarios: { compared: 12, different: 0, skipped: [] },
  coverage: { blocks: share, ports: share, conditions: share, states: share, transitions: share },
  assumptions: [{ id: 'end.voice', value: 'default routing', evidence: 'inferred' }],
  unreached: [],
  differences: [],
};
const run = { scenario: 'a', end: 'routed', target: 'anna', steps: 1, passed: true, reason: '' };

describe('the claim of a compared strategy', () => {
  const shown = { reached: 'emitted', isValid: true, runs: [run] } as const;
  it('is equivalent when the comparison showed it, on top of all below it', () => {
    expect(claimOf({ ...shown, equivalence: 'equivalent' })).toBe('equivalent');
    expect(claimOf({ ...shown, isValid: false, equivalence: 'equivalent' })).toBe('emitted');
    expect(claimOf({ ...shown, runs: [{ ...run, passed: false }], equivalence: 'equivalent' })).toBe('valid');
  });
  it('is what the runs have shown otherwise', () => {
    expect(claimOf({ ...shown, equivalence: 'different' })).toBe('smoke');
    expect(claimOf({ ...shown, equivalence: 'inconclusive' })).toBe('smoke');
    expect(claimOf(shown)).toBe('smoke');
  });
});

describe('a comparison in words', () => {
  it('says on what it rests', () => {
    expect(equivalenceInWords(equivalence)).toBe(
      'equivalent to its page in 12 scenarios; reached 3 of 4 blocks, 3 of 4 ports, 3 of 4 states of the page; rests on 1 open question: end.voice=default routing',
    );
  });
  it('says why there is no verdict', () => {
    const none = { ...equivalence, verdict: 'inconclusive', reason: 'a placeholder' } as const;
    expect(equivalenceInWords({ ...none, scenarios: { ...none.scenarios, compared: 0 } })).toBe(
      'inconclusive: a placeholder',
    );
  });
});

describe('what no scenario reached', () => {
  const safe = ['Count', 'Keep'].map((name) => ({
    ...{ node: name, text: `port "red" of "${name}": Nothing in it can fail.` },
    never: true as const,
  }));
  const missed = { node: 'Late', text: 'block "Late": It was never entered.' };
  const line = (unreached: ReportEquivalence['unreached'], verbose: boolean): string | undefined => {
    // The rest of a record has no part in it.
    const strategy = { name: 'Main', equivalence: { ...equivalence, unreached } } as ReportStrategy;
    const text = [
      ...renderEquivalence(strategy, {
        paint: plainPaint,
        verbose,
        source: () => undefined,
      } as RenderOptions),
    ].join('');
    return text.split('\n').find((each) => each.includes('not reached'));
  };

  it('is named; ports of blocks that cannot fail are counted', () => {
    expect(line([missed, ...safe], false)).toBe(
      '  not reached: block "Late": It was never entered.; 2 ports of blocks that cannot fail',
    );
    expect(line(safe.slice(1), false)).toBe('  not reached: 1 port of blocks that cannot fail');
    expect(line([missed], false)).toBe('  not reached: block "Late": It was never entered.');
    expect(line([], false)).toBeUndefined();
  });
  it('names them all when asked to', () => {
    expect(line([missed, ...safe], true)).toBe(
      '  not reached: block "Late": It was never entered.; 2 ports of blocks that cannot fail: ' +
        'port "red" of "Count": Nothing in it can fail.; port "red" of "Keep": Nothing in it can fail.',
    );
  });
});
