// A run that is killed at any moment and taken up again gives the bytes of one clean run. KILLS=50 kills more often (default 3).
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const kills = Number(process.env['KILLS'] ?? 3);

test('a killed run is taken up where it stopped', { timeout: 30_000 + kills * 5_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-kill-'));
  try {
    const setUp = "import { setUp } from './scripts/setup.mjs'; setUp();";
    spawnSync(process.execPath, ['--input-type=module', '-e', setUp], { cwd: root });
    for (const name of ['clean', 'killed'])
      cpSync(path.join(root, 'fixtures/strategies/flow'), path.join(folder, name, 'in'), { recursive: true });
    const args = [path.join(root, 'bin/ird2scxml.js'), 'convert', 'in', '-o', 'out', '--fail-on', 'never'];
    const run = (name: string) =>
      spawnSync(process.execPath, args, { cwd: path.join(folder, name), encoding: 'utf8' });
    expect(run('clean').status).toBe(0);
    for (let i = 0; i < kills; i++) {
      const child = spawn(process.execPath, args, { cwd: path.join(folder, 'killed'), stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', resolve));
      const timer = setTimeout(() => child.kill('SIGKILL'), 150 + ((i * 137) % 500));
      await ended;
      clearTimeout(timer);
    }
    expect(run('killed').status).toBe(0);
    const files = (name: string): readonly (readonly [string, string])[] =>
      readdirSync(path.join(folder, name, 'out'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map((file) => [path.relative(path.join(folder, name), file), readFileSync(file, 'utf8')] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    expect(files('killed')).toEqual(files('clean'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
