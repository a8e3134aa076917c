// What the queue module does with targets: every form of them, targets that come later, functions about them, and the keys that URS attaches.
import { describe, expect, it, test } from 'vitest';
import type { Scenario, ScenarioWorld } from '../../../src/runtime-check/scenario/types.js';
import { bench, type Bench } from './bench.js';

const anna = {
  id: 'anna',
  groups: ['Sales'],
  skills: { English: 7 },
  dn: '7001',
  place: 'P1',
  ready: true,
} as const;

function begun(given: Partial<Scenario> = {}): Bench {
  const b = bench(given);
  b.pass(0);
  b.events();
  return b;
}

const submit = (targets: string, more = ''): string =>
  `<queue:submit requestid="_data.rid" queue="'VQ_Sales'" timeout="30" route="true" ${more}>${targets}</queue:submit>`;
const group = (name: string): string =>
  `<queue:targets type="agentgroup" statserver="'Stat'"><queue:target name="'${name}'"/></queue:targets>`;

const names = (events: readonly string[]): readonly string[] =>
  events.map((event) => event.split(' ').slice(0, 2).join(' '));
const delivered = (b: Bench): string | undefined => b.world.interactions.main?.delivery?.target;

describe('targets', () => {
  it('may be a List object, by name or as a text', () => {
    const world: ScenarioWorld = {
      agents: [anna],
      lists: { FirstLine: { one: { target: 'Nobody@.GA' }, two: { target: 'Sales@Stat.GA' } } },
    };
    for (const targets of [
      group('FirstLine'),
      `<queue:targets><queue:targetid expr="'FirstLine'"/></queue:targets>`,
    ]) {
      const b = begun({ world });
      b.run(submit(targets));
      b.pass(1);
      expect(delivered(b)).toBe('anna');
      expect(b.steps[0]?.params['targets']).toEqual(['Nobody@.GA', 'Sales@Stat.GA']);
      expect(b.assumptions()).toContainEqual(expect.stringContaining('list-target'));
    }
  });

  it('are the group of that name, not the List object, when there are both', () => {
    const b = begun({ world: { agents: [anna], lists: { Sales: { one: { target: '8001@.Q' } } } } });
    b.run(submit(group('Sales')));
    b.pass(1);
    expect(delivered(b)).toBe('anna');
  });

  it('may be the workbin of somebody who is not ready', () => {
    const b = begun({ interaction: { media: 'email' }, world: { agents: [{ ...anna, ready: false }] } });
    b.run(
      submit(`<queue:targets type="agent"><queue:target name="'anna'"/><queue:workbin/></queue:targets>`),
    );
    b.pass(1);
    expect(delivered(b)).toBe('anna');
    expect(b.assumptions()).toContainEqual(expect.stringContaining('workbin'));
  });

  it('may be an activity, and fail without its name', () => {
    const b = begun({ world: { agents: [anna] } });
    b.run(submit(`<queue:targets statserver="'Stat'"><queue:activity/></queue:targets>`));
    b.pass(0);
    expect(b.events()[1]).toContain('"error":"invalidtarget"');
    b.run(submit(`<queue:targets statserver="'Stat'"><queue:activity name="'Sales'"/></queue:targets>`));
    b.pass(1);
    expect(delivered(b)).toBe('anna');
    b.run(submit(`<queue:targets><queue:activity name="nowhere.at.all"/></queue:targets>`));
    b.pass(0);
    expect(names(b.events()).filter((name) => name.includes('error'))).toEqual([]);
  });

  it('are those of the element when src names a definition', () => {
    const b = begun({ world: { agents: [anna] } });
    b.run(submit(group('Sales'), 'src="rule.xml"'));
    b.pass(1);
    expect(delivered(b)).toBe('anna');
    expect(b.assumptions()).toContainEqual(expect.stringContaining('submit-src'));
  });
});

describe('submits whose id the page does not keep', () => {
  it('wait each for itself and are all cleared', () => {
    const b = begun({ world: {} });
    const silent = submit(group('Sales')).replace('requestid="_data.rid"', '');
    b.run(silent + silent);
    b.pass(1);
    expect(b.world.requests.entries()).toHaveLength(2);
    b.run('<queue:cancel interactionid="0"/>');
    b.pass(0);
    expect(b.world.requests.entries()).toHaveLength(0);
    expect(b.world.requests.records.map(({ exit }) => exit)).toEqual(['cleared', 'cleared']);
    expect(b.assumptions()).toContainEqual(expect.stringContaining('several-submits'));
  });
});

describe('queue:update', () => {
  it('adds targets to those of the request', () => {
    const b = begun({ world: { agents: [{ ...anna, groups: ['Other'] }] } });
    b.run(submit(group('Sales')));
    b.pass(4);
    b.run(`<queue:update requestid="_data.rid">${group('Other')}</queue:update>`);
    b.pass(0);
    expect(names(b.events())).toEqual([
      '0 queue.submit.requestid',
      '4 queue.update.done',
      '4 queue.submit.done',
      '4 interaction.partystatechanged',
    ]);
    expect(b.steps.find(({ kind }) => kind === 'update')?.params).toEqual({
      request: 'r1',
      targets: ['Other@Stat.GA'],
    });
    expect(delivered(b)).toBe('anna');
  });

  it('fails for targets that cannot be read, and leaves the request as it was', () => {
    const b = begun({ world: {} });
    b.run(submit(group('Sales')));
    b.run(
      `<queue:update requestid="_data.rid" priority="5"><queue:targets><queue:targetid expr="'nonsense'"/></queue:targets></queue:update>`,
    );
    b.pass(0);
    expect(b.events().at(-1)).toContain('"error":"invalidtarget"');
    expect(b.world.requests.state('request-1')?.priority).toBe(0);
  });
});

describe('functions', () => {
  const world: ScenarioWorld = {
    agents: [anna, { id: 'bob', groups: ['Sales'], skills: { English: 3 }, ready: false }],
    groups: [{ name: 'Speakers', skills: 'English > 5' }],
  };

  test.each<[string, unknown]>([
    [`expandGroup('Sales@Stat.GA')`, 'anna@Stat.A,bob@Stat.A'],
    [`expandGroup('Speakers')`, 'anna@.A'],
    [`expandGroup('Nobody')`, ''],
    [`countSkillInGroup('Sales', 'English', 5)`, 1],
    [`countSkillInGroup('Sales@Stat.GA', 'English')`, 2],
    [`countSkillInGroup('Sales', 'Loans')`, 0],
    [`cCTExtractTargets('0', 'Stat', '8001.Q, anna@Other.A, 555')`, '8001@Stat.Q,anna@Other.A,555@Stat.DN'],
    [`cCTExtractTargets('0', 'Stat', '')`, ''],
    [`findServiceObjective('0', 1)`, 30],
    [`onRouteError('x')`, undefined],
  ])('%s gives %j', (call, wanted) => {
    const b = begun({ world, interaction: { udata: { ServiceObjective: '30' } } });
    expect(b.script(`_genesys.queue.${call}`)).toEqual(wanted);
  });

  it('reserveTarget says how long a selected agent stays reserved', () => {
    const b = begun({ world });
    b.run(submit(group('Sales')).replace('route="true"', 'route="false"'));
    b.pass(1);
    b.script(`_genesys.queue.reserveTarget('0', '7001@Switch1.DN', 20)`);
    b.script(`_genesys.queue.reserveTarget('0', '9999@Switch1.DN', 20)`);
    b.run(submit(group('Sales')));
    b.pass(40);
    expect(names(b.events())).toEqual([
      '0 queue.submit.requestid',
      '0 queue.submit.done',
      '1 queue.submit.requestid',
      '21 queue.submit.done',
      '21 interaction.partystatechanged',
    ]);
  });

  it('reserveTarget with 0 gives the agent up', () => {
    const b = begun({ world });
    b.run(submit(group('Sales')).replace('route="true"', 'route="false"'));
    b.pass(1);
    b.script(`_genesys.queue.reserveTarget('0', '7001@Switch1.DN', 0)`);
    b.run(submit(group('Sales')));
    b.pass(5);
    expect(names(b.events()).at(-1)).toBe('1 interaction.partystatechanged');
    expect(b.assumptions()).toContainEqual(expect.stringContaining('reserve-zero'));
  });

  it('take the interaction as first parameter, or leave it out', () => {
    const b = begun({ world: { calls: [{ queue: 'VQ_Sales', targets: 'Sales@.GA', priority: 3 }] } });
    b.run(submit(group('Sales')));
    const priority = (): number | undefined => b.world.requests.state('request-1')?.priority;
    b.script(`_genesys.queue.incrementPriority('0', 2, 5); _genesys.queue.priorityLimits('0', 1, 4)`);
    b.pass(0);
    expect(priority()).toBe(1);
    b.pass(6);
    expect(priority()).toBe(2);
    b.pass(20);
    expect([priority(), b.world.requests.state('request-1')?.position]).toEqual([4, 1]);
    b.script(`_genesys.queue.priorityTuning(true, false, true); _genesys.queue.setInteractionAge(100)`);
    expect(b.steps.filter(({ kind }) => kind === 'update').map(({ params }) => params)).toEqual([
      { priorityIncrement: 2, every: 5 },
      { priorityLimit: 4 },
      { interactionAge: 100 },
    ]);
  });
});

describe('keys that URS attaches', () => {
  const skilled = `<queue:targets><queue:target name="'Sales'" statserver="'Stat'" type="agentgroup" skillexpr="'English &gt; 5'"/></queue:targets>`;
  const keysOf = (options: Readonly<Record<string, string>> | undefined): Bench => {
    const b = begun({
      interaction: { udata: { CustomerSegment: 'gold' } },
      world: {
        agents: [{ ...anna, ready: [{ at: 5, value: true }] }],
        ...(options === undefined ? {} : { options }),
      },
    });
    b.run(submit(skilled));
    return b;
  };

  it('are not there unless the scenario has the option', () => {
    const b = keysOf(undefined);
    b.pass(10);
    expect(b.world.interactions.main?.udata).toEqual({ CustomerSegment: 'gold' });
    expect(b.steps.map(({ kind }) => kind)).toEqual(['submit', 'routed']);
    expect(b.assumptions()).toContainEqual(expect.stringContaining('attached-keys'));
  });

  it('tell the queue and the skills with the submit, whatever the option says', () => {
    const b = keysOf({ report_targets: 'false' });
    b.pass(10);
    const udata = b.world.interactions.main?.udata ?? {};
    expect(udata).toMatchObject({
      CustomerSegment: 'gold',
      ServiceType: 'default',
      RVQID: 'VQ_Sales-r1',
      RTenant: 'Environment',
      RRequestedSkills: 'English',
      RRequestedSkillCombination: 'English > 5',
    });
    expect(Object.keys(udata).filter((key) => key.startsWith('RTarget'))).toEqual([]);
    expect(names(b.events())).toContain('0 interaction.udata.changed');
  });

  it('tell the target with the selection when the option is on', () => {
    const b = keysOf({ report_targets: 'true' });
    b.pass(1);
    expect(b.world.interactions.main?.udata).toMatchObject({ RTargetAgentGroup: 'Sales' });
    expect(b.world.interactions.main?.udata).not.toHaveProperty('RTargetAgentSelected');
    b.pass(10);
    expect(b.world.interactions.main?.udata).toMatchObject({
      RTargetTypeSelected: 'GA',
      RTargetObjectSelected: 'Sales',
      RTargetAgentSelected: 'anna',
      RTargetPlaceSelected: 'P1',
      RTargetRequested: 'VQ_Sales',
    });
    expect(
      b.steps.map(({ at, kind, params }) => `${String(at)} ${kind} ${String(params['by'] ?? '')}`),
    ).toEqual(['0 submit ', '0 udata urs', '5 udata urs', '5 routed submit']);
    const events = names(b.events());
    expect(events.indexOf('5 interaction.udata.changed')).toBeLessThan(events.indexOf('5 queue.submit.done'));
  });
});

describe('another router', () => {
  const world = (reservation: string): ScenarioWorld => ({
    agents: [anna],
    calls: [{ targets: 'Sales@.GA', at: 5, router: 'second' }],
    options: { agent_reservation: reservation },
  });
  const redirected = (reservation: string): string | undefined => {
    const b = begun({ world: world(reservation) });
    b.script(`_data.to = { agent: 'anna', dn: '7001' }`);
    b.run(submit(group('Sales')).replace('route="true"', 'route="false"'));
    b.pass(10);
    b.run('<ixn:redirect interactionid="0" from="\'8000\'" to="_data.to"/>');
    b.pass(0);
    return names(b.events()).find((name) => name.includes('redirect'));
  };

  it('takes a selected agent away when reservation is off: the redirect fails', () => {
    expect(redirected('true')).toBe('10 interaction.redirect.done');
    expect(redirected('false')).toBe('10 error.interaction.redirect');
  });

  it('does not lose what an agent has when a redirect of another interaction to him fails', () => {
    const b = begun({
      world: {
        agents: [{ ...anna, media: { voice: 2 } }],
        calls: [
          { targets: 'Sales@.GA', at: 1 },
          { targets: 'Sales@.GA', at: 20 },
        ],
        destinations: ['9000'],
      },
    });
    b.run(submit(group('Sales')).replace('route="true"', 'route="false"'));
    b.pass(5);
    b.script(`_data.to = { agent: 'anna', dn: '7001' }`);
    b.run('<ixn:redirect interactionid="0" to="_data.to"/>');
    b.pass(0);
    expect(names(b.events()).at(-1)).toBe('5 error.interaction.redirect');
    const [agent] = b.world.staff.resources;
    expect(agent !== undefined && b.world.staff.free(agent, b.world.at())).toBe(1);
  });
});
