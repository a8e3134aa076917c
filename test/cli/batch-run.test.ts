// Batches as a user runs them: lists, archives, shares of a run, threads, edits by hand, dry runs, and what the system refuses.
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeZip } from '../batch/make-zip.js';

const root = path.resolve(import.meta.dirname, '../..');
const cli = path.join(root, 'bin/ird2scxml.js');
const flow = path.join(root, 'fixtures/strategies/flow');
const limit = 120_000;

beforeAll(() => {
  const setUp = "import { setUp } from './scripts/setup.mjs'; setUp();";
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', setUp], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}, limit);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml batch '));
  mkdirSync(at('in'));
  for (const [i, file] of inputs.entries()) cpSync(file, at('in', `${String(i)}.xml`));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

/** A few strategies of the fixtures. */
const inputs = readdirSync(flow, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xml'))
  .sort()
  .slice(0, 4)
  .map((name) => path.join(flow, name));

interface Ran extends Pick<SpawnSyncReturns<string>, 'status' | 'stdout' | 'stderr'> {
  readonly summary: string;
}

function run(args: readonly string[], more: { input?: string; env?: Record<string, string> } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: more.input ?? '',
    env: { PATH: process.env['PATH'], ...more.env },
  });
  expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  const summary = /\d+ pages? written.*?(?=;)/.exec(stderr)?.[0] ?? stderr;
  return { status, stdout, stderr, summary };
}
const convert = (...more: readonly string[]): Ran =>
  run(['convert', 'in', '-o', 'out', '--fail-on', 'never', ...more]);

function tree(name: string): ReadonlyMap<string, string> {
  const files = readdirSync(at(name), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const named = files.map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(named.map((file) => [path.relative(at(name), file), readFileSync(file, 'utf8')]));
}
const pages = (name = 'out'): readonly string[] =>
  readdirSync(at(name))
    .filter((file) => file.endsWith('.scxml'))
    .sort();
const report = (
  file: string,
): {
  strategies: { name: string; equivalence?: { verdict: string } }[];
  totals: Record<string, unknown>;
  findings: { code: string }[];
} => JSON.parse(readFileSync(at(file), 'utf8')) as ReturnType<typeof report>; // as the schema says

describe('what is converted', { timeout: limit }, () => {
  it('is named by a list, in a file or on standard input', () => {
    writeFileSync(at('list.txt'), '# two of them\nin/0.xml\n\n  in/1.xml\r\n');
    expect(run(['convert', '--files-from', 'list.txt', '-o', 'out', '--fail-on', 'never']).status).toBe(0);
    const given = run(['convert', '--files-from', '-', '-o', 'other', '--fail-on', 'never'], {
      input: 'in/0.xml\nin/1.xml',
    });
    expect(given.status).toBe(0);
    expect(pages()).toHaveLength(2);
    expect(pages('other')).toEqual(pages());
    const missing = run(['convert', '--files-from', 'none.txt', '-o', 'out']);
    expect([missing.status, missing.stderr]).toEqual([
      2,
      'The list of files "none.txt" cannot be read: it does not exist.\n',
    ]);
  });

  it('lies in an archive, too, and gives the same pages', () => {
    const entries = readdirSync(at('in')).map((name) => ({
      name: `team/${name}`,
      text: readFileSync(at('in', name), 'utf8'),
    }));
    writeFileSync(at('all.zip'), makeZip([...entries, { name: 'locked.xml', text: 'x', isEncrypted: true }]));
    convert();
    const packed = run(['convert', 'all.zip', '-o', 'packed', '--format', 'json=packed.json']);
    expect(packed.status).toBe(1);
    expect(packed.stderr).toMatch(/all\.zip!\/locked\.xml.*IRD8170/);
    expect(pages('packed')).toEqual(pages());
    expect(run(['convert', 'all.zip', '-o', 'packed']).summary).toContain('skipped');
  });

  it('is shared among runs, and their reports together are the whole', () => {
    convert('--format', 'json=whole.json');
    for (const share of ['1/2', '2/2'])
      run([
        'convert',
        'in',
        '-o',
        'shared',
        '--shard',
        share,
        '--fail-on',
        'never',
        '--format',
        `json=${share[0] ?? ''}.json`,
      ]);
    run(['report', 'merge', '1.json', '2.json', '-o', 'merged.json']);
    expect(pages('shared')).toEqual(pages());
    const names = (file: string): readonly string[] =>
      report(file)
        .strategies.map(({ name }) => name)
        .sort();
    expect(names('merged.json')).toEqual(names('whole.json'));
    expect(report('merged.json').totals).toEqual(report('whole.json').totals);
  });

  it('is the same with any number of threads', () => {
    for (const jobs of ['1', '2', '3']) {
      const { status } = run([
        'convert',
        'in',
        '-o',
        'out',
        '--check',
        '--jobs',
        jobs,
        '--fail-on',
        'never',
        '--format',
        `json=${jobs}.json`,
      ]);
      expect(status).toBe(0);
      cpSync(at('out'), at(`out${jobs}`), { recursive: true });
      rmSync(at('out'), { recursive: true });
    }
    for (const jobs of ['2', '3']) {
      expect(tree(`out${jobs}`)).toEqual(tree('out1'));
      expect(readFileSync(at(`${jobs}.json`), 'utf8')).toBe(readFileSync(at('1.json'), 'utf8'));
    }
    expect(run(['convert', 'in', '-o', 'out', '--jobs', 'none']).status).toBe(2);
  });
});

describe('a comparison of many strategies', { timeout: limit }, () => {
  const verify = (...args: readonly string[]): Ran =>
    run(['verify', 'in', 'pages', '--budget', '15', '--fail-on', 'never', ...args]);
  const page = (): string => at('pages', 'Centre_line.scxml');
  beforeEach(() => {
    run(['convert', 'in', '-o', 'pages', '--quiet']);
    // One of them does something else.
    writeFileSync(page(), readFileSync(page(), 'utf8').replace(/ timeout="\d+"/, ' timeout="3"'));
  });

  it('is the same with any number of threads', () => {
    const ran = ['1', '3'].map((jobs) => {
      const { status, stdout } = verify(
        '--jobs',
        jobs,
        '--save',
        'kept',
        '--format',
        'pretty',
        '--format',
        'json=r.json',
      );
      expect(status).toBe(0);
      return { stdout, report: readFileSync(at('r.json'), 'utf8'), kept: tree('kept') };
    });
    expect(ran[1]).toEqual(ran[0]);
    expect(report('r.json').strategies.map(({ equivalence }) => equivalence?.verdict)).toContain('different');
    expect([...(ran[0]?.kept ?? [])].length).toBeGreaterThan(0);
  });

  it('says so where nothing has a page, with threads or without', () => {
    const text = readFileSync(at('in', '0.xml'), 'utf8').replaceAll('type="strategy"', 'type="subroutine"');
    writeFileSync(at('routine.xml'), text);
    for (const jobs of ['1', '2']) {
      const { status, stderr } = run(['verify', 'routine.xml', '--jobs', jobs]);
      expect([status, stderr]).toEqual([0, expect.stringContaining('Nothing was compared')]);
    }
  });

  it('is shared among runs, and their reports together are the whole', () => {
    verify('--format', 'json=whole.json');
    for (const share of ['1', '2']) verify('--shard', `${share}/2`, '--format', `json=${share}.json`);
    run(['report', 'merge', '1.json', '2.json', '-o', 'merged.json']);
    expect(report('merged.json').strategies).toEqual(report('whole.json').strategies);
    expect(report('merged.json').totals).toEqual(report('whole.json').totals);
  });
});

describe('edits by hand', { timeout: limit }, () => {
  const page = 'Branch_line.scxml';
  const read = (name = page): string => readFileSync(at('out', name), 'utf8');
  const edit = (from: string, to: string): void => {
    expect(read()).toContain(from);
    writeFileSync(at('out', page), read().replace(from, to));
  };
  /** What changes pages: agents are given the call in another way. */
  const changed = ['--selection', 'redirect', '--verbose'];

  it('are kept, and what is new lies beside them', () => {
    convert();
    edit('<!-- The interaction, and', '<!-- mine -->\n<!-- The interaction, and');
    const again = convert('--verbose');
    expect(again.summary).toMatch(/1 kept, 3 skipped/);
    expect(again.stderr).toContain('IRD8167');
    expect(pages()).toHaveLength(4);
    const anew = convert(...changed);
    expect(anew.stderr).toContain('IRD8165');
    expect(read()).toContain('<!-- mine -->');
    expect(read('Branch_line.generated.scxml')).toContain('Branch_redirect');
    expect(existsSync(at('out/Branch_line.generated.trace.json'))).toBe(true);
    expect(convert(...changed).summary).toMatch(/1 kept, 3 skipped/);
  });

  it('are merged when that is clean, and nothing is left beside them', () => {
    convert();
    edit('<!-- The interaction, and', '<!-- mine -->\n<!-- The interaction, and');
    const merged = convert('--merge', ...changed);
    expect([merged.status, merged.stderr]).toEqual([0, expect.stringContaining('IRD8168')]);
    expect(read()).toContain('<!-- mine -->');
    expect(read()).toContain('<state id="Branch_redirect">');
    expect(pages()).toHaveLength(4);
  });

  it('that contradict what is new are marked, and fail the run until the marks are gone', () => {
    convert();
    edit('<queue:submit route="true"', '<queue:submit route="mine"');
    for (const merge of [['--merge'], []]) {
      const { status, stderr } = run(['convert', 'in', '-o', 'out', ...merge, ...changed]);
      expect([status, stderr]).toEqual([1, expect.stringContaining('IRD8166')]);
      expect(read()).toMatch(/<<<<<<< edited by hand\n.*route="mine"[^]*>>>>>>> generated now/);
    }
    expect(convert('--force', ...changed).summary).toMatch(/1 pages? written/);
    expect(read()).not.toContain('<<<<<<<');
  });
});

describe('a dry run', { timeout: limit }, () => {
  it('writes nothing, and prints a patch that makes what the run would make', () => {
    const { status, stdout } = convert('--dry-run');
    expect(status).toBe(0);
    expect(existsSync(at('out'))).toBe(false);
    writeFileSync(at('dry.patch'), stdout);
    mkdirSync(at('applied'));
    spawnSync('git', ['init', '-q'], { cwd: at('applied') });
    const applied = spawnSync('git', ['apply', at('dry.patch')], { cwd: at('applied'), encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    convert();
    for (const page of pages())
      expect(readFileSync(at('applied/out', page), 'utf8')).toBe(readFileSync(at('out', page), 'utf8'));
    expect(convert('--dry-run').stdout).toBe('');
  });
});

describe('what the system refuses', { timeout: limit }, () => {
  it('is told when another run uses the folder, and when it has ended', () => {
    convert();
    writeFileSync(at('out/.ird2scxml/lock.json'), JSON.stringify({ pid: process.pid, host: hostname() }));
    const refused = convert();
    expect([refused.status, refused.stderr]).toEqual([
      2,
      `The output folder "out" cannot be used: another run uses it (process ${String(process.pid)} on ${hostname()}).\n`,
    ]);
    writeFileSync(at('out/.ird2scxml/lock.json'), JSON.stringify({ pid: 2 ** 30, host: hostname() }));
    expect(convert().status).toBe(0);
  });

  it('is told when two begin at once: one does the work', async () => {
    const start = () =>
      new Promise<number | null>((resolve) => {
        const args = [cli, 'convert', 'in', '-o', 'out', '--fail-on', 'never'];
        spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' }).on('close', resolve);
      });
    const codes = await Promise.all([start(), start()]);
    expect(codes).toContain(0);
    expect(codes.every((code) => code === 0 || code === 2)).toBe(true);
    expect(convert().summary).toMatch(/0 pages written/);
  });

  it('needs no place for temporary files', () => {
    const { status } = run(['convert', 'in', '-o', 'out', '--fail-on', 'never', '--format', 'json=r.json'], {
      env: { TMPDIR: at('nowhere') },
    });
    expect(status).toBe(0);
    expect(report('r.json').strategies.length).toBeGreaterThan(2);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  it.runIf(canMount)(
    'is a full disk: a finding for each page, and the next run does the rest (needs root for a small disk)',
    (context) => {
      mkdirSync(at('out'));
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', at('out')]).status !== 0)
        return context.skip('cannot mount');
      try {
        const full = convert();
        expect(full.status).toBe(2);
        expect(full.stderr).toMatch(/IRD8009.*there is no space left/);
        expect(readdirSync(at('out')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
        spawnSync('mount', ['-o', 'remount,size=64m', at('out')]);
        expect(convert().status).toBe(0);
        cpSync(at('out'), at('after'), { recursive: true });
      } finally {
        spawnSync('umount', [at('out')]);
      }
      rmSync(at('out'), { recursive: true });
      convert();
      expect(pages('after')).toEqual(pages());
      for (const page of pages())
        expect(readFileSync(at('after', page), 'utf8')).toBe(readFileSync(at('out', page), 'utf8'));
    },
  );

  it.runIf(canMount)('is a folder that cannot be written to (needs root for a read-only disk)', (context) => {
    mkdirSync(at('out'));
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'none', at('out')]).status !== 0)
      return context.skip('cannot mount');
    try {
      const { status, stderr } = convert();
      expect([status, stderr]).toEqual([
        2,
        'The output folder "out" cannot be used: the file system is read-only.\n',
      ]);
    } finally {
      spawnSync('umount', [at('out')]);
    }
  });
});
