// Corners that the search for scenarios led into, where the run of the strategy was wrong, or the page: both do the same there, and what that is.
import { describe, expect, it, test } from 'vitest';
import { firstDifference } from '../../../src/equivalence/compare/first-difference.js';
import { isSameValue } from '../../../src/equivalence/compare/same-value.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { drawn, runBoth, sameSteps, type Drawn } from './both-sides.js';
import { runDrawn, stepsOf } from './drawn-strategy.js';

const selection = (name: string, queue: string, more: Drawn['properties'] = {}): Drawn => ({
  type: 'Selection',
  name,
  properties: { 'Virtual Queue Alias': queue, Timeout: '10', 'Clear Target': 'false', ...more },
  tables: { Targets: [{ Type: 'Agent Group', Name: 'Sales', 'Stat Server': 'Stat' }] },
});
const attach = (value: string, name = 'Note'): Drawn => ({
  type: 'Attach',
  name,
  properties: { Key: 'Note', Value: value },
});
const difference = async (blocks: readonly Drawn[], given: Omit<Scenario, 'scenario' | 'name'>) => {
  const { source, page } = await runBoth(drawn(blocks), given);
  return { source, page, difference: firstDifference(source, page) };
};

describe('a statistic that is subscribed already', () => {
  const waiting = attach("SData['Sales@Stat.GA', CallsWaiting]");
  const statistics = { 'Sales@Stat.GA': { CallsWaiting: 3 } };
  const refused = (error: string): NonNullable<Scenario['answers']> => ({
    failures: [{ action: 'statistic:subscribe', error }],
  });

  test.each([
    ['Subscription Already Active', '3'],
    ['Request Invalid', undefined],
  ])('by "%s" has the value %s', async (error, value) => {
    const given = { world: { statistics }, answers: refused(error) };
    const { source, difference: differs } = await difference([waiting], given);
    expect(differs).toBeUndefined();
    expect(source.udata['Note']).toBe(value);
  });
});

describe('an e-mail that is presented', () => {
  const given = (present: number, happenings: Scenario['happenings'] = []): Partial<Scenario> => ({
    interaction: { media: 'email', present },
    happenings,
  });
  const blocks = [selection('Wait', 'VQ', { 'Clear Target': 'true' })];

  test.each([0, 1])('for the first time after %i s goes on waiting', async (present) => {
    const { source, difference: differs } = await difference(blocks, given(present));
    expect(differs).toBeUndefined();
    expect(source.queues).toMatchObject([{ entered: 0, left: 10 }]);
  });
  it('once more begins its wait again', async () => {
    const { source, difference: differs } = await difference(blocks, given(1, [{ at: 4, present: true }]));
    expect(differs).toBeUndefined();
    expect(source.queues).toMatchObject([
      { entered: 0, left: 4 },
      { entered: 4, left: 14 },
    ]);
  });
});

test('targets that were kept wait no longer than the strategy of a chat', async () => {
  const { source, difference: differs } = await difference(
    [{ ...selection('Wait', 'VQ'), to: { red: 'End' } }],
    {
      interaction: { media: 'chat' },
    },
  );
  expect(differs).toBeUndefined();
  expect(source.end).toBe('ended');
  expect(source.queues).toMatchObject([{ entered: 0, left: 10, exit: 'cleared' }]);
});

test('a block whose green port is missing ends the strategy when it has routed the call', () => {
  const run = runDrawn({
    blocks: {
      Away: {
        type: 'Force Routing',
        tables: { Targets: [{ Type: 'Destination Label', Name: '7300' }] },
        to: { red: 'Note' },
      },
      Note: {
        type: 'Attach',
        properties: { Key: 'Note', Value: "'failed'" },
        to: { green: 'End', red: 'End' },
      },
    },
  });
  expect(stepsOf(run, 'target')).toEqual(['0 routed target=7300']);
});

test('zero has no sign', () => {
  expect(isSameValue({ number: -0 }, { number: 0 })).toBe(true);
  expect(isSameValue({ number: NaN }, { number: NaN })).toBe(true);
  expect(isSameValue({ number: 0 }, { number: '0' })).toBe(false);
});

describe('taking and giving interactions by function', () => {
  const known = { interaction: { id: 'own1' } };
  test.each([
    ["DetachIxn[UData['Other']]", {}],
    ["DetachIxn[UData['Other']]", { Other: '0' }],
    ["AttachIxn[UData['Other']]", { Other: '0' }],
    ["AttachIxn['0']", {}],
    ['DetachIxn[]', {}],
  ])('%s names the own one with %j', async (call, udata) => {
    const blocks: readonly Drawn[] = [{ type: 'Function', name: 'Ask', properties: { Function: call } }];
    const element = call.startsWith('Detach') ? 'ixn:detach' : 'ixn:attach';
    const interaction = { ...known.interaction, udata };
    expect(await sameSteps(drawn(blocks), { interaction })).toContainEqual([
      'action',
      { element, interactionid: 'own1' },
    ]);
  });
});

describe('a priority that grows', () => {
  const grow: Drawn = {
    type: 'Multi Function',
    name: 'Grow',
    tables: { Functions: [{ Function: 'Priority[10]' }, { Function: 'IncrementPriority[2, 5]' }] },
  };
  const pause: Drawn = { type: 'Pause', name: 'Pause', properties: { Duration: '10' } };
  const read = attach('GetPriority[]');

  it('is read with what it has grown by, where nothing waits', async () => {
    const wait = {
      ...selection('Wait', 'VQ', { 'Clear Target': 'true', Timeout: '4' }),
      to: { red: 'Pause' },
    };
    const blocks = [grow, wait, pause, read];
    const steps = await sameSteps(drawn(blocks));
    expect(steps).toContainEqual(['udata', { set: { Note: '14' } }]);
  });
  it('begins to grow with a wait that is refused', async () => {
    const wait = { ...selection('Wait', 'VQ', { Timeout: '4' }), to: { red: 'Pause' } };
    const blocks = [grow, wait, pause, read];
    const answers: Scenario['answers'] = { failures: [{ action: 'queue:submit' }] };
    const steps = await sameSteps(drawn(blocks), {
      answers,
    });
    expect(steps).toContainEqual(['udata', { set: { Note: '14' } }]);
  });
});
