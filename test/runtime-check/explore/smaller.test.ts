import { describe, expect, it } from 'vitest';
import { smallest } from '../../../src/runtime-check/explore/smaller.js';
import { isScenario } from '../../../src/runtime-check/scenario/read.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';

const large: Scenario = {
  scenario: 1,
  name: 'large',
  clock: '2026-03-02T09:00:00Z',
  random: [0.5],
  interaction: { media: 'email', hangup: 5, udata: { A: '1', B: '2' } },
  world: {
    allTargetsReady: true,
    agents: [
      { id: 'anna', groups: ['Sales'], ready: true },
      { id: 'bob', groups: ['Sales'] },
    ],
    statistics: { Sales: { Load: 3, Wait: 4 } },
  },
  answers: {
    events: [
      { at: 1, name: 'a' },
      { at: 2, name: 'b' },
    ],
    failures: [],
  },
  data: { x: 1, y: 2 },
};

describe('the smallest scenario', () => {
  it('keeps what it takes, piece by piece, and nothing that became empty', () => {
    const kept = smallest(
      large,
      ({ interaction, answers, world }) =>
        interaction?.udata?.['B'] === '2' &&
        (answers?.events ?? []).some(({ name }) => name === 'b') &&
        world?.statistics?.['Sales']?.['Wait'] === 4,
    );
    expect(kept).toEqual({
      scenario: 1,
      name: 'large',
      interaction: { udata: { B: '2' } },
      world: { statistics: { Sales: { Wait: 4 } } },
      answers: { events: [{ at: 2, name: 'b' }] },
    });
  });

  it('is the name alone when nothing is needed, and all of it when everything is', () => {
    expect(smallest(large, () => true)).toEqual({ scenario: 1, name: 'large' });
    expect(smallest(large, () => false)).toEqual(large);
  });

  it('may be one that is no scenario, which the caller tells', () => {
    const anna = smallest(
      large,
      (smaller) => isScenario(smaller) && (smaller.world?.agents ?? []).length > 0,
    );
    expect(isScenario(anna)).toBe(true);
    expect(anna.world).toEqual({ agents: [{ id: 'bob' }] });
    expect(isScenario({ scenario: 1, name: 'x', world: { agents: [{ groups: ['Sales'] }] } })).toBe(false);
    expect(isScenario({ scenario: 1, name: 'x', interaction: { parent: 'nobody' } })).toBe(false);
  });
});
