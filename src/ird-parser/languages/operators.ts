// The operators: which token means which, how they are spelled, and how tightly they bind. Parser and printer share this table.
import type { BinaryOperator, UnaryOperator } from './ast.js';

/**
 * `&` and `|` have one rank and are read from left to right (documented). That comparison binds tighter, and arithmetic tighter
 * still, is assumed.
 */
export const ranks: Readonly<Record<BinaryOperator, number>> = {
  '&': 1,
  '|': 1,
  '=': 2,
  '<>': 2,
  '<': 2,
  '>': 2,
  '<=': 2,
  '>=': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
};

export const comparisonRank = 2;

const binaryTokens: Readonly<Record<string, BinaryOperator>> = {
  And: '&',
  AndWord: '&',
  Or: '|',
  OrWord: '|',
  Equal: '=',
  NotEqual: '<>',
  Less: '<',
  Greater: '>',
  LessEqual: '<=',
  GreaterEqual: '>=',
  Plus: '+',
  Minus: '-',
  Star: '*',
  Slash: '/',
};

const prefixTokens: Readonly<Record<string, UnaryOperator>> = {
  Plus: '+',
  Minus: '-',
  Not: '!',
  NotWord: '!',
};

/** The operator of a token type between two values; undefined for what stands in for a missing operator. */
export const binaryOperator = (tokenName: string): BinaryOperator | undefined => binaryTokens[tokenName];

/** The operator of a token type before a value. */
export const prefixOperator = (tokenName: string): UnaryOperator | undefined => prefixTokens[tokenName];

/** How far a spelling is from the one that documents show. */
export type Spelling = 'plain' | 'assumed' | 'foreign' | 'entity' | 'typographic';

/** Judges how the operator `read` was written. */
export function spellingOf(written: string, read: string): Spelling {
  if (written === read || written === '!=') return 'plain';
  if (written.includes(';')) return 'entity';
  if (written === '&&' || written === '||') return 'foreign';
  return /^[ -~]+$/.test(written) ? 'assumed' : 'typographic';
}
