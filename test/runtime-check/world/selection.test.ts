// Whom a request gets: statistics with ties and gaps, loads, thresholds on queues, several requests of one interaction, requests that change.
import { describe, expect, it, test } from 'vitest';
import type { ScenarioWorld } from '../../../src/runtime-check/scenario/types.js';
import { targetsOfList } from '../../../src/runtime-check/world/list-targets.js';
import { parseTargets, type WantedTarget } from '../../../src/runtime-check/world/target-string.js';
import { setting } from './setting.js';

const sales = { groups: ['Sales'] } as const;
const targets = (text: string): readonly WantedTarget[] => {
  const read = parseTargets(text);
  if (!read.ok) throw new Error(read.message);
  return read.targets;
};

describe('order by statistic', () => {
  const world = (statistics: ScenarioWorld['statistics']): ScenarioWorld => ({
    agents: ['a', 'b', 'c'].map((id) => ({ id, ...sales, ready: true })),
    ...(statistics === undefined ? {} : { statistics }),
  });

  test.each<[string, 'min' | 'max', Record<string, number>, string, string?]>([
    ['the highest', 'max', { a: 1, b: 3, c: 2 }, 'b'],
    ['the lowest', 'min', { a: 2, b: 3, c: 1 }, 'c'],
    ['the first of equals', 'max', { a: 1, b: 3, c: 3 }, 'b', 'equal-statistics'],
    ['the first of equals', 'min', { a: 1, b: 1, c: 1 }, 'a', 'equal-statistics'],
    ['who has a value before who has none', 'min', { b: 5, c: 9 }, 'b', 'missing-statistic'],
    ['who has a value before who has none', 'max', { c: -5 }, 'c', 'missing-statistic'],
    ['negative values', 'max', { a: -3, b: -1, c: -2 }, 'b'],
    ['the first when nobody has a value', 'max', {}, 'a', 'unknown-statistic'],
  ])('%s: %s of %j is %s', (_name, order, values, wanted, assumed) => {
    const s = setting(
      world(Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { Load: value }]))),
    );
    s.submit('r1', 'Sales@.GA', { order, statistic: 'Load' });
    s.host.pass(0);
    expect(s.log).toEqual([`0 r1 -> ${wanted}`]);
    if (assumed === undefined) expect(s.host.assumed).not.toContain('equal-statistics');
    else expect(s.host.assumed).toContain(assumed);
  });

  it('compares targets by their own statistic when their members have none', () => {
    const s = setting({
      queues: [
        { name: '8001', type: 'Q', calls: 9 },
        { name: '8002', type: 'Q', calls: [{ at: 0, value: 4 }] },
        { name: '8003', type: 'RP', calls: 7 },
      ],
    });
    s.submit('r1', '8001@.Q, 8002@.Q, 8003@.RP', { order: 'min', statistic: 'StatCallsInQueue' });
    s.host.pass(0);
    expect(s.log).toEqual(['0 r1 -> 8002']);
  });
});

describe('agent loading', () => {
  const loaded: ScenarioWorld = {
    agents: [
      { id: 'long', ...sales, ready: true, media: { email: 1 } },
      { id: 'roomy', ...sales, ready: [{ at: 8, value: true }], media: { email: 3 } },
      { id: 'late', ...sales, ready: [{ at: 9, value: true }], media: { email: 3 } },
    ],
  };

  test.each(['max', 'min'] as const)(
    '%s compares free capacity first, then time in the ready state',
    (order) => {
      const s = setting(loaded);
      s.host.pass(20);
      s.submit('r1', 'Sales@.GA', {
        order,
        statistic: 'StatAgentLoading',
        demand: { medium: 'email', router: '' },
      });
      s.host.pass(0);
      expect(s.log).toEqual([`20 r1 -> ${order === 'max' ? 'roomy' : 'long'}`]);
    },
  );

  test.each([
    [0, 'a'],
    [0.4, 'b'],
    [0.99, 'c'],
  ])('draws among equals: %s gives %s', (draw, wanted) => {
    const s = setting({ agents: ['a', 'b', 'c'].map((id) => ({ id, ...sales, ready: true })) }, {}, [draw]);
    s.submit('r1', 'Sales@.GA', { order: 'max', statistic: 'StatAgentLoading' });
    s.host.pass(0);
    expect(s.log).toEqual([`0 r1 -> ${wanted}`]);
  });

  it('is what the scenario says when it says it', () => {
    const s = setting({
      agents: ['a', 'b'].map((id) => ({ id, ...sales, ready: true })),
      statistics: { a: { StatAgentLoading: 1 }, b: { StatAgentLoading: 2 } },
    });
    s.submit('r1', 'Sales@.GA', { order: 'max', statistic: 'StatAgentLoading' });
    s.host.pass(0);
    expect(s.log).toEqual(['0 r1 -> b']);
  });

  it('takes no draw when one candidate is left', () => {
    const s = setting({ agents: [{ id: 'a', ...sales, ready: true }] }, {}, [0.99]);
    s.submit('r1', 'Sales@.GA, a@.A', { order: 'max', statistic: 'StatAgentLoading' });
    s.host.pass(0);
    expect(s.host.random()).toBe(0.99);
  });
});

describe('equal priorities', () => {
  const late: ScenarioWorld = { agents: [{ id: 'anna', ...sales, ready: [{ at: 60, value: true }] }] };

  it('go by the age of the interaction, as it came or as the page sets it', () => {
    const s = setting(late);
    s.submit('first', 'Sales@.GA', { interaction: 'young' });
    s.host.pass(5);
    s.world.requests.tune('old', { useAge: true, born: -100_000 });
    s.submit('second', 'Sales@.GA', { interaction: 'old' });
    expect(s.world.requests.state('second')?.position).toBe(1);
    s.host.pass(100);
    expect(s.log).toEqual(['60 second -> anna']);
  });

  it('go by the part of the service objective that has passed', () => {
    const s = setting(late);
    s.world.requests.tune('slow', { objective: 120 });
    s.world.requests.tune('fast', { objective: 20 });
    s.submit('r1', 'Sales@.GA', { interaction: 'slow' });
    s.host.pass(30);
    s.submit('r2', 'Sales@.GA', { interaction: 'fast' });
    expect([s.world.requests.state('r1')?.position, s.world.requests.state('r2')?.position]).toEqual([1, 2]);
    s.host.pass(10);
    expect([s.world.requests.state('r1')?.position, s.world.requests.state('r2')?.position]).toEqual([2, 1]);
    s.host.pass(100);
    expect(s.log).toEqual(['60 r2 -> anna']);
  });
});

describe('priority that grows', () => {
  it('begins when it is asked for, and stays within its limits', () => {
    const s = setting({});
    s.submit('r1', 'Sales@.GA', { priority: 3 });
    s.host.pass(10);
    s.world.requests.tune('ixn0001', { growth: { by: 2, every: 5, from: 10_000 }, lowest: 4, highest: 8 });
    const priorities = [0, 5, 5, 5, 100].map((seconds) => {
      s.host.pass(seconds);
      return s.world.requests.state('r1')?.priority;
    });
    expect(priorities).toEqual([4, 5, 7, 8, 8]);
  });

  it('does not grow in steps of no time', () => {
    const s = setting({});
    s.world.requests.tune('ixn0001', { growth: { by: 2, every: 0, from: 0 } });
    s.submit('r1', 'Sales@.GA', { priority: 3 });
    s.host.pass(50);
    expect(s.world.requests.state('r1')?.priority).toBe(3);
  });
});

describe('several requests of one interaction', () => {
  it('are served each, until the interaction is delivered', () => {
    const s = setting({
      agents: [
        { id: 'anna', ...sales, ready: [{ at: 5, value: true }] },
        { id: 'bob', groups: ['Other'], ready: [{ at: 7, value: true }] },
        { id: 'carl', groups: ['Third'], ready: [{ at: 9, value: true }] },
      ],
    });
    s.submit('r1', 'Sales@.GA', { queue: 'A' });
    s.submit('r2', 'Other@.GA', { queue: 'B' });
    s.submit('r3', 'Third@.GA', { queue: 'C' });
    s.host.pass(8);
    s.world.deliver('ixn0001', { by: 'redirect', target: 'anna', aliases: [] }, 'anna');
    s.host.pass(60);
    expect(s.log).toEqual(['5 r1 -> anna', '7 r2 -> bob']);
    expect(s.world.requests.records.map(({ queue, exit, to }) => [queue, exit, to])).toEqual([
      ['A', 'routed', 5000],
      ['B', 'routed', 7000],
      ['C', 'cleared', 8000],
    ]);
    // Bob was selected in vain: he is free again.
    const bob = s.world.staff.resources.find(({ id }) => id === 'bob');
    expect(bob !== undefined && s.world.staff.isReady(bob, s.world.at())).toBe(true);
  });

  it('are found by interaction and queue', () => {
    const s = setting({});
    s.submit('r1', 'Sales@.GA', { queue: 'A' });
    s.submit('r2', 'Sales@.GA', { queue: 'B' });
    s.submit('r3', 'Sales@.GA', { queue: 'A', interaction: 'other' });
    expect(s.world.requests.waitingFor('ixn0001')).toEqual(['r1', 'r2']);
    expect(s.world.requests.waitingFor('ixn0001', 'A')).toEqual(['r1']);
    expect(s.world.requests.entries().map(({ queue, request }) => `${queue} ${request}`)).toEqual([
      'A r1',
      'B r2',
      'A r3',
    ]);
  });
});

describe('a request that changes while it waits', () => {
  const world: ScenarioWorld = {
    agents: [{ id: 'bob', groups: ['Other'], ready: true }],
  };

  it('gets further targets', () => {
    const s = setting(world);
    s.submit('r1', 'Sales@.GA');
    s.host.pass(10);
    expect(s.world.requests.widen('r1', targets('Other@.GA'))).toBe(true);
    s.host.pass(0);
    expect(s.log).toEqual(['10 r1 -> bob']);
    expect(s.world.requests.widen('r1', targets('Other@.GA'))).toBe(false);
    expect(s.world.requests.setPriority('r1', 2)).toBe(false);
  });

  it('gets a threshold with them, which is looked at from then on', () => {
    const s = setting(world);
    s.submit('r1', 'Sales@.GA');
    s.host.pass(1);
    s.world.requests.widen('r1', targets('{callage[] > 4}Other@.GA'));
    s.host.pass(10);
    expect(s.log).toEqual(['5 r1 -> bob']);
  });

  it('is found by agents who are let in again', () => {
    const s = setting(world);
    s.world.requests.exclude(['bob']);
    s.submit('r1', 'Other@.GA');
    s.host.pass(5);
    s.world.requests.exclude([]);
    s.host.pass(0);
    expect(s.log).toEqual(['5 r1 -> bob']);
  });
});

describe('thresholds', () => {
  it('on the length of a queue are met when others leave it', () => {
    const s = setting({
      agents: [{ id: 'bob', groups: ['Other'], ready: true }],
      calls: [
        { queue: 'VQ_Over', targets: 'Nobody@.GA', until: 6 },
        { queue: 'VQ_Over', targets: 'Nobody@.GA', until: 11 },
      ],
    });
    s.submit('r1', '{sdata[VQ_Over@.Q, CallsWaiting] < 2}Other@.GA');
    s.host.pass(20);
    expect(s.log).toEqual(['6 r1 -> bob']);
  });

  it('look up options and List objects, each with its default', () => {
    const met = (threshold: string): boolean => {
      const s = setting({
        agents: [{ id: 'bob', groups: ['Other'], ready: true }],
        options: { most: '5' },
        lists: { Limits: { Sales: { most: '7' } } },
      });
      s.submit('r1', `{${threshold}}Other@.GA`, { timeout: 0 });
      s.host.pass(0);
      return s.log[0] === '0 r1 -> bob';
    };
    expect(met('acfgdata[URS, default, most, 1] = 5')).toBe(true);
    expect(met('acfgdata[URS, default, least, 1] = 1')).toBe(true);
    expect(met('lcfgdata[Limits, Sales, most, 1] = 7')).toBe(true);
    expect(met('lcfgdata(Limits, Support, most, 1) = 1')).toBe(true);
    expect(met('lcfgdata[toString, Sales, most, 1] = 1')).toBe(true);
  });
});

describe('figures of a virtual queue', () => {
  it('count what entered and left, and how long it waited', () => {
    const s = setting(
      {
        agents: [{ id: 'anna', ...sales, ready: [{ at: 30, value: true }] }],
        queues: [{ name: 'VQ', calls: [{ at: 40, value: 6 }], expectedWait: 90 }],
      },
      { interaction: { hangup: 50 } },
    );
    s.submit('r1', 'Sales@.GA');
    s.submit('r2', 'Other@.GA', { timeout: 10 });
    s.submit('r3', 'Other@.GA');
    s.host.pass(45);
    const value = (statistic: string): number | undefined =>
      s.world.statistics.value('VQ@.Q', statistic, s.world.at());
    expect(
      [
        'CallsWaiting',
        'CallsEntered',
        'CallsDistributed',
        'DistributedPercentage',
        'DistributedWaitingTime',
      ].map(value),
    ).toEqual([7, 9, 1, 33, 30]);
    expect(value('NotDistributedWaitingTime')).toBe(10);
    expect(value('ExpectedWaitTime')).toBe(90);
    s.host.pass(20);
    expect(s.world.requests.figures('VQ')).toEqual({
      entered: 3,
      waiting: 0,
      routed: 1,
      routedWait: 30_000,
      lost: 2,
      lostWait: 60_000,
    });
    expect(s.world.statistics.value('Other_VQ', 'DistributedPercentage', 0)).toBe(0);
    expect(s.world.statistics.value('Other_VQ', 'ExpectedWaitTime', 0)).toBeUndefined();
  });
});

describe('expected wait', () => {
  it('is the average of those who were routed, where the scenario gives none', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: [{ at: 8, value: true }], handling: 4 }] });
    const expected = (): number | undefined =>
      s.world.statistics.value('VQ@.Q', 'StatExpectedWaitingTime', s.world.at());
    expect(expected()).toBeUndefined();
    s.submit('r1', 'Sales@.GA');
    s.host.pass(10);
    expect(expected()).toBe(8);
    s.world.deliver('ixn0001', { by: 'submit', target: 'anna', aliases: [] }, 'anna');
    s.submit('r2', 'Sales@.GA', { interaction: 'other' });
    s.host.pass(10);
    // 8 seconds, and 4 for the second.
    expect(expected()).toBe(6);
    expect(s.host.assumed).toContain('expected-wait');
  });
});

describe('List objects', () => {
  it('stand for the targets that items or values name', () => {
    const lists = {
      Mixed: { 'Sales@S.GA': {}, second: { target: '[20]8001@.Q, 8002@.RP', note: 'no target' } },
      Words: { one: { text: 'nothing' } },
    };
    expect(targetsOfList('Mixed', lists)?.map(({ text }) => text)).toEqual([
      'Sales@S.GA',
      '8001@.Q',
      '8002@.RP',
    ]);
    expect(targetsOfList('Words', lists)).toBeUndefined();
    expect(targetsOfList('toString', lists)).toBeUndefined();
  });
});
