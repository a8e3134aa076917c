// Bash runs the script and says what it would complete; zsh and fish read it where they are installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionScript, type Shell } from '../../src/cli/commands/completion.js';
import { completedVerbs } from '../../src/cli/configuration/completion-tree.js';
import { createProgram } from '../../src/cli/program.js';
import { plainPaint } from '../../src/report/formats/format.js';

const sink = { write: () => undefined, paint: plainPaint, isTerminal: false };
const program = createProgram({ cwd: '/', out: sink, err: sink, env: {} }, () => undefined);
const shells: readonly Shell[] = ['bash', 'zsh', 'fish', 'pwsh'];
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

let folder = '';
const fileOf = (shell: Shell): string => path.join(folder, `completion.${shell}`);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml completion '));
  for (const shell of shells) writeFileSync(fileOf(shell), completionScript(program, shell));
  writeFileSync(path.join(folder, 'Main strategy.xml'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const verbs = completedVerbs(program);

it.each(shells)('names every verb, option and word for %s', (shell) => {
  const script = completionScript(program, shell);
  const names = verbs.flatMap(({ verb, options }) => [
    verb,
    ...options.flatMap(({ takes, flags }) => [
      ...(typeof takes === 'string' ? [] : takes),
      ...flags.map((flag) => (shell === 'fish' ? flag.replace(/^--?/, '') : flag)),
    ]),
  ]);
  expect(names.filter((name) => !script.includes(name))).toEqual([]);
});

describe.skipIf(!has('bash'))('in bash (needs bash)', () => {
  const completed = (...words: readonly string[]): readonly string[] => {
    const script =
      'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ird2scxml; printf "%s\\n" "${COMPREPLY[@]}"';
    const { stdout, stderr, status } = spawnSync('bash', ['-c', script, 'bash', fileOf('bash'), ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    return stdout.split('\n').filter((line) => line !== '');
  };

  it.each([
    [['ird2scxml', 'conv'], ['convert']],
    [
      ['ird2scxml', 'convert', '--fail-on', ''],
      ['error', 'warning', 'info', 'never'],
    ],
    [['ird2scxml', 'convert', '--fail-on', '=', 'n'], ['never']],
    [
      ['ird2scxml', 'convert', '--fail-on', '='],
      ['error', 'warning', 'info', 'never'],
    ],
    [
      ['ird2scxml', 'convert', 'x.xml', '--min-'],
      ['--min-status', '--min-claim'],
    ],
    [['ird2scxml', 'report', 'merge', '--mi'], ['--mixed']],
    [['ird2scxml', 'report', 'me'], ['merge']],
    [['ird2scxml', 'convert', '-o', 'Main'], ['Main strategy.xml']],
    [['ird2scxml', 'convert', 'Main'], ['Main strategy.xml']],
    [['ird2scxml', 'check', '--no-conf'], ['--no-config']],
    [['ird2scxml', 'nothing'], []],
  ])('completes %j', (words, expected) => {
    expect(completed(...words)).toEqual(expected);
  });
});

it.skipIf(!has('zsh'))('is read by zsh (needs zsh)', () => {
  const { status, stderr } = spawnSync('zsh', ['-n', fileOf('zsh')], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

it.skipIf(!has('fish'))('completes in fish (needs fish)', () => {
  const completed = (line: string): readonly string[] => {
    const command = `source '${fileOf('fish')}'; complete -C '${line}'`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', command], { cwd: folder, encoding: 'utf8' });
    return stdout.split('\n').flatMap((each) => (each === '' ? [] : [each.split('\t')[0] ?? '']));
  };
  expect(completed('ird2scxml convert --min-')).toEqual(['--min-claim', '--min-status']);
  expect(completed('ird2scxml report merge --mi')).toEqual(['--mixed']);
});

it('gives PowerShell a table with a list for each option that takes words', () => {
  const script = completionScript(program, 'pwsh');
  expect(script).toContain("'--fail-on' = @('error', 'warning', 'info', 'never')");
  expect(script).toContain("'report merge' = @{ Words = @('-o', '--output', '--mixed'");
  expect((script.match(/'/g) ?? []).length % 2).toBe(0);
});
