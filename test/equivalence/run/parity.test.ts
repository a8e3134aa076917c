// Whatever is converted, the reference runs: what it does not run makes comparisons inconclusive.
import { expect, it } from 'vitest';
import { computedFunctions } from '../../../src/equivalence/evaluate/functions/index.js';
import { runBlocks } from '../../../src/equivalence/run/blocks/index.js';
import { runFunctions } from '../../../src/equivalence/run/functions/index.js';
import { blockShapes } from '../../../src/ird-parser/shapes.js';
import { functionMappings } from '../../../src/mappings/functions/index.js';

it('runs every object that has a shape', () => {
  const missing = Object.keys(blockShapes).filter((type) => !runBlocks.some((run) => run === type));
  expect(missing.sort()).toEqual([]);
});

it('runs every function that is converted', () => {
  const run = new Set([...computedFunctions, ...runFunctions]);
  const missing = functionMappings
    .filter(({ disposition }) => ['exact', 'review', 'urs'].includes(disposition))
    .map(({ ird }) => ird)
    .filter((name) => !run.has(name));
  expect(missing.sort()).toEqual([]);
});
