// What a request for a target consists of, and what can be asked of those that wait.
import type { Demand } from './agents.js';
import type { Candidate, Order } from './candidates.js';
import type { QueueEntry, QueueExit, QueueFigures, QueueRecord } from './queue-record.js';
import type { WantedTarget } from './target-string.js';
import type { PrioritySettings } from './waiting-line.js';

/** A request as it is submitted. */
export interface RequestOrder {
  readonly id: string;
  /** '' for a competitor that the page does not own. */
  readonly interaction: string;
  /** Virtual queue, '' when none. */
  readonly queue: string;
  readonly priority: number;
  readonly targets: readonly WantedTarget[];
  readonly order: Order;
  readonly statistic: string;
  /** Seconds; undefined waits for ever. */
  readonly timeout: number | undefined;
  readonly clearOnTimeout: boolean;
  /** Medium and router of a competitor; the medium of the interaction and the page's own router when left out. */
  readonly demand?: Demand;
  /** When it began to wait, for a request that is queued again and keeps its place; milliseconds since the start of the run. */
  readonly since?: number;
  /** Agents who are left out of this try. */
  readonly leftOut?: readonly string[];
  /** Asked before a target is taken: `next` leaves it out and goes on, `failed` ends the request. Always taken when left out. */
  tried?(candidate: Candidate): 'taken' | 'next' | 'failed';
  /** The request is over because `tried` said so. */
  failed?(): void;
  /** A target was found: the request is over. The resource is reserved. */
  selected(candidate: Candidate): void;
  timedOut(): void;
}

/** Where a waiting request stands. */
export interface RequestState {
  readonly priority: number;
  /** From 1. */
  readonly position: number;
  /** Seconds. */
  readonly waited: number;
}

/** The requests of one run. */
export interface Requests {
  submit(order: RequestOrder): void;
  /** Ends a request; false when it is not waiting. */
  end(id: string, exit: QueueExit): boolean;
  waitingFor(interaction: string, queue?: string): readonly string[];
  state(id: string): RequestState | undefined;
  setPriority(id: string, priority: number): boolean;
  /** Adds targets to those of a waiting request; false when it is not waiting. */
  widen(id: string, targets: readonly WantedTarget[]): boolean;
  tune(interaction: string, settings: PrioritySettings): void;
  exclude(agents: readonly string[]): readonly string[];
  checkState(check: boolean): void;
  figures(queue: string): QueueFigures;
  readonly records: readonly QueueRecord[];
  /** Those that have not left their virtual queues. */
  entries(): readonly QueueEntry[];
}
