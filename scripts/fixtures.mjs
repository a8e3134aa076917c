// `npm run fixtures`: runs the tests and writes the expected results of fixtures again. Arguments go to vitest: `npm run fixtures -- test/cli`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

setUp();

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, UPDATE_FIXTURES: '1' },
});
console.log('Expected results were written; read the difference before you commit it.');
process.exitCode = status ?? 2;
