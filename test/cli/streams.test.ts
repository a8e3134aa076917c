// What becomes of output that cannot be written.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

beforeAll(() => {
  const setUp = "import { setUp } from './scripts/setup.mjs'; setUp();";
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', setUp], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}, 120_000);

it.skipIf(!existsSync('/dev/full'))(
  'says in a sentence that there is no space (needs /dev/full)',
  () => {
    const full = openSync('/dev/full', 'w');
    try {
      const { status, stderr } = spawnSync(
        process.execPath,
        [path.join(root, 'bin/ird2scxml.js'), 'check', '--help'],
        { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' },
      );
      expect(stderr).toBe('Standard output cannot be written: there is no space left.\n');
      expect(status).toBe(2);
    } finally {
      closeSync(full);
    }
  },
  60_000,
);
