// Force Routing while targets of an earlier Selection still wait: they stay until they are cleared or the strategy ends, so a redirect that is under way, or
// that fails, has not cleared them.
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { runDrawn } from './drawn-strategy.js';

const run = (answers: NonNullable<Scenario['answers']>, more: Partial<Scenario> = {}) =>
  runDrawn(
    {
      blocks: {
        Wait: {
          type: 'Selection',
          properties: { 'Virtual Queue Alias': 'VQ', Timeout: '20', 'Clear Target': 'false' },
          tables: { Targets: [{ Type: 'Agent Group', Name: 'Sales', 'Stat Server': 'Stat' }] },
          to: { green: 'End', red: 'Away' },
        },
        Away: {
          type: 'Force Routing',
          tables: { Targets: [{ Type: 'Destination Label', Name: '7300' }] },
          to: { green: 'End', red: 'Sorry' },
        },
        Sorry: { type: 'Pause', properties: { Duration: '30' }, to: { green: 'End', red: 'End' } },
      },
    },
    { answers, ...more },
  );

const seller = (from: number): Partial<Scenario> => ({
  world: { agents: [{ id: 'A1', groups: ['Sales'], ready: [{ at: from, value: true }] }] },
});

describe('kept targets and Force Routing', () => {
  it('are dropped when the call has arrived', () => {
    const { end, target, queues } = run({ deliveries: [{ to: '7300', lasts: 3 }] });
    expect({ end, target }).toEqual({ end: 'routed', target: '7300' });
    expect(queues).toMatchObject([{ entered: 0, left: 23, exit: 'cleared' }]);
  });
  it('are abandoned with the call that is lost on the way', () => {
    const { end, queues } = run(
      { deliveries: [{ to: '7300', lasts: 3 }] },
      { happenings: [{ at: 21, hangup: true }] },
    );
    expect(end).toBe('abandoned');
    expect(queues).toMatchObject([{ entered: 0, left: 21, exit: 'abandoned' }]);
  });
  it('may win after the redirect has failed', () => {
    const { end, target } = run({ deliveries: [{ to: '7300', error: 'remote' }] }, seller(30));
    expect({ end, target }).toEqual({ end: 'routed', target: 'A1' });
  });
});
