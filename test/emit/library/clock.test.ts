// What the clock gives on the host and in time zones, around midnight and around the turn of the year.
import { expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';

const moments = [
  {
    when: 'an afternoon',
    options: { now: '2026-03-04T14:05:06.789Z' },
    time: '14:05',
    date: '03/04/2026',
    day: 3,
    stamp: 50706789,
  },
  {
    when: 'the last second of the year, seen from one hour east',
    options: { now: '2025-12-31T23:59:59.999Z', offset: 60 },
    time: '00:59',
    date: '01/01/2026',
    day: 4,
    stamp: 3599999,
  },
  {
    when: 'midnight, five hours west',
    options: { now: '2028-02-29T05:00:00.000Z', offset: -300 },
    time: '00:00',
    date: '02/29/2028',
    day: 2,
    stamp: 0,
  },
];

test.each(moments)('the host clock at $when', async ({ options, time, date, day, stamp }) => {
  const realm = await openLibrary(options);
  expect(realm.run('[ird.time(), ird.date(), ird.day(), ird.timeStamp()]')).toEqual([time, date, day, stamp]);
  expect(realm.run('ird.getUTC()')).toBe(Math.floor(Date.parse(options.now) / 1000));
  realm.dispose();
});

test('time zones come from the platform, in the form of IRD', async () => {
  const realm = await openLibrary();
  expect(realm.run("[ird.timeInZone('ECT'), ird.dateInZone('ECT'), ird.dayInZone('ECT')]")).toEqual([
    '15:05',
    '03/04/2026',
    3,
  ]);
  expect(realm.run("[ird.timeInZone('EST'), ird.dateInZone('EST'), ird.dayInZone('EST')]")).toEqual([
    '09:05',
    '03/04/2026',
    0,
  ]);
  expect(realm.run("ird.zoneTime('EST')")).toBe('09:05:06');
  realm.dispose();
});

test('a zone that the platform does not know is an error, never midnight or Sunday', async () => {
  const realm = await openLibrary();
  expect(() => realm.run("ird.timeInZone('nowhere')")).toThrow('no time for zone nowhere');
  expect(() => realm.run("ird.timeInZone('odd')")).toThrow('not a TIME: noon');
  expect(() => realm.run("ird.dateInZone('nowhere')")).toThrow('no date for zone nowhere');
  expect(() => realm.run("ird.dayInZone('nowhere')")).toThrow('no day for zone nowhere');
  realm.dispose();
});

test('TimeDifference goes over midnight', async () => {
  const realm = await openLibrary();
  expect(realm.run('ird.timeDifference(0, 0)')).toBe(0);
  expect(realm.run('ird.timeDifference(1000, 500)')).toBe(86399500);
  expect(realm.run('ird.timeDifference(0, 86399999)')).toBe(86399999);
  expect(realm.run("ird.timeDifference('1000', '5000')")).toBe(4000);
  expect(() => realm.run('ird.timeDifference(-2147483648, 1)')).toThrow('INTEGER overflow: 2147483649');
  realm.dispose();
});
