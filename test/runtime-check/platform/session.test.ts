import { describe, expect, it } from 'vitest';
import type { Plain } from '../../../src/runtime-check/script/engine.js';
import { startOfTime } from '../world/virtual-host.js';
import { bench, type Bench, type Sessions } from './bench.js';

function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  return b;
}

const names = (events: readonly string[]): readonly string[] =>
  events.map((event) => event.split(' ').slice(0, 2).join(' '));

const errors = (events: readonly string[]): readonly (string | undefined)[] =>
  events.map((event) => /"error":"([^"]+)"/.exec(event)?.[1]);

describe('session:fetch', () => {
  const fetch = (url: string, more = ''): string =>
    `<session:fetch requestid="_data.f" srcexpr="'http://h${url}'" ${more}`;

  it('is answered by URL, at once or later', () => {
    const b = begun({
      answers: {
        fetch: [
          { url: '/slow', lasts: 20, content: 'late' },
          { url: '/bad', error: '500' },
          { url: '/customer', lasts: 1, content: { level: 'gold' } },
        ],
        urs: [{ url: 'func?name=F', content: '42' }],
      },
    });
    b.run(
      `${fetch('/customer', 'method="\'post\'" timeout="5"')}><param name="id" expr="7"/></session:fetch>`,
    );
    b.run(
      `${fetch('/slow', 'timeout="5"')}/>${fetch('/bad')}/>${fetch('/none')}><content _expr="{a: 1}"/></session:fetch>`,
    );
    b.run('<session:fetch requestid="_data.f" method="\'urs\'" srcexpr="\'urs/call/@x/func?name=F\'"/>');
    b.pass(30);
    expect(b.events()).toEqual([
      '0 error.session.fetch {"requestid":"request-3","error":"500","description":"The request failed: 500."}',
      '0 error.session.fetch {"requestid":"request-4","error":"unreachable","description":"The scenario has no answer for http://h/none."}',
      '0 session.fetch.done {"requestid":"request-5","content":"42","hints":{}}',
      '1 session.fetch.done {"requestid":"request-1","content":"{\\"level\\":\\"gold\\"}","hints":{}}',
      '5 error.session.fetch {"requestid":"request-2","error":"timeout","description":"No answer within 5 s."}',
    ]);
    expect(b.steps.map(({ params }) => params)).toEqual([
      { method: 'post', url: 'http://h/customer', params: { id: 7 } },
      { method: 'get', url: 'http://h/slow' },
      { method: 'get', url: 'http://h/bad' },
      { method: 'get', url: 'http://h/none', body: { a: 1 } },
      { method: 'urs', url: 'urs/call/@x/func?name=F' },
    ]);
  });

  it('is answered by method, params and body, and gives the headers of the answer', () => {
    const b = begun({
      answers: {
        fetch: [
          { method: 'POST', params: { id: 7 }, content: 'by params' },
          { method: 'post', body: '"kind":"new"', content: 'by body', headers: { ETag: 'x1' } },
          { content: 'any' },
        ],
      },
    });
    const run = (more: string, inside = ''): void => {
      b.run(`${fetch('/a', more)}>${inside}</session:fetch>`);
    };
    run('method="\'post\'" headers="{Accept: \'text/plain\'}"', '<param name="id" expr="\'7\'"/>');
    run('method="\'post\'"', '<content _expr="{kind: \'new\'}"/>');
    run('', '<param name="id" expr="7"/>');
    run('method="\'post\'"', '<content>plain "kind":"old" text</content>');
    b.pass(0);
    const events = b.events();
    expect(events.map((event) => /"content":"([^"]+)"/.exec(event)?.[1])).toEqual([
      'by params',
      'by body',
      'any',
      'any',
    ]);
    expect(events[1]).toContain('"hints":{"ETag":"x1"}');
    expect(b.steps[0]?.params).toEqual({
      method: 'post',
      url: 'http://h/a',
      params: { id: '7' },
      headers: { Accept: 'text/plain' },
    });
    expect(b.steps[3]?.params['body']).toBe('plain "kind":"old" text');
    expect(b.assumptions()).toContainEqual(expect.stringContaining('fetch-hints'));
  });

  it('is sent again when delivery is guaranteed, until it succeeds or no attempt is left', () => {
    const again = 'gdelivery="true" gd_retries="2" gd_retry_interval="10" timeout="3"';
    const b = begun({
      answers: {
        fetch: [
          { url: '/flaky', times: 1, error: '503' },
          { url: '/flaky', times: 1, lasts: 60 },
          { url: '/flaky', content: 'ok' },
          { url: '/dead', error: '503' },
        ],
      },
    });
    b.run(`${fetch('/flaky', again)}/>`);
    b.pass(100);
    // 503 at 0 s, again at 10 s, no answer until 13 s, again at 23 s.
    expect(b.events()).toEqual(['23 session.fetch.done {"requestid":"request-1","content":"ok","hints":{}}']);
    expect(b.steps.map(({ at, params }) => [at, params['attempt']])).toEqual([
      [0, undefined],
      [10, 2],
      [23, 3],
    ]);
    b.run(`${fetch('/dead', again)}/>`);
    b.pass(100);
    expect(names(b.events())).toEqual(['120 error.session.fetch']);
    b.run(`${fetch('/dead', 'gdelivery="false" gd_retries="2"')}/>`);
    b.pass(0);
    expect(names(b.events())).toEqual(['200 error.session.fetch']);
  });

  it('does not take place when an expression fails', () => {
    const b = begun();
    b.run(`${fetch('/a')}><param name="x" expr="nobody.knows"/></session:fetch>`);
    b.run(`${fetch('/a')}><content _expr="nobody.knows"/></session:fetch>`);
    b.run('<session:fetch requestid="_data.f" srcexpr="nobody.knows"/>');
    b.pass(1);
    expect(b.events()).toEqual([]);
    expect(b.steps).toEqual([]);
  });
});

describe('sessions beside the own one', () => {
  function starting(given: Parameters<typeof bench>[0] = {}): {
    readonly b: Bench;
    readonly started: readonly string[];
  } {
    const started: string[] = [];
    const running = new Set<string>();
    const sessions: Sessions = {
      startSession: (uri: string, data: Readonly<Record<string, Plain>>) => {
        if (uri.includes('missing')) return undefined;
        started.push(`${uri} ${JSON.stringify(data)}`);
        const id = `S${String(started.length)}`;
        running.add(id);
        return id;
      },
      terminateSession: (id) => running.delete(id),
    };
    return { b: begun(given, sessions), started };
  }

  it('start with their data, tell their id, and are ended', () => {
    const { b, started } = starting();
    b.run(
      '<session:start requestid="_data.r" sessionid="_data.s" src="\'other.scxml\'"><param name="level" expr="3"/></session:start>',
    );
    b.pass(0);
    expect(b.events()).toEqual(['0 session.start.done {"requestid":"request-1","sessionid":"S1"}']);
    expect(started).toEqual(['other.scxml {"level":3}']);
    expect(b.script('_data.s')).toBe('S1');
    b.run('<session:terminate sessionid="_data.s"/><session:terminate sessionid="_data.s"/>');
    b.pass(0);
    expect(b.events()).toEqual([
      '0 session.terminate.done {"sessionid":"S1"}',
      '0 error.session.terminate {"error":"invalidsession","description":"There is no session \\"S1\\" that could be ended."}',
    ]);
    expect(b.steps.map(({ kind, params }) => [kind, params['element'], params['sessionid']])).toEqual([
      ['action', 'session:start', undefined],
      ['action', 'session:terminate', 'S1'],
      ['action', 'session:terminate', 'S1'],
    ]);
    expect(b.steps[0]?.params).toEqual({
      element: 'session:start',
      src: 'other.scxml',
      params: { level: 3 },
    });
  });

  it('cannot start without a page', () => {
    const { b } = starting();
    b.run(
      '<session:start requestid="_data.r" src="\'missing.scxml\'"/><session:start requestid="_data.r"/><session:start src="nobody.knows"/>',
    );
    b.pass(0);
    const events = b.events();
    expect(errors(events)).toEqual(['unreachable', 'invalidattribute']);
    expect(events[0]).toContain('"sessionid":""');
  });

  it('start later, at another time, or not at all', () => {
    const { b, started } = starting();
    const at = (seconds: number): string => String(startOfTime + seconds * 1000);
    const later = (name: string, seconds: number): string =>
      `<session:start requestid="_data.${name}" src="'${name}.scxml'" idealtime="${at(seconds)}"/>`;
    b.run(later('a', 10) + later('b', 10) + later('c', 10));
    b.run(`<session:updatestart sessionid="_data.b" idealtime="${at(20)}"/>`);
    b.run('<session:terminate sessionid="_data.c"/>');
    b.pass(5);
    expect(names(b.events())).toEqual(['0 session.updatestart.done', '0 session.terminate.done']);
    b.pass(60);
    expect(b.events()).toEqual([
      '10 session.start.done {"requestid":"request-1","sessionid":"S1"}',
      '20 session.start.done {"requestid":"request-2","sessionid":"S2"}',
    ]);
    expect(started).toEqual(['a.scxml {}', 'b.scxml {}']);
    // The id that was written goes on to mean the session.
    b.run(`<session:updatestart sessionid="_data.a" idealtime="${at(99)}"/>`);
    b.run('<session:updatestart sessionid="_data.a"/><session:terminate sessionid="_data.a"/>');
    b.pass(0);
    const events = b.events();
    expect(names(events)).toEqual([
      '65 error.session.updatestart',
      '65 error.session.updatestart',
      '65 session.terminate.done',
    ]);
    expect(errors(events)).toEqual(['invalidsession', 'invalidattribute', undefined]);
  });

  it('fail as the scenario says', () => {
    const { b, started } = starting({
      answers: {
        failures: ['start', 'terminate', 'updatestart'].map((name) => ({
          action: `session:${name}`,
          error: 'planned',
        })),
      },
    });
    b.run(
      '<session:start src="\'a\'"/><session:terminate sessionid="1"/><session:updatestart sessionid="1"/>',
    );
    b.pass(0);
    expect(errors(b.events())).toEqual(['planned', 'planned', 'planned']);
    expect(started).toEqual([]);
  });
});

describe('functions of the session', () => {
  const value = (b: Bench, source: string): unknown => b.script(`JSON.stringify(${source})`);

  it('look up list objects', () => {
    const lists = {
      Numbers: { '8001': { queue: 'VQ_Sales', skill: 'English' }, '8002': { queue: 'VQ_Care' } },
    };
    const b = begun({ world: { lists } });
    const item = (args: string): unknown => value(b, `_genesys.session.getListItemValue(${args})`);
    expect(item("'Numbers', '8001', 'queue'")).toBe('"VQ_Sales"');
    expect(item("'Numbers', '8001'")).toBe('{"queue":"VQ_Sales","skill":"English"}');
    expect(item("'Numbers', '8009', 'queue'")).toBeUndefined();
    expect(item("'Numbers', '8001', 'nothing'")).toBeUndefined();
    expect(item("'toString', 'a'")).toBeUndefined();
    const lookup = (args: string): unknown => value(b, `_genesys.session.listLookupValue(${args})`);
    expect(lookup("'Numbers', 'queue', 'VQ_Care'")).toBe('"8002"');
    expect(lookup("'Numbers', '8001', 'queue'")).toBe('"VQ_Sales"');
    expect(lookup("'Numbers', 'queue', 'VQ_None'")).toBeUndefined();
    expect(b.assumptions().map((text) => text.split(':')[0])).toEqual(['missing-list-item', 'list-lookup']);
  });

  it('read options of the scenario, and those that the page has set', () => {
    const b = begun({ world: { options: { overflow: 'yes' } } });
    const option = (args: string): unknown => value(b, `_genesys.session.getConfigOption(${args})`);
    expect(option("'ixn0001', 'overflow', _genesys.session.lookupseq.StartFromStrategy")).toBe('"yes"');
    expect(option("'overflow'")).toBe('"yes"');
    expect(option("'ixn0001', 'nothing'")).toBeUndefined();
    b.script("_genesys.session.setOptions('overflow', 'no'); _genesys.session.setOptions({ limit: 5 })");
    expect(option("'ixn0001', 'overflow'")).toBe('"no"');
    expect(option("'ixn0001', 'limit'")).toBe('"5"');
    expect(value(b, '_genesys.session.lookupseq.StartFromStrategy')).toBe('-1');
    expect(b.assumptions()).toContainEqual(expect.stringContaining('set-options'));
  });

  it('change the tenant with the next event', () => {
    const b = begun();
    expect(b.script("_genesys.session.setTenant('Bank'), _genesys.session.tenant")).toBe('Environment');
    b.pass(0);
    expect(b.script('_genesys.session.tenant')).toBe('Bank');
    expect(b.steps[0]?.params).toEqual({ element: '_genesys.session.setTenant', tenant: 'Bank' });
  });

  it('tell the time in a zone, through the change to summer time and back', () => {
    const at = (clock: string): ((zone: string) => unknown) => {
      const b = begun({ clock });
      // The bench begins at its own time: the rest passes.
      b.pass((Date.parse(clock) - startOfTime) / 1000);
      return (zone) =>
        value(
          b,
          `[_genesys.session.timeInZone('${zone}'), _genesys.session.dateInZone('${zone}'), _genesys.session.dayInZone('${zone}')]`,
        );
    };
    // 29 March 2026, 1:00 UTC: Central Europe goes from 2 to 3 o'clock.
    expect(at('2026-03-29T00:59:59Z')('CET')).toBe('["01:59:59","03/29/2026",0]');
    expect(at('2026-03-29T01:00:00Z')('Europe/Berlin')).toBe('["03:00:00","03/29/2026",0]');
    // 25 October 2026, 1:00 UTC: back from 3 to 2.
    expect(at('2026-10-25T00:30:00Z')('CET')).toBe('["02:30:00","10/25/2026",0]');
    expect(at('2026-10-25T01:30:00Z')('CET')).toBe('["02:30:00","10/25/2026",0]');
    // 8 March 2026, 7:00 UTC: New York; Saturday there, Sunday in Tokyo.
    expect(at('2026-03-08T07:00:00Z')('EST')).toBe('["03:00:00","03/08/2026",0]');
    expect(at('2026-03-08T04:30:00Z')('EST')).toBe('["23:30:00","03/07/2026",6]');
    expect(at('2026-03-08T04:30:00Z')('JST')).toBe('["13:30:00","03/08/2026",0]');
    // Australia has summer when Europe has winter.
    expect(at('2026-04-04T15:59:59Z')('AEST')).toBe('["02:59:59","04/05/2026",0]');
    expect(at('2026-04-04T16:00:00Z')('AEST')).toBe('["02:00:00","04/05/2026",0]');
  });

  it('take the zone of the scenario for one that they do not know', () => {
    const b = begun({ zone: 'Europe/Berlin' });
    expect(value(b, "[_genesys.session.timeInZone('Mars'), _genesys.session.timeInZone()]")).toBe(
      '["10:00:00","10:00:00"]',
    );
    expect(value(b, "_genesys.session.dayInZone('UTC') === _genesys.session.day.Monday")).toBe('true');
    expect(b.assumptions()).toEqual([expect.stringContaining('unknown-zone')]);
  });

  it('know special days, whole or in part, by the date in the zone', () => {
    const specialDays = {
      Holidays: { Fair: ['2026-03-02'], Eve: ['2026-03-03 12:00-24:00'] },
    };
    const b = begun({ world: { specialDays } });
    const special = (args: string): unknown => value(b, `_genesys.session.isSpecialDay(${args})`);
    expect(special("'Holidays'")).toBe('true');
    expect(special("'Holidays', 'Fair'")).toBe('true');
    expect(special("'Holidays', 'Other'")).toBe('false');
    expect(special("'Nothing'")).toBe('false');
    // 9:00 UTC is 22:00 in Auckland on the same day; 14 hours later it is the 3rd everywhere east of London.
    b.pass(14 * 3600);
    expect(special("'Holidays', 'Fair', 'UTC'")).toBe('true');
    expect(special("'Holidays', 'Fair', 'NZST'")).toBe('false');
    expect(special("'Holidays', 'Eve', 'NZST'")).toBe('true');
    // 12:00 there: the part of the day has just begun; in Berlin it is midnight.
    expect(special("'Holidays', 'Eve', 'NZST', true")).toBe('true');
    expect(special("'Holidays', 'Eve', 'CET', true")).toBe('false');
    expect(special("'Holidays', 'Eve', 'CET', false")).toBe('true');
  });
});
