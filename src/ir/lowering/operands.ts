// Whether operators get values that they work on. IRD converts silently; whoever maintains the result should know where.
import { diagnose } from '../../diagnostics/index.js';
import type { Span } from '../../diagnostics/index.js';
import type { BinaryOperator } from '../../ird-parser/languages/ast.js';
import type { Expr, IrdType } from '../nodes.js';
import type { ExpressionScope } from './context.js';
import { comparison, hasTruth, isArithmetic, isLogical, isNumeric } from './types.js';

/** Reports operands that are converted, or that the operator does not suit. */
export function checkOperands(
  op: BinaryOperator | '!',
  operands: readonly Expr[],
  span: Span,
  scope: ExpressionScope,
): void {
  if (op === '!' || isLogical(op)) {
    for (const operand of operands) if (!hasTruth(operand.type)) doesNotSuit(op, operand, scope);
  } else if (isArithmetic(op)) {
    for (const operand of operands) if (!isCalculable(operand.type)) doesNotSuit(op, operand, scope);
    scope.cx.assumed.add(op === '/' ? 'arithmetic.division-by-zero' : 'arithmetic.overflow');
    assumeOfTexts(operands, scope);
  } else {
    checkComparison(op, operands, span, scope);
  }
}

const isCalculable = (type: IrdType): boolean => isNumeric(type) || type === 'UNKNOWN';

function doesNotSuit(operator: string, operand: Expr, { cx, place }: ExpressionScope): void {
  cx.diagnostics.push(diagnose('IRD2012', place.node, operand.span, { operator, type: operand.type }));
}

function checkComparison(op: string, operands: readonly Expr[], span: Span, scope: ExpressionScope): void {
  const [left, right] = operands;
  if (left === undefined || right === undefined) return;
  const { cx, place } = scope;
  switch (comparison(left.type, right.type)) {
    case 'alike':
      if (left.type === 'STRING' && right.type === 'STRING') cx.assumed.add('compare.strings');
      return;
    case 'text with number':
      cx.assumed.add('compare.mixed');
      assumeOfTexts(operands, scope);
      cx.diagnostics.push(
        diagnose('IRD2011', place.node, span, { left: described(left), right: described(right) }),
      );
      return;
    case 'unlike':
      doesNotSuit(op, right, scope);
  }
}

const greatest = 2 ** 31 - 1;

/** What is assumed of texts that stand where a number is wanted. */
function assumeOfTexts(operands: readonly Expr[], { cx }: ExpressionScope): void {
  const texts = operands.filter(({ type }) => !isNumeric(type));
  if (texts.length > 0 && operands.some(({ type }) => type === 'FLOAT'))
    cx.assumed.add('convert.text-with-float');
  if (texts.some((text) => text.kind === 'string' && Math.abs(parseInt(text.value, 10)) > greatest))
    cx.assumed.add('convert.large-text');
}

/** How a message calls an operand: what it is and of which type. */
function described(expr: Expr): string {
  switch (expr.kind) {
    case 'variable':
    case 'constant':
      return `"${expr.name}" (${expr.type})`;
    case 'call':
      return `"${expr.writtenAs}[]" (${expr.type})`;
    case 'string':
      return `the text "${expr.value}"`;
    case 'number':
    case 'moment':
      return `${expr.raw} (${expr.type})`;
    case 'binary':
    case 'unary':
    case 'invalid':
      return `a value of type ${expr.type}`;
  }
}
