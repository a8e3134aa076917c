import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { simulatorAssumptions } from '../../../src/runtime-check/world/assumptions.js';

it('every assumption of the simulator stands in its documentation, and nothing else does', () => {
  const text = readFileSync(new URL('../../../docs/simulator.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)].map(([, id, what]) => [id, what]);
  expect(rows).toEqual(Object.entries(simulatorAssumptions));
});
