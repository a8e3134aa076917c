// Packs the package, checks the tarball, installs it into an empty folder without a network, and runs it there: the version, and a conversion with a run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

const npm = process.env.npm_execpath?.endsWith('.js')
  ? [process.execPath, process.env.npm_execpath]
  : ['npm'];
const folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml package '));

function run(what, [command, ...args], cwd, expected = 0) {
  const shell = process.platform === 'win32' && command === 'npm';
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', shell });
  if (result.status === expected) return result.stdout;
  throw new Error(`${what}: exit code ${result.status}, not ${expected}\n${result.stdout}${result.stderr}`);
}

const must = (holds, what) => {
  if (!holds) throw new Error(what);
};

try {
  run('npm pack', [...npm, 'pack', '--silent', '--pack-destination', folder], root);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const publint = path.join(root, 'node_modules/publint/src/cli.js');
  console.log(
    run('publint', [process.execPath, publint, 'run', path.join(folder, tarball), '--strict'], root).trim(),
  );

  const place = path.join(folder, 'an empty folder');
  mkdirSync(place);
  writeFileSync(path.join(place, 'package.json'), '{ "private": true }\n');
  run(
    'npm install',
    [...npm, 'install', '--offline', '--no-audit', '--no-fund', path.join(folder, tarball)],
    place,
  );
  const installed = readdirSync(path.join(place, 'node_modules')).filter((name) => !name.startsWith('.'));
  must(installed.join() === 'ird2scxml', `more than the package was installed: ${installed.join(', ')}`);

  const version = run(
    '--version',
    [...npm, 'exec', '--offline', '--', 'ird2scxml', '--version'],
    place,
  ).trim();
  must(/^\d+\.\d+\.\d+$/.test(version), `--version printed "${version}"`);
  const command = [process.execPath, path.join(place, 'node_modules/ird2scxml/bin/ird2scxml.js')];
  const examples = path.join(place, 'node_modules/ird2scxml/fixtures/strategies');
  run(
    'convert',
    [...command, 'convert', examples, '-o', 'out', '--check', '--fail-on', 'never', '--quiet'],
    place,
  );
  const pages = readdirSync(path.join(place, 'out')).filter((name) => name.endsWith('.scxml'));
  must(pages.length > 0, 'no page was written');

  const library = pathToFileURL(path.join(place, 'node_modules/ird2scxml/dist/lib/index.js')).href;
  const script = `import { version } from 'ird2scxml'; import * as same from '${library}'; console.log(version === same.version)`;
  must(
    run('import', [process.execPath, '--input-type=module', '-e', script], place).trim() === 'true',
    'import failed',
  );
  must(
    existsSync(path.join(place, 'node_modules/ird2scxml/dist/THIRD-PARTY-NOTICES')),
    'the notices are missing',
  );
  console.log(`${tarball}: installs offline, runs, converts ${pages.length} pages`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
