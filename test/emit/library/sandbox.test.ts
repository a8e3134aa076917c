// The realm of the other tests is worth nothing if it lets newer ECMAScript through.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openSandbox('var answer = 41;', { now: '2026-03-04T22:59:58.123Z', offset: 60 });
});
afterAll(() => realm.dispose());

test.each([
  '[1].includes(1)',
  "'a'.padStart(2)",
  "'a'.repeat(2)",
  'Object.assign({}, {})',
  'Object.values({})',
  'Math.trunc(1.5)',
  'Number.isInteger(1)',
  'new Map()',
  'globalThis',
  'Symbol()',
  '[1].find(function () { return true; })',
  "'a'.startsWith('a')",
])('%s fails', (code) => {
  expect(() => realm.run(code)).toThrow();
});

test.each([
  ['answer + 1', 42],
  ["'a-b'.replace(/-/g, '+').split('+').length", 2],
  ["'abc'.match(/[ab]/g).join('')", 'ab'],
  ["' x '.trim()", 'x'],
  ['Object.keys({ a: 1 })[0]', 'a'],
  ['new Date().getTime()', Date.parse('2026-03-04T22:59:58.123Z')],
  ['new Date().getHours()', 23],
])('%s gives %j', (code, value) => {
  expect(realm.run(code)).toBe(value);
});
