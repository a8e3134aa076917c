// The concrete syntax tree of an expression to the typed tree. What the parser could not read becomes a `missing` node.
// Recursion goes as deep as the brackets of the text, which `balance` limits.
import type { CstNode, IToken } from 'chevrotain';
import type { Expr, TargetItem, UnaryOperator } from './ast.js';
import { joinChain, missingPiece, reportSpelling, type Piece } from './chains.js';
import { endOf } from './lexer.js';
import { isDayName, literal } from './literals.js';
import { locate } from './location.js';
import { prefixOperator } from './operators.js';
import type { Reading } from './reading.js';

/** Children of a rule that are tokens, without those that recovery invented: they stand nowhere. */
export function tokensOf(cst: CstNode, name: string): readonly IToken[] {
  const tokens = (cst.children[name] ?? []) as IToken[]; // the grammar knows which children are tokens and which are rules
  return tokens.some((token) => token.isInsertedInRecovery)
    ? tokens.filter((token) => !token.isInsertedInRecovery)
    : tokens;
}

/** Children of a rule that are rules. */
export const rulesOf = (cst: CstNode, name: string): readonly CstNode[] =>
  (cst.children[name] ?? []) as CstNode[]; // see above

/** The tree of a rule `expression`; `at` is the offset where it would begin. */
export function buildExpression(reading: Reading, cst: CstNode | undefined, at: number): Piece {
  if (!cst) return missingPiece(reading, at);
  const operators = tokensOf(cst, 'Operator');
  const operands = rulesOf(cst, 'operand').map((operand, index) => {
    const before = operators[index - 1];
    return buildOperand(reading, operand, before ? endOf(before) : at);
  });
  return operators.length === 0
    ? (operands[0] ?? missingPiece(reading, at))
    : joinChain(reading, operands, operators);
}

function buildOperand(reading: Reading, cst: CstNode, at: number): Piece {
  const prefixes = tokensOf(cst, 'Prefix');
  const last = prefixes.at(-1);
  let piece = buildPrimary(reading, cst, last ? endOf(last) : at);
  for (const prefix of prefixes.toReversed()) {
    const op: UnaryOperator = prefixOperator(prefix.tokenType.name) ?? '!';
    if (prefix.image !== '~') reportSpelling(reading, prefix, op);
    else reading.report('IRD1521', prefix.startOffset, endOf(prefix), { written: '~', read: '!' });
    const [start, end] = [prefix.startOffset, piece.end];
    piece = { expr: { kind: 'unary', op, operand: piece.expr, span: reading.span(start, end) }, start, end };
  }
  return piece;
}

function buildPrimary(reading: Reading, cst: CstNode, at: number): Piece {
  const [literalToken] = tokensOf(cst, 'Literal');
  if (literalToken) return literal(reading, literalToken);
  const [name] = tokensOf(cst, 'Name');
  const [square] = tokensOf(cst, 'LSquare');
  const [round] = tokensOf(cst, 'LParen');
  const [skill] = tokensOf(cst, 'SkillOpen');
  if (name) {
    const opening = square ?? round;
    return opening ? buildCall(reading, cst, name, opening) : buildName(reading, name);
  }
  if (round) return buildGroup(reading, cst, round);
  return skill ? buildTargetReference(reading, cst, skill) : missingPiece(reading, at);
}

function buildName(reading: Reading, token: IToken): Piece {
  const [start, end] = [token.startOffset, endOf(token)];
  const span = reading.span(start, end);
  const expr: Expr =
    reading.language === 'expression' && isDayName(token.image)
      ? { kind: 'moment', type: 'DAY', raw: token.image, span }
      : { kind: 'name', name: token.image, span };
  return { expr, start, end };
}

function buildCall(reading: Reading, cst: CstNode, token: IToken, opening: IToken): Piece {
  const name = token.image;
  const start = token.startOffset;
  const isSquare = tokensOf(cst, 'LSquare').length > 0;
  const [rule] = rulesOf(cst, 'arguments');
  const pieces = rule ? buildArguments(reading, rule, endOf(opening)) : [];
  const closing = tokensOf(cst, isSquare ? 'RSquare' : 'RParen')[0];
  const end = closing ? endOf(closing) : (pieces.at(-1)?.end ?? endOf(opening));
  if (!isSquare && reading.language === 'expression') {
    reading.report('IRD1525', start, endOf(opening), { name });
  }
  const expr: Expr = {
    kind: 'call',
    name,
    nameSpan: reading.span(start, endOf(token)),
    args: pieces.map((piece) => piece.expr),
    brackets: isSquare ? '[]' : '()',
    span: reading.span(start, end),
  };
  return { expr, start, end };
}

function buildArguments(reading: Reading, cst: CstNode, at: number): readonly Piece[] {
  const commas = tokensOf(cst, 'Comma');
  return rulesOf(cst, 'expression').map((rule, index) => {
    const before = commas[index - 1];
    return buildExpression(reading, rule, before ? endOf(before) : at);
  });
}

function buildGroup(reading: Reading, cst: CstNode, opening: IToken): Piece {
  const inner = buildExpression(reading, rulesOf(cst, 'expression')[0], endOf(opening));
  const [closing] = tokensOf(cst, 'RParen');
  const start = opening.startOffset;
  const end = closing ? endOf(closing) : inner.end;
  return { expr: { kind: 'group', inner: inner.expr, span: reading.span(start, end) }, start, end };
}

function buildTargetReference(reading: Reading, cst: CstNode, opening: IToken): Piece {
  const skill = buildExpression(reading, rulesOf(cst, 'expression')[0], endOf(opening));
  const [location] = tokensOf(cst, 'Location');
  const start = opening.startOffset;
  const end = location ? start + reading.text.slice(start, endOf(location)).trimEnd().length : skill.end;
  const span = reading.span(start, end);
  const target: TargetItem = {
    kind: 'target-item',
    name: groupOf(opening),
    skill: skill.expr,
    ...(location ? locate(reading, location.image, location.startOffset) : {}),
    span,
  };
  return { expr: { kind: 'target', target, span }, start, end };
}

/** The group of `?group:`; '' when a skill expression stands alone. */
export const groupOf = (opening: IToken): string =>
  opening.image.endsWith(':') ? opening.image.slice(1, -1).trim() : '';
