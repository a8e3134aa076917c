// TIME, DATE and DAY values and ranges: comparison by value, both ends included, wrap over midnight, new year and the week's end.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

test.each([
  ["ird.timeValue('0:00')", 0],
  ["ird.timeValue('9:00')", 32400],
  ["ird.timeValue('09:00:00')", 32400],
  ["ird.timeValue('23:59:59')", 86399],
  ["ird.timeValue('24:00')", 86400],
  ['ird.timeValue(32400)', 32400],
  ["ird.timeValue('')", 0],
  ['ird.timeValue(undefined)', 0],
  ["ird.timeValue('9:00') < ird.timeValue('10:00')", true],
  ["ird.dateValue('03/04/2026')", 20260304],
  ["ird.dateValue('3/4/2026')", 20260304],
  ["ird.dateValue('12/24')", 1224],
  ["ird.dateValue('2/29/2028')", 20280229],
  ["ird.dateValue('2/29/2000')", 20000229],
  ["ird.dateValue('2/29')", 229],
  ["ird.dateValue('')", 0],
  ["ird.dateValue('12/31/2025') < ird.dateValue('01/01/2026')", true],
])('%s gives %j', (code, value) => {
  expect(realm.run(code)).toBe(value);
});

test.each([
  ["ird.timeValue('9')", 'not a TIME: 9'],
  ["ird.timeValue('9:60')", 'not a TIME: 9:60'],
  ["ird.timeValue('9:00:60')", 'not a TIME: 9:00:60'],
  ["ird.timeValue('24:01')", 'not a TIME: 24:01'],
  ["ird.timeValue('9:00 AM')", 'not a TIME: 9:00 AM'],
  ["ird.timeValue('noon')", 'not a TIME: noon'],
  ["ird.dateValue('2026-03-04')", 'not a DATE: 2026-03-04'],
  ["ird.dateValue('13/01/2026')", 'not a DATE: 13/01/2026'],
  ["ird.dateValue('0/10/2026')", 'not a DATE: 0/10/2026'],
  ["ird.dateValue('1/32/2026')", 'not a DATE: 1/32/2026'],
  ["ird.dateValue('2/29/2026')", 'not a DATE: 2/29/2026'],
  ["ird.dateValue('2/29/1900')", 'not a DATE: 2/29/1900'],
  ["ird.dateValue('4/31')", 'not a DATE: 4/31'],
  ["ird.dateValue('1/1/26')", 'not a DATE: 1/1/26'],
])('%s throws "%s"', (code, message) => {
  expect(() => realm.run(code)).toThrow(message);
});

describe('ranges', () => {
  test.each([
    ["ird.inTimeRange('08:00', '08:00', '17:00')", true],
    ["ird.inTimeRange('17:00', '08:00', '17:00')", true],
    ["ird.inTimeRange('17:01', '08:00', '17:00')", false],
    ["ird.inTimeRange('9:00', '08:00', '10:00')", true],
    ["ird.inTimeRange('23:00', '22:00', '06:00')", true],
    ["ird.inTimeRange('00:00', '22:00', '06:00')", true],
    ["ird.inTimeRange('06:00', '22:00', '06:00')", true],
    ["ird.inTimeRange('06:01', '22:00', '06:00')", false],
    ["ird.inTimeRange('21:59:59', '22:00', '06:00')", false],
    ["ird.inTimeRange('12:00', '12:00', '12:00')", true],
    ["ird.inTimeRange('12:01', '12:00', '12:00')", false],
    ["ird.inTimeRange('23:59:59', '00:00', '24:00')", true],

    ["ird.inDateRange('12/24/2026', '12/24/2026', '12/26/2026')", true],
    ["ird.inDateRange('12/26/2026', '12/24/2026', '12/26/2026')", true],
    ["ird.inDateRange('12/25/2027', '12/24/2026', '12/26/2026')", false],
    ["ird.inDateRange('01/02/2027', '12/24/2026', '01/06/2027')", true],
    ["ird.inDateRange('12/25/2026', '12/26/2026', '12/24/2026')", false],
    ["ird.inDateRange('12/25/2031', '12/24', '12/26')", true],
    ["ird.inDateRange('01/03/2027', '12/24', '01/06')", true],
    ["ird.inDateRange('12/31/2026', '12/24', '01/06')", true],
    ["ird.inDateRange('06/15/2026', '12/24', '01/06')", false],
    ["ird.inDateRange('02/29/2028', '02/28', '03/01')", true],
    ["ird.inDateRange('12/25/2026', '12/24/2026', '12/26')", true],

    ['ird.inDayRange(1, 1, 5)', true],
    ['ird.inDayRange(5, 1, 5)', true],
    ['ird.inDayRange(6, 1, 5)', false],
    ['ird.inDayRange(6, 5, 1)', true],
    ['ird.inDayRange(0, 5, 1)', true],
    ['ird.inDayRange(3, 5, 1)', false],
    ["ird.inDayRange('6', '6', '0')", true],
  ])('%s is %j', (code, value) => {
    expect(realm.run(code)).toBe(value);
  });
});
