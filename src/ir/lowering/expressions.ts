// From the syntax tree of an expression to its meaning: names resolved, functions found, types known, parentheses gone.
import { diagnose } from '../../diagnostics/index.js';
import type {
  Binary,
  Call,
  Expr as SyntaxExpr,
  MomentLiteral,
  NumberLiteral,
  Unary,
} from '../../ird-parser/languages/ast.js';
import { memberId } from '../node-id.js';
import type { Expr, NodeId } from '../nodes.js';
import { findFunction, spellingOf } from '../vocabulary/functions.js';
import { checkArity } from './arity.js';
import type { ExpressionScope, Lowering, Place } from './context.js';
import { momentValue } from './moments.js';
import { resolveName } from './names.js';
import { checkOperands } from './operands.js';
import { isArithmetic, isLogical, typeOfBinary } from './types.js';

/** Lowers the expression of the value `id`. Findings go to `cx`; what has no meaning becomes `invalid`. */
export function lowerExpression(tree: SyntaxExpr, id: NodeId, place: Place, cx: Lowering): Expr {
  return lower(tree, { cx, place, value: id, calls: 0 });
}

type Wrapped = Binary | Unary;

/** Chains (`a | b | c ...`) lean to the left and may be very long: the left edge is walked in a loop. */
function lower(tree: SyntaxExpr, scope: ExpressionScope): Expr {
  const edge: Wrapped[] = [];
  let inner = tree;
  for (;;) {
    if (inner.kind === 'group') inner = inner.inner;
    else if (inner.kind === 'binary') {
      edge.push(inner);
      inner = inner.left;
    } else if (inner.kind === 'unary') {
      edge.push(inner);
      inner = inner.operand;
    } else break;
  }
  let lowered = lowerLeaf(inner, scope);
  for (const node of edge.reverse()) {
    lowered = node.kind === 'binary' ? lowerBinary(node, lowered, scope) : lowerUnary(node, lowered, scope);
  }
  return lowered;
}

function lowerLeaf(tree: Exclude<SyntaxExpr, Wrapped | { kind: 'group' }>, scope: ExpressionScope): Expr {
  const { span } = tree;
  switch (tree.kind) {
    case 'string':
      return { kind: 'string', value: tree.value, type: 'STRING', span };
    case 'number':
      return lowerNumber(tree, scope);
    case 'moment':
      return lowerMoment(tree, scope);
    case 'name':
      return resolveName(tree.name, span, scope);
    case 'call':
      return lowerCall(tree, scope);
    // Targets and statistics among the arguments of SData stand for their names.
    case 'statistic':
      return { kind: 'string', value: tree.name, type: 'STRING', span };
    case 'target':
      return { kind: 'string', value: scope.cx.env.print(tree), type: 'STRING', span };
    case 'missing':
      return { kind: 'invalid', text: '', type: 'UNKNOWN', span };
  }
}

const greatest = 2 ** 31 - 1;

function lowerNumber(tree: NumberLiteral, { cx, place }: ExpressionScope): Expr {
  const { value, raw, span } = tree;
  if (!tree.float && value > greatest) {
    cx.assumed.add('arithmetic.overflow');
    cx.diagnostics.push(diagnose('IRD2013', place.node, span, { number: raw }));
  }
  return { kind: 'number', value, raw, type: tree.float ? 'FLOAT' : 'INTEGER', span };
}

function lowerMoment(tree: MomentLiteral, scope: ExpressionScope): Expr {
  const { type, raw, span } = tree;
  // `Monday` may also be the name of a variable, and then it is.
  if (type === 'DAY' && scope.cx.variables.exact.has(raw)) return resolveName(raw, span, scope);
  const value = momentValue(tree);
  if (value !== undefined) return { kind: 'moment', value, raw, type, span };
  scope.cx.diagnostics.push(diagnose('IRD2009', scope.place.node, span, { text: raw, type }));
  return { kind: 'invalid', text: raw, type: 'UNKNOWN', span };
}

function lowerUnary(tree: Unary, operand: Expr, scope: ExpressionScope): Expr {
  if (tree.op === '+') return operand;
  checkOperands(tree.op, [operand], tree.span, scope);
  const type = tree.op === '!' ? 'BOOLEAN' : operand.type === 'FLOAT' ? 'FLOAT' : 'INTEGER';
  return { kind: 'unary', op: tree.op, operand, type, span: tree.span };
}

function lowerBinary(tree: Binary, left: Expr, scope: ExpressionScope): Expr {
  if (restsOnPrecedence(tree)) scope.cx.assumed.add('expression.precedence');
  const right = lower(tree.right, scope);
  checkOperands(tree.op, [left, right], tree.span, scope);
  const type = typeOfBinary(tree.op, left.type, right.type);
  return { kind: 'binary', op: tree.op, left, right, type, span: tree.span };
}

/** Whether operators of different kinds meet without parentheses. */
function restsOnPrecedence({ op, left, right }: Binary): boolean {
  const kind = (operator: Binary['op']): string =>
    isArithmetic(operator) ? 'number' : isLogical(operator) ? 'truth' : 'comparison';
  return [left, right].some((side) => side.kind === 'binary' && kind(side.op) !== kind(op));
}

function lowerCall(tree: Call, scope: ExpressionScope): Expr {
  const { cx, place } = scope;
  const id = memberId(scope.value, 'call', scope.calls++);
  const args = tree.args.map((arg) => lower(arg, scope));
  const fact = findFunction(tree.name);
  const shared = { kind: 'call', id, writtenAs: tree.name, args, span: tree.span } as const;
  if (fact === undefined) return { ...shared, name: tree.name, known: false, type: 'UNKNOWN' };
  const spelling = spellingOf(tree.name, fact);
  if (spelling === 'case' || spelling === 'form') {
    if (spelling === 'case') cx.assumed.add('names.case');
    cx.diagnostics.push(
      diagnose('IRD2008', place.node, tree.nameSpan, { name: tree.name, known: fact.name }),
    );
  }
  const asText = args.some(
    (arg, i) =>
      arg.kind === 'number' && arg.raw !== String(arg.value) && fact.parameters?.[i]?.type === 'STRING',
  );
  if (asText) cx.assumed.add('convert.number-to-text');
  if (!checkArity(fact, tree, scope)) {
    return { kind: 'invalid', text: cx.env.print(tree), type: 'UNKNOWN', span: tree.span };
  }
  return { ...shared, name: fact.name, known: true, type: fact.returns };
}
