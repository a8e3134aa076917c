// Types and arithmetic: what IRD values become, and that nothing overflows, divides by zero or loses a fraction in silence.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

describe('conversions', () => {
  test.each([
    ['ird.text(undefined)', ''],
    ['ird.text(null)', ''],
    ['ird.text(true)', '1'],
    ['ird.text(false)', '0'],
    ['ird.text(0)', '0'],
    ['ird.text(-0)', '0'],
    ['ird.text(-12)', '-12'],
    ['ird.text(2.5)', '2.5'],
    ["ird.text('x')", 'x'],
    ["ird.text({ open: '09:00', n: 1 })", 'open:09:00|n:1'],
    ['ird.text({})', ''],
    ['ird.text(function () {})', ''],
    ["ird.num('12')", 12],
    ["ird.num('012')", 12],
    ["ird.num(' 7 ')", 7],
    ["ird.num('-5')", -5],
    ["ird.num('12abc')", 12],
    ["ird.num('abc')", 0],
    ["ird.num('')", 0],
    ["ird.num('0x10')", 0],
    ["ird.num('1e3')", 1],
    ['ird.num(undefined)', 0],
    ['ird.num(true)', 1],
    ['ird.num(2.5)', 2.5],
    ['ird.num(NaN)', 0],
    ["ird.truth('')", false],
    ["ird.truth('0')", false],
    ["ird.truth('1')", true],
    ["ird.truth('abc')", false],
    ['ird.truth(-1)', true],
    ['ird.truth(true)', true],
    ['ird.truth(undefined)', false],
    ["ird.flag('true')", 1],
    ["ird.flag('false')", 0],
    ['ird.flag(true)', 1],
    ['ird.flag(0)', 0],
    ['ird.flag(undefined)', 0],
    ['ird.present(0)', 0],
    ["ird.present('3')", 3],
    ['ird.compare(9, 10)', -1],
    ["ird.compare('9', 10)", -1],
    ["ird.compare('9', '10')", 1],
    ["ird.compare('', 0)", 0],
    ["ird.compare('a', 'B')", 1],
    ["ird.compare(true, '1')", 0],
    ['ird.compare(undefined, undefined)', 0],
  ])('%s gives %j', (code, value) => {
    expect(realm.run(code)).toBe(value);
  });

  test.each(['ird.present(undefined)', 'ird.present(null)', "ird.present('')", 'ird.present(NaN)'])(
    '%s throws',
    (code) => {
      expect(() => realm.run(code)).toThrow('value is missing');
    },
  );
});

describe('arithmetic', () => {
  test.each([
    ['ird.int(2147483647)', 2147483647],
    ['ird.int(-2147483648)', -2147483648],
    ['ird.div(7, 2)', 3],
    ['ird.div(-7, 2)', -3],
    ['ird.div(7, -2)', -3],
    ['ird.div(0, 5)', 0],
    ['ird.text(ird.div(-1, 2))', '0'],
    ['ird.div(2147483647, 1)', 2147483647],
    ['ird.divFloat(1, 4)', 0.25],
    ['ird.rand(1)', 1],
  ])('%s gives %j', (code, value) => {
    expect(realm.run(code)).toBeCloseTo(Number(value), 10);
  });

  test.each([
    ['ird.int(2147483648)', 'INTEGER overflow: 2147483648'],
    ['ird.int(-2147483649)', 'INTEGER overflow: -2147483649'],
    ['ird.int(2147483647 * 2147483647)', 'INTEGER overflow'],
    ['ird.int(0 / 0)', 'INTEGER overflow: NaN'],
    ['ird.int(1.5)', 'not an INTEGER: 1.5'],
    ['ird.div(1, 0)', 'division by zero'],
    ['ird.div(0, 0)', 'division by zero'],
    ['ird.div(1.5, 1)', 'not an INTEGER: 1.5'],
    ['ird.div(-2147483648, -1)', 'INTEGER overflow: 2147483648'],
    ['ird.divFloat(1, 0)', 'division by zero'],
    ['ird.rand(0)', 'Rand needs an interval of at least 1: 0'],
    ["ird.rand('')", 'Rand needs an interval of at least 1: 0'],
  ])('%s throws "%s"', (code, message) => {
    expect(() => realm.run(code)).toThrow(message);
  });
});
