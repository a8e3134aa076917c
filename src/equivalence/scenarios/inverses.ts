// Inverses of operators and functions: which value a part needs so that the whole comes to a value.
import type { Expr } from '../../ir/nodes.js';
import type { BinaryExpr, CallExpr } from '../evaluate/context.js';
import { toInteger, toText, type IrdValue } from '../evaluate/values.js';
import { around, digitsOf } from './values.js';

/** A part of an expression, with a value that it should have. */
export interface Needed {
  readonly part: Expr;
  readonly value: IrdValue;
}

const numberOf = (expr: Expr): number | undefined => {
  if (expr.kind === 'number') return expr.value;
  return expr.kind === 'constant' && typeof expr.value === 'number' ? expr.value : undefined;
};

/** A constant that stands in the strategy. */
export function literalOf(expr: Expr): IrdValue | undefined {
  switch (expr.kind) {
    case 'string':
    case 'number':
    case 'constant':
    case 'moment':
      return expr.value;
    case 'unary': {
      const inner = expr.op === '-' ? numberOf(expr.operand) : undefined;
      return inner === undefined ? undefined : -inner;
    }
    default:
      return undefined;
  }
}

/** `known` tells what a part comes to that is no literal, where that is known. */
export function invertedArithmetic(
  expr: BinaryExpr,
  value: IrdValue,
  known: (part: Expr) => number | undefined = () => undefined,
): readonly Needed[] {
  const wanted = toInteger(value);
  const { left, right, op } = expr;
  const [a, b] = [numberOf(left) ?? known(left), numberOf(right) ?? known(right)];
  const both = (first: number, second: number): readonly Needed[] => [
    { part: left, value: b === undefined ? first : leftOf(op, wanted, b) },
    { part: right, value: a === undefined ? second : rightOf(op, wanted, a) },
  ];
  switch (op) {
    case '+':
      return both(wanted, wanted);
    case '-':
      return both(wanted, -wanted);
    case '*':
      return both(wanted, 1);
    case '/':
      return both(wanted, 1);
    case '&':
    case '|':
      return [left, right].map((part) => ({ part, value: wanted }));
    default: {
      // A comparison that is to hold, or not: around the literal of its other side.
      const [x, y] = [literalOf(left), literalOf(right)];
      if (y !== undefined) return around(y, right.type).map((each) => ({ part: left, value: each }));
      return x === undefined ? [] : around(x, left.type).map((each) => ({ part: right, value: each }));
    }
  }
}

function leftOf(op: BinaryExpr['op'], wanted: number, right: number): number {
  switch (op) {
    case '+':
      return wanted - right;
    case '-':
      return wanted + right;
    case '*':
      return right === 0 ? wanted : Math.trunc(wanted / right);
    default:
      return wanted * right;
  }
}

function rightOf(op: BinaryExpr['op'], wanted: number, left: number): number {
  switch (op) {
    case '+':
      return wanted - left;
    case '-':
      return left - wanted;
    case '*':
      return left === 0 ? wanted : Math.trunc(wanted / left);
    default:
      return wanted === 0 ? left + 1 : Math.trunc(left / wanted);
  }
}

/** What the arguments of a function need so that it gives a value; the value itself where nothing better is known. */
export function invertedText(call: CallExpr, value: IrdValue): readonly Needed[] {
  const [first, second, third] = call.args;
  if (first === undefined) return [];
  const wanted = toText(value);
  const number = Math.min(64, Math.max(0, toInteger(value)));
  const literal = (expr: Expr | undefined): string => toText((expr && literalOf(expr)) ?? '');
  switch (call.name) {
    case 'StrLen':
      return [digitsOf(number), 'a'.repeat(number)].map((each) => ({ part: first, value: each }));
    case 'StrSub': {
      const from = Math.max(1, toInteger(literal(second)));
      const isFromEnd = toInteger(literal(call.args[3])) !== 0;
      const filler = digitsOf(from - 1);
      return [
        { part: first, value: isFromEnd ? wanted + filler : filler + wanted },
        { part: first, value: isFromEnd ? `00${wanted}${filler}` : `${filler}${wanted}00` },
      ];
    }
    case 'StrGetChar':
      return [{ part: first, value: digitsOf(Math.max(0, toInteger(literal(second)) - 1)) + wanted }];
    case 'StrChar':
    case 'StrAsciiBreak':
      return [{ part: first, value: digitsOf(Math.max(0, number - 1)) + (literal(second)[0] ?? 'x') }];
    case 'StrAsciiTok': {
      const separator = literal(second)[0] ?? ' ';
      const before = Math.max(0, toInteger(literal(third)) - 1);
      return [{ part: first, value: `a${separator}`.repeat(before) + wanted }];
    }
    case 'StrStr':
      return [wanted, `x${literal(second)}x`].map((each) => ({ part: first, value: each }));
    case 'Cat':
      return unjoined(call.args, wanted);
    case 'GetStringKey':
    case 'GetIntegerKey':
      return listWith(second, literal(first), wanted);
    case 'KVListGetStringValue':
      return listWith(first, literal(second), wanted);
    case 'ListGetString':
      return listAt(second, toInteger(literal(first)), `key:${wanted}`);
    case 'ListGetKey':
      return listAt(second, toInteger(literal(first)), `${wanted}:5`);
    case 'KVListKeyByIndex':
      return listAt(first, toInteger(literal(second)), `${wanted}:5`);
    case 'ListGetInteger':
      return [
        ...listAt(second, toInteger(literal(first)), `key:${wanted}`),
        ...listAt(first, toInteger(literal(second)), `key:${wanted}`),
      ];
    case 'ListGetSize':
    case 'KVListSize':
      return [
        { part: first, value: Array.from({ length: number }, (_, at) => `k${String(at)}:v`).join('|') },
      ];
    default:
      return call.args.map((part) => ({ part, value }));
  }
}

/** What a joined text is made of, when the literals among its parts leave one part open. */
function unjoined(parts: readonly Expr[], wanted: string): readonly Needed[] {
  return parts.flatMap((part, at) => {
    if (literalOf(part) !== undefined) return [];
    const literals = (some: readonly Expr[]): string =>
      some.map((each) => toText(literalOf(each) ?? '')).join('');
    const [before, after] = [literals(parts.slice(0, at)), literals(parts.slice(at + 1))];
    const fits = wanted.startsWith(before) && wanted.endsWith(after);
    return [{ part, value: fits ? wanted.slice(before.length, wanted.length - after.length) : wanted }];
  });
}

const listWith = (part: Expr | undefined, key: string, value: string): readonly Needed[] =>
  part === undefined
    ? []
    : [
        { part, value: `${key}:${value}` },
        { part, value: `other:5|${key}:${value}` },
      ];

const listAt = (part: Expr | undefined, position: number, pair: string): readonly Needed[] =>
  part === undefined
    ? []
    : [{ part, value: `${'other:5|'.repeat(Math.min(20, Math.max(0, position - 1)))}${pair}` }];
