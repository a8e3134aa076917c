// String Manipulation by its descriptions, at the edges of positions, sets and texts.
import { describe, expect, test } from 'vitest';
import { valueOf } from './evaluate-text.js';

test.each([
  ["Cat['Skill>',5]", 'Skill>5'],
  ["Cat['','']", ''],
  ["Cat['a','b','c']", 'abc'],
  ["Cat[007,'']", '007'],
  ["Cat[1 + 1,'']", '2'],
  ["Cat[1 = 1,'']", '1'],
  ["Cat[9:00,'']", '09:00'],
  ["Cat[17:30:15,'']", '17:30:15'],
  ["StrLen['5550100']", 7],
  ["StrLen['']", 0],
  ["StrLen['\u{1f600}a']", 2],
  ["StrGetChar['abc',1]", 'a'],
  ["StrGetChar['abc',3]", 'c'],
  ["StrGetChar['abc',4]", ''],
  ["StrGetChar['abc',0]", ''],
  ["StrGetChar['abc',-1]", ''],
  ["StrGetChar['abc',2.9]", 'b'],
  ["StrSub['abcdef',2,4]", 'bcd'],
  ["StrSub['abcdef',2,4,0]", 'bcd'],
  ["StrSub['abcdef',1,2,1]", 'ef'],
  ["StrSub['abcdef',1,2,0.5]", 'ab'],
  ["StrSub['abcdef',-5,2]", 'ab'],
  ["StrSub['abcdef',5,99]", 'ef'],
  ["StrSub['abcdef',4,3]", ''],
  ["StrSub['',1,1]", ''],
  ["StrChar['abcabc','a',1]", 1],
  ["StrChar['abcabc','a',2]", 4],
  ["StrChar['abcabc','a',-3]", 1],
  ["StrChar['abcabc','x',1]", 0],
  ["StrChar['abc','',1]", 0],
  ["StrAsciiBreak['555-01.00','.-',1]", 4],
  ["StrAsciiBreak['555-01.00','.-',5]", 7],
  ["StrAsciiBreak['555','.-',-3]", 0],
  ["StrAsciiBreak['a','',1]", 0],
  ["StrAsciiTok['a,b;;c',',;',3]", 'c'],
  ["StrAsciiTok['a,b;;c',',;',4]", ''],
  ["StrAsciiTok['a,b',',;',0]", ''],
  ["StrAsciiTok['','',1]", ''],
  ["StrStr['route.to.sales','.to']", '.to.sales'],
  ["StrStr['abc','x']", ''],
  ["StrStr['abc','']", 'abc'],
  ["StrReplace['5-55-01','-','']", '55501'],
  ["StrReplace['abc','','x']", 'abc'],
  ["StrReplace['a.b','.','$&']", 'a$&b'],
  ["StrReplace['aaa','aa','b']", 'ba'],
  ["StrToLower['Sales']", 'sales'],
  ["StrToUpper['Sales']", 'SALES'],
])('%s gives %j', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

describe('open questions', () => {
  test.each([
    ['strsub.base', '0', "StrSub['abcdef',1,2]", 'bc'],
    ['strsub.base', '0', "StrGetChar['abc',0]", 'a'],
    ['strchar.not-found', '-1', "StrChar['abc','x',1]", -1],
    ['strchar.not-found', '-1', "StrAsciiBreak['abc','x',1]", -1],
    ['strasciitok.index', 'the number of the token, empty ones counted', "StrAsciiTok['a,,b',',',2]", ''],
    ['strasciitok.index', 'the position where the search starts', "StrAsciiTok['a,,bc,d',',',2]", 'bc'],
  ])('with %s = %s, %s gives %j', (id, answer, text, value) => {
    expect(valueOf(text, { assumptions: { [id]: answer } })).toBe(value);
  });
});
