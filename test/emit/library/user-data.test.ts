// User data: missing keys, values of other types, and that a page reads at once what it wrote, but never hides what others wrote later.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';
import { world } from './world.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
beforeEach(() => {
  realm.run(`${world}\nird.written = {};`);
});
afterAll(() => realm.dispose());

const read = (key: string): unknown => realm.run(`ird.udata('ixn1', '${key}')`);

test.each([
  ['Language', 'en'],
  ['Pass', '1'],
  ['Flag', '1'],
  ['Nested', 'a:1|b:x'],
  ['none', ''],
  ['constructor', ''],
  ['toString', ''],
  ['', ''],
])('the key "%s" reads %j', (key, value) => {
  expect(read(key)).toBe(value);
});

test.each(['ixn2', 'ixn3', 'gone'])('interaction %s without the key reads empty', (id) => {
  expect(realm.run(`ird.udata('${id}', 'Language')`)).toBe('');
});

test('a written pair is read at once, and goes to the platform as it is', () => {
  realm.run("ird.attach('ixn1', { Pass: 2, Queue: 'Sales' })");
  expect([read('Pass'), read('Queue')]).toEqual(['2', 'Sales']);
  expect(realm.run('requests')).toEqual([{ pairs: { Pass: 2, Queue: 'Sales' }, id: 'ixn1' }]);
});

test('a pair with a computed key', () => {
  realm.run("ird.attachPair('ixn1', 'K' + 1, 'v')");
  expect(read('K1')).toBe('v');
});

test('other interactions do not see it', () => {
  realm.run("ird.attach('ixn1', { Queue: 'Sales' })");
  expect(realm.run("ird.udata('ixn2', 'Queue')")).toBe('');
});

test('two writes before the platform shows the first: the last one counts, also when the first is shown', () => {
  realm.run("ird.attach('ixn1', { Pass: 2 }); ird.attach('ixn1', { Pass: 3 });");
  expect(read('Pass')).toBe('3');
  realm.run('var later = requests.pop(); show();');
  expect(read('Pass')).toBe('3');
  realm.run('requests.push(later); show();');
  expect(read('Pass')).toBe('3');
});

test('what somebody else writes later is read', () => {
  realm.run("ird.attach('ixn1', { Pass: 2 }); show();");
  expect(read('Pass')).toBe('2');
  realm.run("_genesys.ixn.interactions.ixn1.udata.Pass = '9';");
  expect(read('Pass')).toBe('9');
  realm.run("_genesys.ixn.interactions.ixn1.udata.Pass = '1';");
  expect(read('Pass')).toBe('1');
});

test('a deleted key is empty at once and stays so', () => {
  realm.run("ird.detach('ixn1', 'Language')");
  expect(read('Language')).toBe('');
  expect(realm.run('requests')).toEqual([{ pairs: { Language: 0 }, id: 'ixn1', remove: true }]);
  realm.run('show();');
  expect(read('Language')).toBe('');
  realm.run("ird.attach('ixn1', { Language: 'fr' })");
  expect(read('Language')).toBe('fr');
});

test('writing works for an interaction that the platform does not know any more', () => {
  realm.run("ird.attach('gone', { Pass: 1 })");
  expect(realm.run("ird.udata('gone', 'Pass')")).toBe('1');
});

test('the whole of the data holds what was written empty, and nothing that was deleted', () => {
  const keys = (): unknown => realm.run("ird.udataKeys('ixn1')");
  expect(keys()).toBe('Language|Pass|Flag|Open|Nested');
  realm.run("ird.attach('ixn1', { New: '', Pass: '' })");
  expect(keys()).toBe('Language|Pass|Flag|Open|Nested|New');
  expect(realm.run("ird.udataList('ixn1')")).toMatch(/^Language:en\|Pass:\|.*\|New:$/);
  realm.run("ird.detach('ixn1', 'Flag')");
  expect(keys()).toBe('Language|Pass|Open|Nested|New');
  realm.run('show();');
  expect(keys()).toBe('Language|Pass|Open|Nested|New');
  realm.run("ird.attach('ixn1', { Flag: 1 })");
  expect(keys()).toBe('Language|Pass|Open|Nested|New|Flag');
});
