// Blocks that only compute and branch: they take no time unless a function in them waits.
import type { Value } from '../../../ir/nodes.js';
import { BlockFailure, EvaluationFailure, evaluationError } from '../faults.js';
import type { Flow } from '../flow.js';
import type { BlockContext } from '../session.js';
import { defineRunners } from './define.js';

/** Evaluates and stores; a value that does not exist fails the block. */
export function* store(
  target: Extract<Value, { kind: 'variable' }> | undefined,
  from: Value | undefined,
  cx: BlockContext,
): Flow<void> {
  const value = yield* failing(cx.property(from));
  if (target !== undefined) cx.frame.write(target.name, value);
}

/** An expression without a value fails the block that it stands in. */
export function* failing<T>(flow: Flow<T>): Flow<T> {
  try {
    return yield* flow;
  } catch (error) {
    if (!(error instanceof EvaluationFailure)) throw error;
    const { error: word, description, event } = evaluationError(error.message);
    throw new BlockFailure(word, description, event);
  }
}

export const basics = defineRunners({
  *Entry() {
    return 'success';
  },
  *Exit() {
    return 'end';
  },
  *Comment() {
    return 'success';
  },
  *Assign({ properties }, cx) {
    yield* store(properties.variable, properties.expression, cx);
    return 'success';
  },
  *MultiAssign({ properties }, cx) {
    for (const { variable, expression } of properties.assignments) yield* store(variable, expression, cx);
    return 'success';
  },
  *Function({ properties }, cx) {
    yield* store(properties.result, properties.expression, cx);
    return 'success';
  },
  *MultiFunction({ properties }, cx) {
    for (const { result, expression } of properties.calls) yield* store(result, expression, cx);
    return 'success';
  },
  *If({ properties }, cx) {
    const { condition } = properties;
    const held = condition === undefined ? false : yield* cx.condition(condition);
    return { port: held ? 'green' : 'red' };
  },
});
