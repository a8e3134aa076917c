import { setFlagsFromString } from 'node:v8';
import { afterEach, expect, test, vi } from 'vitest';
import { clearSooner, growthFor } from '../../src/cli/heap-growth.js';

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));

const versions = process.versions;

afterEach(() => {
  Object.defineProperty(process, 'versions', { value: versions });
  vi.mocked(setFlagsFromString).mockClear();
});

test.each([
  ['a batch', 2, '12.4.254.21-node.57', 1],
  ['one file', 1, '12.4.254.21-node.57', 0],
  ['a version of V8 in which the flag was not tried', 2, '14.1.1', 0],
])('%s: so many files (%i) under V8 %s', (_, files, v8, times) => {
  Object.defineProperty(process, 'versions', { value: { ...versions, v8 } });
  clearSooner(files);
  expect(setFlagsFromString).toHaveBeenCalledTimes(times);
});

test('the more files there are, the less the heap grows beyond what is in use, down to a bound', () => {
  expect([2, 500, 5_000, 100_000].map(growthFor)).toEqual([100, 93, 30, 30]);
});
