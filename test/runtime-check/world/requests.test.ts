import { describe, expect, it } from 'vitest';
import type { ScenarioWorld } from '../../../src/runtime-check/scenario/types.js';
import { setting } from './setting.js';

const sales = { groups: ['Sales'] } as const;

describe('waiting for a target', () => {
  it('finds whoever is ready, in the order in which targets and agents are listed', () => {
    const s = setting({
      agents: [
        { id: 'bob', ...sales, ready: true },
        { id: 'anna', ...sales, ready: true },
      ],
    });
    s.submit('r1', 'anna@.A, Sales@.GA');
    s.host.pass(0);
    expect(s.log).toEqual(['0 r1 -> anna']);
    expect(s.host.assumed).toEqual(['any-order']);
    // There is no choice with one agent, whatever he is reached by.
    const alone = setting({ agents: [{ id: 'anna', ...sales, ready: true }] });
    alone.submit('r1', 'anna@.A, Sales@.GA');
    alone.host.pass(0);
    expect(alone.host.assumed).toEqual([]);
  });

  it('waits until an agent becomes ready, to the millisecond', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: [{ at: 14.9, value: true }] }] });
    s.submit('r1', 'Sales@.GA', { timeout: 15 });
    s.host.pass(60);
    expect(s.log).toEqual(['14.9 r1 -> anna']);
  });

  it('times out, and an agent in the very moment of the timeout still wins', () => {
    const late = setting({ agents: [{ id: 'anna', ...sales, ready: [{ at: 15.1, value: true }] }] });
    late.submit('r1', 'Sales@.GA', { timeout: 15 });
    late.host.pass(60);
    expect(late.log).toEqual(['15 r1 timeout']);
    const just = setting({ agents: [{ id: 'anna', ...sales, ready: [{ at: 15, value: true }] }] });
    just.submit('r1', 'Sales@.GA', { timeout: 15 });
    just.host.pass(60);
    expect(just.log).toEqual(['15 r1 -> anna']);
  });

  it('keeps the targets after a timeout when they are not cleared', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: [{ at: 40, value: true }] }] });
    s.submit('r1', 'Sales@.GA', { timeout: 15, clearOnTimeout: false });
    s.host.pass(60);
    expect(s.log).toEqual(['15 r1 timeout', '40 r1 -> anna']);
    expect(s.world.requests.records).toEqual([
      { queue: 'VQ', request: 'r1', interaction: 'ixn0001', from: 0, to: 40_000, exit: 'routed' },
    ]);
  });

  it('looks once with a timeout of 0', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: true }] });
    s.submit('r1', 'Support@.GA', { timeout: 0 });
    s.submit('r2', 'Sales@.GA', { timeout: 0 });
    s.host.pass(0);
    expect(s.log.sort()).toEqual(['0 r1 timeout', '0 r2 -> anna']);
  });

  it('gives an agent one interaction until the scenario makes it ready again', () => {
    const ready = [
      { at: 0, value: true },
      { at: 30, value: false },
      { at: 50, value: true },
    ];
    const s = setting({ agents: [{ id: 'anna', ...sales, ready }] });
    s.submit('r1', 'Sales@.GA');
    s.submit('r2', 'Sales@.GA');
    s.host.pass(100);
    expect(s.log).toEqual(['0 r1 -> anna', '50 r2 -> anna']);
  });

  it('serves the higher priority first, then who waits longer', () => {
    const s = setting({
      agents: [
        { id: 'anna', ...sales, ready: [{ at: 10, value: true }] },
        { id: 'bob', ...sales, ready: [{ at: 20, value: true }] },
      ],
    });
    s.submit('old', 'Sales@.GA');
    s.host.pass(1);
    s.submit('urgent', 'Sales@.GA', { priority: 5 });
    expect(s.world.requests.state('old')).toEqual({ priority: 0, position: 2, waited: 1 });
    s.host.pass(60);
    expect(s.log).toEqual(['10 urgent -> anna', '20 old -> bob']);
  });

  it('lets a competitor win, and a growing priority overtake it', () => {
    const world: ScenarioWorld = {
      agents: [{ id: 'anna', ...sales, ready: [{ at: 20, value: true }] }],
      calls: [{ queue: 'VQ', targets: 'Sales@.GA', priority: 3 }],
    };
    const plain = setting(world);
    plain.submit('r1', 'Sales@.GA', { timeout: 30 });
    expect(plain.world.requests.figures('VQ').waiting).toBe(2);
    plain.host.pass(60);
    expect(plain.log).toEqual(['30 r1 timeout']);
    const growing = setting(world);
    growing.world.requests.tune('ixn0001', { growth: { by: 2, every: 5, from: 0 }, highest: 6 });
    growing.submit('r1', 'Sales@.GA', { timeout: 30 });
    growing.host.pass(60);
    expect(growing.log).toEqual(['20 r1 -> anna']);
  });

  it('cancels, and takes the other requests of a delivered interaction out of their queues', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: [{ at: 5, value: true }] }] });
    s.submit('r1', 'Sales@.GA', { queue: 'A' });
    s.submit('r2', 'Support@.GA', { queue: 'B' });
    s.submit('r3', 'Sales@.GA', { queue: 'C' });
    expect(s.world.requests.end('r3', 'cleared')).toBe(true);
    expect(s.world.requests.end('r3', 'cleared')).toBe(false);
    s.host.pass(6);
    s.world.deliver('ixn0001', { by: 'submit', target: 'anna', aliases: [] }, '7001');
    expect(s.log).toEqual(['5 r1 -> anna']);
    expect(s.world.requests.records.map(({ queue, exit }) => `${queue} ${exit}`)).toEqual([
      'C cleared',
      'A routed',
      'B cleared',
    ]);
  });

  it('records an abandoned call when the caller hangs up while waiting', () => {
    const s = setting({}, { interaction: { hangup: 12 } });
    s.submit('r1', 'Sales@.GA');
    s.host.pass(60);
    expect(s.world.interactions.all[0]?.state).toBe('abandoned');
    expect(s.world.requests.records).toEqual([
      { queue: 'VQ', request: 'r1', interaction: 'ixn0001', from: 0, to: 12_000, exit: 'abandoned' },
    ]);
  });
});

describe('choosing a target', () => {
  const two: ScenarioWorld = {
    agents: [
      { id: 'anna', ...sales, skills: { English: 7 }, ready: [{ at: 20, value: true }] },
      { id: 'bob', ...sales, skills: { English: 4, Loans: 1 }, ready: true },
    ],
    statistics: { anna: { StatLoad: 2 }, bob: { StatLoad: 5 } },
  };

  it('orders by statistic, from the scenario or counted', () => {
    for (const [order, statistic, wanted] of [
      ['max', 'StatLoad', 'bob'],
      ['min', 'StatLoad', 'anna'],
      ['max', 'StatTimeInReadyState', 'bob'],
      ['min', 'StatTimeInReadyState', 'anna'],
    ] as const) {
      const s = setting(two);
      s.host.pass(30);
      s.submit('r1', 'Sales@.GA', { order, statistic });
      s.host.pass(0);
      expect(s.log).toEqual([`30 r1 -> ${wanted}`]);
    }
  });

  it('draws by weight among the targets that are ready', () => {
    const routes = '[60]8001@S.Q, [40]8002@S.Q';
    for (const [draw, wanted] of [
      [0, '8001'],
      [0.599, '8001'],
      [0.6, '8002'],
      [0.999, '8002'],
    ] as const) {
      const s = setting({}, {}, [draw]);
      s.submit('r1', routes, { order: 'percentage' });
      s.host.pass(0);
      expect(s.log).toEqual([`0 r1 -> ${wanted}`]);
    }
    const closed = setting({ targets: [{ name: '8001', type: 'Q', ready: false }] }, {}, [0]);
    closed.submit('r1', routes, { order: 'percentage' });
    closed.host.pass(0);
    expect(closed.log).toEqual(['0 r1 -> 8002']);
  });

  it('distributes 1,000 calls by their weights', () => {
    const counts: Record<string, number> = {};
    const s = setting(
      {},
      {},
      Array.from({ length: 1000 }, (_, index) => index / 1000),
    );
    for (let i = 0; i < 1000; i++) {
      s.submit(`r${String(i)}`, '[70]A@S.RP, [20]B@S.RP, [10]C@S.RP', {
        order: 'percentage',
        selected: ({ resource }) => (counts[resource.id] = (counts[resource.id] ?? 0) + 1),
      });
    }
    s.host.pass(0);
    expect(counts).toEqual({ A: 700, B: 200, C: 100 });
  });

  it('tests skills, inside a group or among all', () => {
    const s = setting(two);
    s.submit('r1', '?:English > 5@.GA');
    s.submit('r2', '?Support:English > 0@.GA', { timeout: 5 });
    s.submit('r3', '?Sales:English > 5 | Loans > 0@.GA');
    s.host.pass(60);
    expect(s.log).toEqual(['0 r3 -> bob', '5 r2 timeout', '20 r1 -> anna']);
  });

  it('holds a target back by its threshold until statistics or time fulfil it', () => {
    const s = setting({
      agents: [
        { id: 'anna', ...sales, ready: true },
        { id: 'bob', groups: ['Other'], ready: true },
      ],
      statistics: {
        VQ_Over: {
          CallsWaiting: [
            { at: 0, value: 12 },
            { at: 8, value: 3 },
          ],
        },
      },
    });
    s.submit('r1', '{sdata[VQ_Over@.Q, CallsWaiting] < 10}Sales@.GA');
    s.submit('r2', '{callage[] > 24}Other@.GA');
    s.host.pass(60);
    expect(s.log).toEqual(['8 r1 -> anna', '25 r2 -> bob']);
  });

  it('looks at a threshold again when a request changes its place', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: true }] });
    s.submit('before', 'Nobody@.GA', { priority: 2, interaction: 'third' });
    s.submit('r1', '{PositionInQueue < 2}Sales@.GA');
    s.submit('r2', '{PositionInQueue < 2}Sales@.GA', { interaction: 'other' });
    s.host.pass(10);
    s.world.requests.setPriority('r2', 5);
    s.host.pass(10);
    for (const resource of s.world.staff.resources) s.world.staff.release(resource);
    s.world.requests.tune('ixn0001', { lowest: 7 });
    s.host.pass(10);
    expect(s.log).toEqual(['10 r2 -> anna', '20 r1 -> anna']);
  });

  it('counts a statistic that nobody knows as 0 in sdata, and says so', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: true }] });
    s.submit('r1', '{sdata[Slaes@.GA, StatAgentsTotal] < 1}Sales@.GA', { timeout: 1 });
    s.host.pass(5);
    expect(s.log).toEqual(['0 r1 -> anna']);
    expect(s.host.assumed).toEqual(['unknown-statistic']);
  });

  it('does not meet a threshold that cannot be read or simulated, and says so', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: true }] });
    s.submit('r1', '{run[Sub,a,b] > "0"}Sales@.GA', { timeout: 1 });
    s.submit('r2', '{1 +}Sales@.GA', { timeout: 1 });
    s.host.pass(5);
    expect(s.log).toEqual(['1 r1 timeout', '1 r2 timeout']);
    expect(s.host.assumed).toContain('unknown-function');
    expect(s.host.assumed).toContain('unreadable-condition');
  });

  it('takes queues, routing points and labels as open unless the scenario says otherwise', () => {
    const s = setting({ targets: [{ name: 'Closed', ready: [{ at: 9, value: true }] }] });
    s.submit('r1', 'Label@.DL');
    s.submit('r2', 'Closed@.Q');
    s.host.pass(10);
    expect(s.log).toEqual(['0 r1 -> Label', '9 r2 -> Closed']);
    expect(s.host.assumed).toContain('undescribed-target');
  });

  it('takes no group of agents as open, one of a campaign as little as another', () => {
    for (const type of ['GA', 'GP', 'GC']) {
      const s = setting({});
      s.submit('r1', `Winter@.${type}`, { timeout: 1 });
      s.host.pass(5);
      expect(s.log, type).toEqual(['1 r1 timeout']);
    }
  });

  it('leaves out excluded agents and asks for no state when it is told so', () => {
    const s = setting({
      agents: [
        { id: 'anna', ...sales, ready: true },
        { id: 'bob', ...sales },
        { id: 'off', ...sales, loggedIn: false },
      ],
    });
    expect(s.world.requests.exclude(['anna'])).toEqual([]);
    expect(s.world.requests.exclude(['anna'])).toEqual(['anna']);
    s.world.requests.checkState(false);
    s.submit('r1', 'off@.A, Sales@.GA');
    s.host.pass(0);
    expect(s.log).toEqual(['0 r1 -> bob']);
  });

  it('takes every target of the page when the scenario wants that', () => {
    const s = setting({ allTargetsReady: true });
    s.submit('r1', '{1 > 2}?:English > 90@.GA');
    s.host.pass(0);
    expect(s.log).toEqual(['0 r1 -> ?:English > 90@.GA']);
  });
});
