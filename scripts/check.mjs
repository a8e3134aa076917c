// `npm run check`: everything that must hold before a change is done. All steps run, then the failures are listed. `--without-tests` leaves the tests out,
// for a caller that runs them itself.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

setUp();

const module = (...place) => path.join(root, 'node_modules', ...place);
const steps = [
  ['types', [module('typescript/bin/tsc'), '-p', '.']],
  ['lint', [module('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['format', [module('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['dead code', [module('knip/bin/knip.js')]],
  ['generated pages', ['scripts/docs.mjs', '--check']],
  ...(process.argv.includes('--without-tests') ? [] : [['tests', [module('vitest/vitest.mjs'), 'run']]]),
  ['package', ['scripts/check-package.mjs']],
];

const failed = [];
for (const [name, args] of steps) {
  const started = performance.now();
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const isGood = result.status === 0;
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!isGood) {
    failed.push(name);
    console.log(`${result.stdout}${result.stderr}`.trimEnd());
  }
}
console.log(failed.length === 0 ? 'Everything holds.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
