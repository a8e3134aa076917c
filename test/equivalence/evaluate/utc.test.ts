// UTC by the calendar: months of different lengths, leap years, centuries, and what has no text or no INTEGER.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, daysToMonth } from '../../../src/equivalence/evaluate/moments.js';
import { valueOf } from './evaluate-text.js';

test.each([
  ['GetUTC[]', 1772633106],
  ['UTCToString[0]', '1970-01-01T00:00:00Z'],
  ['UTCToString[-1]', '1969-12-31T23:59:59Z'],
  ['UTCToString[1772323200]', '2026-03-01T00:00:00Z'],
  ["UTCToString['253402300799']", '9999-12-31T23:59:59Z'],
  ["UTCToString['253402300800']", 'error: 253402300800 is no UTC of four-digit years'],
  ["UTCFromString['2026-03-01T00:00:00Z']", 1772323200],
  ["UTCFromString['2028-02-29T23:59:59Z']", 1835481599],
  ["UTCFromString['2027-02-29T00:00:00Z']", 'error: "2027-02-29T00:00:00Z" is no UTC text'],
  ["UTCFromString['2026-03-01T24:00:00Z']", 'error: "2026-03-01T24:00:00Z" is no UTC text'],
  ["UTCFromString['2026-03-01 00:00:00Z']", 'error: "2026-03-01 00:00:00Z" is no UTC text'],
  ["UTCFromString['']", 'error: "" is no UTC text'],
])('%s gives %j', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

describe('UTCAdd', () => {
  test.each([
    ['2026-03-04T05:06:07Z', '1,2,3,4,5,6', '2027-05-07T09:11:13Z'],
    ['2026-01-31T10:00:00Z', '0,1,0,0,0,0', '2026-02-28T10:00:00Z'],
    ['2028-01-31T10:00:00Z', '0,1,0,0,0,0', '2028-02-29T10:00:00Z'],
    ['2028-02-29T10:00:00Z', '1,0,0,0,0,0', '2029-02-28T10:00:00Z'],
    ['2026-03-31T10:00:00Z', '0,-1,0,0,0,0', '2026-02-28T10:00:00Z'],
    ['2026-12-31T23:59:59Z', '0,13,0,0,0,0', '2028-01-31T23:59:59Z'],
    ['2026-01-15T10:00:00Z', '0,-13,0,0,0,0', '2024-12-15T10:00:00Z'],
    ['2026-01-31T00:00:00Z', '0,1,1,0,0,0', '2026-03-01T00:00:00Z'],
    ['2026-01-01T00:00:00Z', '0,0,0,0,0,-1', '2025-12-31T23:59:59Z'],
  ])('%s and %s give %s', (from, offsets, to) => {
    expect(valueOf(`UTCToString[UTCAdd[UTCFromString['${from}'],${offsets}]]`)).toBe(to);
  });

  test('may roll into the next month', () => {
    const rolling = { assumptions: { 'utcadd.months': 'the days go on into the next month' } };
    expect(valueOf("UTCToString[UTCAdd[UTCFromString['2026-01-31T10:00:00Z'],0,1,0,0,0,0]]", rolling)).toBe(
      '2026-03-03T10:00:00Z',
    );
  });

  test.each([
    'UTCAdd[2147483647,0,0,0,0,0,1]',
    'UTCAdd[0,-1900,0,0,0,0,0]',
    'UTCAdd[0,0,2147483647,0,0,0,0]',
  ])('%s is beyond 32 bits', (text) => {
    expect(valueOf(text)).toMatch(/^error: INTEGER overflow/);
  });
});

test('the calendar counts as the one of ECMAScript does, from year 0 to 9999', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719528, max: 2932896 }), (day) => {
      const { year, month, day: ofMonth } = dateOfDay(day);
      const same = new Date(day * 86_400_000);
      expect([year, month, ofMonth]).toEqual([
        same.getUTCFullYear(),
        same.getUTCMonth() + 1,
        same.getUTCDate(),
      ]);
      expect(daysToMonth(year, month) + ofMonth - 1).toBe(day);
      expect(daysToMonth(year - 1, month + 12)).toBe(daysToMonth(year, month));
    }),
    { numRuns: 2000 },
  );
});
