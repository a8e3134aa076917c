import { describe, expect, it } from 'vitest';
import type { ScenarioWorld } from '../../../src/runtime-check/scenario/types.js';
import { createAnswers } from '../../../src/runtime-check/world/answers.js';
import {
  dateText,
  isSpecialDay,
  localTime,
  timeText,
  zoneName,
  zoneOffset,
} from '../../../src/runtime-check/world/calendar.js';
import { createInteractions } from '../../../src/runtime-check/world/interactions.js';
import { createTreatments, type BusyTreatment } from '../../../src/runtime-check/world/treatments.js';
import { createWorld } from '../../../src/runtime-check/world/world.js';
import { virtualHost } from './virtual-host.js';

describe('calendar', () => {
  const winter = Date.UTC(2026, 0, 15, 12, 30, 5);
  const summer = Date.UTC(2026, 6, 15, 23, 30, 5);

  it('knows offsets with daylight saving', () => {
    expect(zoneOffset('Europe/Berlin', winter)).toBe(60);
    expect(zoneOffset('Europe/Berlin', summer)).toBe(120);
    expect(zoneOffset('America/New_York', winter)).toBe(-300);
    expect(zoneOffset('Asia/Kolkata', winter)).toBe(330);
    expect(zoneOffset('UTC', winter)).toBe(0);
    // The hour that does not exist: 29 March 2026, 01:00 UTC.
    expect(zoneOffset('Europe/Berlin', Date.UTC(2026, 2, 29, 0, 59, 59, 999))).toBe(60);
    expect(zoneOffset('Europe/Berlin', Date.UTC(2026, 2, 29, 1))).toBe(120);
  });

  it('shows dates, times and weekdays as pages compare them', () => {
    const berlin = localTime('Europe/Berlin', summer);
    expect([dateText(berlin), timeText(berlin), berlin.weekday]).toEqual(['07/16/2026', '01:30:05', 4]);
    expect(timeText(localTime('UTC', Date.UTC(2026, 0, 1)))).toBe('00:00:00');
  });

  it('accepts zone names and abbreviations, and no nonsense', () => {
    expect(zoneName('CET')).toBe('Europe/Berlin');
    expect(zoneName('US/Pacific')).toBe('US/Pacific');
    expect(zoneName('Europe/Berln')).toBeUndefined();
    expect(zoneName('')).toBeUndefined();
    expect(zoneName('+01:00')).toBeUndefined();
    expect(zoneName('constructor')).toBeUndefined();
  });

  it('finds special days by table and name', () => {
    const days = { Holidays: { NewYear: ['2026-01-01'], Fair: ['2026-07-16'] } };
    const today = localTime('Europe/Berlin', summer);
    expect(isSpecialDay(days, 'Holidays', '', today)).toBe(true);
    expect(isSpecialDay(days, 'Holidays', 'NewYear', today)).toBe(false);
    expect(isSpecialDay(days, 'Holidays', 'Fair', today)).toBe(true);
    expect(isSpecialDay(days, 'toString', '', today)).toBe(false);
    expect(isSpecialDay(undefined, 'Holidays', '', today)).toBe(false);
  });
});

describe('answers', () => {
  const request = (
    url: string,
    method = 'get',
  ): Parameters<ReturnType<typeof createAnswers>['fetch']>[0] => ({
    url,
    method,
    params: {},
    body: '',
  });

  it('gives an answer for one turn to that turn alone, and counts what was asked for', () => {
    const answers = createAnswers({
      treatments: [{ nth: 2, digits: '5' }, { digits: '0' }],
      fetch: [
        { nth: 2, url: '/b', content: 'second' },
        { nth: 3, times: 1, content: 'third' },
      ],
    });
    expect([1, 2, 3].map(() => answers.treatment('dialog:play')?.digits)).toEqual(['0', '5', '0']);
    const urls = ['http://h/b', 'http://h/a', 'http://h/b', 'http://h/b'];
    expect(urls.map((url) => answers.fetch(request(url))?.content)).toEqual([
      undefined,
      undefined,
      'third',
      undefined,
    ]);
    answers.failure('queue:submit');
    const counts = ['treatment', 'fetch', 'urs', 'queue:submit'].map((what) => answers.asked(what));
    expect(counts).toEqual([3, 4, 0, 1]);
  });

  it('takes the first that fits, and each as often as it says', () => {
    const answers = createAnswers({
      treatments: [{ match: 'Menu', times: 2, digits: '1' }, { match: 'dialog:play' }, { digits: '9' }],
      fetch: [{ url: '/a', content: 1 }],
      urs: [{ content: 2 }],
      failures: [{ action: 'ixn:redirect', nth: 2, error: 'busy' }, { action: 'queue:submit' }],
    });
    const digits = [1, 2, 3].map(() => answers.treatment('dialog:playandcollect in Menu {}')?.digits);
    expect(digits).toEqual(['1', '1', undefined]);
    expect(answers.treatment('dialog:start in X')?.digits).toBe('9');
    expect(answers.fetch(request('http://h/a?x'))?.content).toBe(1);
    expect(answers.fetch(request('http://h/b'))).toBeUndefined();
    expect(answers.fetch(request('urs/call', 'urs'))?.content).toBe(2);
    expect([1, 2, 3].map(() => answers.failure('ixn:redirect')?.error)).toEqual([
      undefined,
      'busy',
      undefined,
    ]);
    expect(answers.failure('queue:submit')).toBeDefined();
    expect(answers.failure('queue:cancel')).toBeUndefined();
  });
});

describe('user data', () => {
  it('keeps, changes and deletes pairs, also nested and with odd names', () => {
    const all = createInteractions({ interaction: { udata: { Language: 'de', Tries: 2 } } });
    const id = all.all[0]?.id ?? '';
    all.setData(id, { details: { age: 3, name: 'x' }, Tries: 3 });
    all.deleteData(id, { Language: '', details: { age: 0 } });
    expect(all.find(id)?.udata).toEqual({ Tries: 3, details: { name: 'x' } });
    all.setData(id, JSON.parse('{"__proto__": {"polluted": 1}}') as Record<string, unknown>);
    expect(Object.hasOwn(all.find(id)?.udata ?? {}, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    all.deleteData(id, undefined);
    expect(all.find(id)?.udata).toEqual({});
    all.setData('other', { a: 1 });
    expect(all.all).toHaveLength(1);
    expect(createInteractions({ interaction: { media: 'none' } }).all).toEqual([]);
    expect(createInteractions({ interaction: { media: 'email' } }).all[0]?.category).toBe('msgbased');
  });
});

describe('treatments', () => {
  const playing = () => {
    const host = virtualHost();
    const log: string[] = [];
    const start = host.now();
    const at = (): string => String((host.now() - start) / 1000);
    const item = (name: string, seconds: number): BusyTreatment => ({
      begin: (round) => {
        log.push(`${at()} ${name}${String(round)}`);
        return seconds;
      },
    });
    return { host, log, at, item, treatments: createTreatments(host) };
  };

  it('plays the list of the last request that waits, and goes on with the one before when it is over', () => {
    const { host, log, item, treatments } = playing();
    treatments.busy('i', 'r1', [item('a', 10), item('b', 5)]);
    host.pass(4);
    treatments.busy('i', 'r2', [item('c', 7)]);
    treatments.busy('other', 'r3', [item('d', 100)]);
    host.pass(4);
    treatments.endBusy('r2');
    host.pass(6);
    expect(log).toEqual(['0 a1', '4 c1', '4 d1', '8 b1', '13 a2']);
    expect(host.assumed).toContain('busy-treatments-latest');
    treatments.busy('i', 'r4', [item('e', 60)]);
    treatments.endBusy('r1');
    treatments.stopAll('i');
    host.pass(20);
    expect(log.slice(5)).toEqual(['14 e1']);
  });

  it('plays the busy list in order and again from the start, and stops for a treatment of the flow', () => {
    const { host, log, at, item, treatments } = playing();
    treatments.busy('i', 'r1', [item('a', 10), item('b', 5)]);
    host.pass(20);
    expect(log).toEqual(['0 a1', '10 b1', '15 a2']);
    expect(treatments.play('i', 3, (how) => log.push(`${at()} ${how}`))).toBe(true);
    expect(treatments.play('i', 3, () => log.push('never'))).toBe(false);
    host.pass(4);
    expect(log.slice(3)).toEqual(['23 finished', '23 b2']);
    treatments.endBusy('r1');
    host.pass(100);
    expect(log).toHaveLength(5);
  });

  it('does not loop over a list that takes no time', () => {
    const host = virtualHost();
    let count = 0;
    const treatments = createTreatments(host);
    treatments.busy('i', 'r1', [{ begin: () => (count++, 0) }]);
    host.pass(1000);
    expect(count).toBe(1);
    expect(host.assumed).toEqual(['empty-busy-list']);
  });

  it('cuts a treatment, silently when the caller has gone', () => {
    const host = virtualHost();
    const log: string[] = [];
    const treatments = createTreatments(host);
    treatments.play('i', 30, (how) => log.push(how));
    expect(treatments.stop('i')).toBe(true);
    expect(treatments.stop('i')).toBe(false);
    treatments.play('i', 30, (how) => log.push(how));
    treatments.stopAll('i', 'silent');
    host.pass(100);
    expect(log).toEqual(['cut']);
  });
});

describe('statistics', () => {
  const given: ScenarioWorld = {
    agents: [
      { id: 'anna', groups: ['Sales'], ready: true },
      { id: 'bob', groups: ['Sales'], ready: [{ at: 5, value: true }] },
      { id: 'off', groups: ['Sales'], loggedIn: false, ready: true },
    ],
    statistics: { 'Sales@S.GA': { Own: 7 }, anna: { Own: [{ at: 3, value: 9 }] } },
  };

  it('come from the scenario, else from counting, else nowhere', () => {
    const host = virtualHost();
    const { statistics, at } = createWorld({ scenario: 1, name: 't', world: given }, host);
    const value = (object: string, name: string): number | undefined => statistics.value(object, name, at());
    expect([value('Sales@S.GA', 'Own'), value('anna@S.A', 'Own')]).toEqual([7, 0]);
    expect([value('Sales@.GA', 'StatAgentsTotal'), value('Sales@.GA', 'StatAgentsAvailable')]).toEqual([
      2, 1,
    ]);
    host.pass(12);
    expect([value('anna@S.A', 'Own'), value('Sales@.GA', 'StatAgentsBusy')]).toEqual([9, 0]);
    expect([value('bob@.A', 'StatTimeInReadyState'), value('anna@.A', 'StatTimeInReadyState')]).toEqual([
      7, 12,
    ]);
    expect([
      value('VQ', 'CallsWaiting'),
      value('anna@.A', 'Nonsense'),
      value('nobody@.A', 'StatAgentsTotal'),
      value('Nobody@.GA', 'StatAgentsTotal'),
    ]).toEqual([0, undefined, undefined, undefined]);
  });
});
