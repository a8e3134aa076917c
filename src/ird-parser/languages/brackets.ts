// Pairing of brackets: every closing bracket that comes out has its opening one, whatever went in. What did not fit is reported.
import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import { countClosing, startDepth, type Depth } from './depth.js';
import { foundAt } from './expectations.js';
import { endOf, type Skipped } from './lexer.js';
import { limits } from './limits.js';
import type { Reading } from './reading.js';
import { roleOf } from './roles.js';
import { shorten } from './shorten.js';
import * as t from './tokens.js';

export interface Level {
  readonly kind: 'text' | 'call' | 'group' | 'threshold' | 'weight';
  /** Undefined for the text itself. */
  readonly opening: IToken | undefined;
  /** How messages name the opening: `Cat[`, `(`. */
  readonly shown: string;
  readonly closing: string;
  readonly closeType: TokenType;
  readonly depth: Depth;
}

/** Why a text is not read. */
export type Refusal = 'length' | 'depth' | 'nesting' | 'errors';

/** Tokens while they are being mended. */
export interface Mending {
  readonly reading: Reading;
  readonly skipped: readonly Skipped[];
  readonly out: IToken[];
  readonly levels: [Level, ...Level[]];
  /** The token before the present one, of the text as written. */
  before: IToken | undefined;
  /** True when the token before ends a value. */
  hasValue: boolean;
  /** Skill expressions of targets that `@` has not ended yet; they nest like brackets. */
  openSkills: number;
  /** Places where the grammar will miss a value. */
  missingValues: number;
  refused: { readonly token: IToken; readonly reason: Refusal } | undefined;
}

export const textLevel = (): Level => ({
  kind: 'text',
  opening: undefined,
  shown: '',
  closing: '',
  closeType: t.RParen,
  depth: startDepth(),
});

export const topOf = (m: Mending): Level => m.levels.at(-1) ?? m.levels[0];

/** A token that the text does not hold. `before` is the token that it was put in front of. */
export function insert(m: Mending, type: TokenType, before: IToken | undefined): void {
  const at = before ? before.startOffset : m.reading.text.trimEnd().length;
  const made = createTokenInstance(type, '', at, at, 0, 0, 0, 0);
  if (before) made.payload = before.image === '' ? before.payload : before.image;
  m.out.push(made);
}

const retyped = (token: IToken, type: TokenType): IToken => {
  const made = createTokenInstance(type, token.image, token.startOffset, endOf(token) - 1, 0, 0, 0, 0);
  return made;
};

/** The name of the function whose call the next bracket opens. */
export const calledName = (m: Mending): IToken | undefined =>
  m.before && roleOf(m.before) === 'name' ? m.before : undefined;

/** Refuses the text when `token` opens a level too many. */
export function countNesting(m: Mending, token: IToken): void {
  if (m.levels.length + m.openSkills > limits.nesting + 1) m.refused ??= { token, reason: 'nesting' };
}

/** Takes an opening bracket. */
export function open(m: Mending, token: IToken): void {
  const name = calledName(m);
  const isSquare = token.image === '[';
  const level = { opening: token, depth: startDepth() };
  const shown = `${name ? shorten(name.image) : ''}${token.image}`;
  if (token.tokenType === t.ThresholdOpen) {
    m.levels.push({ ...level, kind: 'threshold', shown, closing: '}', closeType: t.ThresholdClose });
  } else if (token.tokenType === t.WeightOpen) {
    m.levels.push({ ...level, kind: 'weight', shown, closing: ']', closeType: t.RSquare });
  } else if (name) {
    const closeType = isSquare ? t.RSquare : t.RParen;
    m.levels.push({ ...level, kind: 'call', shown, closing: isSquare ? ']' : ')', closeType });
  } else {
    m.levels.push({ ...level, kind: 'group', shown, closing: isSquare ? ']' : ')', closeType: t.RParen });
  }
  countNesting(m, token);
  if (isSquare && !name && token.tokenType !== t.WeightOpen) {
    const found = m.before ? `found "${shorten(m.before.image)}"` : 'there is none';
    m.reading.report('IRD1511', token.startOffset, endOf(token), { found });
    m.out.push(retyped(token, t.LParen));
  } else {
    m.out.push(token);
  }
}

function pop(m: Mending, at: IToken | undefined): void {
  const closed = m.levels.pop();
  if (!closed) return;
  const fits = countClosing(topOf(m).depth, closed.depth);
  if (!fits && at) m.refused ??= { token: at, reason: 'depth' };
}

/** Closes the innermost level although the text does not, in front of `before` or at the end. */
function closeMissing(m: Mending, before: IToken | undefined, report: boolean): void {
  const level = topOf(m);
  const { opening, shown, closing } = level;
  if (!opening) return;
  if (report) {
    const found = foundAt(before);
    m.reading.report('IRD1507', opening.startOffset, endOf(opening), { opening: shown, closing, found });
  }
  insert(m, level.closeType, before);
  pop(m, before ?? opening);
}

/** Closes all that is open, in front of `before` or at the end of the text. */
export function closeAll(m: Mending, before: IToken | undefined, report: boolean): void {
  while (m.levels.length > 1) closeMissing(m, before, report);
}

/** Takes a closing bracket: closes the level that it fits, else the innermost one; without any it is dropped, which gives false. */
export function close(m: Mending, token: IToken): boolean {
  const [start, end] = [token.startOffset, endOf(token)];
  const fitting = m.levels.findLastIndex((level) => level.closing === token.image);
  // The braces and brackets around a threshold or weight end only where the lexer saw their own end.
  if (fitting <= 0 && !['call', 'group'].includes(topOf(m).kind)) {
    const opening = { ']': '[', '}': '{' }[token.image] ?? '(';
    m.reading.report('IRD1509', start, end, { closing: token.image, opening });
    return false;
  }
  while (fitting > 0 && m.levels.length > fitting + 1) closeMissing(m, token, true);
  const level = topOf(m);
  if (level.closing !== token.image) {
    m.reading.report('IRD1508', start, end, {
      opening: level.shown,
      closing: level.closing,
      found: token.image,
    });
  }
  const type = { ']': t.RSquare, '}': t.ThresholdClose }[token.image] ?? t.RParen;
  m.out.push(type === level.closeType ? token : retyped(token, level.closeType));
  pop(m, token);
  return true;
}
