// The built command line with the compiled code beside it, and without.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const patience = 120_000;
let folder = '';

/** Runs code as a module in a process of its own; gives what it says. */
function run(code: string, ...flags: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return stdout + stderr;
}

beforeAll(() => {
  expect(run("import { setUp } from './scripts/setup.mjs'; setUp();")).not.toContain('failed');
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml built '));
  cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true });
  cpSync(path.join(root, 'bin'), path.join(folder, 'bin'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
}, patience);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('V8 takes the compiled code', () => {
  const built = pathToFileURL(path.join(root, 'dist/cli/built-program.js')).href;
  const code = `import { readFileSync } from 'node:fs';
    import { compiledFile, openProgram } from '${built}';
    console.log(openProgram(readFileSync(compiledFile)).script.cachedDataRejected);`;
  expect(run(code)).toBe('false\n');
});

test.each([
  ['as it was built', () => undefined],
  [
    'with compiled code of something else',
    (file: string) => {
      writeFileSync(file, 'something else');
    },
  ],
  [
    'without compiled code',
    (file: string) => {
      rmSync(file);
    },
  ],
])(
  'the command runs %s',
  (_, change) => {
    const cli = path.join(folder, 'dist/cli');
    const compiled = readdirSync(cli).filter((name) => name.endsWith('.compiled'));
    expect(compiled).toHaveLength(1);
    change(path.join(cli, compiled[0] ?? ''));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(folder, 'bin/ird2scxml.js'), 'eval', '7 / 2'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(stdout).toContain('by URS    3');
    expect(status).toBe(0);
  },
  patience,
);
