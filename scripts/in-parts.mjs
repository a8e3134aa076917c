// Runs a test file in several processes, each with its part of the fixtures, and gives what each has written down.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './setup.mjs';

/**
 * Runs `test` with `<name>_PART` (`1/2`), `<name>_RESULT` (the file that it writes) and further variables of the environment.
 * @param {{ test: string, name: string, parts?: string | undefined, env: Readonly<Record<string, string>> }} settings
 * @returns {Promise<readonly { status: number | null, result: any }[]>} The exit code of each part, and what it wrote, read as JSON.
 */
export function runInParts({ test, name, parts, env }) {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const folder = path.join(root, '.cache', name.toLowerCase());
  mkdirSync(folder, { recursive: true });
  const count = Number(parts ?? Math.max(1, Math.min(os.availableParallelism(), 4)));
  return Promise.all(
    Array.from({ length: count }, async (_each, index) => {
      const file = path.join(folder, `part-${index + 1}.json`);
      rmSync(file, { force: true });
      const child = spawn(process.execPath, [vitest, 'run', test, '--reporter=dot'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, [`${name}_PART`]: `${index + 1}/${count}`, [`${name}_RESULT`]: file, ...env },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
      const status = await new Promise((resolve) => child.on('close', resolve));
      if (status !== 0) process.stderr.write(said);
      return { status, result: JSON.parse(readFileSync(file, 'utf8')) };
    }),
  );
}
