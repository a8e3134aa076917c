// `npm run check`: everything that must hold before a change is done. All steps run, those that only read beside each other, then the failures are listed.
// `--without-tests` leaves the tests out, for a caller that runs them itself.
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

setUp();

const module = (...place) => path.join(root, 'node_modules', ...place);
const reading = [
  ['types', [module('typescript/bin/tsc'), '-p', '.']],
  ['lint', [module('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['format', [module('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['dead code', [module('knip/bin/knip.js')]],
];
/** They build, or take all processors. */
const alone = [
  ['generated pages', ['scripts/docs.mjs', '--check']],
  ...(process.argv.includes('--without-tests') ? [] : [['tests', [module('vitest/vitest.mjs'), 'run']]]),
  ['package', ['scripts/check-package.mjs']],
];

const failed = [];
const waiting = [...reading];
const workers = Math.max(1, Math.min(os.availableParallelism(), reading.length));
await Promise.all(
  Array.from({ length: workers }, async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step);
  }),
);
for (const step of alone) await run(step);
console.log(failed.length === 0 ? 'Everything holds.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function run([name, args]) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status === 0) return;
  failed.push(name);
  console.log(Buffer.concat(said).toString().trimEnd());
}
