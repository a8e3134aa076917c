// Each difference between Orchestration Server and SCXML 1.0, shown by a page.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadEngine } from '../../runtime-check/load-engine.js';
import { dialectCases } from './index.js';
import { failureOf, outcomeOf } from './judge.js';
import { dialectPage, dialectPageFile } from './page.js';

test.each(dialectCases.map((each) => [each.id, each] as const))('%s', async (_id, each) => {
  expect(failureOf(each, outcomeOf(each, await loadEngine()))).toBeUndefined();
});

test('every case has an id and a sentence of its own', () => {
  expect(new Set(dialectCases.map(({ id }) => id)).size).toBe(dialectCases.length);
  expect(new Set(dialectCases.map(({ difference }) => difference)).size).toBe(dialectCases.length);
});

test('docs/ors-dialect.md shows the cases', () => {
  expect(readFileSync(dialectPageFile, 'utf8').replaceAll('\r\n', '\n')).toBe(dialectPage(dialectCases));
});
