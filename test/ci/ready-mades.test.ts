// The ready-mades of continuous integration do what they say: their commands are taken out of their files and run.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const tool = path.join(root, 'bin/ird2scxml.js');
const example = path.join(root, 'fixtures/cli/convert/files/in');
let folder = '';

beforeAll(() => {
  const setUp = "import { setUp } from './scripts/setup.mjs'; setUp();";
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', setUp], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}, 120_000);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml ci ')));
  cpSync(example, path.join(folder, 'my exports'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (file: string): unknown => parse(readFileSync(path.join(root, file), 'utf8'));
const textIn = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

function run(shell: readonly string[], script: string, env: Readonly<Record<string, string>>) {
  const [command = '', ...options] = shell;
  return spawnSync(command, [...options, '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
  });
}

interface Step {
  readonly name: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** Tags that were looked up in the repositories of the actions, which run on Node 24: GitHub has given up Node 20 for actions. */
const tagsSeen = [
  'actions/setup-node@v6.4.0',
  'actions/checkout@v6.0.2',
  'github/codeql-action/upload-sarif@v4.35.2',
];

it('docs/ci.md names actions at versions that were looked up', () => {
  const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
  const named = [...page.matchAll(/uses: ([\w./-]+@v\S+)/g)].map(([, uses]) => uses);
  expect(named).toHaveLength(2);
  for (const uses of named) expect(tagsSeen).toContain(uses);
});

describe('action.yml', () => {
  const { inputs, runs, outputs } = read('action.yml') as Action; // our own file
  const usual = Object.fromEntries(Object.entries(inputs).map(([name, each]) => [name, each.default ?? '']));
  const ofInputs = (text: string, given: Readonly<Record<string, string>>): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? '(no such input)');

  /** Runs a step as the runner does. */
  const runStep = (name: string, given: Readonly<Record<string, string>> = {}) => {
    const step = runs.steps.find((each) => each.name === name);
    for (const file of ['summary.md', 'outputs.txt']) writeFileSync(path.join(folder, file), '');
    const all = { ...usual, ...given };
    const env = Object.entries(step?.env ?? {}).map(([key, text]) => [key, ofInputs(text, all)] as const);
    return run(['bash', '--noprofile', '--norc', '-eo', 'pipefail'], step?.run ?? 'exit 99', {
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
      GITHUB_OUTPUT: path.join(folder, 'outputs.txt'),
      ...Object.fromEntries(env),
    });
  };

  it('takes other actions at a version, and puts no input into the text of a script', () => {
    for (const { uses, run: script } of runs.steps) {
      if (uses !== undefined) expect(tagsSeen).toContain(uses);
      expect(script ?? '').not.toContain('${{');
    }
    expect(outputs['exit-code']?.value).toContain('steps.convert.outputs.exit-code');
  });

  it('sets itself up', () => {
    const { status, stderr } = runStep('Set up ird2scxml');
    expect(status, stderr).toBe(0);
  }, 120_000);

  it('converts, and leaves pages, SARIF, report, summary and the exit code', () => {
    const { status, stderr } = runStep('Convert and check', { paths: 'my exports\n', report: 'all.json' });
    expect(status, stderr).toBe(0);
    expect(textIn('outputs.txt')).toBe('exit-code=0\n');
    expect(JSON.parse(textIn('ird2scxml.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(textIn('all.json'))).toMatchObject({ command: 'convert', totals: { converted: 1 } });
    expect(textIn('summary.md')).toContain('Harbour line');
    expect(existsSync(path.join(folder, 'pages/Harbour_line.scxml'))).toBe(true);
  }, 60_000);

  it('fails as the command does, and takes words for what they are', () => {
    const paths = 'nowhere; touch pwned\n$(touch pwned)\n--force';
    const { status, stdout } = runStep('Convert and check', { paths, sarif: '', arguments: '--quiet' });
    expect(status).toBe(1);
    expect(textIn('outputs.txt')).toBe('exit-code=1\n');
    expect(stdout).toMatch(/^::error .*IRD8001/m);
    expect(existsSync(path.join(folder, 'pwned'))).toBe(false);
  }, 60_000);

  it('takes a baseline that cannot be read for a mistake', () => {
    const { status } = runStep('Convert and check', { paths: 'my exports', baseline: 'none.json' });
    expect(status).toBe(2);
    expect(textIn('outputs.txt')).toBe('exit-code=2\n');
  }, 60_000);
});

interface Job {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}

describe('ci/gitlab.yml', () => {
  const { ird2scxml: job } = read('ci/gitlab.yml') as { readonly ird2scxml: Job }; // our own file
  // The variable is a command in words: a checkout whose path has a blank is called by a script.
  const runJob = (variables: Readonly<Record<string, string>>) => {
    writeFileSync(path.join(folder, 'converter.sh'), `exec "${process.execPath}" "${tool}" "$@"\n`);
    return run(['sh', '-e'], job.script.join('\n'), {
      ...job.variables,
      CONVERTER: 'sh ./converter.sh',
      ...variables,
    });
  };

  it('leaves the artefacts that it names', () => {
    cpSync(example, path.join(folder, 'exports'), { recursive: true });
    const { status, stderr } = runJob({ STRATEGIES: 'exports/*.xml' });
    expect(status, stderr).toBe(0);
    expect(Array.isArray(JSON.parse(textIn(job.artifacts.reports['codequality'] ?? '')))).toBe(true);
    expect(textIn(job.artifacts.reports['junit'] ?? '')).toContain('<testsuite');
    expect(JSON.parse(textIn('ird2scxml-report.json'))).toMatchObject({ totals: { converted: 1 } });
  }, 60_000);

  it('fails as the command does', () => {
    expect(runJob({ STRATEGIES: 'nowhere' }).status).toBe(1);
    expect(runJob({ STRATEGIES: 'nowhere', BASELINE: 'none.json' }).status).toBe(2);
  }, 60_000);
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

describe('.pre-commit-hooks.yaml', () => {
  const hooks = read('.pre-commit-hooks.yaml') as readonly Hook[]; // our own file
  const { bin } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>;
  };

  it.each([
    ['ird2scxml-audit', 'exports/Main.xml', () => path.join(example, 'harbour.xml'), 0],
    ['ird2scxml-check', 'pages/Main.scxml', () => path.join(root, 'fixtures/cli/check/files/short.scxml'), 0],
    ['ird2scxml-check', 'pages/Broken.scxml', () => path.join(folder, 'Broken.scxml'), 1],
  ])(
    '%s runs on %s',
    (id, name, file, expected) => {
      const hook = hooks.find((each) => each.id === id);
      expect(name).toMatch(new RegExp(hook?.files ?? '$^'));
      const [command = '', ...words] = (hook?.entry ?? '').split(' ');
      expect(bin).toHaveProperty(command);
      writeFileSync(path.join(folder, 'Broken.scxml'), '<scxml/>');
      const { status, stderr } = spawnSync(process.execPath, [tool, ...words, file()], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(expected);
    },
    60_000,
  );

  it('leaves other files alone', () => {
    for (const { files } of hooks) expect('pom.xml').not.toMatch(new RegExp(files));
  });

  it('is packed so that npm prints the name of the tarball alone, which pre-commit installs', () => {
    cpSync(path.join(root, '.npmrc'), path.join(folder, '.npmrc'));
    const scripts = { prepack: 'node -e "console.log(1)"' };
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ name: 'packed', version: '1.0.0', scripts }),
    );
    const { stdout, stderr } = spawnSync('npm', ['pack', '--dry-run'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(stdout.trim(), stderr).toBe('packed-1.0.0.tgz');
  }, 60_000);
});
