// INTEGER arithmetic as in IRD: whole numbers of 32 bits that truncate toward zero; what leaves that range fails instead of going on wrong.
import type { LibraryFunction } from './define.js';

export const arithmetic: readonly LibraryFunction[] = [
  {
    name: 'int',
    needs: [],
    about: 'Checks the result of + - *: throws when it is no INTEGER of 32 bits.',
    source: String.raw`function (value) {
  if (!(value >= -2147483648 && value <= 2147483647)) throw new Error('INTEGER overflow: ' + value);
  if (value % 1 !== 0) throw new Error('not an INTEGER: ' + value);
  return value;
}`,
  },
  {
    name: 'div',
    needs: ['int'],
    about: 'INTEGER division: truncates toward zero, throws on zero.',
    source: String.raw`function (dividend, divisor) {
  if (ird.int(divisor) === 0) throw new Error('division by zero');
  var quotient = ird.int(dividend) / divisor;
  return ird.int(quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient));
}`,
  },
  {
    name: 'divFloat',
    needs: [],
    about: 'FLOAT division: throws on zero.',
    source: String.raw`function (dividend, divisor) {
  if (divisor === 0) throw new Error('division by zero');
  return dividend / divisor;
}`,
  },
  {
    name: 'rand',
    needs: ['num'],
    about: 'Rand: a random INTEGER from 1 to interval.',
    source: String.raw`function (interval) {
  var size = ird.num(interval);
  if (size < 1) throw new Error('Rand needs an interval of at least 1: ' + size);
  return 1 + Math.floor(Math.random() * size);
}`,
  },
];
