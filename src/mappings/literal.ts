// The value of an argument that is a literal.
import type { Expr } from '../ir/nodes.js';

/** A text or number as written in the expression; undefined for everything that is computed. */
export function literalOf(expr: Expr): string | number | undefined {
  if (expr.kind === 'string' || expr.kind === 'number') return expr.value;
  if (expr.kind === 'unary' && expr.op === '-' && expr.operand.kind === 'number') return -expr.operand.value;
  return undefined;
}
