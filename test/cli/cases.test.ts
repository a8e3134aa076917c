import { spawn, spawnSync } from 'node:child_process';
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
import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import reportSchema from '../../src/report/report.schema.json' with { type: 'json' };
import { version } from '../../src/version.js';
import { splitCommand, splitEdit } from './split-command.js';

const root = path.resolve(import.meta.dirname, '../..');
const cases = path.join(root, 'fixtures/cli');
const isUpdating = process.env['UPDATE_FIXTURES'] === '1';

const isReport = new Ajv2020({ allowUnionTypes: true }).compile(reportSchema);

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

/** Runs the commands of a case one after the other in a folder of its own; the last one counts. A file `stdin.txt` is their standard input. */
async function runCase(name: string): Promise<Ended> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml case ')));
  try {
    const given = path.join(cases, name, 'files');
    if (existsSync(given)) cpSync(given, folder, { recursive: true });
    const before = new Set(listing(folder));
    let ended: Ended | undefined;
    for (const line of readFileSync(path.join(cases, name, 'cmd.txt'), 'utf8').split('\n')) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const edit = splitEdit(line);
      if (edit === undefined) ended = await runLine(line, folder);
      else editFile(path.join(folder, edit.file), edit.from, edit.to);
    }
    if (ended === undefined) throw new Error(`${name}/cmd.txt holds no command`);
    const files = listing(folder).filter((file) => !before.has(file));
    return { ...ended, files: files.map((file) => `${file}\n`).join('') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An edit that finds nothing would make a case that shows nothing. */
function editFile(file: string, from: string, to: string): void {
  const content = readFileSync(file, 'utf8');
  if (!content.includes(from)) throw new Error(`"${from}" is not in ${file}`);
  writeFileSync(file, content.replaceAll(from, to));
}

async function runLine(line: string, folder: string): Promise<Ended> {
  const { env, args } = splitCommand(line);
  const { PATH, SystemRoot } = process.env;
  const input = path.join(folder, 'stdin.txt');
  const child = spawn(process.execPath, [path.join(root, 'bin/ird2scxml.js'), ...args], {
    cwd: folder,
    env: { PATH, SystemRoot, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Most commands end without reading it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(existsSync(input) ? readFileSync(input) : '');
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return {
    stdout: normalise(stdout, folder),
    stderr: normalise(stderr, folder),
    exit: `${status}\n`,
    files: '',
  };
}

/** What lies in a folder, but for what output folders remember of their runs. */
const listing = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/(^|\/)\.ird2scxml\//.test(file))
    .sort();

/** Takes out what differs between machines and versions. */
const normalise = (output: string, folder: string): string =>
  output
    .replaceAll(folder, '<folder>')
    .replaceAll(root, '<root>')
    .replaceAll(version, '<version>')
    .replace(/("mappings": ?\{\s*"version": ?"<version>",\s*"hash": ?")[0-9a-f]{64}/g, `$1${'0'.repeat(64)}`)
    .replaceAll('\r\n', '\n');

describe('command line', () => {
  const names = readdirSync(cases).filter((name) => existsSync(path.join(cases, name, 'cmd.txt')));

  it.concurrent.each(names)('%s', async (name) => {
    const ended = await runCase(name);
    const parts = {
      'stdout.txt': ended.stdout,
      'stderr.txt': ended.stderr,
      'exit.txt': ended.exit,
      'files.txt': ended.files,
    };
    for (const [part, content] of Object.entries(parts)) {
      const file = path.join(cases, name, part);
      if (isUpdating) writeExpected(file, content);
      expect(content, part).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    }
    // What holds for every case: no stack, and a reason whenever it is not clean.
    expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    if (ended.exit !== '0\n') expect(ended.stderr).not.toBe('');
    if (ended.stdout.startsWith('{\n  "report"'))
      expect(isReport(JSON.parse(ended.stdout)), JSON.stringify(isReport.errors)).toBe(true);
  });
});

/** An empty stream has no file. */
function writeExpected(file: string, content: string): void {
  if (content === '') rmSync(file, { force: true });
  else writeFileSync(file, content);
}
