// What a token can do in a text, seen from its neighbours: the vocabulary of `balance`.
import type { IToken } from 'chevrotain';

export type Role =
  /** A whole value by itself. */
  | 'value'
  /** A value, or the function of a call. */
  | 'name'
  | 'operator'
  /** Operator between values, sign before one. */
  | 'sign'
  | 'not'
  | 'open'
  | 'close'
  | 'comma'
  /** `?group:` before a skill expression. */
  | 'skill'
  /** `@server.type` of an argument. */
  | 'location'
  /** What stands outside of expressions in a target list; it ends every open bracket before it. */
  | 'outside';

/** Role of each token type by name; operators have no row. */
export const roles: Readonly<Record<string, Role>> = {
  Text: 'value',
  UnterminatedText: 'value',
  Figure: 'value',
  Statistic: 'value',
  TargetArgument: 'value',
  Name: 'name',
  Plus: 'sign',
  Minus: 'sign',
  Not: 'not',
  NotWord: 'not',
  LSquare: 'open',
  LParen: 'open',
  NestedLSquare: 'open',
  NestedLParen: 'open',
  ThresholdOpen: 'open',
  WeightOpen: 'open',
  RSquare: 'close',
  RParen: 'close',
  NestedRSquare: 'close',
  NestedRParen: 'close',
  ThresholdClose: 'close',
  Comma: 'comma',
  SkillOpen: 'skill',
  ArgumentSkillOpen: 'skill',
  ArgumentLocation: 'location',
  TargetName: 'outside',
  Location: 'outside',
  NestedLocation: 'outside',
  ItemComma: 'outside',
  SkillItemComma: 'outside',
};

/** The role of a token; every type without a row is an operator. */
export const roleOf = (token: IToken): Role => roles[token.tokenType.name] ?? 'operator';
