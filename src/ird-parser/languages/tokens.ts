// The one token file of the IRD languages: what the lexer tells apart, with a lexer mode for each entry language and for each part of
// a target. Labels are the words in which a message names a token.
import {
  createToken,
  Lexer,
  type IMultiModeLexerDefinition,
  type ITokenConfig,
  type TokenType,
} from 'chevrotain';
import {
  matchFigure,
  matchName,
  matchTargetArgument,
  matchTargetName,
  matchText,
  matchUnterminatedText,
  quoteCharacters,
  typographicDashes,
} from './patterns.js';

const token = (name: string, config: Omit<ITokenConfig, 'name'>): TokenType =>
  createToken({ line_breaks: false, ...config, name });

const codes = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const digits = codes(48, 57);
// Chevrotain sorts first characters above 255 into buckets of 256; one character of each bucket stands for all of it.
const beyondLatin = codes(1, 255).map((bucket) => bucket * 256);
const letters = [...codes(65, 90), 95, ...codes(97, 122), ...codes(128, 255), ...beyondLatin];
const anything = [...codes(0, 255), ...beyondLatin];

// Classes: what the grammar asks for. A token may belong to several.
export const Operator = token('Operator', { pattern: Lexer.NA, label: 'an operator' });
export const Prefix = token('Prefix', { pattern: Lexer.NA, label: 'a sign' });
export const Literal = token('Literal', { pattern: Lexer.NA, label: 'a value' });

export const Blank = token('Blank', { pattern: /\s+/, group: Lexer.SKIPPED });

export const Text = token('Text', {
  pattern: matchText,
  start_chars_hint: quoteCharacters,
  categories: Literal,
  label: 'a quoted text',
});
export const UnterminatedText = token('UnterminatedText', {
  pattern: matchUnterminatedText,
  start_chars_hint: quoteCharacters,
  categories: Literal,
  label: 'a quoted text',
});
export const Figure = token('Figure', {
  pattern: matchFigure,
  start_chars_hint: digits,
  categories: Literal,
  label: 'a number',
});
export const Statistic = token('Statistic', {
  pattern: /\$\([^()[\],'"<>=&|@]*\)/,
  start_chars_hint: ['$'],
  categories: Literal,
  label: 'a statistic',
});
export const Name = token('Name', { pattern: matchName, start_chars_hint: letters, label: 'a name' });

const operator = (name: string, pattern: RegExp | string, more: Partial<ITokenConfig> = {}): TokenType =>
  token(name, { pattern, categories: Operator, ...more });

export const NotEqual = operator('NotEqual', /<>|!=|≠|&lt;&gt;/);
export const LessEqual = operator('LessEqual', /<=|=<|≤|&lt;=/);
export const GreaterEqual = operator('GreaterEqual', />=|=>|≥|&gt;=/);
export const Less = operator('Less', /<|&lt;/);
export const Greater = operator('Greater', />|&gt;/);
export const Equal = operator('Equal', /==?/);
export const And = operator('And', /&(?:&|amp;|;)?/);
export const Or = operator('Or', /\|\|?/);
export const Plus = operator('Plus', '+', { categories: [Operator, Prefix] });
export const Minus = operator('Minus', new RegExp(`[-${typographicDashes}]`), {
  categories: [Operator, Prefix],
});
export const Star = operator('Star', '*');
export const Slash = operator('Slash', '/');
export const Not = operator('Not', /[!~]/, { categories: Prefix });
export const AndWord = operator('AndWord', /and/i, { longer_alt: Name });
export const OrWord = operator('OrWord', /or/i, { longer_alt: Name });
export const NotWord = operator('NotWord', /not/i, { categories: Prefix, longer_alt: Name });
/** Put in by `balance` where two values touch; already reported. */
export const MissingOperator = operator('MissingOperator', Lexer.NA);
/** Put in by `balance` where brackets begin with an operator or a comma; already reported. */
export const MissingValue = token('MissingValue', { pattern: Lexer.NA, categories: Literal });
/** A comma outside of a call, read on as an operator; already reported. */
export const StrayComma = operator('StrayComma', Lexer.NA);

export const LSquare = token('LSquare', { pattern: '[', label: '"["' });
export const RSquare = token('RSquare', { pattern: ']', label: '"]"' });
export const LParen = token('LParen', { pattern: '(', label: '"("' });
export const RParen = token('RParen', { pattern: ')', label: '")"' });
export const Comma = token('Comma', { pattern: ',', label: '","' });

// Inside the skill expression or the weight of a target, brackets decide whether a comma ends the target.
const NestedLSquare = token('NestedLSquare', { pattern: '[', categories: LSquare, push_mode: 'nested' });
const NestedRSquare = token('NestedRSquare', { pattern: ']', categories: RSquare, pop_mode: true });
const NestedLParen = token('NestedLParen', { pattern: '(', categories: LParen, push_mode: 'nested' });
const NestedRParen = token('NestedRParen', { pattern: ')', categories: RParen, pop_mode: true });

export const ThresholdOpen = token('ThresholdOpen', { pattern: '{', push_mode: 'braced', label: '"{"' });
export const ThresholdClose = token('ThresholdClose', { pattern: '}', pop_mode: true, label: '"}"' });
export const WeightOpen = token('WeightOpen', { pattern: '[', push_mode: 'weight', label: '"["' });
export const TargetName = token('TargetName', {
  pattern: matchTargetName,
  start_chars_hint: anything,
  label: 'a target name',
});
/** `?group:` or `?:` before a skill expression. A lone `?` is read on, and reported. */
export const SkillOpen = token('SkillOpen', {
  pattern: /\?(?:[^:,@]*:)?/,
  start_chars_hint: ['?'],
  push_mode: 'skillTarget',
  label: '"?:"',
});
/** `@server.type`. */
export const Location = token('Location', { pattern: /@[^,]*/, start_chars_hint: ['@'], label: '"@"' });
const NestedLocation = token('NestedLocation', {
  pattern: /@[^,]*/,
  start_chars_hint: ['@'],
  categories: Location,
  pop_mode: true,
});
const ArgumentSkillOpen = token('ArgumentSkillOpen', {
  pattern: /\?[^:,@[\](){}]*:/,
  start_chars_hint: ['?'],
  categories: SkillOpen,
  label: '"?:"',
});
const ArgumentLocation = token('ArgumentLocation', {
  pattern: /@[^,[\](){}]*/,
  start_chars_hint: ['@'],
  categories: Location,
});
/** `name@server.type` as an argument of a threshold function. */
export const TargetArgument = token('TargetArgument', {
  pattern: matchTargetArgument,
  start_chars_hint: anything,
  categories: Literal,
  label: 'a target',
});
export const ItemComma = token('ItemComma', { pattern: ',', label: '","' });
const SkillItemComma = token('SkillItemComma', { pattern: ',', categories: ItemComma, pop_mode: true });

export const ListKey = token('ListKey', { pattern: /[^|:]+/, start_chars_hint: anything, label: 'a key' });
export const ListColon = token('ListColon', { pattern: ':', push_mode: 'listValue', label: '":"' });
export const ListText = token('ListText', { pattern: /[^|]+/, start_chars_hint: anything, label: 'a value' });
export const ListPipe = token('ListPipe', { pattern: '|', label: '"|"' });
const ListValuePipe = token('ListValuePipe', { pattern: '|', categories: ListPipe, pop_mode: true });

// Longer spellings stand before their prefixes; `And` after the entities that begin with `&`.
const words = [Blank, Text, UnterminatedText, Figure, AndWord, OrWord, NotWord, Name];
const comparisons = [NotEqual, LessEqual, GreaterEqual, Less, Greater, Equal];
const operators = [...comparisons, And, Or, Plus, Minus, Star, Slash, Not];
const plainBrackets = [LSquare, RSquare, LParen, RParen];
const nestingBrackets = [NestedLSquare, NestedRSquare, NestedLParen, NestedRParen];
const expression = [...words, ...operators, ...plainBrackets, Comma];
const threshold = [TargetArgument, ...expression, Statistic, ArgumentSkillOpen, ArgumentLocation];

/** The lexer modes. The first five are the entry languages; the others are pushed inside targets and list values. */
export const modes = {
  expression,
  skill: [...expression, Statistic],
  threshold,
  targets: [Blank, ThresholdOpen, WeightOpen, SkillOpen, ItemComma, TargetName, Location],
  list: [ListColon, ListPipe, ListKey],
  braced: [...threshold, ThresholdClose],
  weight: [...words, ...operators, NestedLSquare, NestedRSquare, NestedLParen, RParen, Comma],
  skillTarget: [
    ...words,
    ...operators,
    NestedLSquare,
    RSquare,
    NestedLParen,
    RParen,
    Statistic,
    SkillItemComma,
    Location,
  ],
  nested: [...words, ...operators, ...nestingBrackets, Statistic, Comma, NestedLocation],
  listValue: [ListValuePipe, ListText],
} satisfies IMultiModeLexerDefinition['modes'];

/** Every token type, for the grammar. */
export const vocabulary: readonly TokenType[] = [
  ...new Set([
    Operator,
    Prefix,
    Literal,
    MissingOperator,
    MissingValue,
    StrayComma,
    ...Object.values(modes).flat(),
  ]),
];
