// The clock where the router runs and in other zones, special days, and the time between two readings.
import { describe, expect, test } from 'vitest';
import { valueOf, type World } from './evaluate-text.js';

const at = (clock: string, zone = 'UTC', more: World['scenario'] = {}): World => ({
  scenario: { clock, zone, ...more },
});

test.each([
  ['an afternoon', at('2026-03-04T14:05:06.789Z'), ['14:05', '03/04/2026', 3, 50706789]],
  [
    'new year, an hour east',
    at('2025-12-31T23:59:59.999Z', 'Europe/Berlin'),
    ['00:59', '01/01/2026', 4, 3599999],
  ],
  ['midnight, five hours west', at('2028-02-29T05:00:00Z', 'EST'), ['00:00', '02/29/2028', 2, 0]],
  [
    'after the clocks went forward',
    at('2026-03-29T01:00:00Z', 'Europe/Berlin'),
    ['03:00', '03/29/2026', 0, 10800000],
  ],
])('%s', (_what, world, [time, date, day, stamp]) => {
  expect(valueOf('Time[]', world)).toBe(time);
  expect(valueOf('Date[]', world)).toBe(date);
  expect(valueOf('Day[]', world)).toBe(day);
  expect(valueOf('TimeStamp[]', world)).toBe(stamp);
});

test.each([
  ["TimeInZone['Asia/Tokyo']", '04:30'],
  ["DateInZone['Asia/Tokyo']", '03/05/2026'],
  ["DayInZone['Asia/Tokyo']", 4],
  ["TimeInZone['PST']", '11:30'],
  ["DateInZone['PST']", '03/04/2026'],
  ["TimeInZone['']", '20:30'],
  ["TimeInZone['nowhere']", 'unknown: what URS does with the unknown time zone "nowhere" is not described'],
  ["DayInZone['nowhere']", 'unknown: what URS does with the unknown time zone "nowhere" is not described'],
  ["TimeInZone['Asia/Tokyo'] < 9:00", true],
])('%s gives %j', (text, value) => {
  expect(valueOf(text, at('2026-03-04T19:30:15Z', 'Europe/Berlin'))).toBe(value);
});

test('TimeInZone may give seconds', () => {
  const world = { ...at('2026-03-04T19:30:15Z'), assumptions: { 'timeinzone.precision': 'seconds' } };
  expect(valueOf("TimeInZone['CET']", world)).toBe('20:30:15');
});

test.each([
  ['TimeDifference[1000,5000]', 4000],
  ['TimeDifference[86390000,10000]', 20000],
  ['TimeDifference[5,5]', 0],
  ['TimeDifference[-2147483647,2147483647]', 'error: INTEGER overflow: 4294967294'],
])('%s gives %j', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

describe('special days', () => {
  const world = at('2026-12-24T15:00:00Z', 'Europe/Berlin', {
    world: {
      specialDays: {
        Holidays: { Christmas: ['2026-12-25'], Eve: ['2026-12-24 12:00-14:00'] },
      },
    },
  });
  test.each([
    ["IsSpecialDay['Holidays']", 1],
    ["IsSpecialDay['Holidays','']", 1],
    ["IsSpecialDay['Holidays','Eve']", 1],
    ["IsSpecialDay['Holidays','Christmas']", 0],
    ["IsSpecialDay['none']", 0],
    ["IsSpecialDay['constructor']", 0],
    ["IsSpecialDayEx['Holidays','Christmas','Asia/Tokyo']", 1],
    ["IsSpecialDayEx['Holidays','Eve','UTC',0]", 1],
    ["IsSpecialDayEx['Holidays','Eve','',1]", 0],
    ["IsSpecialDayEx['Holidays','Eve','EST',1]", 0],
    ["IsSpecialDayEx['Holidays','Eve','Atlantic/South_Georgia',1]", 1],
    [
      "IsSpecialDayEx['Holidays','Eve','nowhere',1]",
      'unknown: what URS does with the unknown time zone "nowhere" is not described',
    ],
  ])('%s gives %j', (text, value) => {
    expect(valueOf(text, world)).toBe(value);
  });
});
