// Operators: one priority for `&` and `|`, whole numbers, comparisons by type, and errors that say where.
import { describe, expect, test } from 'vitest';
import { contextOf, evaluation, valueOf, type World } from './evaluate-text.js';

const world: World = {
  variables: {
    n: ['INTEGER', 5],
    zero: ['INTEGER', 0],
    least: ['INTEGER', -2147483648],
    f: ['FLOAT', 2.5],
    s: ['STRING', '12 calls'],
    t: ['TIME', '09:30'],
    d: ['DATE', '03/04/2026'],
    y: ['DAY', 5],
  },
};

describe('logic', () => {
  test.each([
    ['1 = 1 | 1 = 2 & 1 = 2', false],
    ['1 = 1 | (1 = 2 & 1 = 2)', true],
    ['1 = 2 & 1 = 2 | 1 = 1', true],
    ['1 = 2 & (1 = 2 | 1 = 1)', false],
    ['n & f', true],
    ['zero | n', true],
    ['!(n = 5)', false],
    ['!zero', true],
    ['true & n = 5', true],
    ["UData['none'] | n = 5", true],
    ["UData['none'] & n = 5", false],
  ])('%s gives %j', (text, value) => {
    expect(valueOf(text, world)).toBe(value);
  });

  test.each([
    ['1 = 2 & 1 / zero = 1', false],
    ['1 = 1 | 1 / zero = 1', true],
    ['1 = 2 & 1 / zero = 1 | n = 5', true],
    ['1 = 1 & 1 / zero = 1', 'error: division by zero'],
  ])('%s stops where it is decided: %j', (text, value) => {
    expect(valueOf(text, world)).toBe(value);
  });

  test('an operand that is not needed takes no draw', () => {
    const drawn = { scenario: { random: [0.9, 0.1] } };
    const cx = contextOf(drawn);
    expect(valueOf('1 = 2 & Rand[10] = 1', drawn, cx)).toBe(false);
    expect(valueOf('Rand[10]', drawn, cx)).toBe(10);
  });
});

describe('arithmetic', () => {
  test.each([
    ['7 / 2', 3],
    ['-7 / 2', -3],
    ['7 / -2', -3],
    ['1 / 2', 0],
    ['7 / 2 * 2', 6],
    ['2 + 3 * 4', 14],
    ['2147483647 + 0', 2147483647],
    ['2147483647 + 1', 'error: INTEGER overflow: 2147483648'],
    ['least - 1', 'error: INTEGER overflow: -2147483649'],
    ['-least', 'error: INTEGER overflow: 2147483648'],
    ['least / -1', 'error: INTEGER overflow: 2147483648'],
    ['65536 * 65536 - 4294967295', 'error: INTEGER overflow: 4294967296'],
    ['1 / 0', 'error: division by zero'],
    ['f / 0', 'error: division by zero'],
    ['f / 2', 1.25],
    ['5.0 / 2', 2.5],
    ['s + 1', 13],
    ["f + '1.5x'", 4],
    ["'x' + 1", 1],
    ["'15550100999' + 0", 'error: INTEGER overflow: 15550100999'],
    ['-s', -12],
    ['-f', -2.5],
    ['(n = 5) + (n = 6)', 1],
    ['0 * -5', 0],
  ])('%s gives %j', (text, value) => {
    expect(valueOf(text, world)).toBe(value);
  });
});

describe('comparison', () => {
  test.each([
    ['s = 12', true],
    ["s = '12'", false],
    ["'9' < '10'", false],
    ["'9' < 10", true],
    ["'a' < 'B'", false],
    ["'sales' = 'Sales'", false],
    ["'' = 0", true],
    ["'15550100999' > 15550100998", true],
    ["f = '2.5'", true],
    ["f > '2.4 and more'", true],
    ["n > '4.9'", true],
    ['9:00 < 10:00', true],
    ["t >= '9:30'", true],
    ["'9:00' < t", true],
    ["t = '09:30:00'", true],
    ["t > ''", true],
    ["t = 'noon'", 'error: "noon" is no TIME'],
    ['d < 12/31/2025', false],
    ["d = '3/4/2026'", true],
    ["d = '02/30/2026'", 'error: "02/30/2026" is no DATE'],
    ['y = Friday', true],
    ['y > 4', true],
    ['(n = 5) = 1', true],
    ['n <> 5', false],
    ['n != 6', true],
  ])('%s gives %j', (text, value) => {
    expect(valueOf(text, world)).toBe(value);
  });

  test('what the surroundings answer is compared as what it is', () => {
    const asked = (answer: number | string): World => ({
      ask: (name) => (name === 'Print' ? answer : undefined),
    });
    expect(valueOf("Print[] = '10'", asked(10))).toBe(true);
    expect(valueOf("Print[] < '9'", asked('10'))).toBe(true);
    expect(valueOf('Print[] > 9', asked('10'))).toBe(true);
  });
});

describe('failures', () => {
  test('name the innermost part that failed', () => {
    const found = evaluation("Cat['a',1 / zero]", world);
    expect(found).toMatchObject({
      ok: false,
      why: 'error',
      span: { start: { column: 9 }, end: { column: 17 } },
    });
  });

  test('a function that nobody knows has no value, which is no error', () => {
    expect(valueOf("Cat['a',Print['x']]")).toBe('unknown: what "Print" gives is not known here');
    expect(valueOf('1 = 2 & Print[] = 1')).toBe(false);
  });

  test('a long chain is evaluated', () => {
    expect(valueOf(Array.from({ length: 900 }, () => '1').join(' + '))).toBe(900);
  });
});
