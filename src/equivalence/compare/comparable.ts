// A run in the form in which the two sides are compared: plain steps that know which step of the run they came of.
import type { StepKind } from '../../runtime-check/trace.js';
import type { RunEnd } from '../../runtime-check/scenario/types.js';
import type { ObservedRun } from '../run/run-source.js';

export type Params = Readonly<Record<string, unknown>>;

export interface ComparableStep {
  /** Milliseconds of virtual time since the start. */
  readonly at: number;
  readonly kind: StepKind;
  readonly params: Params;
  /** Index of the step of the run that it came of; the first, when several were put together. */
  readonly origin: number;
}

export interface ComparableVisit {
  readonly queue: string;
  readonly request: string;
  /** Milliseconds. */
  readonly entered: number;
  readonly left: number | undefined;
  readonly exit: string;
}

export interface ComparableRun {
  readonly end: RunEnd;
  readonly target: string | undefined;
  readonly steps: readonly ComparableStep[];
  readonly queues: readonly ComparableVisit[];
  readonly udata: Params;
  /** Milliseconds until the run was over. */
  readonly duration: number;
}

const milliseconds = (seconds: number): number => Math.round(seconds * 1000);

/** A run as it is, before anything is normalised. Virtual queues of other calls are the scenario's, not the strategy's. */
export const comparable = ({ end, target, steps, queues, udata, duration }: ObservedRun): ComparableRun => ({
  end,
  target,
  steps: steps.map(({ at, kind, params }, origin) => ({ at: milliseconds(at), kind, params, origin })),
  queues: queues
    .filter(({ interaction }) => interaction !== '')
    .map(({ queue, request, entered, left, exit }) => ({
      queue,
      request,
      entered: milliseconds(entered),
      left: left === undefined ? undefined : milliseconds(left),
      exit,
    })),
  udata,
  duration: milliseconds(duration),
});
