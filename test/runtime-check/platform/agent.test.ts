import { describe, expect, it } from 'vitest';
import { bench, type Bench } from './bench.js';

const agents = [
  { id: 'anna', groups: ['Sales'], dn: '7001', switch: 'SIP', ready: true },
  { id: 'bob', groups: ['Sales'], dn: '7002', ready: false },
];

function begun(given: Parameters<typeof bench>[0] = {}): Bench {
  const b = bench({ world: { agents }, ...given });
  b.pass(0);
  b.events();
  return b;
}

const count = (b: Bench, statistic: string): unknown =>
  b.script(`_genesys.statistic.sData('Sales@S.GA', '${statistic}')`);

const ready = (agent: string, state: string, more = ''): string =>
  `<agent:setmediastate requestid="_data.m" agent="'${agent}'" state="'${state}'" ${more}/>`;

describe('agent', () => {
  it('logs an agent out, by name or by place', () => {
    const b = begun();
    expect(count(b, 'StatAgentsTotal')).toBe(2);
    b.run('<agent:logout requestid="_data.l" agent="\'anna\'" for="{ dn: \'7001\', switch: \'SIP\' }"/>');
    expect(count(b, 'StatAgentsTotal')).toBe(1);
    b.run('<agent:logout requestid="_data.l" for="{ dn: \'7002\' }"/>');
    expect(count(b, 'StatAgentsTotal')).toBe(0);
    b.pass(0);
    expect(b.events()).toEqual([
      '0 agent.logout.done {"requestid":"request-1"}',
      '0 agent.logout.done {"requestid":"request-2"}',
    ]);
    expect(b.steps.find(({ kind }) => kind === 'action')?.params).toEqual({
      element: 'agent:logout',
      agent: 'anna',
      for: { dn: '7001', switch: 'SIP' },
    });
  });

  it('makes agents ready and not ready, so that what waits finds them', () => {
    const b = begun();
    b.run(ready('anna', 'notready'));
    b.run(
      '<queue:submit requestid="_data.s" timeout="60"><queue:targets><queue:targetid expr="\'bob@.A\'"/></queue:targets></queue:submit>',
    );
    b.pass(5);
    expect(count(b, 'StatAgentsAvailable')).toBe(0);
    b.run(ready('bob', 'Ready', 'media="_genesys.ixn.mediaType.TMediaVoice"'));
    b.pass(1);
    expect(b.events().map((event) => event.split(' ').slice(0, 2).join(' '))).toEqual([
      '0 agent.setmediastate.done',
      '0 queue.submit.requestid',
      '5 agent.setmediastate.done',
      '5 queue.submit.done',
    ]);
  });

  it('does not disturb', () => {
    const b = begun();
    b.run('<agent:setdnd requestid="_data.d" agent="\'anna\'"/>');
    expect(count(b, 'StatAgentsAvailable')).toBe(0);
    b.run('<agent:setdnd requestid="_data.d" agent="\'anna\'" state="\'off\'"/>' + ready('anna', 'ready'));
    expect(count(b, 'StatAgentsAvailable')).toBe(1);
  });

  it('fails for what is not there, for other media, and as the scenario says', () => {
    const b = begun({ answers: { failures: [{ action: 'agent:logout', error: 'planned' }] } });
    b.run(
      ready('nobody', 'ready') + ready('anna', 'sleepy') + ready('anna', 'ready', 'media="\'TMediaChat\'"'),
    );
    b.run('<agent:setmediastate state="\'ready\'"/><agent:logout agent="\'anna\'" for="{}"/>');
    b.pass(0);
    const events = b.events();
    expect(events.map((event) => /"description":"(.+)"/.exec(event)?.[1])).toEqual([
      'There is no such agent.',
      'The state \\"sleepy\\" is not known.',
      'The state can be set for voice only.',
      'There is no such agent.',
      'The scenario makes this action fail.',
    ]);
    expect(count(b, 'StatAgentsTotal')).toBe(2);
  });
});
