// `npm test`: sets up what is missing, then runs the tests, and names those that this machine cannot run. Arguments go to vitest:
// `npm test -- test/cli`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

setUp();

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const given = process.argv.slice(2);
const usual = given.some((word) => word.startsWith('--reporter')) ? [] : ['--reporter=default'];
const reporters = [...usual, '--reporter=./scripts/tell-skipped.mjs'];
const { status, signal } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...given], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 2);
