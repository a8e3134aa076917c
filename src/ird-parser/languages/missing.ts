// Trees that were read with an error must show it: whoever walks one meets a `missing` node, and cannot take a mended text for a sound one.
import type { Expr } from './ast.js';
import type { Reading } from './reading.js';

/** True when recovery left something out of the tree. */
export function holdsMissing(tree: Expr): boolean {
  const work: Expr[] = [tree];
  for (let expr = work.pop(); expr; expr = work.pop()) {
    switch (expr.kind) {
      case 'missing':
        return true;
      case 'call':
        for (const argument of expr.args) work.push(argument);
        break;
      case 'binary':
        work.push(expr.left, expr.right);
        break;
      case 'unary':
        work.push(expr.operand);
        break;
      case 'group':
        work.push(expr.inner);
        break;
      case 'target':
        if (expr.target.skill) work.push(expr.target.skill);
        break;
      case 'string':
      case 'number':
      case 'moment':
      case 'name':
      case 'statistic':
        break;
      default:
        return expr satisfies never;
    }
  }
  return false;
}

/** The tree of the text from `start` to `end`; a `missing` node in its place when an error was mended that the tree does not show. */
export function showErrors(reading: Reading, tree: Expr, start: number, end: number): Expr {
  if (!reading.hasErrorIn(start, end) || holdsMissing(tree)) return tree;
  return { kind: 'missing', span: reading.span(start, end) };
}
