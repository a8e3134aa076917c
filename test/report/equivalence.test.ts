import { describe, expect, it } from 'vitest';
import { claimOf } from '../../src/report/claim.js';
import { equivalenceInWords } from '../../src/report/formats/equivalence-words.js';
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
