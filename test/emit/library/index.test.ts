// The library as a whole: every function is ES5, says truly what it needs, and is printed once, with what it needs.
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { libraryFunctions, printLibrary } from '../../../src/emit/library/index.js';

const names = libraryFunctions.map((row) => row.name);

describe('every function', () => {
  test('has a name of its own', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(libraryFunctions)('$name needs what it calls', ({ source, needs }) => {
    const called = [...source.matchAll(/\bird\.(\w+)/g)].map((match) => match[1]);
    expect([...new Set(called)].sort()).toEqual([...needs].sort());
  });

  test.each(libraryFunctions)('$name is ES5, of one expression', ({ source }) => {
    const program = parse(`ird.f = ${source};`, { ecmaVersion: 5 });
    expect(program.body.map((node) => node.type)).toEqual(['ExpressionStatement']);
  });

  test.each(libraryFunctions)('$name fits into a page', ({ source, about }) => {
    expect(about).toMatch(/^[A-Z_a-z][^\n\r]*[.]$/);
    expect(source + about).not.toContain(']]>');
    expect(source).not.toMatch(/[^\x20-\x7e\n]|\/\*|new RegExp/);
    for (const line of source.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  test.each(libraryFunctions)('$name reads no global but the platform', ({ source }) => {
    const known = [
      'ird',
      '_genesys',
      '_data',
      '_event',
      'Array',
      'Date',
      'Error',
      'JSON',
      'Math',
      'Number',
      'Object',
      'String',
      'parseInt',
    ];
    const globals = [...source.matchAll(/(?<![\w.'])([A-Z]\w+|_\w+)(?=[.(])/g)].map(
      (match) => match[1] ?? '',
    );
    expect(globals.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('printLibrary', () => {
  test('gives nothing for a page that uses nothing', () => {
    expect(printLibrary([])).toBe('');
  });

  test('prints what is used and what that needs, each with its line of comment', () => {
    expect(printLibrary(['div'])).toBe(
      [
        'var ird = {};',
        '// Checks the result of + - *: throws when it is no INTEGER of 32 bits.',
        'ird.int = function (value) {',
        "  if (!(value >= -2147483648 && value <= 2147483647)) throw new Error('INTEGER overflow: ' + value);",
        "  if (value % 1 !== 0) throw new Error('not an INTEGER: ' + value);",
        '  return value;',
        '};',
        '// INTEGER division: truncates toward zero, throws on zero.',
        'ird.div = function (dividend, divisor) {',
        "  if (ird.int(divisor) === 0) throw new Error('division by zero');",
        '  var quotient = ird.int(dividend) / divisor;',
        '  return ird.int(quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient));',
        '};',
      ].join('\n'),
    );
  });

  test('does not depend on the order or number of the names', () => {
    const shuffled = ['strSub', 'udata', 'text', 'strSub', 'inTimeRange'];
    expect(printLibrary(shuffled)).toBe(printLibrary([...shuffled].reverse()));
    expect(printLibrary(names)).toBe(printLibrary([...names].reverse()));
  });

  test('takes an unknown name for a fault of ours', () => {
    expect(() => printLibrary(['text', 'nothing'])).toThrow(
      'internal: the runtime library has no function "nothing"',
    );
  });
});
