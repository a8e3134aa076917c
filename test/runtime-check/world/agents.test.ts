// Agents over time: states, media with capacity, skills that change, groups, and how long an agent keeps what he was given.
import { describe, expect, it, test } from 'vitest';
import { createStaff } from '../../../src/runtime-check/world/agents.js';
import { createGroups } from '../../../src/runtime-check/world/groups.js';
import { resourcesOf } from '../../../src/runtime-check/world/resources.js';
import type { ScenarioAgent } from '../../../src/runtime-check/scenario/workforce-types.js';
import type { AgentState } from '../../../src/runtime-check/world/agent-state.js';
import { setting } from './setting.js';

const sales = { groups: ['Sales'] } as const;
const email = { medium: 'email', router: '' };
const voice = { medium: 'voice', router: '' };

describe('states', () => {
  test.each<[AgentState, boolean, boolean]>([
    ['loggedOut', false, false],
    ['notReady', true, false],
    ['ready', true, true],
    ['busy', true, false],
    ['afterCallWork', true, false],
    ['doNotDisturb', true, false],
  ])('%s: logged in %s, takes calls %s', (state, loggedIn, ready) => {
    const staff = createStaff({ agents: [{ id: 'anna', state }] });
    const [anna] = staff.resources;
    if (anna === undefined) throw new Error('no agent');
    expect([staff.isLoggedIn(anna, 0), staff.isReady(anna, 0)]).toEqual([loggedIn, ready]);
  });

  it('change over time, and waiting requests notice it', () => {
    const s = setting({
      agents: [
        {
          id: 'anna',
          ...sales,
          state: [
            { at: 5, value: 'doNotDisturb' },
            { at: 12, value: 'ready' },
          ],
        },
      ],
    });
    s.submit('r1', 'Sales@.GA');
    s.host.pass(30);
    expect(s.log).toEqual(['12 r1 -> anna']);
  });

  it('of an agent who was never there, whatever else is said', () => {
    const staff = createStaff({
      agents: [{ id: 'anna', loggedIn: false, ready: true, media: { email: 2 } }],
    });
    const [anna] = staff.resources;
    if (anna === undefined) throw new Error('no agent');
    expect(staff.isLoggedIn(anna, 0, email)).toBe(false);
    expect(staff.isReady(anna, 0, email)).toBe(false);
  });
});

describe('media', () => {
  const blended: ScenarioAgent = { id: 'anna', ...sales, ready: true, media: { voice: 1, email: 3 } };

  it('each have their capacity, and do not take it from each other', () => {
    const s = setting({ agents: [blended] });
    for (const id of ['e1', 'e2', 'e3', 'e4']) s.submit(id, 'Sales@.GA', { demand: email });
    s.submit('v1', 'Sales@.GA', { demand: voice });
    s.submit('v2', 'Sales@.GA', { demand: voice });
    s.submit('c1', 'Sales@.GA', { demand: { medium: 'chat', router: '' } });
    s.host.pass(1);
    expect(s.log).toEqual(['0 e1 -> anna', '0 e2 -> anna', '0 e3 -> anna', '0 v1 -> anna']);
    expect(s.host.assumed).toContain('blended-media');
  });

  it('may have a state of their own: ready for e-mail, and for voice only later', () => {
    const s = setting({
      agents: [
        {
          id: 'anna',
          ...sales,
          ready: true,
          media: { voice: { ready: [{ at: 9, value: true }] }, email: { capacity: 1 } },
        },
      ],
    });
    s.submit('v1', 'Sales@.GA', { demand: voice });
    s.submit('e1', 'Sales@.GA', { demand: email });
    s.host.pass(20);
    expect(s.log).toEqual(['0 e1 -> anna', '9 v1 -> anna']);
  });

  it('fill an agent without media by one interaction of any of them', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: true }] });
    s.submit('e1', 'Sales@.GA', { demand: email });
    s.submit('v1', 'Sales@.GA', { demand: voice });
    s.host.pass(1);
    expect(s.log).toEqual(['0 e1 -> anna']);
  });

  it('of a queue decide what it takes', () => {
    const s = setting({ queues: [{ name: '8001', type: 'Q', media: ['voice'] }] });
    s.submit('e1', '8001@.Q', { demand: email, timeout: 3 });
    s.submit('v1', '8001@.Q', { demand: { medium: 'voip', router: '' } });
    s.host.pass(5);
    expect(s.log).toEqual(['0 v1 -> 8001', '3 e1 timeout']);
  });
});

describe('what an agent was given', () => {
  const agent = { id: 'anna', ...sales, dn: '7001', ready: true } as const;

  it('lasts as long as the scenario says, after-call work included', () => {
    const s = setting({
      agents: [{ ...agent, handling: 20, afterCall: 5 }],
      calls: [{ queue: 'VQ', targets: 'Sales@.GA', priority: 9 }],
    });
    s.submit('r1', 'Sales@.GA');
    s.host.pass(60);
    expect(s.log).toEqual(['25 r1 -> anna']);
    expect(s.world.statistics.value('anna@.A', 'StatTimeInReadyState', 30_000)).toBe(0);
  });

  it('takes the handling time of the world, unless the agent has one', () => {
    const s = setting({
      agents: [agent, { ...agent, id: 'bob', dn: '7002', handling: 7 }],
      handling: 30,
      calls: [{ targets: 'anna@.A' }, { targets: 'bob@.A' }],
    });
    s.submit('r1', 'anna@.A');
    s.submit('r2', 'bob@.A');
    s.host.pass(60);
    expect(s.log).toEqual(['7 r2 -> bob', '30 r1 -> anna']);
  });

  it('ends with the caller, then comes the work after it', () => {
    const s = setting(
      { agents: [{ ...agent, handling: 600, afterCall: 10 }] },
      { interaction: { hangup: 15 } },
    );
    s.submit('r1', 'Sales@.GA');
    s.host.pass(1);
    s.world.deliver('ixn0001', { by: 'submit', target: 'anna', aliases: [] }, '7001');
    s.submit('r2', 'Sales@.GA', { interaction: 'other' });
    s.host.pass(60);
    expect(s.log).toEqual(['0 r1 -> anna', '25 r2 -> anna']);
  });

  it('is given up when the interaction goes somewhere else, or ends', () => {
    const s = setting({ agents: [agent] });
    s.submit('r1', 'Sales@.GA');
    s.host.pass(1);
    s.world.deliver('ixn0001', { by: 'default', target: '9000', aliases: [] }, '9000');
    s.submit('r2', 'Sales@.GA', { interaction: 'other' });
    s.host.pass(1);
    const gone = setting({ agents: [agent] });
    gone.submit('r1', 'Sales@.GA');
    gone.host.pass(1);
    gone.world.end('ixn0001', 'terminated');
    gone.submit('r2', 'Sales@.GA', { interaction: 'other' });
    gone.host.pass(1);
    expect([s.log, gone.log]).toEqual([
      ['0 r1 -> anna', '1 r2 -> anna'],
      ['0 r1 -> anna', '1 r2 -> anna'],
    ]);
  });

  it('goes to an agent whom nobody selected when the interaction is sent to his number', () => {
    const s = setting({ agents: [{ ...agent, handling: 8 }] });
    s.world.deliver('ixn0001', { by: 'redirect', target: '7001', aliases: [] }, '7001');
    s.submit('r1', 'Sales@.GA', { interaction: 'other' });
    s.host.pass(60);
    expect(s.log).toEqual(['8 r1 -> anna']);
  });

  it('comes back from an agent who does not answer, who is not ready then', () => {
    const s = setting({
      agents: [
        {
          ...agent,
          noAnswer: 12,
          ready: [
            { at: 0, value: true },
            { at: 40, value: false },
            { at: 50, value: true },
          ],
        },
      ],
    });
    s.submit('r1', 'Sales@.GA');
    s.host.pass(1);
    s.world.deliver('ixn0001', { by: 'submit', target: 'anna', aliases: [] }, '7001');
    s.submit('r2', 'Sales@.GA', { interaction: 'other' });
    s.host.pass(100);
    expect(s.log).toEqual(['0 r1 -> anna', '50 r2 -> anna']);
    expect(s.host.assumed).toContain('no-answer');
  });

  it('is kept for somebody else by a request that leaves agents out and keeps its place', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: [{ at: 30, value: true }] }] });
    s.host.pass(20);
    s.submit('r1', 'Sales@.GA');
    s.submit('again', 'Sales@.GA', { since: 5_000, interaction: 'other' });
    s.submit('never', 'Sales@.GA', { priority: 9, leftOut: ['anna'], interaction: 'third' });
    expect(s.world.requests.state('again')).toEqual({ priority: 0, position: 2, waited: 15 });
    s.host.pass(60);
    expect(s.log).toEqual(['30 again -> anna']);
    expect(s.world.requests.records).toMatchObject([{ request: 'again', from: 5_000, to: 30_000 }]);
  });
});

describe('reservation', () => {
  const world = {
    agents: [{ id: 'anna', ...sales, ready: true }],
    calls: [{ targets: 'Sales@.GA', at: 5, router: 'second' }],
  } as const;
  const taken = (options: Readonly<Record<string, string>>): boolean => {
    const s = setting({ ...world, options });
    s.submit('r1', 'Sales@.GA');
    s.host.pass(10);
    const [anna] = s.world.staff.resources;
    return anna !== undefined && s.world.staff.isTaken(anna, 'ixn0001', s.world.at(), 'voice');
  };

  it('keeps another router away from an agent who is selected, unless it is off', () => {
    expect(taken({})).toBe(false);
    expect(taken({ agent_reservation: 'true' })).toBe(false);
    expect(taken({ agent_reservation: 'false' })).toBe(true);
  });

  it('ends after the seconds that the page sets', () => {
    const s = setting({ agents: [{ id: 'anna', ...sales, ready: true }] });
    s.submit('r1', 'Sales@.GA');
    s.submit('r2', 'Sales@.GA', { interaction: 'other' });
    s.host.pass(1);
    const [anna] = s.world.staff.resources;
    if (anna === undefined) throw new Error('no agent');
    expect(s.world.staff.reserve(anna, 'nobody', 9_000)).toBe(false);
    expect(s.world.staff.reserve(anna, 'ixn0001', 9_000)).toBe(true);
    s.host.pass(30);
    expect(s.log).toEqual(['0 r1 -> anna', '9 r2 -> anna']);
  });
});

describe('a merge', () => {
  it('keeps who was selected for the consult call, under the id of the call that remains', () => {
    const s = setting(
      { agents: [{ id: 'anna', ...sales, dn: '7001', ready: true, handling: 30 }] },
      { interaction: { id: 'consult', parent: 'caller' }, interactions: [{ id: 'caller' }] },
    );
    s.submit('r1', 'Sales@.GA', { interaction: 'consult' });
    s.host.pass(1);
    s.world.control.merge('consult', 'caller', undefined);
    s.world.deliver('caller', { by: 'redirect', target: 'anna', aliases: [] }, '7001');
    s.submit('r2', 'Sales@.GA', { interaction: 'other' });
    s.host.pass(60);
    expect(s.log).toEqual(['0 r1 -> anna', '31 r2 -> anna']);
  });
});

describe('groups', () => {
  const world = {
    agents: [
      { id: 'anna', ...sales, place: 'P1', dn: '7001', skills: { English: 7 } },
      { id: 'bob', dn: '7002', skills: { English: [{ at: 10, value: 5 }], Loans: 1 } },
      { id: 'carl', skills: {} },
    ],
    queues: [{ name: '8001', type: 'Q' }, { name: 'VQ_Sales' }],
    groups: [
      { name: 'Sales', members: ['7002'] },
      { name: 'Seats', members: ['P1'] },
      { name: 'Lines', members: ['8001', 'nobody'] },
      { name: 'Speakers', skills: 'English > 4 & Loans >= 0' },
      { name: 'Broken', skills: 'English >' },
      { name: 'Asking', skills: 'run[Sub, a] > 0' },
    ],
  } as const;
  const groups = createGroups(world, resourcesOf(world));
  const members = (name: string, at = 0): readonly string[] => groups.members(name, at).map(({ id }) => id);

  it('have the agents who list them and the members that they list: agents, places, queues', () => {
    expect(members('Sales')).toEqual(['anna', 'bob']);
    expect(members('Seats')).toEqual(['anna']);
    expect(members('Lines')).toEqual(['8001']);
    expect(members('Nowhere')).toEqual([]);
    expect([groups.isKnown('Lines'), groups.isKnown('Nowhere')]).toEqual([true, false]);
  });

  it('have whoever fulfils their skill expression at the moment', () => {
    expect(members('Speakers')).toEqual(['anna']);
    expect(members('Speakers', 10_000)).toEqual(['anna', 'bob']);
    expect(members('Broken')).toEqual([]);
    expect(members('Asking')).toEqual([]);
  });

  it('are targets of every kind of group', () => {
    const ready = { ...world, agents: world.agents.map((agent) => ({ ...agent, ready: true })) };
    for (const [target, wanted] of [
      ['Speakers@.GA', 'anna'],
      ['Seats@.GP', 'anna'],
      ['Sales@.GC', 'anna'],
      ['Lines@.GQ', '8001'],
      ['?Sales:Loans > 0@.GA', 'bob'],
      ['P1@.AP', 'anna'],
      ['7002@.DN', 'bob'],
    ] as const) {
      const s = setting(ready);
      s.submit('r1', target);
      s.host.pass(0);
      expect(s.log).toEqual([`0 r1 -> ${wanted}`]);
    }
  });

  it('notice a skill level that changes', () => {
    const s = setting({
      agents: [{ id: 'bob', ready: true, skills: { English: [{ at: 10, value: 5 }] } }],
    });
    s.submit('r1', '?:English > 4@.GA');
    s.host.pass(30);
    expect(s.log).toEqual(['10 r1 -> bob']);
  });
});
