// What ends a flow otherwise than by its last block. They are thrown by blocks and functions, and caught by the walk.
import type { Span } from '../../diagnostics/index.js';

/** An error as URS reports it: what Error Segmentation looks at. */
export interface IrdError {
  /** Words of the platform: `timeout`, `invalidtarget`. */
  readonly error: string;
  readonly description: string;
  /** The event by which the platform tells it: `error.queue.submit`; '' when there is none. */
  readonly event: string;
}

/** An expression without a value, as an error: Orchestration, whose events segments may name, tells it as an error of a script. */
export const evaluationError = (description: string): IrdError => ({
  error: 'evaluation',
  description,
  event: 'error.script',
});

/** A block failed: control leaves by its red port. */
export class BlockFailure extends Error {
  override readonly name = 'BlockFailure';
  readonly error: IrdError;
  constructor(error: string, description: string, event = '') {
    super(description);
    this.error = { error, description, event };
  }
}

/** An expression has no value: division by zero, overflow. */
export class EvaluationFailure extends Error {
  override readonly name = 'EvaluationFailure';
  readonly span: Span;
  constructor(reason: string, span: Span) {
    super(reason);
    this.span = span;
  }
}

/** What the reference interpreter cannot run: nothing is known of its meaning. The run ends `notExecutable`. */
export class NotRunnable extends Error {
  override readonly name = 'NotRunnable';
}

/** The call is no longer the strategy's business: a function has sent it away for good. Nothing more runs. */
export class CallOver extends Error {
  override readonly name = 'CallOver';
}

/** The interaction was presented again: the block that waits is entered once more. */
export class BlockAgain extends Error {
  override readonly name = 'BlockAgain';
}
