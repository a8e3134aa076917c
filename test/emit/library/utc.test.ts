// UTC functions: the text form both ways, and calendar arithmetic across months, leap years and centuries.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary({ offset: 120 });
});
afterAll(() => realm.dispose());

const at = (text: string): number => Date.parse(text) / 1000;

test.each([
  '1970-01-01T00:00:00Z',
  '2026-03-01T12:34:56Z',
  '2028-02-29T23:59:59Z',
  '1969-12-31T23:59:59Z',
  '2038-01-19T03:14:08Z',
  '9999-12-31T23:59:59Z',
  '0099-12-31T00:00:00Z',
  '0000-01-01T00:00:00Z',
])('%s goes both ways', (text) => {
  expect(realm.run(`ird.utcFromString('${text}')`)).toBe(at(text));
  expect(realm.run(`ird.utcToString(${at(text)})`)).toBe(text);
});

test.each([
  '',
  '2026-03-01',
  '2026-03-01T12:34:56',
  '2026-03-01 12:34:56Z',
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-03-01T24:00:00Z',
  '2026-03-01T12:34:56.000Z',
])('"%s" is no UTC text', (text) => {
  expect(() => realm.run(`ird.utcFromString('${text}')`)).toThrow(`not a UTC text: ${text}`);
});

test.each(['253402300800', '-62167219201', "'99999999999999999'"])('%s seconds have no text', (seconds) => {
  expect(() => realm.run(`ird.utcToString(${seconds})`)).toThrow('no UTC text for');
});

const add = (name: string, from: string, ...offsets: readonly number[]): unknown =>
  realm.run(`ird.utcToString(ird.${name}(${[at(from), ...offsets].join(', ')}))`);

describe('UTCAdd', () => {
  test.each([
    ['nothing', '2026-03-04T05:06:07Z', [0, 0, 0, 0, 0, 0], '2026-03-04T05:06:07Z'],
    ['every unit', '2026-03-04T05:06:07Z', [1, 2, 3, 4, 5, 6], '2027-05-07T09:11:13Z'],
    ['a month after 31 January', '2026-01-31T10:00:00Z', [0, 1, 0, 0, 0, 0], '2026-02-28T10:00:00Z'],
    [
      'a month after 31 January of a leap year',
      '2028-01-31T10:00:00Z',
      [0, 1, 0, 0, 0, 0],
      '2028-02-29T10:00:00Z',
    ],
    ['a year after 29 February', '2028-02-29T10:00:00Z', [1, 0, 0, 0, 0, 0], '2029-02-28T10:00:00Z'],
    ['four years after 29 February', '2028-02-29T10:00:00Z', [4, 0, 0, 0, 0, 0], '2032-02-29T10:00:00Z'],
    ['a month before 31 March', '2026-03-31T10:00:00Z', [0, -1, 0, 0, 0, 0], '2026-02-28T10:00:00Z'],
    ['13 months', '2026-12-31T23:59:59Z', [0, 13, 0, 0, 0, 0], '2028-01-31T23:59:59Z'],
    ['months first, then days', '2026-01-31T00:00:00Z', [0, 1, 1, 0, 0, 0], '2026-03-01T00:00:00Z'],
    ['more hours than a day has', '2026-12-31T23:00:00Z', [0, 0, 0, 25, 0, 0], '2027-01-02T00:00:00Z'],
    ['negative seconds over midnight', '2026-01-01T00:00:00Z', [0, 0, 0, 0, 0, -1], '2025-12-31T23:59:59Z'],
    ['years before 1970', '1970-01-01T00:00:00Z', [-1, 0, 0, 0, 0, 0], '1969-01-01T00:00:00Z'],
  ] as const)('%s', (_what, from, offsets, to) => {
    expect(add('utcAdd', from, ...offsets)).toBe(to);
  });

  test.each([
    ['beyond 32 bits', 'ird.utcAdd(2147483647, 0, 0, 0, 0, 0, 1)'],
    ['to the years before 100', 'ird.utcAdd(0, -1900, 0, 0, 0, 0, 0)'],
    ['by more months than a calendar has', 'ird.utcAdd(0, 0, 2147483647, 0, 0, 0, 0)'],
  ])('fails %s', (_what, code) => {
    expect(() => realm.run(code)).toThrow('INTEGER overflow');
    expect(() => realm.run(code.replace('utcAdd', 'utcAddRolling'))).toThrow('INTEGER overflow');
  });

  test('takes what is left out for 0', () => {
    expect(realm.run('ird.utcAdd(100)')).toBe(100);
    expect(realm.run("ird.utcAdd('100', '', undefined, '1')")).toBe(86500);
  });

  test.each([
    ['2026-01-31T10:00:00Z', [0, 1, 0, 0, 0, 0], '2026-03-03T10:00:00Z'],
    ['2028-02-29T10:00:00Z', [1, 0, 0, 0, 0, 0], '2029-03-01T10:00:00Z'],
    ['2026-03-04T05:06:07Z', [1, 2, 3, 4, 5, 6], '2027-05-07T09:11:13Z'],
  ] as const)('rolling %s by %j gives %s', (from, offsets, to) => {
    expect(add('utcAddRolling', from, ...offsets)).toBe(to);
  });
});
