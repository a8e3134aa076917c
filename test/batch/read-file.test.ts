// Reading files: plain ones, and those that may never end.
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBytes, readSmallFile } from '../../src/batch/read-file.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml read '));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const mebibyte = 1024 * 1024;

test('a plain file is read whole', () => {
  const file = path.join(folder, 'plain.txt');
  writeFileSync(file, 'abc');
  expect(readBytes(file)).toEqual({ ok: true, bytes: Buffer.from('abc') });
});

test('a file beyond the limit is not read', () => {
  const file = path.join(folder, 'large.txt');
  writeFileSync(file, '');
  truncateSync(file, 3 * mebibyte);
  const tooLarge = { ok: false, reason: 'it is larger than 2 MiB' };
  expect(readBytes(file, undefined, 2 * mebibyte)).toEqual(tooLarge);
  expect(readSmallFile(file, 2 * mebibyte)).toEqual(tooLarge);
});

test.runIf(existsSync('/dev/zero'))(
  'a device that never ends is read up to the limit (where there is one)',
  () => {
    expect(readBytes('/dev/zero', undefined, 2 * mebibyte)).toEqual({
      ok: false,
      reason: 'it is larger than 2 MiB',
    });
  },
);

test.runIf(existsSync('/dev/null'))('a device that ends at once is empty (where there is one)', () => {
  expect(readBytes('/dev/null')).toEqual({ ok: true, bytes: Buffer.from('') });
});

test('what is not there, and a folder, are told', () => {
  expect(readBytes(path.join(folder, 'none'))).toEqual({ ok: false, reason: 'it does not exist' });
  expect(readBytes(folder).ok).toBe(false);
});
