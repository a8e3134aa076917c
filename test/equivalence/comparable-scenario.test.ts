// Scenarios that say something about a strategy, and those that are about pages alone.
import { describe, expect, it } from 'vitest';
import { pageOnly, whyNotComparable } from '../../src/equivalence/comparable-scenario.js';
import type { Scenario } from '../../src/runtime-check/scenario/types.js';

const why = (more: Partial<Scenario>): string | undefined =>
  whyNotComparable({ scenario: 1, name: 'it', ...more });

describe('what happens', () => {
  it.each([{ at: 5 }, { in: 'Sales' }, { in: 'Sales', at: 2 }, { after: 'interaction.added' }])(
    'can be compared: %j',
    (moment) => {
      expect(why({ happenings: [{ ...moment, hangup: true }] })).toBeUndefined();
    },
  );
  it.each([
    { after: 'queue.submit.done' },
    { after: 'interaction.udata.changed', at: 1 },
    { in: 'ird_consult' },
  ])('is about the page alone: %j', (moment) => {
    expect(
      why({
        happenings: [
          { at: 1, hangup: true },
          { ...moment, merge: true },
        ],
      }),
    ).toBe(pageOnly);
  });
});
