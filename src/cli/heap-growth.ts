// How much garbage a long run lets gather before it is cleared away.
import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets the heap grow to four times what was in use when it was last cleared, as long as the machine has memory. From here on it is
 * twice: a batch then takes two thirds of the memory, for a few more percent of processor time (docs/batch.md has the figures). Holds for all threads
 * of the process. A version of V8 that does not know the flag goes on as before.
 */
export function clearSooner(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
