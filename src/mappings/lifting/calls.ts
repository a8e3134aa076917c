// Which calls need a request of their own, and whether an expression, a value or a whole block holds one.
import type { Block, Expr, Value, Variable } from '../../ir/nodes.js';
import { callsOf, operandsOf, subexpressions, valuesOf, type CallExpr } from '../../ir/walk.js';
import { findFunctionMapping } from '../functions/index.js';

/** Whether the call is lifted into states of its own. */
export function isLifted(call: CallExpr): boolean {
  const lift = findFunctionMapping(call.name)?.lift;
  return lift !== undefined && (lift.applies?.(call.args) ?? true);
}

/** Whether a value must ask for something before it can be used. */
export const valueAsks = (value: Value | undefined): boolean =>
  value?.kind === 'expression' && callsOf(value.expr).some(isLifted);

/** Whether the states of a block begin with requests. An Entry computes the start values of `variables` as well. */
export const blockAsks = (
  block: Block,
  absorbed: readonly Block[],
  variables: readonly Variable[],
): boolean =>
  [block, ...absorbed].flatMap(valuesOf).some(valueAsks) ||
  (block.type === 'Entry' && variables.some((v) => valueAsks(v.initial)));

/** The parts of an expression that hold a lifted call or are one. Long chains do not need a deep stack. */
export function askingParts(expr: Expr): ReadonlySet<Expr> {
  const asking = new Set<Expr>();
  for (const part of [...subexpressions(expr)].reverse()) {
    const own = part.kind === 'call' && isLifted(part);
    if (own || operandsOf(part).some((operand) => asking.has(operand))) asking.add(part);
  }
  return asking;
}
