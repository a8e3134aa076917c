// Records on disk, and in memory where there is no disk for them.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSpool } from '../../src/batch/record-lines.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml spool '));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['on disk', () => folder],
  ['in memory, where there is no folder for them', () => path.join(folder, 'nowhere')],
])('records lie %s, in the order of their numbers, as often as they are asked for', (_what, place) => {
  const spool = openSpool<{ readonly name: string }>(place());
  for (const [number, name] of [
    [2, 'drei'],
    [0, 'eins ü\n'],
    [5, 'x'.repeat(100_000)],
  ] as const)
    spool.put(number, { name });
  spool.put(5, { name: 'sechs' });
  for (let time = 0; time < 2; time++)
    expect([...spool].map(({ name }) => name)).toEqual(['eins ü\n', 'drei', 'sechs']);
  spool.close();
  expect(readdirSync(folder)).toEqual([]);
});
