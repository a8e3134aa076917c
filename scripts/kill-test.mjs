// `npm run kill-test`: kills 50 runs of `convert` at random moments and takes them up again (test/cli/kill.test.ts does it with few). KILLS and SEED change that.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

setUp();
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/cli/kill.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { KILLS: '50', ...process.env },
});
process.exitCode = status ?? 2;
