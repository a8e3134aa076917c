// What a bare name in an expression stands for: a variable first, then a constant, then a statistic.
import { diagnose } from '../../diagnostics/index.js';
import type { Span } from '../../diagnostics/index.js';
import type { Expr } from '../nodes.js';
import { findConstant, findFunction, findStatistic } from '../vocabulary/functions.js';
import type { ExpressionScope } from './context.js';
import { findVariable, type VariableTable } from './variables.js';

/** Resolves a name; one that stands for nothing is an error and has no meaning. */
export function resolveName(name: string, span: Span, { cx, place }: ExpressionScope): Expr {
  const variable = findVariable(cx, place, name, span);
  if (variable !== undefined) return { kind: 'variable', name: variable.name, type: variable.type, span };
  const constant = findConstant(name);
  if (constant !== undefined) {
    return { kind: 'constant', name: constant.name, value: constant.value, type: constant.returns, span };
  }
  const statistic = findStatistic(name);
  if (statistic !== undefined) {
    return { kind: 'constant', name: statistic.name, value: statistic.name, type: 'STRING', span };
  }
  const hint = hintFor(name, cx.variables);
  cx.diagnostics.push(diagnose('IRD2001', place.node, span, { name, block: place.label, hint }));
  return { kind: 'invalid', text: name, type: 'UNKNOWN', span };
}

/** What the author may have meant, as the end of the message. */
function hintFor(name: string, variables: VariableTable): string {
  const fact = findFunction(name);
  if (fact !== undefined) return `; did you mean the call "${fact.name}[]"?`;
  const folded = name.toLowerCase();
  const near = [...variables.folded].find(([declared]) => oneStepApart(folded, declared));
  return near === undefined ? '' : `; did you mean "${near[1].name}"?`;
}

/** Whether one letter more, less, other, or two neighbours swapped make the difference. */
function oneStepApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 3) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
