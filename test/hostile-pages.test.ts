// Whole pages that mean harm, through the command line and with each of the engines: what is found about them, where, and that the next page is still checked.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxNames, type SandboxName } from '../src/sandbox-file.js';

const root = path.resolve(import.meta.dirname, '..');
const pages = path.join(root, 'fixtures/hostile-pages');

/** Code and line of the finding that tells what the page did; the column where the engines agree in it. */
const expected: Readonly<Record<string, string>> = {
  'catastrophic-expression': 'IRD5402 5:23',
  'deep-code': 'IRD5402 6:24',
  'deep-json': 'IRD5402 6:24',
  'deep-recursion': 'IRD5402 7',
  'endless-loop': 'IRD5402 6:24',
  'endless-transitions': 'IRD5403 3:1',
  'event-flood': 'IRD5403 3:1',
  'hostile-comparator': 'IRD5402 6:24',
  'huge-message': 'IRD5402',
  'lies-about-its-place': 'IRD5402',
  'log-flood': 'IRD5402 6:15',
  'memory-large': 'IRD5402 6:24',
  'memory-small': 'IRD5402 6:24',
  'newer-names': 'IRD5402 6:15',
  'newer-syntax': 'IRD5202 7:15',
  'poisoned-built-ins': 'IRD5402 15:9',
  'poisoned-dates': 'IRD5402 9',
  'reaches-global': 'IRD5402 8',
  'reaches-process': 'IRD5402 7:9',
  'reaches-require': 'IRD5402 7:9',
  'reaches-through-host': 'IRD5402 8',
  'text-doubling': 'IRD5402 8',
  'throws-nothing': 'IRD5402 6:24',
  'throws-traps': 'IRD5402 6:24',
  'trapped-data': 'IRD5402 12',
  'writes-system-variables': 'IRD5402 8:9',
  'zz-good': 'IRD5408 3:1',
};

/** Pages whose script has to be stopped: the exit code follows from these. */
const stopped = [
  ...[
    'catastrophic-expression',
    'deep-code',
    'deep-json',
    'endless-loop',
    'endless-transitions',
    'event-flood',
  ],
  ...['log-flood', 'memory-large', 'memory-small', 'throws-traps'],
];

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly help: string;
}

interface Report {
  readonly strategies: readonly {
    readonly name: string;
    readonly runs: readonly { readonly end: string }[];
    readonly findings: readonly Finding[];
  }[];
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml hostile '));
  const setUp = "import { setUp } from './scripts/setup.mjs'; setUp();";
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', setUp], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function check(engine: SandboxName, ...args: readonly string[]) {
  const scenario = path.join(pages, 'call.yaml');
  const child = spawn(
    process.execPath,
    [path.join(root, 'bin/ird2scxml.js'), 'check', '--engine', engine, '--scenario', scenario, ...args],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { stdout, stderr, status };
}

describe.concurrent.each(sandboxNames)('hostile pages in %s', (engine) => {
  it('are each told of at their place, and end in exit code 1', async () => {
    const { stdout, stderr, status } = await check(engine, pages, '--format', 'json');
    expect(status, stderr).toBe(1);
    expect(stderr).not.toMatch(/^\s+at |internal|\u001b|\u0007/m);
    const { strategies } = JSON.parse(stdout) as Report; // its form is tested elsewhere
    expect(strategies.map(({ name }) => name)).toEqual(Object.keys(expected));
    for (const { name, findings } of strategies) {
      const wanted = expected[name] ?? '';
      const found = findings.map(({ code, line, column }) => `${code} ${line}:${column}`);
      expect(
        found.some((each) => each.startsWith(wanted)),
        `${name}: ${found.join(', ')}`,
      ).toBe(true);
      for (const { code, file, line, column, message, help } of findings) {
        expect(code).not.toMatch(/^IRD9/);
        expect(path.resolve(folder, file)).toBe(path.join(pages, `${name}.scxml`));
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(message.length).toBeLessThan(800);
        expect(message).not.toMatch(/^\s+at .*:\d+|internal:|\[object Object\]/m);
        expect(help).not.toBe('');
      }
      const isError = findings.some(({ severity }) => severity === 'error');
      expect(isError, name).toBe(stopped.includes(name) || name === 'newer-syntax');
    }
    expect(strategies.at(-1)?.runs.map(({ end }) => end)).toEqual(['unrouted']);
    expect(existsSync(path.join(folder, 'reached'))).toBe(false);
  }, 180_000);

  it('cannot steer the terminal', async () => {
    const page = path.join(pages, 'huge-message.scxml');
    const { stdout, stderr, status } = await check(
      engine,
      page,
      '--format',
      'pretty',
      '--fail-on',
      'warning',
    );
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('huge-message.scxml:');
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  }, 60_000);
});

it('there is an expectation for each hostile page', () => {
  const found = readdirSync(pages).filter((file) => file.endsWith('.scxml'));
  expect(found.map((file) => path.parse(file).name).sort()).toEqual(Object.keys(expected).sort());
});
