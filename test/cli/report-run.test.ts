import path from 'node:path';
import { expect, test } from 'vitest';
import { usedOf } from '../../src/cli/configuration/apply.js';
import { runOf } from '../../src/cli/report-run.js';
import { readConfigText } from '../../src/config/read-text.js';

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

test('the configuration is named with its hash, and so are variables that counted', () => {
  const usedConfiguration = {
    file: path.join(cwd, 'team/ird2scxml.config.yaml'),
    hash: 'a'.repeat(64),
    variables: ['IRD2SCXML_FAIL_ON'],
  };
  expect(runOf({ usedConfiguration }, {}, cwd)).toEqual({
    root: '.',
    config: 'team/ird2scxml.config.yaml',
    configHash: 'a'.repeat(64),
    environment: ['IRD2SCXML_FAIL_ON'],
    overrides: null,
  });
});

test('the hash of a configuration stays when its layout changes, and changes with its settings', () => {
  const hashOf = (text: string): string | undefined => {
    const { value: config } = readConfigText(text, 'a.yaml');
    return usedOf({ file: '/a.yaml', config }, new Map()).hash;
  };
  expect(hashOf('failOn: warning')).toBe(hashOf('# said\n{ "failOn": "warning" }\n'));
  expect(hashOf('failOn: warning')).not.toBe(hashOf('failOn: error'));
});
