// How IRD values look at run time, and how one type becomes another: text, INTEGER, truth. Everything else in the library rests on these.
import type { LibraryFunction } from './define.js';

export const values: readonly LibraryFunction[] = [
  {
    name: 'text',
    needs: ['listText'],
    about: 'Any value as IRD text: missing is empty, true and false are 1 and 0, an object is a list.',
    source: String.raw`function (value) {
  if (value === undefined || value === null || typeof value === 'function') return '';
  if (value === true) return '1';
  if (value === false) return '0';
  if (typeof value === 'object') return ird.listText(value);
  return String(value);
}`,
  },
  {
    name: 'listText',
    needs: ['text'],
    about: 'An object as IRD list: key:value|key:value.',
    source: String.raw`function (object) {
  return Object.keys(object).map(function (key) {
    return key + ':' + ird.text(object[key]);
  }).join('|');
}`,
  },
  {
    name: 'num',
    needs: ['text'],
    about: 'Any value as number: text gives its leading digits, 0 when it has none.',
    source: String.raw`function (value) {
  if (typeof value === 'number') return value === value ? value : 0;
  var digits = /^\s*[-+]?\d+/.exec(ird.text(value));
  return digits === null ? 0 : parseInt(digits[0], 10);
}`,
  },
  {
    name: 'delay',
    needs: ['num'],
    about: 'Seconds as the delay of an event; what is below 0 is over at once.',
    source: String.raw`function (seconds) {
  return Math.max(0, ird.num(seconds)) + 's';
}`,
  },
  {
    name: 'float',
    needs: ['text'],
    about: 'Any value as FLOAT: text gives its leading number, 0 when it has none.',
    source: String.raw`function (value) {
  if (typeof value === 'number') return value === value ? value : 0;
  var number = /^\s*[-+]?\d+(\.\d+)?/.exec(ird.text(value));
  return number === null ? 0 : parseFloat(number[0]);
}`,
  },
  {
    name: 'whole',
    needs: ['num'],
    about: 'A FLOAT as INTEGER holds it: the fraction is cut off.',
    source: String.raw`function (value) {
  var number = ird.num(value);
  return number < 0 ? Math.ceil(number) : Math.floor(number);
}`,
  },
  {
    name: 'truth',
    needs: ['num'],
    about: 'Any value as condition: true unless it is 0, empty or without digits.',
    source: String.raw`function (value) {
  return ird.num(value) !== 0;
}`,
  },
  {
    name: 'flag',
    needs: ['truth'],
    about: 'The answer of a platform function as INTEGER: 1 or 0.',
    source: String.raw`function (answer) {
  return answer === 'true' || ird.truth(answer) ? 1 : 0;
}`,
  },
  {
    name: 'present',
    needs: ['num'],
    about: 'A number that must be there: throws when the platform gave none.',
    source: String.raw`function (value) {
  if (value === undefined || value === null || value === '' || value !== value) throw new Error('value is missing');
  return ird.num(value);
}`,
  },
  {
    name: 'compare',
    needs: ['num', 'text'],
    about: 'Below 0, 0 or above 0: by number when one side is a number, else as text.',
    source: String.raw`function (left, right) {
  var isNumber = function (value) {
    return typeof value === 'number' || typeof value === 'boolean';
  };
  var convert = isNumber(left) || isNumber(right) ? ird.num : ird.text;
  var a = convert(left), b = convert(right);
  return a < b ? -1 : a > b ? 1 : 0;
}`,
  },
];
