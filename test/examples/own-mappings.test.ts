// The example project, as a user has it: its own folder, the built package in its node_modules, the command of its package.json.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const example = path.join(root, 'examples/own-mappings');
let folder = '';

beforeAll(() => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', "import { setUp } from './scripts/setup.mjs'; setUp();"],
    { cwd: root, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml example ')));
  cpSync(example, folder, { recursive: true });
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/ird2scxml'), 'junction');
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs ird2scxml in the project. */
function run(...args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'bin/ird2scxml.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe('the example project with mappings of its own', () => {
  it('converts and passes its scenarios by the command of its package.json', () => {
    // The shape of package.json is npm's.
    const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const [program, ...args] = (scripts['convert'] ?? '').split(' ');
    expect(program).toBe('ird2scxml');
    const { status, stderr } = run(...args, '--fail-on', 'warning');
    expect(stderr).toContain('2 of 2 runs passed');
    expect(stderr).toContain('4 parts by overrides');
    expect(stderr).not.toContain('placeholder');
    expect(status).toBe(0);
    const page = readFileSync(path.join(folder, 'pages/Orders.scxml'), 'utf8');
    expect(page).toContain("ird.udata(_data.ird_ixn, 'OrderNumber')");
    expect(page).toContain("> 1000 ? 'gold' : 'standard'");
    expect(page).toContain('<state id="Greet_answered">');
    expect(page).toContain('Left out: the device that it drove was taken away');
  }, 60_000);

  it('needs them: without, its blocks are placeholders', () => {
    const { status, stderr } = run('convert', 'strategies', '-o', 'without', '--no-overrides');
    expect(status).toBe(0);
    for (const name of ['OrderKey', 'CustomerTier', 'Beeper', 'Greeter'])
      expect(stderr).toContain(`"${name}"`);
    expect(stderr).toContain('placeholder');
  }, 60_000);

  it('has documentation that names its files', () => {
    const readme = readFileSync(path.join(example, 'README.md'), 'utf8');
    for (const file of ['strategies/orders.xml', 'ird2scxml.overrides.yaml', 'site-plugin.mjs']) {
      expect(readme).toContain(file);
      expect(() => readFileSync(path.join(example, file))).not.toThrow();
    }
  });
});
