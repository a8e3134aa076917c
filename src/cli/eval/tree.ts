// An expression as an indented tree: what was read, how it is grouped, and of which type each part is.
import type { Expr } from '../../ir/nodes.js';
import { operandsOf } from '../../ir/walk.js';

/** One line for each node, the parts of an operator or call below it. */
export function treeLines(expr: Expr, indent = ''): readonly string[] {
  return [
    `${indent}${nameOf(expr)}  ${expr.type}`,
    ...operandsOf(expr).flatMap((part) => treeLines(part, `${indent}  `)),
  ];
}

function nameOf(expr: Expr): string {
  switch (expr.kind) {
    case 'string':
      return JSON.stringify(expr.value);
    case 'number':
    case 'moment':
      return expr.raw;
    case 'variable':
    case 'constant':
      return expr.name;
    case 'call':
      return `${expr.name}[]`;
    case 'binary':
    case 'unary':
      return expr.op;
    case 'invalid':
      return expr.text;
  }
}
