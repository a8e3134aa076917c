// IRD expressions to ES5. The rules of IRD that ECMAScript does not share are made visible here: `&` and `|` group left to right (the tree already
// says how), arithmetic is integer and fails loudly, comparison is numeric as soon as one side is a number, dates and times compare by value.
import type { Expr, IrdType } from '../ir/nodes.js';
import { findFunction } from '../ir/vocabulary/functions.js';
import type { CallExpr } from '../ir/walk.js';
import type { Built } from './define.js';
import * as js from './js.js';
import type { Js, JsBinaryOperator } from './js.js';

/** What translating an expression needs from its surroundings. */
export interface TranslateContext {
  variable(name: string): Js;
  library(name: string, ...args: readonly Js[]): Js;
  /** Builds a call by its mapping row; undefined when there is none (the block becomes a placeholder). */
  call(expr: Extract<Expr, { kind: 'call' }>, args: readonly Js[]): Built | undefined;
  /** Something that cannot be translated: its block becomes a placeholder. */
  fail(reason: string): void;
}

const numeric: readonly IrdType[] = ['INTEGER', 'FLOAT', 'DAY', 'BOOLEAN'];
const isNumeric = (type: IrdType): boolean => numeric.includes(type);

/** Translates an expression to a value: truth values become 1 or 0, as IRD stores them. */
export function translateValue(expr: Expr, cx: TranslateContext): Built {
  const built = translate(expr, cx);
  return isTruth(expr)
    ? { js: js.conditional(built.js, js.number(1), js.number(0)), throws: built.throws }
    : built;
}

/** Translates an expression to a condition of ECMAScript. */
export function translateCondition(expr: Expr, cx: TranslateContext): Built {
  const built = translate(expr, cx);
  if (isTruth(expr)) return built;
  if (expr.kind === 'number') return { js: js.boolean(expr.value !== 0), throws: false };
  if (isNumeric(expr.type)) return { js: js.binary(built.js, '!=', js.number(0)), throws: built.throws };
  return { js: cx.library('truth', built.js), throws: built.throws };
}

/** Whether an expression translates to a condition of ECMAScript, which is stored as 1 or 0. */
export const isTruth = (expr: Expr): boolean =>
  (expr.kind === 'binary' && !'+-*/'.includes(expr.op)) || (expr.kind === 'unary' && expr.op === '!');

/** Long chains of `+` or `|` lean to the left: they are walked in a loop, so that their length cannot overflow the stack. */
function translate(expr: Expr, cx: TranslateContext): Built {
  if (expr.kind !== 'binary') return translateLeaf(expr, cx);
  const chain: Extract<Expr, { kind: 'binary' }>[] = [];
  let first: Expr = expr;
  while (first.kind === 'binary') {
    chain.push(first);
    first = first.left;
  }
  let done: Expr = first;
  let built = translateLeaf(first, cx);
  for (const node of chain.reverse()) {
    built = translateBinary(node, { expr: done, built }, cx);
    done = node;
  }
  return built;
}

function translateLeaf(expr: Exclude<Expr, { kind: 'binary' }>, cx: TranslateContext): Built {
  switch (expr.kind) {
    case 'string':
      return safe(js.text(expr.value));
    case 'number':
      return safe(js.number(expr.value));
    case 'moment':
      return safe(expr.type === 'DAY' ? js.number(Number(expr.value)) : js.text(momentText(expr)));
    case 'variable':
      return safe(cx.variable(expr.name));
    case 'constant':
      return safe(typeof expr.value === 'number' ? js.number(expr.value) : js.text(expr.value));
    case 'unary': {
      if (expr.op === '!') {
        const operand = translateCondition(expr.operand, cx);
        return { js: js.not(operand.js), throws: operand.throws };
      }
      if (expr.operand.kind === 'number') return safe(js.number(-expr.operand.value));
      const isFloat = expr.type === 'FLOAT';
      const operand = toNumber(expr.operand, translate(expr.operand, cx), cx, isFloat);
      const negated = js.negate(operand.js);
      return isFloat
        ? { js: negated, throws: operand.throws }
        : { js: cx.library('int', negated), throws: true };
    }
    case 'call':
      return translateCall(expr, cx);
    case 'invalid':
      cx.fail(expr.text === '' ? 'an expression could not be read' : `"${expr.text}" could not be read`);
      return safe(js.text(''));
  }
}

const safe = (value: Js): Built => ({ js: value, throws: false });

/** TIME is written `hh:mm` or `hh:mm:ss`, DATE `MM/DD/YYYY`: the texts that URS itself gives. */
function momentText(expr: Extract<Expr, { kind: 'moment' }>): string {
  if (expr.type !== 'TIME') return String(expr.value);
  const seconds = Number(expr.value);
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`;
}

function translateCall(expr: CallExpr, cx: TranslateContext): Built {
  const { args, throws } = translateArguments(expr, cx);
  const built = cx.call(expr, args);
  return built ? { js: built.js, throws: throws || built.throws } : safe(js.text(''));
}

/** The arguments of a call, each of the type that its parameter wants. */
export function translateArguments(
  expr: CallExpr,
  cx: TranslateContext,
): { readonly args: readonly Js[]; readonly throws: boolean } {
  const parameters = findFunction(expr.name)?.parameters;
  let throws = false;
  const args = expr.args.map((arg, i) => {
    const wanted = parameters?.[Math.min(i, parameters.length - 1)]?.type;
    const built = translateValue(arg, cx);
    const fitted = fit(arg, built, wanted, cx);
    throws ||= fitted.throws;
    return fitted.js;
  });
  return { args, throws };
}

/** Gives an argument the type that its parameter wants, as URS converts it. */
function fit(arg: Expr, built: Built, wanted: IrdType | undefined, cx: TranslateContext): Built {
  if (wanted === 'STRING' && isNumeric(arg.type)) {
    return arg.kind === 'number' ? safe(js.text(arg.raw)) : { ...built, js: cx.library('text', built.js) };
  }
  if (wanted === 'INTEGER' && !isNumeric(arg.type)) return toNumber(arg, built, cx, false);
  if (wanted === 'INTEGER' && arg.type === 'FLOAT') {
    const { js: value } = built;
    return {
      ...built,
      js: value.kind === 'number' ? js.number(Math.trunc(value.value)) : cx.library('whole', value),
    };
  }
  return built;
}

/** A text counts by its leading digits, with a fraction only where FLOAT is wanted. */
function toNumber(expr: Expr, built: Built, cx: TranslateContext, isFloat: boolean): Built {
  if (isTruth(expr)) return { ...built, js: js.conditional(built.js, js.number(1), js.number(0)) };
  if (isNumeric(expr.type)) return built;
  // What a platform gives of a type that is not known may be a number with a fraction.
  const whole = expr.type === 'UNKNOWN' ? 'whole' : 'num';
  return { ...built, js: cx.library(isFloat ? 'float' : whole, built.js) };
}

type Side = { readonly expr: Expr; readonly built: Built };

function translateBinary(expr: Extract<Expr, { kind: 'binary' }>, left: Side, cx: TranslateContext): Built {
  switch (expr.op) {
    case '&':
    case '|': {
      const a = asCondition(left, cx);
      const b = translateCondition(expr.right, cx);
      return { js: js.binary(a.js, expr.op === '&' ? '&&' : '||', b.js), throws: a.throws || b.throws };
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return translateArithmetic(expr, left, cx);
    case '=':
    case '<>':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return translateComparison(
        expr.op,
        left,
        { expr: expr.right, built: translateValue(expr.right, cx) },
        cx,
      );
  }
}

function asCondition(side: Side, cx: TranslateContext): Built {
  if (isTruth(side.expr)) return side.built;
  return isNumeric(side.expr.type)
    ? { ...side.built, js: js.binary(side.built.js, '!=', js.number(0)) }
    : { ...side.built, js: cx.library('truth', side.built.js) };
}

function translateArithmetic(
  expr: Extract<Expr, { kind: 'binary' }>,
  left: Side,
  cx: TranslateContext,
): Built {
  const isFloat = expr.type === 'FLOAT';
  const a = toNumber(left.expr, left.built, cx, isFloat);
  const b = toNumber(expr.right, translate(expr.right, cx), cx, isFloat);
  if (expr.op === '/') return { js: cx.library(isFloat ? 'divFloat' : 'div', a.js, b.js), throws: true };
  const plain = js.binary(a.js, expr.op as '+' | '-' | '*', b.js); // the caller passes arithmetic only, `/` returned above
  return isFloat
    ? { js: plain, throws: a.throws || b.throws }
    : { js: cx.library('int', plain), throws: true };
}

const operators: Readonly<Record<string, JsBinaryOperator>> = {
  '=': '==',
  '<>': '!=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
};

/** What the clock gives is a time or date; any other function gives a text that may be one. */
const isClockCall = (expr: Expr): boolean =>
  expr.kind === 'call' && (expr.type === 'TIME' || expr.type === 'DATE');

function translateComparison(op: string, leftSide: Side, right: Side, cx: TranslateContext): Built {
  // A truth value on the left came as a condition; compared, it is 1 or 0.
  const left: Side = isTruth(leftSide.expr)
    ? { ...leftSide, built: toNumber(leftSide.expr, leftSide.built, cx, false) }
    : leftSide;
  const operator = operators[op] ?? '==';
  const throws = left.built.throws || right.built.throws;
  const by = (convert: (side: Side) => Js): Built => ({
    js: js.binary(convert(left), operator, convert(right)),
    throws,
  });
  const types = [left.expr.type, right.expr.type];
  // A text that is no time or date fails when it is read as one; a written one and the clock's own cannot.
  const doubtful = [left, right].some(({ expr }) => expr.kind !== 'moment' && !isClockCall(expr));
  if (types.includes('TIME')) {
    return { ...by((side) => cx.library('timeValue', side.built.js)), throws: throws || doubtful };
  }
  if (types.includes('DATE')) {
    return { ...by((side) => cx.library('dateValue', side.built.js)), throws: throws || doubtful };
  }
  if (types.some(isNumeric)) return by((side) => comparedAsNumber(side, cx, types.includes('FLOAT')));
  if (types.includes('UNKNOWN'))
    return {
      js: js.binary(cx.library('compare', left.built.js, right.built.js), operator, js.number(0)),
      throws,
    };
  return by((side) => side.built.js);
}

function comparedAsNumber(side: Side, cx: TranslateContext, isFloat: boolean): Js {
  if (isNumeric(side.expr.type) || isTruth(side.expr)) return side.built.js;
  return cx.library(isFloat ? 'float' : 'num', side.built.js);
}
