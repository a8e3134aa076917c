import { expect, test } from 'vitest';
import { runOf } from '../../src/cli/report-run.js';

const cwd = process.cwd();

test('a run without options says so', () => {
  expect(runOf({}, {}, cwd)).toEqual({ root: '.', config: null, overrides: null });
});

test('files are named as findings name them, answers by their ids', () => {
  const given = { file: 'own.yaml', text: '' };
  expect(
    runOf(
      {
        baseline: 'known/../base.json',
        plugin: ['./plug.mjs'],
        assume: ['selection.timeout=green', 'end.voice=a=b'],
        shard: { part: 2, of: 5 },
      },
      { overrides: given, names: { file: 'names.csv', text: '' } },
      cwd,
    ),
  ).toEqual({
    root: '.',
    config: null,
    overrides: 'own.yaml',
    names: 'names.csv',
    plugins: ['plug.mjs'],
    assumptions: { 'selection.timeout': 'green', 'end.voice': 'a=b' },
    baseline: 'base.json',
    shard: '2/5',
  });
});
