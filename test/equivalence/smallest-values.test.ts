// Scenarios of differences have the smallest values that show them: at the limit where that is known.
import { describe, expect, it } from 'vitest';
import { smallestWith } from '../../src/equivalence/smallest-difference.js';
import { smallestValues } from '../../src/equivalence/smallest-values.js';
import { verifyStrategy } from '../../src/equivalence/verify.js';
import type { Scenario } from '../../src/runtime-check/index.js';
import { loadEngine } from '../runtime-check/load-engine.js';
import { drawn, show, type BothSides, type Drawn } from './run/both-sides.js';

const given = (more: Partial<Scenario>): Scenario => ({ scenario: 1, name: 'it', ...more });

/** The smallest scenario in which a page with that fault differs, from the scenario that shows it first. */
async function shown(
  { program, page }: BothSides,
  from: string,
  to: string,
  scenario: Scenario,
): Promise<Scenario | undefined> {
  const faulty = page.replace(from, to);
  expect(faulty).not.toBe(page);
  const { differences } = await verifyStrategy({
    ...{ program, page: { text: faulty, file: 'page.scxml' }, engine: await loadEngine() },
    ...{ given: [scenario], search: { budget: 0, seed: 1 } },
  });
  return differences[0]?.scenario;
}

const asks = (condition: string): readonly Drawn[] => [
  { type: 'If', name: 'Asked', properties: { Expression: condition }, to: { red: 'End' } },
  show,
];

describe('a fault whose smallest scenario is known', () => {
  it('a limit that is too low by 100', async () => {
    const scenario = given({ interaction: { udata: { Points: 987, Other: 'x' } } });
    const found = await shown(drawn(asks("UData['Points'] >= 1000")), '1000', '900', scenario);
    expect(found?.interaction).toEqual({ udata: { Points: 900 } });
  });

  it('a limit of digits in a text', async () => {
    const scenario = given({ interaction: { udata: { Points: '987' } } });
    const found = await shown(drawn(asks("UData['Points'] >= 1000")), '1000', '900', scenario);
    expect(found?.interaction).toEqual({ udata: { Points: '900' } });
  });

  it('a length that is asked for too late', async () => {
    const scenario = given({ interaction: { udata: { Account: 'AB-1234X' } } });
    const found = await shown(drawn(asks("StrLen[UData['Account']] > 3")), '&gt; 3', '&gt; 9', scenario);
    expect(found?.interaction?.udata?.['Account']).toHaveLength(4);
  });

  it('a wait that is ten seconds longer: the first whole second after it', async () => {
    const pause: Drawn = { type: 'Pause', name: 'Pause', properties: { Duration: '20' } };
    const scenario = given({ interaction: { hangup: 27.5 } });
    const found = await shown(drawn([pause, show]), "'20s'", "'30s'", scenario);
    expect(found?.interaction?.hangup).toBe(21);
  });
});

describe('values', () => {
  const smaller = (more: Partial<Scenario>, holds: (one: Scenario) => boolean): Scenario =>
    smallestValues(given(more), holds);

  it('go towards 0 from both sides, and stay whole when they can', () => {
    const at = (value: number, holds: (value: number) => boolean): unknown =>
      smaller({ data: { value } }, ({ data }) => holds(Number(data?.['value']))).data?.['value'];
    expect(at(812.25, () => true)).toBe(0);
    expect(at(812.25, (value) => value > 41)).toBe(42);
    expect(at(-812, (value) => value <= -41)).toBe(-41);
    expect(at(41.5, (value) => value > 41)).toBe(41.5);
    expect(at(2_000_000_000, (value) => value >= 1_999_999_999)).toBe(1_999_999_999);
  });

  it('are those that something brings; names and settings stay', () => {
    const world = { agents: [{ id: 'anna', groups: ['Sales'], ready: [{ at: 20, value: true }] }] };
    const seed = 7;
    expect(
      smaller(
        { seed, world, zone: 'UTC', answers: { treatments: [{ match: 'Menu', digits: '12#' }] } },
        () => true,
      ),
    ).toEqual(
      given({
        ...{ seed, zone: 'UTC' },
        world: { agents: [{ id: 'anna', groups: ['Sales'], ready: [{ at: 0, value: true }] }] },
        answers: { treatments: [{ match: 'Menu', digits: '' }] },
      }),
    );
  });

  it('begin at a round time', () => {
    const clock = (holds: (at: Date) => boolean): string | undefined =>
      smaller({ clock: '2026-03-02T09:41:27.250Z' }, (one) => holds(new Date(one.clock ?? ''))).clock;
    expect(clock(() => true)).toBe('2026-03-02T00:00:00Z');
    expect(clock((at) => at.getUTCHours() === 9)).toBe('2026-03-02T09:00:00Z');
    expect(clock((at) => at.getUTCMinutes() >= 41)).toBe('2026-03-02T09:41:00Z');
  });

  it('get smaller again when another one has', () => {
    const holds = ({ data }: Scenario): boolean => Number(data?.['a']) >= Number(data?.['b']);
    expect(smaller({ data: { a: 9, b: 5 } }, holds).data).toEqual({ a: 0, b: 0 });
  });
});

it('no more runs are taken than are allowed', () => {
  let runs = 0;
  const scenario = given({ interaction: { hangup: 3600, udata: { A: 'a long text', B: 123_456 } } });
  const found = smallestWith(
    scenario,
    (one) => {
      runs++;
      return Number(one.interaction?.hangup) > 1800;
    },
    { parts: 2, values: 5 },
  );
  expect(runs).toBe(7);
  expect(Number(found.interaction?.hangup)).toBeGreaterThan(1800);
});
