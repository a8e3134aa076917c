// Names that hold blanks: threshold functions take the names of configuration objects without quotes.
import { createTokenInstance, type IToken } from 'chevrotain';
import { endOf } from './lexer.js';
import type { Reading } from './reading.js';
import { roleOf } from './roles.js';
import * as t from './tokens.js';

/** Joins the words that follow each other from `tokens[index]` on into one name, unless a call follows. */
export function joinWords(
  reading: Reading,
  tokens: readonly IToken[],
  index: number,
): { readonly token: IToken; readonly words: number } | undefined {
  const first = tokens[index];
  let next = index + 1;
  while (isWord(tokens[next])) next++;
  const last = tokens[next - 1];
  const follower = tokens[next];
  if (!first || !last || next === index + 1 || (follower && roleOf(follower) === 'open')) return undefined;
  const [start, end] = [first.startOffset, endOf(last)];
  const name = reading.text.slice(start, end);
  if (!/^[^,"'[\](){}]*$/.test(name)) return undefined;
  reading.report('IRD1529', start, end, { name });
  return { token: createTokenInstance(t.Name, name, start, end - 1, 0, 0, 0, 0), words: next - index };
}

const isWord = (token: IToken | undefined): boolean =>
  token !== undefined &&
  (token.tokenType === t.Name || (token.tokenType === t.Figure && /^\d+$/.test(token.image)));
