// List functions at their edges: positions outside, equal keys, values with colons, empty items.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

test.each([
  ["ird.listGetSize('')", 0],
  ["ird.listGetSize('a:1')", 1],
  ["ird.listGetSize('a:1|')", 2],
  ["ird.listGetSize('|')", 2],
  ["ird.listGetSize('|', 1)", 0],
  ["ird.listGetSize('a:1|b:|c', 1)", 1],
  ["ird.listGetSize('a:1|b:2', 1)", 2],
  ["ird.listGetSize('a:1||b:2', '0')", 3],
  ["ird.listGetSize({ a: 1, b: '' })", 2],
  ['ird.listGetSize(undefined)', 0],

  ["ird.listGetKey(1, 'a:1|b:2')", 'a'],
  ["ird.listGetKey(2, 'a:1|b:2')", 'b'],
  ["ird.listGetKey(0, 'a:1|b:2')", ''],
  ["ird.listGetKey(-1, 'a:1|b:2')", ''],
  ["ird.listGetKey(99, 'a:1|b:2')", ''],
  ["ird.listGetKey(1, '')", ''],
  ["ird.listGetKey(1, 'alone')", 'alone'],
  ["ird.listGetKey('2', 'a:1|b:2')", 'b'],

  ["ird.listGetString(2, 'a:1|b:x:y:z')", 'x:y:z'],
  ["ird.listGetString(1, 'alone')", ''],
  ["ird.listGetString(1, ':v')", 'v'],
  ["ird.listGetString(2, 'a:1||c:3')", ''],
  ["ird.listGetString(3, 'a:1||c:3')", '3'],

  ["ird.listGetInteger(1, 'a:007')", 7],
  ["ird.listGetInteger(1, 'a:x7')", 0],
  ["ird.listGetInteger(1, 'a:-7')", 0],
  ["ird.listGetInteger(1, 'a: 7')", 0],
  ["ird.listGetInteger(0, 'a:7')", 0],

  ["ird.getStringKey('a', 'a:1|a:2')", '1'],
  ["ird.getStringKey('A', 'a:1')", ''],
  ["ird.getStringKey('a', 'ba:1')", ''],
  ["ird.getStringKey('a.', 'ab:1')", ''],
  ["ird.getStringKey('', 'a:1||:5')", '5'],
  ["ird.getStringKey('url', 'url:http://host:80/x|n:1')", 'http://host:80/x'],
  ["ird.getStringKey('toString', 'a:1')", ''],
  ["ird.getStringKey(7, '7:x')", 'x'],

  ["ird.kvListGetStringValue('a:1|b:09:30|b:2', 'b')", '09:30'],
  ["ird.kvListGetStringValue('a:1', 'x')", ''],
  ["ird.kvListGetStringValue('', '')", ''],
  ["ird.kvListKeyByIndex('a:1|b:2', 2)", 'b'],
  ["ird.kvListKeyByIndex('a:1|b:2', 0)", ''],
  ["ird.kvListKeyByIndex('a:1|b:2', '3')", ''],
  ["ird.listGetIntegerListFirst('a:1|b:20x', 2)", 20],
  ["ird.listGetIntegerListFirst('a:1', 2)", 0],

  ["ird.getIntegerKey('a', 'a:12:30')", 12],
  ["ird.getIntegerKey('a', 'a:')", 0],

  ["ird.getMaxSubList('a:1')", 'a:1'],
  ["ird.getMaxSubList('a:5|b:7|c:7x|d:2')", 'b:7|c:7x'],
  ["ird.getMinSubList('a:5|b:x|c:7')", 'b:x'],
  ["ird.getMinSubList('a:5||c:7')", 'a:5'],
  ["ird.getMinSubList('a:5|alone')", 'alone'],
  ["ird.getMinSubList('')", ''],
])('%s gives %j', (code, value) => {
  expect(realm.run(code)).toBe(value);
});
