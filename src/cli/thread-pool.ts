// The other threads of a batch. Each has the whole conversion, and is told once what it has to know of the batch.
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FoundFile } from '../batch/discover.js';
import type { OptionFiles, PipelineOptions } from './commands/convert.js';
import type { ThreadBatch, ThreadPool, Threads } from './make-ahead.js';
import type { Made, MakeRequest } from './make-strategy.js';
import type { Verified, VerifyRequest } from './verify/verify-one.js';

/** What a thread needs for a conversion with the same settings. Plain data. */
export interface ThreadSettings {
  readonly options: PipelineOptions;
  readonly given: OptionFiles;
  /** Absolute paths. */
  readonly plugins: readonly string[];
  readonly cwd: string;
  readonly found: readonly FoundFile[];
}

export type ThreadData = ThreadSettings & ThreadBatch;

/** More threads than this were never measured. */
const mostThreads = 16;
/** Below this a run is over before other threads have begun to pay (docs/batch.md has the figures). */
const usual = { after: 20, left: 60 };
/** To verify a strategy takes as long as starting a few threads does. The first is made here: in a batch that is unchanged there is none. */
const forVerifying = { after: 1, left: 4 };

/** Where more than so many threads of others wait for each processor, ours slow each other down (docs/batch.md). */
const mostWaiting = 2;

/** Threads that `--jobs auto` takes; `load` is how many threads ran or waited of late, 0 where the system does not say. */
export const threadsThatPay = (processors: number, load: number): number =>
  load > mostWaiting * processors ? 0 : Math.min(processors, mostThreads);

/** The threads that `--jobs` asks for. */
export function threadsFor(jobs: number | 'auto', settings: ThreadSettings, verifies: boolean): Threads {
  const count = jobs === 'auto' ? threadsThatPay(availableParallelism(), loadavg()[0] ?? 0) : jobs;
  return {
    count: count < 2 ? 0 : count,
    pays: jobs !== 'auto' ? { after: 0, left: 0 } : verifies ? forVerifying : usual,
    open: (batch, strategies) => openPool(Math.min(count, strategies), { ...settings, ...batch }),
  };
}

async function openPool(count: number, workerData: ThreadData): Promise<ThreadPool> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./convert-worker.js', import.meta.url)),
    minThreads: count,
    maxThreads: count,
    workerData,
  });
  return {
    make: (request: MakeRequest) => pool.run(request) as Promise<Made>, // what convert-worker.ts gives
    verify: (request: VerifyRequest) => pool.run(request, { name: 'verify' }) as Promise<Verified>, // and this
    close: () => pool.destroy(),
  };
}
