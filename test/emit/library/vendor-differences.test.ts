// The functions whose replacement in the vendor's migration library computes something else than IRD did: here with IRD's result. Four more entries
// of that list are no functions of this library: the waiting for events, two mappers of settings, and requests without an error transition.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary({ now: '2026-03-04T14:05:06.789Z' });
});
afterAll(() => realm.dispose());

interface Difference {
  readonly ird: string;
  readonly js: string;
  readonly right: string | number | boolean;
  /** What the vendor's replacement does instead. */
  readonly replacement: string;
}

const differences: readonly Difference[] = [
  {
    ird: "StrReplace['1-2-3','-','.']",
    js: "ird.strReplace('1-2-3', '-', '.')",
    right: '1.2.3',
    replacement: 'replaces the first occurrence only',
  },
  {
    ird: "StrGetChar['abc',1]",
    js: "ird.strGetChar('abc', 1)",
    right: 'a',
    replacement: 'counts from 0',
  },
  {
    ird: "StrSub['abcdef',2,4]",
    js: "ird.strSub('abcdef', 2, 4)",
    right: 'bcd',
    replacement: 'counts from 0 and leaves the last character out',
  },
  {
    ird: "StrSub['abcdef',1,3,1]",
    js: "ird.strSub('abcdef', 1, 3, 1)",
    right: 'def',
    replacement: 'gives the text backwards when it counts from the end',
  },
  {
    ird: "StrChar['abcabc','a',1]",
    js: "ird.strChar('abcabc', 'a', 1)",
    right: 1,
    replacement: 'skips the first character',
  },
  {
    ird: "StrAsciiBreak['a.b-c','-.',1]",
    js: "ird.strAsciiBreak('a.b-c', '-.', 1)",
    right: 2,
    replacement: 'looks for the whole set as one text',
  },
  {
    ird: "StrAsciiTok['a.b-c','-.',3]",
    js: "ird.strAsciiTok('a.b-c', '-.', 3)",
    right: 'c',
    replacement: 'gives an array, ignores the index and takes the set for one separator',
  },
  {
    ird: "StrStr['a+b.c','.']",
    js: "ird.strStr('a+b.c', '.')",
    right: '.c',
    replacement: 'takes the text for a regular expression: a dot matches anything',
  },
  {
    ird: "StrStr['a+b','+']",
    js: "ird.strStr('a+b', '+')",
    right: '+b',
    replacement: 'throws on a plus sign',
  },
  {
    ird: "GetIntegerKey['b','ab:1|b:2']",
    js: "ird.getIntegerKey('b', 'ab:1|b:2')",
    right: 2,
    replacement: 'finds the key inside other keys',
  },
  {
    ird: "GetIntegerKey['wait','wait:30s']",
    js: "ird.getIntegerKey('wait', 'wait:30s')",
    right: 30,
    replacement: 'gives 0 unless the whole value is numeric',
  },
  {
    ird: "GetStringKey['b','ab:1|b:2']",
    js: "ird.getStringKey('b', 'ab:1|b:2')",
    right: '2',
    replacement: 'finds the key inside other keys',
  },
  {
    ird: "GetStringKey['open','open:09:30']",
    js: "ird.getStringKey('open', 'open:09:30')",
    right: '09:30',
    replacement: 'cuts the value at a second colon',
  },
  {
    ird: "GetMaxSubList['a:9|b:10|c:10']",
    js: "ird.getMaxSubList('a:9|b:10|c:10')",
    right: 'b:10|c:10',
    replacement: 'starts the result with "null", loses the bars and compares as text',
  },
  {
    ird: "GetMinSubList['a:9|b:10|c:9']",
    js: "ird.getMinSubList('a:9|b:10|c:9')",
    right: 'a:9|c:9',
    replacement: 'gives the maximum',
  },
  {
    ird: "ListGetInteger[2,'a:1|b:2']",
    js: "ird.listGetInteger(2, 'a:1|b:2')",
    right: 2,
    replacement: 'works for the first pair only',
  },
  {
    ird: "ListGetString[2,'a:1|b:x']",
    js: "ird.listGetString(2, 'a:1|b:x')",
    right: 'x',
    replacement: 'works for the first pair only',
  },
  {
    ird: "ListGetKey[3,'a:1|b:2']",
    js: "ird.listGetKey(3, 'a:1|b:2')",
    right: '',
    replacement: 'throws one past the end',
  },
  {
    ird: "ListGetSize['a:1|b:2',1]",
    js: "ird.listGetSize('a:1|b:2', 1)",
    right: 2,
    replacement: 'always gives 0 with the flag',
  },
  {
    ird: 'UTCAdd[0,0,0,1,0,0,0]',
    js: 'ird.utcAdd(0, 0, 0, 1, 0, 0, 0)',
    right: 86400,
    replacement: 'adds the milliseconds of an absolute date',
  },
  {
    ird: 'TimeStamp[] at 14:05:06.789',
    js: 'ird.timeStamp()',
    right: 50706789,
    replacement: 'drops the milliseconds',
  },
  {
    ird: "DateInZone['ECT']",
    js: "ird.dateInZone('ECT')",
    right: '03/04/2026',
    replacement: 'gives YYYY-MM-DD',
  },
  {
    ird: "IsSpecialDay['Holidays']",
    js: "ird.flag(_genesys.session.isSpecialDay('Holidays', ''))",
    right: 1,
    replacement: 'gives 0 without asking when no day is named',
  },
  {
    ird: 'Time 23:00 in 22:00 to 06:00',
    js: "ird.inTimeRange('23:00', '22:00', '06:00')",
    right: true,
    replacement: 'does not wrap over midnight',
  },
  {
    ird: 'Time 17:00 in 08:00 to 17:00',
    js: "ird.inTimeRange('17:00', '08:00', '17:00')",
    right: true,
    replacement: 'leaves the end out',
  },
  {
    ird: 'Date 12/26/2026 in 12/24/2026 to 12/26/2026',
    js: "ird.inDateRange('12/26/2026', '12/24/2026', '12/26/2026')",
    right: true,
    replacement: 'leaves the end out',
  },
  {
    ird: 'Day Sunday in Friday to Monday',
    js: 'ird.inDayRange(0, 5, 1)',
    right: true,
    replacement: "does not wrap over the week's end",
  },
  {
    ird: 'GetUTC[] at 2026-03-04T14:05:06Z',
    js: 'ird.getUTC()',
    right: 1772633106,
    replacement: 'gives a constant (8.1.3)',
  },
  {
    ird: 'TimeDifference[1000,5000]',
    js: 'ird.timeDifference(1000, 5000)',
    right: 4000,
    replacement: 'subtracts the wrong way round (8.1.3)',
  },
  {
    ird: "UTCFromString['2026-03-04T14:05:06Z']",
    js: "ird.utcFromString('2026-03-04T14:05:06Z')",
    right: 1772633106,
    replacement: 'does not shift the month and splits at hyphens only (8.1.3)',
  },
];

test.each(differences)('$ird gives $right; the replacement $replacement', ({ js, right }) => {
  expect(realm.run(js)).toBe(right);
});

test('Rand[3] gives 1 to 3, each of them; the replacement gives 0 to 2', () => {
  const draws = realm.run('var draws = []; for (var i = 0; i < 300; i += 1) draws.push(ird.rand(3)); draws;');
  expect([...new Set(draws as number[])].sort()).toEqual([1, 2, 3]); // the script fills the array with numbers
});

test('TIME compares by value; the replacement compares text, where 9:00 comes after 10:00', () => {
  expect(realm.run("ird.timeValue('9:00') < ird.timeValue('10:00')")).toBe(true);
});
