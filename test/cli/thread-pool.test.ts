import { expect, test } from 'vitest';
import { threadsThatPay } from '../../src/cli/thread-pool.js';

test.each([
  ['as many as processors', 4, 0, 4],
  ['no more than were measured', 64, 3, 16],
  ['all of them on a machine that was busy with one thing before', 2, 4, 2],
  ['none on a machine that is too busy', 2, 4.1, 0],
])('--jobs auto takes %s', (_, processors, load, threads) => {
  expect(threadsThatPay(processors, load)).toBe(threads);
});
