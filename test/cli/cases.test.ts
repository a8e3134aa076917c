import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/version.js';
import { splitCommand } from './split-command.js';

const root = path.resolve(import.meta.dirname, '../..');
const cases = path.join(root, 'fixtures/cli');
const isUpdating = process.env['UPDATE_FIXTURES'] === '1';

beforeAll(() => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', "import { setUp } from './scripts/setup.mjs'; setUp();"],
    { cwd: root, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
}, 120_000);

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: string;
  /** What the folder holds afterwards, beside what was there before. */
  readonly files: string;
}

/** Runs the commands of a case one after the other in a folder of its own; the last one counts. */
function runCase(name: string): Ended {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml case ')));
  try {
    const given = path.join(cases, name, 'files');
    if (existsSync(given)) cpSync(given, folder, { recursive: true });
    const before = new Set(listing(folder));
    let ended: Ended | undefined;
    for (const line of readFileSync(path.join(cases, name, 'cmd.txt'), 'utf8').split('\n')) {
      if (line.trim() !== '' && !line.startsWith('#')) ended = runLine(line, folder);
    }
    if (ended === undefined) throw new Error(`${name}/cmd.txt holds no command`);
    const files = listing(folder).filter((file) => !before.has(file));
    return { ...ended, files: files.map((file) => `${file}\n`).join('') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runLine(line: string, folder: string): Ended {
  const { env, args } = splitCommand(line);
  const { PATH, SystemRoot } = process.env;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(root, 'bin/ird2scxml.js'), ...args.map((arg) => arg.replaceAll('$ROOT', root))],
    { cwd: folder, encoding: 'utf8', env: { PATH, SystemRoot, ...env }, timeout: 50_000 },
  );
  return {
    stdout: normalise(stdout, folder),
    stderr: normalise(stderr, folder),
    exit: `${status}\n`,
    files: '',
  };
}

const listing = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();

/** Takes out what differs between machines and versions. */
const normalise = (text: string, folder: string): string =>
  text
    .replaceAll(folder, '<folder>')
    .replaceAll(root, '<root>')
    .replaceAll(version, '<version>')
    .replaceAll('\r\n', '\n');

describe('command line', () => {
  const names = readdirSync(cases).filter((name) => existsSync(path.join(cases, name, 'cmd.txt')));

  it.each(names)('%s', (name) => {
    const ended = runCase(name);
    const parts = {
      'stdout.txt': ended.stdout,
      'stderr.txt': ended.stderr,
      'exit.txt': ended.exit,
      'files.txt': ended.files,
    };
    for (const [part, text] of Object.entries(parts)) {
      const file = path.join(cases, name, part);
      if (isUpdating) writeExpected(file, text);
      expect(text, part).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    }
    // What holds for every case: no stack, and a reason whenever it is not clean.
    expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    if (ended.exit !== '0\n') expect(ended.stderr).not.toBe('');
  });
});

/** An empty stream has no file. */
function writeExpected(file: string, text: string): void {
  if (text === '') rmSync(file, { force: true });
  else writeFileSync(file, text);
}
