// The operators of IRD expressions: whole numbers that truncate and never wrap, comparisons by the types of both sides, two logical operators of one
// priority (the tree already says what belongs together).
import type { Expr, IrdType } from '../../ir/nodes.js';
import { orderOfDate, secondsOfTime } from './moments.js';
import {
  checkedInteger,
  failedWith,
  greatest,
  isFailed,
  least,
  toFloat,
  toInteger,
  toText,
  withoutMinusZero,
  type Failed,
  type IrdValue,
} from './values.js';

type Binary = Extract<Expr, { kind: 'binary' }>;
type Arithmetic = '+' | '-' | '*' | '/';
type Comparison = Exclude<Binary['op'], Arithmetic | '&' | '|'>;

/** An operand with the type that the strategy gives it. */
export interface Operand {
  readonly value: IrdValue;
  readonly type: IrdType;
}

/** `+ - * /`: on whole numbers, unless FLOAT is declared somewhere in it. */
export function calculate(
  op: Arithmetic,
  left: IrdValue,
  right: IrdValue,
  isFloat: boolean,
): IrdValue | Failed {
  return isFloat
    ? calculateFloats(op, toFloat(left), toFloat(right))
    : calculateIntegers(op, toInteger(left), toInteger(right));
}

function calculateFloats(op: Arithmetic, left: number, right: number): number | Failed {
  switch (op) {
    case '+':
      return withoutMinusZero(left + right);
    case '-':
      return withoutMinusZero(left - right);
    case '*':
      return withoutMinusZero(left * right);
    case '/':
      return right === 0 ? failedWith('division by zero') : withoutMinusZero(left / right);
  }
}

function calculateIntegers(op: Arithmetic, left: number, right: number): number | Failed {
  if (op === '/' && right === 0) return failedWith('division by zero');
  const [a, b] = [BigInt(left), BigInt(right)];
  // Whole numbers of any size: nothing is rounded before it is compared with the 32 bits. BigInt division truncates.
  const result = op === '+' ? a + b : op === '-' ? a - b : op === '*' ? a * b : a / b;
  const inputs = op === '/' ? [a, b] : [];
  return [...inputs, result].every((each) => each >= least && each <= greatest)
    ? Number(result)
    : failedWith(`INTEGER overflow: ${String(result)}`);
}

/** `-` before an operand. */
export function negate(value: IrdValue, isFloat: boolean): IrdValue | Failed {
  return isFloat ? withoutMinusZero(-toFloat(value)) : checkedInteger(-toInteger(value));
}

const numbers: readonly IrdType[] = ['INTEGER', 'FLOAT', 'DAY', 'BOOLEAN'];

/** How two operands are compared: the first of these that one of them asks for. */
export function compare(op: Comparison, left: Operand, right: Operand): boolean | Failed {
  const types = [left.type, right.type];
  const convert = conversionFor(types, left.value, right.value);
  const a = convert(left.value);
  if (isFailed(a)) return a;
  const b = convert(right.value);
  return isFailed(b) ? b : holds(op, a, b);
}

type Convert = (value: IrdValue) => number | string | Failed;

function conversionFor(types: readonly IrdType[], left: IrdValue, right: IrdValue): Convert {
  // A number beside a TIME is seconds since midnight.
  if (types.includes('TIME'))
    return (value) => (typeof value === 'number' ? value : secondsOfTime(toText(value)));
  if (types.includes('DATE')) return (value) => orderOfDate(toText(value));
  if (types.includes('FLOAT')) return toFloat;
  if (types.some((type) => numbers.includes(type))) return asNumber;
  const isUnknown = types.includes('UNKNOWN');
  return isUnknown && [left, right].some((value) => typeof value !== 'string') ? asNumber : toText;
}

/** A number keeps its fraction: it has one only where the platform gave one of a type that is not known. */
const asNumber: Convert = (value) => (typeof value === 'number' ? value : toInteger(value));

function holds(op: Comparison, a: number | string, b: number | string): boolean {
  switch (op) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
  }
}
