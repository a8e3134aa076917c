// Runs to compare, made up step by step.
import type { ObservedRun } from '../../../src/equivalence/run/run-source.js';
import type { QueueVisit, Step, StepKind } from '../../../src/runtime-check/trace.js';

export const step = (at: number, kind: StepKind, params: Step['params'] = {}): Step => ({ at, kind, params });

/** A visit of VQ_Sales by a request of the run. */
export const visit = (request: string, left: number, exit: QueueVisit['exit'] = 'routed'): QueueVisit => ({
  queue: 'VQ_Sales',
  request,
  interaction: 'ixn0001',
  entered: 0,
  left,
  exit,
});

/** A run that was routed to anna after ten seconds. */
export const runOf = (steps: readonly Step[], more: Partial<ObservedRun> = {}): ObservedRun => ({
  end: 'routed',
  reason: 'delivered to "anna"',
  target: 'anna',
  steps,
  queues: [],
  udata: {},
  duration: 10,
  ...more,
});
