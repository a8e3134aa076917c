// Lowers an expression that belongs to no strategy: what a command or a test was given as text.
import type { Diagnostic } from '../diagnostics/index.js';
import type { Expr as SyntaxExpr } from '../ird-parser/languages/ast.js';
import type { AssumptionOverrides } from './assumptions/table.js';
import type { Lowering } from './lowering/context.js';
import { lowerExpression } from './lowering/expressions.js';
import { variableTable, type Declaration } from './lowering/variables.js';
import type { Expr } from './nodes.js';

export interface LoweredAlone {
  readonly expr: Expr;
  readonly diagnostics: readonly Diagnostic[];
  /** Rows of the assumptions table that its meaning rests on. */
  readonly assumptions: readonly string[];
}

/** The meaning of an expression in which these variables are declared. `print` as in `LowerEnvironment`. */
export function lowerAlone(
  tree: SyntaxExpr,
  variables: readonly Declaration[],
  options: { readonly print: (tree: SyntaxExpr) => string; readonly assumptions: AssumptionOverrides },
): LoweredAlone {
  const cx: Lowering = {
    env: { shapes: {}, subroutines: new Map(), ...options },
    strategy: 'expression',
    language: 'ird',
    variables: variableTable(variables),
    diagnostics: [],
    assumed: new Set(),
  };
  const expr = lowerExpression(tree, 'expression', { node: '', label: 'the expression' }, cx);
  return { expr, diagnostics: cx.diagnostics, assumptions: [...cx.assumed].sort() };
}
