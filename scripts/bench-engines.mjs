// The other engines that the bench compares with are a package of their own, `bench/engines`, installed when the bench asks for it alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { missingPackage, root } from './setup.mjs';

const folder = path.join(root, 'bench', 'engines');
const readJson = (...place) => JSON.parse(readFileSync(path.join(folder, ...place), 'utf8'));

function isComplete() {
  if (!existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) return false;
  return (
    missingPackage(readJson('package-lock.json'), readJson('node_modules', '.package-lock.json')) ===
    undefined
  );
}

/** Installs the other engines when they are missing; false when they cannot be had, which is told. */
export function installEngines() {
  if (isComplete()) return true;
  process.stderr.write('Installing the engines to compare with (npm ci in bench/engines)\n');
  const { status } = spawnSync(
    'npm',
    // A package that SCION needs asks for a Node of 2011. `npm run` hands our strictness about versions on to its children.
    ['ci', '--engine-strict=false', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  if (status === 0) return true;
  process.stderr.write('They cannot be installed: the comparison with them is left out.\n');
  return false;
}
