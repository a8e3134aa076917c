// The functions whose replacement in the vendor's migration library computes something else than IRD did: the evaluator gives IRD's result.
import { expect, test } from 'vitest';
import { contextOf, valueOf, type World } from './evaluate-text.js';

const world: World = {
  scenario: {
    world: { specialDays: { Holidays: { 'Founding Day': ['2026-03-04'] } } },
    random: [0, 0.34, 0.67, 0.999],
  },
};

test.each([
  ["StrReplace['1-2-3','-','.']", '1.2.3', 'replaces the first occurrence only'],
  ["StrGetChar['abc',1]", 'a', 'counts from 0'],
  ["StrSub['abcdef',2,4]", 'bcd', 'counts from 0 and leaves the last character out'],
  ["StrSub['abcdef',1,3,1]", 'def', 'gives the text backwards when it counts from the end'],
  ["StrChar['abcabc','a',1]", 1, 'skips the first character'],
  ["StrAsciiBreak['a.b-c','-.',1]", 2, 'looks for the whole set as one text'],
  ["StrAsciiTok['a.b-c','-.',3]", 'c', 'gives an array, ignores index and set'],
  ["StrStr['a+b.c','.']", '.c', 'takes the text for a regular expression'],
  ["StrStr['a+b','+']", '+b', 'throws on a plus sign'],
  ["GetIntegerKey['b','ab:1|b:2']", 2, 'finds the key inside other keys'],
  ["GetIntegerKey['wait','wait:30s']", 30, 'gives 0 unless the whole value is numeric'],
  ["GetStringKey['b','ab:1|b:2']", '2', 'finds the key inside other keys'],
  ["GetStringKey['open','open:09:30']", '09:30', 'cuts the value at a second colon'],
  ["GetMaxSubList['a:9|b:10|c:10']", 'b:10|c:10', 'begins with "null", loses the bars, compares texts'],
  ["GetMinSubList['a:9|b:10|c:9']", 'a:9|c:9', 'gives the maximum'],
  ["ListGetInteger[2,'a:1|b:2']", 2, 'works for the first pair only'],
  ["ListGetString[2,'a:1|b:x']", 'x', 'works for the first pair only'],
  ["ListGetKey[3,'a:1|b:2']", '', 'throws one past the end'],
  ["ListGetSize['a:1|b:2',1]", 2, 'always gives 0 with the flag'],
  ['UTCAdd[0,0,0,1,0,0,0]', 86400, 'adds the milliseconds of an absolute date'],
  ['TimeStamp[]', 50706789, 'drops the milliseconds'],
  ["DateInZone['CET']", '03/04/2026', 'gives YYYY-MM-DD'],
  ["IsSpecialDay['Holidays']", 1, 'gives 0 without asking when no day is named'],
  ['GetUTC[]', 1772633106, 'gives a constant (8.1.3)'],
  ['TimeDifference[1000,5000]', 4000, 'subtracts the wrong way round (8.1.3)'],
  ["UTCFromString['2026-03-04T14:05:06Z']", 1772633106, 'does not shift the month (8.1.3)'],
  ['9:00 < 10:00', true, 'compares times as texts'],
])('%s gives %j; the replacement %s', (text, right, replacement) => {
  expect(valueOf(text, world), `the replacement ${replacement}`).toBe(right);
});

test('Rand[3] gives 1 to 3; the replacement gives 0 to 2', () => {
  const cx = contextOf(world);
  expect(Array.from({ length: 4 }, () => valueOf('Rand[3]', world, cx))).toEqual([1, 2, 3, 3]);
});
