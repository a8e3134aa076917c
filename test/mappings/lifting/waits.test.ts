// Timers that are given less than no time: the call goes on at once, where an event that is never sent would have held it for ever.
import { describe, expect, test } from 'vitest';
import { attach, convert, pageOf, property, run, type BlockText, type StrategyText } from './run-strategy.js';

const entry: BlockText = { id: '1', type: 'Entry', links: ['green 2'] };
const end: BlockText = { id: '9', type: 'Default' };
const world = `world: { defaultDestination: '5550199' }`;

const ends = async (strategy: StrategyText): Promise<unknown> => {
  const { end: how, steps, faults } = await run(pageOf(convert([strategy])), world);
  const { at } = JSON.parse(steps.at(-1) ?? '{}') as { readonly at?: number };
  return { how, at, faults };
};

describe('a wait of less than 0 seconds is over at once', () => {
  test.each([
    ["SuspendForEvent[StrLen[UData['k']] - 3,'user','y']", 0],
    ["SuspendForEvent[StrLen[UData['k']] + 3,'user','y']", 3],
    ["Delay[StrLen[UData['k']] - 2]", 0],
    ["Delay[UData['k']]", 0],
    ['Delay[-2]', 0],
    ['Delay[2]', 2],
  ])('%s takes %d s', async (text, at) => {
    expect(await ends({ blocks: [entry, attach('2', 'Seen', text, '9'), end] })).toEqual({
      how: 'defaulted',
      at,
      faults: [],
    });
  });

  test('a Pause whose duration is computed', async () => {
    const pause: BlockText = {
      id: '2',
      type: 'Pause',
      inside: property('Duration', "StrLen[UData['k']] - 3"),
      links: ['green 9'],
    };
    expect(await ends({ blocks: [entry, pause, end] })).toEqual({ how: 'defaulted', at: 0, faults: [] });
  });
});
