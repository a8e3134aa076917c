// A flat list of operands and operators to a tree, by the ranks of the operators. Iterative: a chain may be long.
import type { IToken } from 'chevrotain';
import type { Expr } from './ast.js';
import { endOf } from './lexer.js';
import { binaryOperator, comparisonRank, ranks, spellingOf } from './operators.js';
import type { Reading } from './reading.js';
import { shorten } from './shorten.js';
import { StrayComma } from './tokens.js';

/** A tree and the stretch of the text that it was read from. */
export interface Piece {
  readonly expr: Expr;
  readonly start: number;
  readonly end: number;
}

/** What recovery left out between two offsets. */
export const missingPiece = (reading: Reading, start: number, end = start): Piece => ({
  expr: { kind: 'missing', span: reading.span(start, end) },
  start,
  end,
});

// Two values that touch belong together more closely than any operator; a comma that is no argument's splits everything.
const touchingRank = 5;
const splittingRank = 0;

function rankOf(token: IToken): number {
  const op = binaryOperator(token.tokenType.name);
  if (op) return ranks[op];
  return token.tokenType === StrayComma ? splittingRank : touchingRank;
}

/** Reports an operator that is not written as documents show it. */
export function reportSpelling(reading: Reading, token: IToken, read: string): void {
  const written = token.image;
  const [start, end] = [token.startOffset, endOf(token)];
  const spelling = spellingOf(written, read);
  switch (spelling) {
    case 'plain':
      return;
    case 'assumed':
      return reading.report('IRD1521', start, end, { written, read });
    case 'foreign':
      return reading.report('IRD1522', start, end, { written, read });
    case 'entity':
      return reading.report('IRD1526', start, end, { written, read });
    case 'typographic':
      return reading.report('IRD1520', start, end, { written, read: `"${read}"` });
    default:
      return spelling satisfies never;
  }
}

function combine(reading: Reading, left: Piece, token: IToken, right: Piece): Piece {
  const [start, end] = [left.start, right.end];
  const op = binaryOperator(token.tokenType.name);
  if (!op) return missingPiece(reading, start, end);
  reportSpelling(reading, token, op);
  const rank = ranks[op];
  const first = left.expr;
  const at = token.startOffset;
  const compares = first.kind === 'binary' && ranks[first.op] === comparisonRank;
  if (rank === comparisonRank && compares && first.right.kind !== 'missing') {
    reading.report('IRD1523', at, endOf(token), { operator: token.image });
  }
  if (rank >= comparisonRank && first.kind === 'unary' && first.op === '!') {
    const written = shorten(reading.text.slice(left.start, left.end));
    reading.report('IRD1524', left.start, left.end, { written, operator: token.image });
  }
  return {
    expr: { kind: 'binary', op, left: first, right: right.expr, span: reading.span(start, end) },
    start,
    end,
  };
}

/** Builds the tree of `operands` joined by `operators`; an operand that is not there is missing. */
export function joinChain(reading: Reading, operands: readonly Piece[], operators: readonly IToken[]): Piece {
  const [first] = operands;
  const values: Piece[] = [first ?? missingPiece(reading, 0)];
  const pending: IToken[] = [];
  const reduce = (atLeast: number): void => {
    for (let token = pending.at(-1); token && rankOf(token) >= atLeast; token = pending.at(-1)) {
      pending.pop();
      const right = values.pop();
      const left = values.pop();
      if (left && right) values.push(combine(reading, left, token, right));
    }
  };
  operators.forEach((token, index) => {
    reduce(rankOf(token));
    pending.push(token);
    values.push(operands[index + 1] ?? missingPiece(reading, endOf(token)));
  });
  reduce(splittingRank);
  return values[0] ?? missingPiece(reading, 0);
}
