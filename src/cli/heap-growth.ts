// How much garbage a long run lets gather before it is cleared away.
import { setFlagsFromString } from 'node:v8';

/** One file is left alone: the build keeps what V8 compiles for one (built-program.ts), and code from under other flags would be refused. */
const fewest = 2;

/** Versions of V8 (their major number) in which the flag was tried: others would say on standard error that they do not know it. */
const tried = { first: 11, last: 13 };

/** Percent by which the heap of a small batch grows beyond what is in use before it is cleared. */
const mostGrowth = 100;
/** So many files more take a percent off, because of what is known of each of them to the end. */
const filesOfPercent = 70;
/** Clearing more often costs more time than the memory is worth. */
const leastGrowth = 30;

/** Percent by which the heap of a batch may grow before it is cleared: its peak is to be the same however many files there are. */
export const growthFor = (files: number): number =>
  Math.max(leastGrowth, mostGrowth - Math.floor(files / filesOfPercent));

/**
 * V8 lets the heap grow to four times what was in use when it was last cleared, as long as the machine has memory. From here on it is
 * twice or less: a batch then takes two thirds of the memory, for a few more percent of processor time (docs/batch.md has the figures). Holds for all
 * threads of the process. A version of V8 in which the flag was not tried, and a single file, go on as before.
 */
export function clearSooner(files: number): void {
  const version = Number(process.versions.v8.split('.')[0]);
  if (files >= fewest && version >= tried.first && version <= tried.last)
    setFlagsFromString(`--heap-growing-percent=${String(growthFor(files))}`);
}
