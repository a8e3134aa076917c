// A run that is killed at any moment and taken up again gives the bytes of one clean run. KILLS=50 kills more often (default 3), SEED at other moments.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const kills = Number(process.env['KILLS'] ?? 3);
let state = Number(process.env['SEED'] ?? 1);

/** A number from 0 to 1; the same ones for the same seed (mulberry32). */
function draw(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** Every file below a folder with its text; without the manifest and what is temporary: pages, traces and bases. */
function results(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(scxml|json)$/.test(entry.name) && entry.name !== 'lock.json')
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]));
}

test('a killed run is taken up where it stopped', { timeout: 60_000 + kills * 20_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-kill-'));
  const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
  try {
    const setUp = "import { setUp } from './scripts/setup.mjs'; setUp();";
    spawnSync(process.execPath, ['--input-type=module', '-e', setUp], { cwd: root });
    for (const name of ['clean', 'killed'])
      cpSync(path.join(root, 'fixtures/strategies/flow'), at(name, 'in'), { recursive: true });
    const args = [path.join(root, 'bin/ird2scxml.js'), 'convert', 'in', '-o', 'out', '--fail-on', 'never'];
    const run = (name: string) => spawnSync(process.execPath, args, { cwd: at(name), encoding: 'utf8' });
    const start = performance.now();
    expect(run('clean').status).toBe(0);
    const whole = performance.now() - start;
    const clean = results(at('clean', 'out'));
    expect(clean.size).toBeGreaterThan(10);

    const seen: number[] = [];
    for (let i = 0; i < kills; i++) {
      // Every second one begins anew, with two threads, so that many kills meet a run that writes.
      if (i % 2 === 0) rmSync(at('killed', 'out'), { recursive: true, force: true });
      const jobs = ['--jobs', i % 4 < 2 ? '1' : '2'];
      const child = spawn(process.execPath, [...args, ...jobs], { cwd: at('killed'), stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', resolve));
      const timer = setTimeout(() => child.kill('SIGKILL'), draw() * whole * 1.1);
      await ended;
      clearTimeout(timer);
      // What is in place after a kill is whole, and what a clean run writes.
      const left = results(at('killed', 'out'));
      seen.push(left.size);
      for (const [file, text] of left)
        expect(text === clean.get(file), `${file} after kill ${String(i)}`).toBe(true);
    }
    expect(run('killed').status).toBe(0);
    expect(results(at('killed', 'out'))).toEqual(clean);
    const manifest = (name: string): string =>
      readFileSync(at(name, 'out/.ird2scxml/manifest.jsonl'), 'utf8');
    expect(manifest('killed')).toBe(manifest('clean'));
    const rest = readdirSync(at('killed', 'out'), { recursive: true, encoding: 'utf8' });
    expect(rest.filter((name) => name.endsWith('.tmp') || name.endsWith('lock.json'))).toEqual([]);
    // For the reader of a long test: how far the runs came that were killed.
    if (kills > 3)
      process.stdout.write(`files of ${String(clean.size)} after each kill: ${seen.join(' ')}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
