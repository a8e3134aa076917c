// What is visible from outside of a run, step by step: the vocabulary that smoke runs, scenarios and equivalence share.
import type { Covered } from './coverage.js';
import type { Reached } from './interpreter/reached.js';
import type { RunEnd } from './scenario/types.js';
import type { QueueExit } from './world/queue-record.js';

export const stepKinds = [
  'treatment',
  'submit',
  'update',
  'cancel',
  'udata',
  'statistic',
  'request',
  'action',
  'routed',
  'defaulted',
  'ended',
] as const;
export type StepKind = (typeof stepKinds)[number];

export interface Step {
  /** Virtual seconds since the start. */
  readonly at: number;
  readonly kind: StepKind;
  /** Evaluated parameters. Request ids are renumbered by first use: `r1`, `r2`, ... */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What explains the steps. Logs, actions that fail and assumptions are kept in any case, the others in a verbose run. */
export interface Detail {
  readonly at: number;
  readonly kind:
    'enter' | 'exit' | 'transition' | 'event' | 'log' | 'data' | 'queue' | 'action' | 'assumption' | 'cut';
  /** For people. */
  readonly text: string;
  /** The same for tools. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** How many steps had been taken before: puts steps and details in one order. */
  readonly after: number;
}

/** What a virtual queue reported of one request. */
export interface QueueVisit {
  readonly queue: string;
  /** `r1`, `r2`, ... for requests of the page, `call-1`, ... for others. */
  readonly request: string;
  /** '' for others. */
  readonly interaction: string;
  /** Virtual seconds. */
  readonly entered: number;
  readonly left: number | undefined;
  readonly exit: QueueExit | 'waiting';
}

/** The highest counts that a run came to, to be compared with the limits of a real engine. */
export interface RunPeaks extends Reached {
  /** Virtual seconds. */
  readonly sessionAge: number;
}

export interface RunResult {
  readonly scenario: string;
  readonly end: RunEnd;
  /** Why, in one sentence: the final state, the budget that ran out, the failed expectation. */
  readonly reason: string;
  /** Where the interaction was delivered, if it was. */
  readonly target: string | undefined;
  readonly steps: readonly Step[];
  readonly details: readonly Detail[];
  /** States entered, with how often. */
  readonly visited: Readonly<Record<string, number>>;
  /** States and transitions that were entered and taken, by their index in the document. */
  readonly covered: Covered;
  /** Final values of user data. */
  readonly udata: Readonly<Record<string, unknown>>;
  /** Virtual seconds. */
  readonly duration: number;
  readonly microsteps: number;
  /** In the order in which the requests left. */
  readonly queues: readonly QueueVisit[];
  readonly peaks: RunPeaks;
}
