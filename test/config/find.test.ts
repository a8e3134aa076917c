import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findConfig } from '../../src/cli/configuration/find.js';

let root = '';
const write = (file: string, text = ''): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const found = (from: string): string | undefined => {
  const file = findConfig(path.join(root, from));
  return file && path.relative(root, file).replaceAll(path.sep, '/');
};

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml config ')));
  mkdirSync(path.join(root, 'outer/repository/a/b'), { recursive: true });
  mkdirSync(path.join(root, 'outer/repository/.git'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

it('looks upward, and takes the nearest', () => {
  write('outer/repository/ird2scxml.config.yaml');
  expect(found('outer/repository/a/b')).toBe('outer/repository/ird2scxml.config.yaml');
  write('outer/repository/a/ird2scxml.config.mjs', 'export default {};');
  expect(found('outer/repository/a/b')).toBe('outer/repository/a/ird2scxml.config.mjs');
});

it('does not look above the root of the repository', () => {
  write('outer/ird2scxml.config.json', '{}');
  expect(found('outer/repository/a/b')).toBeUndefined();
  expect(found('outer')).toBe('outer/ird2scxml.config.json');
});

it('takes a repository whose .git is a file, as work trees have it', () => {
  write('outer/tree/.git', 'gitdir: elsewhere');
  write('outer/ird2scxml.config.json', '{}');
  mkdirSync(path.join(root, 'outer/tree/a'));
  expect(found('outer/tree/a')).toBeUndefined();
});

it('looks nowhere else outside of a repository', () => {
  write('loose/ird2scxml.config.yml');
  mkdirSync(path.join(root, 'loose/inner'));
  expect(found('loose')).toBe('loose/ird2scxml.config.yml');
  expect(found('loose/inner')).toBeUndefined();
});

it('passes over a package.json without settings, or without sense', () => {
  write('outer/repository/package.json', '{ "ird2scxml": {} }');
  write('outer/repository/a/package.json', '{ "name": "a" }');
  write('outer/repository/a/b/package.json', '{');
  expect(found('outer/repository/a/b')).toBe('outer/repository/package.json');
});

it('says when a file cannot be opened', () => {
  mkdirSync(path.join(root, 'outer/repository/a/ird2scxml.config.yaml'));
  expect(() => found('outer/repository/a')).toThrow(/IRD8215/);
});
