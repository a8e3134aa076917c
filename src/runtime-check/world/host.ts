// What the world needs from whoever runs it. Time is virtual, draws come from the scenario, and nothing here knows SCXML.
import type { Assume } from './assumptions.js';
import type { QueueEntry, QueueRecord } from './queue-record.js';

export interface WorldHost {
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Calls back after `delay` virtual milliseconds; gives a handle for `withdraw`; `what` is for people. */
  schedule(delay: number, call: () => void, what?: string): number;
  withdraw(handle: number): boolean;
  /** The next draw of the scenario, from 0 up to 1. */
  random(): number;
  readonly assume: Assume;
  /** A request has entered its virtual queue. */
  entered?(entry: QueueEntry): void;
  /** A request has left its virtual queue. */
  left(record: QueueRecord): void;
}
