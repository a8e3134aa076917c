// Evaluates a typed IRD expression by the rules of URS, directly: no page, no ECMAScript. This is the witness that conversions are compared with, so it
// shares nothing with the mappings.
import type { Span } from '../../diagnostics/index.js';
import type { Expr } from '../../ir/nodes.js';
import { argumentsOf } from './arguments.js';
import type { BinaryExpr, EvaluationContext } from './context.js';
import { functionNamed } from './functions/index.js';
import { calculate, compare, negate } from './operators.js';
import { isFailed, toTruth, withoutMinusZero, type Failed, type IrdValue } from './values.js';

/** A value; or an error with its place, or a place whose value is not known here. */
export type Evaluation =
  | { readonly ok: true; readonly value: IrdValue }
  | { readonly ok: false; readonly why: Failed['failed']; readonly reason: string; readonly span: Span };

/** A call of a function that is not computed here; whoever drives the evaluation answers, and may take virtual time for it. */
export interface AskedCall {
  readonly call: Extract<Expr, { kind: 'call' }>;
  readonly args: readonly IrdValue[];
}

/** An evaluation that stops at each function that it cannot compute; it goes on with the answer. */
export type Evaluating<T = Evaluation> = Generator<AskedCall, T, IrdValue | Failed>;

/** Evaluates an expression. Operands go from left to right, each once; `&` and `|` stop at the first operand that decides. */
export function evaluate(expr: Expr, cx: EvaluationContext): Evaluation {
  const evaluating = evaluateSteps(expr, cx);
  let next = evaluating.next();
  while (next.done !== true) {
    const { call, args } = next.value;
    const unknown = { failed: 'unknown', reason: `what "${call.name}" gives is not known here` } as const;
    next = evaluating.next(cx.ask(call.name, args) ?? unknown);
  }
  return next.value;
}

/** The same step by step: functions that need the router may wait where they stand, in the middle of an expression. */
export function* evaluateSteps(expr: Expr, cx: EvaluationContext): Evaluating {
  const found = yield* valueOf(expr, cx);
  if (!isFailed(found)) return { ok: true, value: found };
  return { ok: false, why: found.failed, reason: found.reason, span: found.span ?? expr.span };
}

/** A failure that knows the innermost part that failed. */
interface Placed extends Failed {
  readonly span?: Span;
}

type Found = IrdValue | Placed;

/** The failure with its place, unless it has a narrower one. */
function at(expr: Expr, found: Found): Found {
  return isFailed(found) ? { span: expr.span, ...found } : found;
}

/** Chains lean to the left and may be long: their left edge is walked in a loop. */
function* valueOf(expr: Expr, cx: EvaluationContext): Evaluating<Found> {
  const edge: Extract<Expr, { kind: 'binary' }>[] = [];
  let first = expr;
  while (first.kind === 'binary') {
    edge.push(first);
    first = first.left;
  }
  let found = yield* leafValue(first, cx);
  for (const node of edge.reverse()) {
    if (isFailed(found)) return found;
    found = at(node, yield* binaryValue(node, found, cx));
  }
  return found;
}

function* leafValue(expr: Exclude<Expr, { kind: 'binary' }>, cx: EvaluationContext): Evaluating<Found> {
  switch (expr.kind) {
    case 'string':
    case 'number':
    case 'constant':
      return expr.value;
    case 'moment':
      return expr.type === 'TIME' ? clockText(Number(expr.value)) : expr.value;
    case 'variable':
      return cx.variable(expr.name);
    case 'unary': {
      // A negative literal is written, not calculated.
      if (expr.op === '-' && expr.operand.kind === 'number') return withoutMinusZero(-expr.operand.value);
      const operand = yield* valueOf(expr.operand, cx);
      if (isFailed(operand)) return operand;
      return expr.op === '!' ? !toTruth(operand) : at(expr, negate(operand, expr.type === 'FLOAT'));
    }
    case 'call':
      return at(expr, yield* callValue(expr, cx));
    case 'invalid':
      return { failed: 'unknown', reason: 'it could not be read', span: expr.span };
  }
}

/** TIME as URS writes it: seconds only when there are some. */
function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = seconds % 60 === 0 ? parts.slice(0, 2) : parts;
  return shown.map((part) => String(part).padStart(2, '0')).join(':');
}

function* callValue(expr: Extract<Expr, { kind: 'call' }>, cx: EvaluationContext): Evaluating<Found> {
  const values: IrdValue[] = [];
  for (const arg of expr.args) {
    const value = yield* valueOf(arg, cx);
    if (isFailed(value)) return value;
    values.push(value);
  }
  const compute = functionNamed(expr.name);
  const found =
    compute === undefined ? yield { call: expr, args: values } : compute(argumentsOf(expr.args, values), cx);
  if (!isFailed(found)) cx.watch?.called?.(expr, values, found);
  return found;
}

function* binaryValue(
  node: Extract<Expr, { kind: 'binary' }>,
  left: IrdValue,
  cx: EvaluationContext,
): Evaluating<Found> {
  // The left operand may decide alone.
  if ((node.op === '&' && !toTruth(left)) || (node.op === '|' && toTruth(left))) {
    cx.watch?.joined?.(node, toTruth(left), undefined);
    return node.op === '|';
  }
  const right = yield* valueOf(node.right, cx);
  if (isFailed(right)) return right;
  switch (node.op) {
    case '&':
    case '|':
      cx.watch?.joined?.(node, toTruth(left), toTruth(right));
      return toTruth(right);
    case '+':
    case '-':
    case '*':
    case '/':
      return calculate(node.op, left, right, node.type === 'FLOAT');
    case '=':
    case '<>':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compared(node, node.op, left, right, cx);
  }
}

function compared(
  node: BinaryExpr,
  op: Parameters<typeof compare>[0],
  left: IrdValue,
  right: IrdValue,
  cx: EvaluationContext,
): boolean | Failed {
  const [a, b] = [
    { value: left, type: node.left.type },
    { value: right, type: node.right.type },
  ];
  const found = compare(op, a, b);
  if (!isFailed(found)) cx.watch?.compared?.(node, left, right, found);
  return found;
}
