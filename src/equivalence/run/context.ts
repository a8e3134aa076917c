// The context of one block: evaluates its properties, where functions may wait, and calls subroutines.
import type { Block, Expr, Value } from '../../ir/nodes.js';
import { evaluateSteps } from '../evaluate/evaluate.js';
import { toInteger, toText, toTruth, type IrdValue } from '../evaluate/values.js';
import { BlockFailure, EvaluationFailure, evaluationError, NotRunnable, type IrdError } from './faults.js';
import type { Flow } from './flow.js';
import type { Frame } from './frame.js';
import { functionNamed } from './functions/index.js';
import type { BlockContext, SourceSession } from './session.js';
import { surroundings } from './surroundings.js';

/** Ends a condition that has no value: where the call goes is an assumption. */
export class ConditionFailed extends Error {
  override readonly name = 'ConditionFailed';
  readonly error: IrdError;
  constructor(error: IrdError) {
    super(error.description);
    this.error = error;
  }
}

export function blockContext(
  session: SourceSession,
  frame: Frame,
  block: Block,
  call: BlockContext['call'],
): BlockContext {
  const sees = surroundings(session, frame);
  function* value(expr: Expr): Flow<IrdValue> {
    const evaluating = evaluateSteps(expr, sees);
    let next = evaluating.next();
    while (next.done !== true) {
      const { call: asked, args } = next.value;
      const run = functionNamed(asked.name);
      if (run === undefined) throw new NotRunnable(`what "${asked.name}" does is not known`);
      next = evaluating.next(yield* run(args, cx, asked));
    }
    const found = next.value;
    if (found.ok) return found.value;
    if (found.why === 'unknown') throw new NotRunnable(found.reason);
    throw new EvaluationFailure(found.reason, found.span);
  }
  function* property(given: Value | undefined): Flow<IrdValue> {
    switch (given?.kind) {
      case undefined:
        return '';
      case 'expression':
        return yield* value(given.expr);
      case 'text':
        return given.value;
      case 'integer':
        return given.value;
      case 'boolean':
        return given.value;
      case 'variable':
        return frame.read(given.name) ?? '';
      case 'skill':
      case 'threshold':
        return given.canonical;
      case 'targets':
        return given.text;
      case 'ecmascript':
        throw new NotRunnable('ECMAScript stands here: it is run by the semantics of Composer');
    }
  }
  const cx: BlockContext = {
    session,
    frame,
    block,
    value,
    property,
    *text(given) {
      // A number that is written where a text is wanted keeps its digits as written.
      if (given?.kind === 'expression' && given.expr.kind === 'number') return given.expr.raw;
      return toText(yield* property(given));
    },
    *integer(given) {
      return given === undefined ? undefined : toInteger(yield* property(given));
    },
    *condition(given) {
      let held: boolean;
      try {
        held = toTruth(yield* property(given));
      } catch (error) {
        if (error instanceof EvaluationFailure) throw new ConditionFailed(evaluationError(error.message));
        // A function in it asked somebody who did not answer.
        if (error instanceof BlockFailure) throw new ConditionFailed(error.error);
        throw error;
      }
      session.observer.condition?.(given.id, held);
      return held;
    },
    call,
  };
  return cx;
}
