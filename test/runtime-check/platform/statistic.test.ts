import { describe, expect, it } from 'vitest';
import { bench, type Bench } from './bench.js';

function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  return b;
}

const short = (events: readonly string[]): readonly string[] =>
  events.map((event) => event.replace(/,"description".*/, ''));

const subscribe = (object: string, statistic: string, more = ''): string =>
  `<statistic:subscribe requestid="_data.s" object="'${object}'" statistic="'${statistic}'" ${more}/>`;
const unsubscribe = (object: string, statistic: string): string =>
  `<statistic:unsubscribe requestid="_data.s" object="'${object}'" statistic="'${statistic}'"/>`;

const waiting = {
  'Sales@S.GA': {
    Waiting: [
      { at: 0, value: 3 },
      { at: 10, value: 5 },
      { at: 12, value: 6 },
    ],
  },
};

describe('statistic:subscribe', () => {
  it('tells the value now and whenever it changes, until it is taken back', () => {
    const b = begun({ world: { statistics: waiting } });
    b.run(subscribe('Sales@S.GA', 'Waiting') + subscribe('Sales@S.GA', 'Waiting') + subscribe('', 'Waiting'));
    b.pass(11);
    expect(short(b.events())).toEqual([
      '0 statistic.subscribe.done {"requestid":"request-1"}',
      '0 statistic.update {"object":"Sales@S.GA","statistic":"Waiting","value":3}',
      '0 error.statistic.subscribe {"requestid":"request-2","error":"Subscription Already Active"',
      '0 error.statistic.subscribe {"requestid":"request-3","error":"Request Invalid"',
      '10 statistic.update {"object":"Sales@S.GA","statistic":"Waiting","value":5}',
    ]);
    b.run(unsubscribe('Sales@S.GA', 'Waiting') + unsubscribe('Sales@S.GA', 'Waiting'));
    b.pass(20);
    expect(short(b.events())).toEqual([
      '11 statistic.unsubscribe.done {"requestid":"request-4"}',
      '11 error.statistic.unsubscribe {"requestid":"request-5","error":"Request Invalid"',
    ]);
    // A new subscription is another one: the old one does not go on.
    b.run(subscribe('Sales@S.GA', 'Waiting'));
    b.pass(0);
    expect(short(b.events())).toEqual([
      '31 statistic.subscribe.done {"requestid":"request-6"}',
      '31 statistic.update {"object":"Sales@S.GA","statistic":"Waiting","value":6}',
    ]);
    expect(b.steps.filter(({ kind }) => kind === 'action').map(({ params }) => params['element'])).toEqual([
      ...['statistic:subscribe', 'statistic:subscribe', 'statistic:subscribe'],
      ...['statistic:unsubscribe', 'statistic:unsubscribe', 'statistic:subscribe'],
    ]);
  });

  it('tells changes at the end of an interval', () => {
    const b = begun({ world: { statistics: waiting } });
    b.run(subscribe('Sales@S.GA', 'Waiting', 'interval="4"'));
    b.pass(60);
    expect(b.events().map((event) => event.replace(/ .*"value":/, ' '))).toEqual([
      '0 statistic.subscribe.done {"requestid":"request-1"}',
      '0 3}',
      '12 6}',
    ]);
  });

  it('tells what the run itself changes at the end of an interval, once', () => {
    const b = begun();
    b.run(subscribe('VQ', 'CallsWaiting', 'interval="5"'));
    b.run(
      '<queue:submit requestid="_data.q" queue="\'VQ\'" timeout="20" clearontimeout="true"><queue:targets><queue:targetid expr="\'bob@S.A\'"/></queue:targets></queue:submit>',
    );
    b.pass(30);
    const updates = b.events().filter((event) => event.includes('statistic.update'));
    expect(updates.map((event) => event.replace(/ .*"value":/, ' '))).toEqual(['0 0}', '5 1}', '20 0}']);
  });

  it('follows what happens in the run', () => {
    const b = begun({ world: { agents: [{ id: 'anna', dn: '7001', ready: true }] } });
    b.run(subscribe('VQ@S.Q', 'CallsWaiting') + subscribe('anna@S.A', 'StatAgentsAvailable'));
    b.pass(1);
    b.events();
    b.run(
      '<queue:submit requestid="_data.q" queue="\'VQ\'" timeout="9"><queue:targets><queue:targetid expr="\'bob@S.A\'"/></queue:targets></queue:submit>',
    );
    b.pass(1);
    b.run('<agent:setmediastate agent="\'anna\'" state="\'notready\'"/><queue:cancel requestid="_data.q"/>');
    b.pass(9);
    const updates = b.events().filter((event) => event.includes('statistic.update'));
    expect(updates.map((event) => event.replace(/ .*"statistic":"(\w+)","value":/, ' $1 '))).toEqual([
      '1 CallsWaiting 1}',
      '2 CallsWaiting 0}',
      '2 StatAgentsAvailable 0}',
    ]);
  });

  it('follows the agents of the scenario', () => {
    const ready = [
      { at: 5, value: true },
      { at: 9, value: false },
    ];
    const b = begun({ world: { agents: [{ id: 'anna', groups: ['Sales'], ready }] } });
    b.run(subscribe('Sales@S.GA', 'StatAgentsAvailable'));
    b.pass(60);
    const updates = b.events().filter((event) => event.includes('statistic.update'));
    expect(updates.map((event) => event.replace(/ .*"value":/, ' '))).toEqual(['0 0}', '5 1}', '9 0}']);
  });
});

describe('statistics as values', () => {
  it('are read, and combined over objects', () => {
    const b = begun({
      world: { statistics: { A: { Waiting: 3 }, B: { Waiting: 6 } } },
    });
    const value = (source: string): unknown => b.script(`_genesys.statistic.${source}`);
    expect(value("sData('A@S.GA', 'Waiting')")).toBe(3);
    expect(value("sData({ object: 'B@S.GA', statistic: 'Waiting' })")).toBe(6);
    expect(value("getAvgData('A@S.GA,B@S.GA', 'Waiting')")).toBe(4.5);
    expect(value("getMinData(['A@S.GA', 'B@S.GA'], 'Waiting')")).toBe(3);
    expect(value("getMaxData('A@S.GA, B@S.GA', 'Waiting')")).toBe(6);
    expect(value("getMaxData('', 'Waiting')")).toBe(0);
    expect(b.steps.map(({ params }) => [params['object'], params['value'], params['by']])).toEqual([
      ['A@S.GA', 3, undefined],
      ['B@S.GA', 6, undefined],
      ['A@S.GA,B@S.GA', 4.5, 'getAvgData'],
      ['A@S.GA,B@S.GA', 3, 'getMinData'],
      ['A@S.GA,B@S.GA', 6, 'getMaxData'],
      ['', 0, 'getMaxData'],
    ]);
  });

  it('need a subscription unless they are predefined; the trace says so', () => {
    const b = begun({ world: { statistics: { A: { Waiting: 3 } } } });
    b.script("_genesys.statistic.sData('A', 'StatAgentsTotal')");
    expect(b.assumptions().filter((text) => text.startsWith('not-subscribed'))).toEqual([]);
    b.run(subscribe('A', 'Waiting'));
    b.script("_genesys.statistic.sData('A', 'Waiting')");
    expect(b.assumptions().filter((text) => text.startsWith('not-subscribed'))).toEqual([]);
    b.script("_genesys.statistic.sData('A', 'Talking')");
    expect(b.assumptions()).toContainEqual(expect.stringContaining('not-subscribed: "Talking"'));
    expect(b.assumptions()).toContainEqual(expect.stringContaining('unknown-statistic'));
  });

  it('of URS are not there without URS', () => {
    const statistics = { VQ: { RStatCallsInQueue: 4 } };
    const withUrs = begun({ world: { statistics } });
    expect(withUrs.script("_genesys.statistic.sData('VQ@S.Q', 'RStatCallsInQueue')")).toBe(4);
    const direct = begun({ world: { statistics, directStatistics: true } });
    expect(direct.script("_genesys.statistic.sData('VQ@S.Q', 'RStatCallsInQueue')")).toBeUndefined();
    expect(direct.script("_genesys.statistic.getMaxData('VQ@S.Q', 'StatAgentLoading')")).toBeUndefined();
    direct.run(subscribe('VQ@S.Q', 'RStatCallsInQueue') + subscribe('VQ@S.Q', 'CallsWaiting'));
    direct.pass(0);
    expect(short(direct.events())).toEqual([
      '0 error.statistic.subscribe {"requestid":"request-1","error":"Request Invalid"',
      '0 statistic.subscribe.done {"requestid":"request-2"}',
      '0 statistic.update {"object":"VQ@S.Q","statistic":"CallsWaiting","value":0}',
    ]);
  });
});
