// Ranges of the segmentation objects: both ends belong to them, and they go over midnight, the week's end and new year.
import { expect, test } from 'vitest';
import { isDateWithin, isDayWithin, isTimeWithin } from '../../../src/equivalence/evaluate/moments.js';

test.each([
  ['9:00', '9:00', '17:00', true],
  ['17:00', '9:00', '17:00', true],
  ['17:00:01', '9:00', '17:00', false],
  ['8:59:59', '9:00', '17:00', false],
  ['23:00', '22:00', '6:00', true],
  ['6:00', '22:00', '6:00', true],
  ['22:00', '22:00', '6:00', true],
  ['12:00', '22:00', '6:00', false],
  ['0:00', '22:00', '24:00', false],
  ['12:00', '12:00', '12:00', true],
])('%s from %s to %s: %j', (time, from, to, inside) => {
  expect(isTimeWithin(time, from, to)).toBe(inside);
});

test.each([
  [5, 5, 1, true],
  [0, 5, 1, true],
  [1, 5, 1, true],
  [3, 5, 1, false],
  [3, 1, 5, true],
  [6, 1, 5, false],
])('day %i from %i to %i: %j', (day, from, to, inside) => {
  expect(isDayWithin(day, from, to)).toBe(inside);
});

test.each([
  ['03/04/2026', '03/01/2026', '03/31/2026', true],
  ['03/04/2027', '03/01/2026', '03/31/2026', false],
  ['03/04/2026', '03/31/2026', '03/01/2026', false],
  ['12/25/2026', '12/24', '01/06', true],
  ['01/06/2027', '12/24', '01/06', true],
  ['01/07/2027', '12/24', '01/06', false],
  ['02/29/2028', '02/29', '02/29', true],
])('%s from %s to %s: %j', (date, from, to, inside) => {
  expect(isDateWithin(date, from, to)).toBe(inside);
});

test('what is no moment is an error, wherever it stands', () => {
  const failed = expect.objectContaining({ failed: 'error' }) as unknown; // a matcher has no type of its own
  expect(isTimeWithin('noon', '9:00', '17:00')).toEqual(failed);
  expect(isTimeWithin('12:00', 'noon', '17:00')).toEqual(failed);
  expect(isTimeWithin('12:00', '9:00', '25:00')).toEqual(failed);
  expect(isDateWithin('02/30/2026', '01/01', '12/31')).toEqual(failed);
  expect(isDateWithin('1/1/26', '01/01', '12/31')).toEqual(failed);
});
