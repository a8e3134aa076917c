// Makes the strategies of a batch in their order, in this thread or ahead of time in others. Whichever thread makes one, the same comes of it.
import { fault } from './guarded.js';
import type { BatchInputs } from './batch-inputs.js';
import type { Found, Reuse } from './batch-reuse.js';
import type { Planned } from './convert-batch.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { ScenarioSearch } from '../equivalence/choose-scenarios.js';
import { defaultScenarios } from '../runtime-check/scenario/defaults.js';
import { makeOne, nothingMade, type Made, type MakeRequest, type MakeSource } from './make-strategy.js';
import type { FileSummary, LinkedBatch } from './pipeline.js';
import type { DetailKeeper } from './report-details.js';
import type { ScenarioSource } from './scenario-files.js';
import type { StrategyDetails } from './strategy-details.js';
import type { Verified, VerifyRequest } from './verify/verify-one.js';

/** What other threads have to know of a batch. Plain data. */
export interface ThreadBatch {
  readonly summaries: readonly FileSummary[];
  readonly hashes: ReadonlyMap<string, string>;
  readonly shown: string;
}

export interface ThreadPool {
  readonly make: (request: MakeRequest) => Promise<Made>;
  readonly verify: (request: VerifyRequest) => Promise<Verified>;
  readonly close: () => Promise<void>;
}

export interface Threads {
  /** How many; 0: this thread makes everything itself. */
  readonly count: number;
  /** Strategies that this thread makes before others are started, and that must be left then: starting them takes time. */
  readonly pays: { readonly after: number; readonly left: number };
  /** Opens them, or as many as there are strategies. */
  readonly open: (batch: ThreadBatch, strategies: number) => Promise<ThreadPool>;
}

interface Source {
  readonly linked: LinkedBatch;
  readonly inputs: BatchInputs;
  readonly reuse: Reuse;
  readonly scenarios: ScenarioSource | undefined;
  /** Compare every strategy with its page. */
  readonly verify: ScenarioSearch | undefined;
  readonly shown: string;
  readonly threads: Threads;
  /** Must be made in this thread, because it takes what became of all others. */
  readonly isAlone: (planned: Planned) => boolean;
  /** Where reports show more than records: the details that an earlier run has kept. */
  readonly details: Pick<DetailKeeper, 'again'> | undefined;
}

/** What an earlier run has found, or what was made now. */
export type Taken =
  | {
      readonly before: Found;
      readonly details: StrategyDetails | undefined;
      readonly made?: undefined;
      readonly others?: undefined;
    }
  | { readonly before?: undefined; readonly made: Made; readonly others: readonly Diagnostic[] };

export interface Ahead {
  /** The strategy with this number; they are asked for one after the other. */
  readonly take: (number: number) => Promise<Taken>;
  readonly close: () => Promise<void>;
}

/** What other threads have to know of the inputs. */
export const threadBatch = (inputs: BatchInputs, shown: string): ThreadBatch => ({
  summaries: inputs.summaries(),
  hashes: new Map(inputs.summaries().map(({ file }) => [file, inputs.hashOf(file)])),
  shown,
});

/** Finds a strategy by its file and its number within that. */
export function strategiesByPlace({ strategies }: LinkedBatch): MakeSource['strategyOf'] {
  const byPlace = new Map(strategies.map((each) => [`${each.file}\u0000${String(each.place)}`, each]));
  return (file, place) => {
    const found = byPlace.get(`${file}\u0000${String(place)}`);
    if (found === undefined) throw new Error(`internal: ${file} holds no strategy number ${String(place)}`);
    return found;
  };
}

/** Strategies that wait for each thread: so many results at most are held in memory. */
const waiting = 3;

/** Makes the strategies of `order`. */
export function makeAhead(order: readonly Planned[], source: Source): Ahead {
  const { linked, inputs, reuse, scenarios, verify, shown, threads, isAlone, details } = source;
  const strategyOf = strategiesByPlace(linked);
  const here = (request: MakeRequest): Promise<Made> =>
    makeOne(request, { strategyOf, read: inputs.read, shown });
  /** What is known already, with its details: they have to be found out when the run that found it wanted none. */
  const again = async (
    { strategy: { file, place } }: Planned,
    before: Found,
    make: (request: MakeRequest) => Promise<Made>,
  ): Promise<Taken> => {
    if (details === undefined) return { before, details: undefined };
    const kept = details.again(before.result);
    if (kept !== undefined) return { before, details: kept };
    const request: MakeRequest = { file, place, name: undefined, scenarios: [], withDetails: true };
    const made = await make(request).catch(() => undefined); // It was converted once: a report can do without.
    return { before, details: made?.details };
  };
  const start = (each: Planned, make: (request: MakeRequest) => Promise<Made>): Promise<Taken> => {
    const before = reuse.find(each);
    const { strategy, input, name } = each;
    if (before !== undefined) return again(each, before, make);
    const chosen = name === undefined ? undefined : scenarios?.scenariosFor(input.path);
    const given = chosen?.value ?? [];
    const request: MakeRequest = {
      file: strategy.file,
      place: strategy.place,
      name,
      scenarios: given === defaultScenarios ? 'usual' : given,
      ...(verify === undefined ? {} : { verify }),
      withDetails: details !== undefined,
    };
    const made = make(request).catch((error: unknown) =>
      nothingMade([fault('convert the strategy', strategy.file, error)]),
    );
    return made.then((result) => ({ made: result, others: chosen?.diagnostics ?? [] }));
  };

  const started = new Map<number, Promise<Taken>>();
  let next = 0;
  let madeHere = 0;
  let pool: ThreadPool | undefined;
  return {
    take: async (number) => {
      const { count, pays, open } = threads;
      if (pool === undefined && count > 0 && madeHere >= pays.after && order.length - number >= pays.left)
        pool = await open(threadBatch(inputs, shown), order.length - number);
      next = Math.max(next, number);
      for (; pool !== undefined && next < order.length && next < number + count * waiting; next++) {
        const each = order[next];
        if (each === undefined || isAlone(each)) break;
        started.set(next, start(each, pool.make));
      }
      const each = order[number];
      if (each === undefined) throw new Error('internal: there are not so many strategies');
      const taken = await (started.get(number) ?? start(each, here));
      if (!started.delete(number) && taken.made !== undefined) madeHere++;
      return taken;
    },
    close: async () => {
      await pool?.close();
    },
  };
}
