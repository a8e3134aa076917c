// Between lexer and grammar: pairs the brackets, puts in the operators that are missing between values, and stops what is too deep
// or too broken to be read. Errors are reported here, where the neighbours are known, and mended, so that the grammar can read on.
import type { IToken } from 'chevrotain';
import {
  calledName,
  close,
  closeAll,
  countNesting,
  insert,
  open,
  textLevel,
  topOf,
  type Mending,
  type Refusal,
} from './brackets.js';
import { countComma, countOperator, startDepth } from './depth.js';
import { foundAt } from './expectations.js';
import { endOf, isSkippedBetween, type Tokens } from './lexer.js';
import { limits } from './limits.js';
import { joinWords } from './names.js';
import { languageNames, type Reading } from './reading.js';
import { roleOf, type Role } from './roles.js';
import { shorten } from './shorten.js';
import * as t from './tokens.js';

/** Mended tokens. `cutAt` is where a threshold begins that never ends: what follows it was dropped. */
export interface Balanced {
  readonly tokens: readonly IToken[];
  readonly cutAt: number | undefined;
}

/** Mends the tokens for the grammar; undefined when the text is refused. */
export function balance(reading: Reading, { tokens: written, skipped }: Tokens): Balanced | undefined {
  const over = written[limits.tokens];
  if (over) return refuse(reading, over, 'length');
  const cut = unclosedThreshold(reading, written);
  const tokens = cut === undefined ? written : written.slice(0, cut);
  const m: Mending = {
    reading,
    skipped,
    out: [],
    levels: [textLevel()],
    before: undefined,
    hasValue: false,
    openSkills: 0,
    missingValues: 0,
    refused: undefined,
  };
  for (let i = 0; i < tokens.length; i++) {
    let token = tokens[i];
    if (!token) break;
    const role = roleOf(token);
    if (role === 'name' && takesWords(m)) {
      const joined = joinWords(reading, tokens, i);
      i += (joined?.words ?? 1) - 1;
      token = joined?.token ?? token;
    }
    if (m.hasValue && startsValue(m, token, role)) separate(m, token);
    if (role === 'operator' || role === 'comma') fillStart(m, token);
    take[role](m, token);
    m.before = token;
    if (m.missingValues + reading.errorCount() > limits.errors) m.refused ??= { token, reason: 'errors' };
    if (m.refused) return refuse(reading, m.refused.token, m.refused.reason);
  }
  closeAll(m, undefined, m.before?.tokenType !== t.UnterminatedText);
  return { tokens: m.out, cutAt: cut === undefined ? undefined : written[cut]?.startOffset };
}

const isPlainBracket = (token: IToken): boolean =>
  token.tokenType !== t.ThresholdOpen && token.tokenType !== t.WeightOpen;

// Arguments of threshold functions; in a target list, thresholds stand in braces.
const takesWords = (m: Mending): boolean =>
  topOf(m).kind === 'call' && (m.reading.language === 'threshold' || m.levels[1]?.kind === 'threshold');

function startsValue(m: Mending, token: IToken, role: Role): boolean {
  if (role === 'open') return isPlainBracket(token) && calledName(m) === undefined;
  return role === 'value' || role === 'name' || role === 'not' || role === 'skill';
}

/** Two values touch: reports it, and puts an operator between them. */
function separate(m: Mending, token: IToken): void {
  const before = m.before;
  const known =
    !before || token.image === '[' || isSkippedBetween(m.skipped, endOf(before), token.startOffset);
  if (!known) {
    const data = { left: shorten(before.image), right: shorten(token.image) };
    m.reading.report('IRD1504', token.startOffset, endOf(token), data);
  }
  insert(m, t.MissingOperator, token);
}

/** Brackets that may be empty begin with an operator or a comma: reports it, and puts a value there. */
function fillStart(m: Mending, token: IToken): void {
  const { kind, shown } = topOf(m);
  const isStart = m.before !== undefined && roleOf(m.before) === 'open';
  if (!isStart || kind === 'group' || kind === 'text') return;
  const data = { after: shown, found: foundAt(token) };
  m.reading.report('IRD1502', token.startOffset, endOf(token), data);
  insert(m, t.MissingValue, token);
  m.hasValue = true;
}

const value = (m: Mending, token: IToken): void => {
  m.out.push(token);
  m.hasValue = true;
};

function operator(m: Mending, token: IToken): void {
  const name = token.tokenType.name;
  const isLogical = name === 'And' || name === 'AndWord' || name === 'Or' || name === 'OrWord';
  if (!countOperator(topOf(m).depth, isLogical)) m.refused ??= { token, reason: 'depth' };
  if (!m.hasValue && roleOf(token) === 'operator') m.missingValues++;
  m.out.push(token);
  m.hasValue = false;
}

/** What is done with a token of each role. */
const take: Readonly<Record<Role, (m: Mending, token: IToken) => void>> = {
  value,
  name: value,
  operator,
  sign: operator,
  not: operator,
  comma(m, token) {
    if (!m.hasValue) m.missingValues++;
    if (topOf(m).kind === 'call') {
      countComma(topOf(m).depth);
      m.out.push(token);
    } else {
      const what = languageNames[m.reading.language];
      m.reading.report('IRD1510', token.startOffset, endOf(token), { what });
      insert(m, t.StrayComma, token);
    }
    m.hasValue = false;
  },
  open(m, token) {
    open(m, token);
    m.hasValue = false;
  },
  close(m, token) {
    const { kind } = topOf(m);
    const isEmpty = m.before !== undefined && roleOf(m.before) === 'open';
    if (!m.hasValue && !(isEmpty && kind !== 'group')) m.missingValues++;
    if (close(m, token)) m.hasValue = kind === 'call' || kind === 'group';
  },
  skill(m, token) {
    m.openSkills++;
    countNesting(m, token);
    m.out.push(token);
    m.hasValue = false;
  },
  location(m, token) {
    m.openSkills = Math.max(0, m.openSkills - 1);
    value(m, token);
  },
  outside(m, token) {
    closeAll(m, token, true);
    m.openSkills = 0;
    m.levels[0] = { ...m.levels[0], depth: startDepth() };
    m.out.push(token);
    m.hasValue = false;
  },
};

// In a target list everything behind a threshold that never ends was taken as a part of it: one error, not one for each word.
function unclosedThreshold(reading: Reading, tokens: readonly IToken[]): number | undefined {
  if (reading.language !== 'targets') return undefined;
  const opening = tokens.findLastIndex((token) => token.tokenType === t.ThresholdOpen);
  const token = tokens[opening];
  if (!token) return undefined;
  const closing = tokens.findLastIndex((other) => other.tokenType === t.ThresholdClose);
  if (closing > opening) return undefined;
  if (tokens.at(-1)?.tokenType !== t.UnterminatedText) {
    const data = { opening: token.image, closing: '}', found: foundAt(undefined) };
    reading.report('IRD1507', token.startOffset, endOf(token), data);
  }
  return opening;
}

function refuse(reading: Reading, token: IToken, reason: Refusal): undefined {
  const what = languageNames[reading.language];
  const [start, end] = [token.startOffset, endOf(token)];
  switch (reason) {
    case 'length':
      reading.report('IRD1515', start, end, { what, limit: limits.tokens, unit: 'words and signs' });
      return;
    case 'depth':
      reading.report('IRD1515', start, end, { what, limit: limits.depth, unit: 'operators in a row' });
      return;
    case 'nesting':
      reading.report('IRD1514', start, end, { what, limit: limits.nesting });
      return;
    case 'errors':
      reading.report('IRD1516', start, end, { what, limit: limits.errors });
      return;
    default:
      return reason satisfies never;
  }
}
