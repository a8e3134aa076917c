// Laws that hold for all values: what is joined has both lengths, what is found stands there, lists keep what they are made of.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueOf, type World } from './evaluate-text.js';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.', ' ', '5', ':', '\u00e9', '\u{1f600}') });
const integer = fc.integer({ min: -2147483648, max: 2147483647 });

const withVariables = (s: string, u: string, n: number, m: number): World => ({
  variables: { s: ['STRING', s], u: ['STRING', u], n: ['INTEGER', n], m: ['INTEGER', m] },
});

const holds = (law: string, numbers = integer): void => {
  fc.assert(
    fc.property(text, text, numbers, numbers, (s, u, n, m) => {
      expect(valueOf(law, withVariables(s, u, n, m))).toBe(true);
    }),
  );
};

const small = fc.integer({ min: -3, max: 12 });

test.each([
  'StrLen[Cat[s,u]] = StrLen[s] + StrLen[u]',
  'Cat[StrSub[s,1,n],StrSub[s,n + 1,99]] = s | n < 0',
  'StrSub[s,n,n] = StrGetChar[s,n]',
  "StrReplace[StrReplace[s,'-',''],'-',''] = StrReplace[s,'-','']",
  "StrChar[s,'a',1] = StrAsciiBreak[s,'a',1]",
  "StrChar[s,'a',1] = 0 | StrGetChar[s,StrChar[s,'a',1]] = 'a'",
  "StrChar[s,'a',n] = 0 | StrChar[s,'a',n] >= n",
  'StrLen[StrStr[s,u]] <= StrLen[s]',
  'ListGetSize[s,1] <= ListGetSize[s,0]',
  'ListGetSize[GetMaxSubList[s]] <= ListGetSize[s]',
  'GetMaxSubList[GetMaxSubList[s]] = GetMaxSubList[s]',
  'GetMinSubList[GetMaxSubList[s]] = GetMaxSubList[s]',
])('%s', (law) => {
  holds(law, small);
});

test.each([
  'n = m | n <> m',
  '!(n < m) = (n >= m)',
  '(n < m | n = m) = (n <= m)',
  '(s < u | s = u | s > u)',
  '(n = 1 | n = 2 & m = 3) = ((n = 1 | n = 2) & m = 3)',
  'm = 0 | n = -2147483648 | n / m * m + (n - n / m * m) = n',
  "Cat[n,''] = n",
])('%s', (law) => {
  holds(law);
});

test('TimeDifference is never below 0 for times of a day, and 0 only for equal ones', () => {
  holds(
    'TimeDifference[n,m] >= 0 & TimeDifference[n,m] <= 86400000 & (TimeDifference[n,m] = 0) = (n = m)',
    fc.integer({ min: 0, max: 86399999 }),
  );
});

test('UTC text goes both ways, and what is added can be taken away', () => {
  holds(
    'UTCFromString[UTCToString[n]] = n & UTCAdd[UTCAdd[n,0,0,0,0,0,60],0,0,0,0,-1,0] = n',
    fc.integer({ min: -2147483648, max: 2147483000 }),
  );
});
