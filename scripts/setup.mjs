// The set-up that a fresh clone still misses: packages and build. Says in one line what it does, and is silent when nothing is missing.
// Plain Node without dependencies, because it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: an old Node must come as far as the message about its version.
export const root = fileURLToPath(new URL('..', import.meta.url));
const oldest = [20, 19];

/** Whether a Node version (`20.19.0`) is new enough; `engines` of package.json says the same. */
export function isSupportedNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/**
 * The first package of the lock file that is not installed in its version, or undefined. `installed` is the lock file that npm keeps inside
 * node_modules; optional packages (binaries for other platforms) may be missing there.
 */
export function missingPackage(wanted, installed) {
  for (const [place, { version, optional, peer }] of Object.entries(wanted.packages)) {
    if (place === '' || optional || peer) continue;
    if (installed.packages[place]?.version !== version) return place.replace(/^.*node_modules\//, '');
  }
  return undefined;
}

/** What the bundles are made from. */
const buildInputs = [
  'src',
  'bin',
  'scripts/build.mjs',
  'scripts/keep-compiled.mjs',
  'scripts/notices.mjs',
  'scripts/licences',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Hash of names and contents of everything that a build reads. */
export function sourceHash(directory = root) {
  const hash = createHash('sha256');
  const add = (name) => {
    const file = path.join(directory, name);
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) for (const entry of readdirSync(file).sort()) add(`${name}/${entry}`);
    else hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
  };
  for (const name of buildInputs) add(name);
  return hash.digest('hex');
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The stamp of the last build, `undefined` when there is none: `{ hash, types }`. */
export function buildStamp(directory = root) {
  const file = path.join(directory, 'dist', 'stamp.json');
  return existsSync(file) ? readJson(file) : undefined;
}

/** Why packages have to be installed, or undefined. */
function reasonToInstall() {
  const hidden = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return 'node_modules is missing';
  const missing = missingPackage(readJson(path.join(root, 'package-lock.json')), readJson(hidden));
  return missing === undefined ? undefined : `"${missing}" is not installed in the locked version`;
}

/** Runs a command that shows its errors only; ends the process when it fails. */
function runOrEnd(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    ...options,
  });
  if (result.status === 0) return;
  const why =
    result.error?.message ?? (result.signal ? `signal ${result.signal}` : `exit code ${result.status}`);
  process.stderr.write(`Set-up failed: ${path.basename(command)} ${args.join(' ')} (${why})\n`);
  process.exit(2);
}

function install() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) runOrEnd(process.execPath, [npm, ...args]);
  else runOrEnd('npm', args, { shell: process.platform === 'win32' });
}

/** Installs and builds what is missing. */
export function setUp() {
  if (!isSupportedNode(process.versions.node)) {
    process.stderr.write(
      `ird2scxml needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.\n`,
    );
    process.exit(2);
  }
  const why = reasonToInstall();
  if (why !== undefined) {
    process.stderr.write(`Installing packages (npm ci): ${why}\n`);
    install();
  }
  const stamp = buildStamp();
  if (stamp?.hash !== sourceHash()) {
    process.stderr.write(
      `Building (scripts/build.mjs): ${stamp ? 'sources have changed' : 'dist is missing'}\n`,
    );
    runOrEnd(process.execPath, [path.join(root, 'scripts', 'build.mjs'), '--bundle-only', '--quiet']);
  }
}
