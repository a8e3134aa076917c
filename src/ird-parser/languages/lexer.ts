// Text to tokens: the lexer, built on first use, and what it reports about characters that no token begins with.
import { Lexer, type IToken } from 'chevrotain';
import type { Language } from './ast.js';
import type { Reading } from './reading.js';
import { shorten } from './shorten.js';
import { straightQuote } from './patterns.js';
import { modes, UnterminatedText } from './tokens.js';

/** Builds the lexer of a language. `validate` also checks its definition: done once by the tests, not at every start. */
export function createLexer(language: Language, validate: boolean): Lexer {
  const within = Object.fromEntries([...modesWithin(language)].map((mode) => [mode, modes[mode]]));
  return new Lexer(
    { modes: within, defaultMode: language },
    { positionTracking: 'onlyOffset', skipValidations: !validate, ensureOptimizations: validate },
  );
}

type Mode = keyof typeof modes;

/** The modes that a text in a language can get into: a mode costs time when its lexer is built, and most texts are expressions. */
function modesWithin(language: Language): ReadonlySet<Mode> {
  const within = new Set<Mode>([language]);
  // What is added while the loop runs is visited, too.
  for (const mode of within)
    for (const { PUSH_MODE: pushed } of modes[mode]) if (pushed !== undefined) within.add(pushed as Mode); // a key of `modes`, which tests check
  return within;
}

const lexers = new Map<Language, Lexer>();

function lexerOf(language: Language): Lexer {
  const lexer = lexers.get(language) ?? createLexer(language, false);
  lexers.set(language, lexer);
  return lexer;
}

/** A stretch of characters that the lexer skipped. */
export interface Skipped {
  readonly start: number;
  readonly end: number;
}

export interface Tokens {
  readonly tokens: readonly IToken[];
  readonly skipped: readonly Skipped[];
}

const longestShown = 12;

function describe(characters: string): string {
  const points = [...characters];
  if (points.length > longestShown) return `"${points.slice(0, longestShown).join('')}…"`;
  const code = (point: string): string =>
    `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const isPlain = (point: string): boolean => point >= '!' && point <= '~';
  if (points.every(isPlain)) return `"${characters}"`;
  const visible = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(characters);
  return visible ? `"${characters}" (${points.map(code).join(' ')})` : points.map(code).join(' ');
}

/** Splits the text of `reading` into tokens, and reports the characters that belong to none. */
export function tokenise(reading: Reading): Tokens {
  const result = lexerOf(reading.language).tokenize(reading.text);
  const skipped = result.errors.map((error) => ({ start: error.offset, end: error.offset + error.length }));
  for (const { start, end } of skipped) {
    reading.report('IRD1505', start, end, { characters: describe(reading.text.slice(start, end)) });
  }
  const last = result.tokens.at(-1);
  if (last?.tokenType === UnterminatedText) {
    const data = { start: shorten(last.image), quote: straightQuote(last.image.charAt(0)) ?? "'" };
    reading.report('IRD1506', last.startOffset, endOf(last), data);
  }
  return { tokens: result.tokens, skipped };
}

/** Offset behind a token. */
export const endOf = (token: IToken): number => token.startOffset + token.image.length;

/** True when characters were skipped between two offsets: a syntax error there is only their consequence. */
export function isSkippedBetween(skipped: readonly Skipped[], start: number, end: number): boolean {
  let low = 0;
  let high = skipped.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((skipped[middle]?.start ?? end) < start) low = middle + 1;
    else high = middle;
  }
  const next = skipped[low];
  return next !== undefined && next.end <= end;
}
