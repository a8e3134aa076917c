// Texts and values on disk, and in memory where there is no disk for them.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPile, openSpool } from '../../src/batch/beside-memory.js';
import { writeAt } from '../../src/batch/record-lines.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml spool '));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const places = [
  ['on disk', () => folder],
  ['in memory, where there is no folder for them', () => path.join(folder, 'nowhere')],
] as const;

test.each(places)(
  'values lie %s, in the order of their numbers, as often as they are asked for',
  (_, place) => {
    const spool = openSpool<{ readonly name: string }>(place());
    for (const [number, name] of [
      [2, 'drei'],
      [0, 'eins ü\n'],
      [500, 'x'.repeat(100_000)],
    ] as const)
      spool.put(number, { name });
    spool.put(500, { name: 'sechs' });
    for (let time = 0; time < 2; time++)
      expect([...spool].map(({ name }) => name)).toEqual(['eins ü\n', 'drei', 'sechs']);
    expect([0, 1, 2, 500, 501].map((number) => spool.get(number)?.name)).toEqual([
      'eins ü\n',
      undefined,
      'drei',
      'sechs',
      undefined,
    ]);
    spool.close();
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.each(places)('texts of a pile lie %s, empty ones too', (_, place) => {
  const pile = openPile(place());
  const texts = ['', 'ü', '', 'x'.repeat(70_000), '\u{1f600}', ''];
  expect(texts.map(pile.add)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(texts.map((_text, number) => pile.at(number))).toEqual(texts);
  pile.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('what the disk takes in part or not at all stays in memory, and what follows is found on disk', () => {
  let writes = 0;
  const pile = openPile(folder, (file, bytes, offset) => {
    writes += 1;
    if (writes % 2 === 1) {
      writeAt(file, bytes, offset);
      return;
    }
    writeAt(file, bytes.subarray(0, 3), offset);
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  });
  const texts = ['one', 'two two', 'three', 'four four', 'five'];
  texts.forEach(pile.add);
  expect(texts.map((_text, number) => pile.at(number))).toEqual(texts);
  pile.close();
});

test('a fault of ours is thrown on', () => {
  const pile = openPile(folder, () => {
    throw new TypeError('ours');
  });
  expect(() => pile.add('text')).toThrow('ours');
  pile.close();
});

test.skipIf(process.platform === 'win32')(
  'nothing of it has a name, so that a killed run leaves nothing',
  () => {
    const pile = openPile(folder);
    pile.add('text');
    expect(readdirSync(folder)).toEqual([]);
    expect(pile.at(0)).toBe('text');
    pile.close();
  },
);
