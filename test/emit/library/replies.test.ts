// Errors as segments name them, and answers of services, in the sandbox.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

const value = (code: string): unknown => realm.run(code);

describe('isError', () => {
  const met = (name: string, data: string, wanted: string): unknown =>
    value(
      `(_data.ird_error = ird.errorOf({ name: '${name}', data: ${data} }), ird.isError(${JSON.stringify(wanted)}))`,
    );
  it.each([
    ['error.queue.submit', "{ error: 'timeout' }", 'Timeout', true],
    ['error.queue.submit', "{ error: 'timeout' }", 'error.queue', true],
    ['error.queue.submit', "{ error: 'timeout' }", 'queue.submit', true],
    ['error.queue.submit', "{ error: 'timeout' }", 'queue.sub', false],
    ['error.dialog.play', '{ error: 13 }', '0013 Remote error', true],
    ['error.dialog.play', "{ error: '0013' }", '13', true],
    ['error.dialog.play', "{ error: 14, description: 'Remote error' }", '0013 Remote error', false],
    ['error.dialog.play', "{ description: '0013 Remote error (RequestService)' }", '0013', true],
    ['error.dialog.play', "{ error: 'remote error' }", '0013 Remote error', true],
    ['error.dialog.play', "{ error: 'remoteness' }", 'remote', false],
    ['error.dialog.play', '{}', '', false],
    ['It.timeout', 'undefined', 'timeout', true],
  ] as const)('%s with %s as %s: %s', (name, data, wanted, expected) => {
    expect(met(name, data, wanted)).toBe(expected);
  });
  it('knows no error before one was met', () => {
    expect(value("(_data.ird_error = {}, ird.isError('timeout'))")).toBe(false);
  });
});

describe('answers', () => {
  it.each([
    [`ird.replyValue(ird.reply('{"Tier":"gold"}'), 'tier')`, 'gold'],
    [`ird.replyValue(ird.reply('[{"n":1},{"n":2}]'), 'n')`, '1'],
    [`ird.replyValue(ird.reply('{"rows":[]}'), 'n')`, ''],
    [`ird.replyValue(ird.reply('{"n":1,"N":2}'), 'N')`, '2'],
    [`ird.replyValue(ird.reply('7'), 'result')`, '7'],
    [`ird.replyList(ird.reply('{"a":1,"b":null,"c":"x"}'))`, 'a:1|b:|c:x'],
    [`ird.replyList(ird.reply(''))`, ''],
  ])('%s', (code, expected) => {
    expect(value(code)).toBe(expected);
  });
  it('fail when they are no JSON', () => {
    expect(
      value("(function () { try { ird.reply('no'); return 'read'; } catch (e) { return 'failed'; } })()"),
    ).toBe('failed');
  });
});
