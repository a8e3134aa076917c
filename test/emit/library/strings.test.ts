// String functions at their edges: empty texts, positions outside, patterns that a regular expression would misread, surrogate pairs.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

test.each([
  ['ird.cat()', ''],
  ["ird.cat('a', 1, undefined, true, '')", 'a11'],
  ["ird.strLen('')", 0],
  ['ird.strLen(12345)', 5],
  ["ird.strLen('a\\u00fc\\u4e2d')", 3],
  ["ird.strLen('a\\n\\r\\u2028b')", 5],
  ["ird.strLen('\\ud83d\\ude00')", 1],
  ["ird.strLen('\\ud83d')", 1],

  ["ird.strGetChar('abc', 1)", 'a'],
  ["ird.strGetChar('abc', 3)", 'c'],
  ["ird.strGetChar('abc', 4)", ''],
  ["ird.strGetChar('abc', 0)", ''],
  ["ird.strGetChar('abc', -1)", ''],
  ["ird.strGetChar('', 1)", ''],
  ["ird.strGetChar('abc')", ''],
  ["ird.strGetChar('a\\ud83d\\ude00b', 2)", '\u{1f600}'],
  ["ird.strGetChar('a\\ud83d\\ude00b', 3)", 'b'],
  ['ird.strGetChar(907, 1)', '9'],

  ["ird.strSub('abcdef', 1, 1)", 'a'],
  ["ird.strSub('abcdef', 1, 6)", 'abcdef'],
  ["ird.strSub('abcdef', 6, 6)", 'f'],
  ["ird.strSub('abcdef', 3, 2)", ''],
  ["ird.strSub('abcdef', 0, 2)", 'ab'],
  ["ird.strSub('abcdef', -5, 2)", 'ab'],
  ["ird.strSub('abcdef', 7, 9)", ''],
  ["ird.strSub('abcdef', 2, -1)", ''],
  ["ird.strSub('', 1, 1)", ''],
  ["ird.strSub('abcdef', 1, 1, 1)", 'f'],
  ["ird.strSub('abcdef', 2, 4, 1)", 'cde'],
  ["ird.strSub('abcdef', 1, 99, 1)", 'abcdef'],
  ["ird.strSub('abcdef', 5, 99, 1)", 'ab'],
  ["ird.strSub('abcdef', 1, 2, '0')", 'ab'],
  ["ird.strSub('x\\ud83d\\ude00y', 2, 2)", '\u{1f600}'],

  ["ird.strChar('abcabc', 'b', 1)", 2],
  ["ird.strChar('abcabc', 'b', 2)", 2],
  ["ird.strChar('abcabc', 'b', 3)", 5],
  ["ird.strChar('abcabc', 'b', -7)", 2],
  ["ird.strChar('abcabc', 'b', 0)", 2],
  ["ird.strChar('abcabc', 'b')", 2],
  ["ird.strChar('abcabc', 'b', 99)", 0],
  ["ird.strChar('abcabc', '', 1)", 0],
  ["ird.strChar('', 'a', 1)", 0],
  ["ird.strChar('a.b', '.', 1)", 2],
  ["ird.strChar('\\ud83d\\ude00b', 'b', 1)", 2],

  ["ird.strAsciiBreak('abc', 'cb', 1)", 2],
  ["ird.strAsciiBreak('abc', 'cb', 3)", 3],
  ["ird.strAsciiBreak('abc', '', 1)", 0],
  ["ird.strAsciiBreak('a]b', '[]', 1)", 2],

  ["ird.strAsciiTok('a,b;c', ',;', 1)", 'a'],
  ["ird.strAsciiTok('a,,b', ',', 2)", 'b'],
  ["ird.strAsciiTok(',a', ',', 1)", 'a'],
  ["ird.strAsciiTok('a,b', ',', 0)", ''],
  ["ird.strAsciiTok('a,b', ',', -1)", ''],
  ["ird.strAsciiTok('', ',', 1)", ''],
  ["ird.strAsciiTok('abc', '', 1)", 'abc'],
  ["ird.strAsciiTokEmpty('a,,b', ',', 2)", ''],
  ["ird.strAsciiTokEmpty('a,,b', ',', 3)", 'b'],
  ["ird.strAsciiTokFrom('ab,cd;ef', ',;', 1)", 'ab'],
  ["ird.strAsciiTokFrom('ab,cd;ef', ',;', 2)", 'b'],
  ["ird.strAsciiTokFrom('ab,cd;ef', ',;', 3)", 'cd'],
  ["ird.strAsciiTokFrom('ab,cd;ef', ',;', 9)", ''],

  ["ird.strStr('abc', '')", 'abc'],
  ["ird.strStr('', 'a')", ''],
  ["ird.strStr('a.b', '.')", '.b'],
  ["ird.strStr('abab', 'ab')", 'abab'],
  ["ird.strStr('Sales', 's')", 's'],

  ["ird.strReplace('aaa', 'a', 'b')", 'bbb'],
  ["ird.strReplace('aaa', 'aa', 'b')", 'ba'],
  ["ird.strReplace('a.b.c', '.', '$&')", 'a$&b$&c'],
  ["ird.strReplace('abc', '', 'x')", 'abc'],
  ["ird.strReplace('', 'a', 'b')", ''],
  ["ird.strReplace('abc', 'b', undefined)", 'ac'],

  ["ird.strToLower('\\u00c4B')", '\u00e4b'],
  ["ird.strToUpper('\\u00e4b1')", '\u00c4B1'],
])('%s gives %j', (code, value) => {
  expect(realm.run(code)).toBe(value);
});
