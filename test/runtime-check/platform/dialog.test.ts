import { describe, expect, it } from 'vitest';
import { collectDigits } from '../../../src/runtime-check/world/digit-input.js';
import { bench, type Bench } from './bench.js';

function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  return b;
}

const short = (events: readonly string[]): readonly string[] =>
  events.map((event) => event.replace(/"requestid":"[^"]*",?/, '').replace(/,"description".*/, ''));

describe('digits', () => {
  const collect = (keys: string, input: Parameters<typeof collectDigits>[1]): unknown => {
    const { digits, seconds, how } = collectDigits(keys, input, { digit: 1, silence: 5 });
    return [digits, seconds, how];
  };

  it('end at a termination key, at the highest number, or when nobody keys any more', () => {
    expect(collect('12#34', { term_digits: '#*' })).toEqual(['12', 3, 'keyed']);
    expect(collect('1234', { max_digits: 3 })).toEqual(['123', 3, 'keyed']);
    expect(collect('12', { max_digits: '4', digit_timeout: 3 })).toEqual(['12', 5, 'keyed']);
    expect(collect('12', {})).toEqual(['12', 2, 'keyed']);
    expect(collect('#', { term_digits: '#' })).toEqual(['', 1, 'keyed']);
  });

  it('are corrected, ignored and given up', () => {
    expect(collect('12*3', { backspace_digits: '*' })).toEqual(['13', 4, 'keyed']);
    expect(collect('*1', { backspace_digits: '*' })).toEqual(['1', 2, 'keyed']);
    expect(collect('12#3', { reset_digits: '#' })).toEqual(['3', 4, 'keyed']);
    expect(collect('1*2', { ignore_digits: '*#' })).toEqual(['12', 3, 'keyed']);
    expect(collect('12*', { abort_digits: '*', max_digits: 9 })).toEqual(['', 3, 'aborted']);
  });

  it('stop at the timeouts', () => {
    expect(collect('', { start_timeout: 7, total_timeout: 20 })).toEqual(['', 7, 'silence']);
    expect(collect('', { total_timeout: 4 })).toEqual(['', 4, 'silence']);
    expect(collect('', { digit_timeout: 2 })).toEqual(['', 2, 'silence']);
    expect(collect('', {})).toEqual(['', 5, 'silence']);
    expect(collect('', { start_timeout: 9, total_timeout: 4 })).toEqual(['', 4, 'silence']);
    expect(collect('123456', { total_timeout: 3 })).toEqual(['123', 3, 'keyed']);
    expect(collect('12', { total_timeout: 4, digit_timeout: 9 })).toEqual(['12', 4, 'keyed']);
  });
});

describe('dialog', () => {
  const ask = (name: string): string =>
    `<dialog:${name} requestid="_data.m" language="'English (US)'" device="'8001'">
      <dialog:prompts type="ann"><dialog:prompt intid="12"/></dialog:prompts>
      <dialog:prompts type="itimeout"><dialog:prompt intid="13"/></dialog:prompts>
      <dialog:prompts type="isuccess"><dialog:prompt intid="14"/><dialog:prompt intid="15"/></dialog:prompts>
      <dialog:prompts type="ifailure"><dialog:prompt intid="16"/></dialog:prompts>
      <dialog:prompts type="iretry"><dialog:prompt intid="17"/></dialog:prompts>
      <dialog:input max_digits="1"/></dialog:${name}>`;

  it('plays the prompts of the case that comes about', () => {
    const b = begun({
      answers: { treatments: [{ times: 1, digits: '1' }, { times: 1 }, { error: 'unknown', digits: '2' }] },
    });
    for (let round = 0; round < 3; round++) {
      b.run(ask('playandverify'));
      b.pass(100);
    }
    // 5 s for each prompt, 1 s for each key, 5 s of silence.
    expect(short(b.events())).toEqual([
      '16 dialog.playandverify.done {"digits":"1"}',
      '115 dialog.playandverify.done {"digits":""}',
      '211 error.dialog.playandverify {"error":"unknown"',
    ]);
    expect(b.steps[0]?.params).toEqual({
      element: 'dialog:playandverify',
      language: 'English (US)',
      device: '8001',
      prompts: [
        { type: 'ann', intid: 12 },
        { type: 'itimeout', intid: 13 },
        { type: 'isuccess', intid: 14 },
        { type: 'isuccess', intid: 15 },
        { type: 'ifailure', intid: 16 },
        { type: 'iretry', intid: 17 },
      ],
      input: { max_digits: 1 },
    });
    expect(b.assumptions()).toContainEqual(expect.stringContaining('conditional-prompts'));
  });

  it('gives empty digits for an abort key', () => {
    const b = begun({ answers: { treatments: [{ digits: '1*' }] } });
    b.run(
      '<dialog:collect requestid="_data.m"><dialog:input max_digits="4" abort_digits="\'*\'"/></dialog:collect>',
    );
    b.pass(9);
    expect(short(b.events())).toEqual(['2 dialog.collect.done {"digits":""}']);
    expect(b.assumptions()).toContainEqual(expect.stringContaining('abort-digits'));
  });

  it('starts applications and waits: what was sent, how long, what they leave', () => {
    const b = begun();
    b.run(
      '<dialog:start requestid="_data.a" type="\'applid\'"><param name="APP_URI" expr="\'http://ivr\'"/></dialog:start>',
    );
    b.pass(20);
    b.run('<dialog:pause requestid="_data.p" duration="3"/>');
    b.pass(20);
    expect(short(b.events())).toEqual([
      '0 dialog.start.requestid {}',
      '10 dialog.start.done {"extensions":{}}',
      '23 dialog.pause.done {}',
    ]);
    expect(b.steps[0]?.params).toEqual({
      element: 'dialog:start',
      type: 'applid',
      params: { APP_URI: 'http://ivr' },
    });
  });

  it('goes on at the default when the remote destination fails', () => {
    const b = begun({ answers: { treatments: [{ match: 'dialog:remote', lasts: 1, error: 'remote' }] } });
    b.run('<dialog:remote requestid="_data.r" destination="\'5550100\'" default="\'5550101\'"/>');
    b.pass(5);
    b.run('<dialog:remote requestid="_data.r" destination="\'5550100\'"/>');
    b.pass(5);
    expect(short(b.events())).toEqual(['1 dialog.remote.done {}', '6 error.dialog.remote {"error":"remote"']);
    expect(b.assumptions()).toContainEqual(expect.stringContaining('remote-default'));
  });

  it('records announcements and deletes them', () => {
    const b = begun();
    b.run(
      '<dialog:createann requestid="_data.a" userid="\'u1\'"><dialog:prompts><dialog:prompt intid="1"/></dialog:prompts></dialog:createann>',
    );
    b.pass(30);
    for (const id of ['1', '1', '9']) {
      b.run(`<dialog:deleteann requestid="_data.d" intid="${id}"/>`);
      b.pass(10);
    }
    b.run('<dialog:createann requestid="_data.a" intid="7"/>');
    b.pass(30);
    expect(short(b.events())).toEqual([
      '15 dialog.createann.done {"extensions":{"ANN_ID":"1"}}',
      '31 dialog.deleteann.done {}',
      '41 error.dialog.deleteann {"error":"invalidattribute"',
      '51 error.dialog.deleteann {"error":"invalidattribute"',
      '70 dialog.createann.done {"extensions":{"ANN_ID":"7"}}',
    ]);
  });

  it('shows in the trace when it is stopped', () => {
    const b = begun();
    b.run(
      '<dialog:playsound requestid="_data.a" type="\'music\'" resource="\'music/on_hold\'" duration="60"/>',
    );
    b.pass(2);
    b.run('<dialog:stop requestid="_data.c"/>');
    b.pass(0);
    expect(b.steps.map(({ at, kind, params }) => [at, kind, params])).toEqual([
      [
        0,
        'treatment',
        { element: 'dialog:playsound', type: 'music', resource: 'music/on_hold', duration: 60 },
      ],
      [2, 'action', { element: 'dialog:stop' }],
    ]);
  });

  it('plays busy treatments that fail no longer than they take, and tells no event', () => {
    const b = begun({ answers: { treatments: [{ match: 'bad', lasts: 2, error: 'remote' }] } });
    b.run(`<queue:submit requestid="_data.s" timeout="30"><dialog:runtreatments>
      <dialog:play><dialog:prompts><dialog:prompt text="'bad.wav'"/></dialog:prompts></dialog:play>
      <dialog:playsound type="'music'" duration="20"/><dialog:pause duration="3"/></dialog:runtreatments>
      <queue:targets><queue:targetid expr="'Sales@.GA'"/></queue:targets></queue:submit>`);
    b.pass(60);
    expect(b.events().map((event) => event.split(' ').slice(0, 2).join(' '))).toEqual([
      '0 queue.submit.requestid',
      '30 error.queue.submit',
    ]);
    expect(b.steps.map(({ at, params }) => [at, params['element']])).toEqual([
      [0, undefined],
      [0, 'dialog:play'],
      [2, 'dialog:playsound'],
      [22, 'dialog:pause'],
    ]);
  });
});
