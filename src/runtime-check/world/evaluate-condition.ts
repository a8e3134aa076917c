// The value of a skill expression or threshold for one agent or target: left to right, missing skill = 0, division by zero has no value.
import type { Condition, Operand, Operator } from './condition.js';

/** What names mean where the expression is evaluated. */
export interface Meaning {
  /** A bare name: a skill of the agent, or a statistic of the target. */
  name(name: string): Operand | undefined;
  statistic(name: string): Operand | undefined;
  call(name: string, args: readonly string[]): Operand | undefined;
}

/** Undefined when the expression has no value: division by zero, or a function that is not known. */
export function evaluateCondition(condition: Condition, meaning: Meaning): Operand | undefined {
  switch (condition.kind) {
    case 'number':
    case 'text':
      return condition.value;
    case 'name':
      return meaning.name(condition.name);
    case 'statistic':
      return meaning.statistic(condition.name);
    case 'call':
      return meaning.call(condition.name, condition.args);
    case 'not': {
      const value = evaluateCondition(condition.operand, meaning);
      return value === undefined ? undefined : !truth(value);
    }
    case 'minus': {
      const value = evaluateCondition(condition.operand, meaning);
      return value === undefined ? undefined : -asNumber(value);
    }
    case 'binary':
      return binary(condition.operator, condition.left, condition.right, meaning);
    default:
      return condition satisfies never;
  }
}

/** Whether a value counts as true. */
export const truth = (value: Operand): boolean =>
  typeof value === 'string' ? value !== '' && value !== '0' : Boolean(value);

function binary(
  operator: Operator,
  left: Condition,
  right: Condition,
  meaning: Meaning,
): Operand | undefined {
  const a = evaluateCondition(left, meaning);
  if (a === undefined) return undefined;
  if (operator === '&' && !truth(a)) return false;
  if (operator === '|' && truth(a)) return true;
  const b = evaluateCondition(right, meaning);
  if (b === undefined) return undefined;
  switch (operator) {
    case '&':
    case '|':
      return truth(b);
    case '+':
      return asNumber(a) + asNumber(b);
    case '-':
      return asNumber(a) - asNumber(b);
    case '*':
      return asNumber(a) * asNumber(b);
    case '/':
      return asNumber(b) === 0 ? undefined : Math.trunc(asNumber(a) / asNumber(b));
    default:
      return compare(operator, a, b);
  }
}

function compare(
  operator: Exclude<Operator, '&' | '|' | '+' | '-' | '*' | '/'>,
  a: Operand,
  b: Operand,
): boolean {
  const order =
    typeof a === 'string' && typeof b === 'string'
      ? Number(a > b) - Number(a < b)
      : asNumber(a) - asNumber(b);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    default:
      return operator satisfies never;
  }
}

const isNumeric = (text: string): boolean => /^\s*-?\d+(\.\d+)?\s*$/.test(text);

// A text that is no number counts as 0, as a missing skill does.
function asNumber(value: Operand): number {
  if (typeof value === 'string') return isNumeric(value) ? Number(value) : 0;
  return Number(value);
}
