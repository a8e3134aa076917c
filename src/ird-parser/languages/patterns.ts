// Matchers of the tokens that a plain regular expression of Chevrotain cannot express: quoted texts, figures, names with any
// letters, and target names. Each runs in time linear in what it reads, because it also meets hostile input.
import type { CustomPatternMatcherFunc } from 'chevrotain';

const typographicSingle = '‘’‚‛';
const typographicDouble = '“”„‟«»';
/** Every character that opens a quoted text. */
export const quoteCharacters = [...`'"${typographicSingle}${typographicDouble}`];
/** Dashes that word processors put in the place of a minus sign. */
export const typographicDashes = '–—−‐‑‒―';

const wordCharacter = /[\p{L}\p{N}_]/u;

/** True when the quoted text or operator is opened by a character that IRD does not know. */
export const isTypographic = (image: string): boolean => (image.codePointAt(0) ?? 0) > 127;

/** The straight quote that stands for `character`; undefined when it is no quote. */
export function straightQuote(character: string): "'" | '"' | undefined {
  if (character === '') return undefined;
  if (character === "'" || typographicSingle.includes(character)) return "'";
  if (character === '"' || typographicDouble.includes(character)) return '"';
  return undefined;
}

/** Offset of the quote that closes the text opened at `offset`; -1 when nothing does. */
function closingQuote(text: string, offset: number, opening: string): number {
  if (isTypographic(opening)) {
    const straight = straightQuote(opening) ?? "'";
    const closers = straight === "'" ? /[‘’‚‛]/g : /[“”„‟«»]/g;
    closers.lastIndex = offset + 1;
    return closers.exec(text)?.index ?? text.indexOf(straight, offset + 1);
  }
  let at = text.indexOf(opening, offset + 1);
  while (at !== -1) {
    const doubled = text[at + 1] === opening;
    const escaped = text[at - 1] === '\\' && wordCharacter.test(text[at + 1] ?? '');
    if (!doubled && !escaped) return at;
    at = text.indexOf(opening, at + (doubled ? 2 : 1));
  }
  return -1;
}

const found = (image: string): RegExpExecArray => {
  const match: string[] = [image];
  return match as RegExpExecArray; // Chevrotain reads element 0 of a custom match, nothing else
};

/** A quoted text that is closed. */
export const matchText: CustomPatternMatcherFunc = (text, offset) => {
  const opening = text[offset] ?? '';
  if (straightQuote(opening) === undefined) return null;
  const end = closingQuote(text, offset, opening);
  return end === -1 ? null : found(text.slice(offset, end + 1));
};

/** A quote that nothing closes: takes the rest of the text, so that it is reported once. Tried after `matchText`. */
export const matchUnterminatedText: CustomPatternMatcherFunc = (text, offset) =>
  straightQuote(text[offset] ?? '') === undefined ? null : found(text.slice(offset));

/** What a quoted text means: doubled quotes and a backslash before a quote inside a word stand for the quote. */
export function unquote(image: string): { readonly value: string; readonly backslashAt: number } {
  const body = image.slice(1, -1);
  const opening = image[0] ?? '';
  if (isTypographic(opening) || !body.includes(opening)) return { value: body, backslashAt: -1 };
  const escape = opening === "'" ? /\\'(?!')/ : /\\"(?!")/;
  const inner = opening === "'" ? /''|\\'(?!')/g : /""|\\"(?!")/g;
  return {
    value: body.replace(inner, opening),
    backslashAt: body.search(escape) + (escape.test(body) ? 1 : 0),
  };
}

const dateForm = /\d{1,2}\/\d{1,2}\/\d{4}(?![\p{L}\p{N}_.:/])/uy;
const figureForm = /\d(?:[\p{L}\p{M}\p{N}_.:]*[\p{L}\p{M}\p{N}_])?/uy;

/** Number, time or date, or what was meant to be one. Digits after `/` or `*` are divided, not dated: `a/12/24/2026`. */
export const matchFigure: CustomPatternMatcherFunc = (text, offset, matched) => {
  const before = matched.at(-1)?.tokenType.name;
  if (before !== 'Slash' && before !== 'Star') {
    dateForm.lastIndex = offset;
    const date = dateForm.exec(text);
    if (date) return date;
  }
  figureForm.lastIndex = offset;
  return figureForm.exec(text);
};

const nameForm = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}\p{M}\p{N}_]+)*/uy;

/** Letters of any script, digits, underscores, and dots inside. */
export const matchName: CustomPatternMatcherFunc = (text, offset) => {
  nameForm.lastIndex = offset;
  return nameForm.exec(text);
};

/** Target name in a target list: up to the last `@` before the next comma, blanks inside kept. */
export const matchTargetName: CustomPatternMatcherFunc = (text, offset) => {
  const first = text[offset];
  if (first === undefined || /[\s,@{[?]/.test(first)) return null;
  const comma = text.indexOf(',', offset);
  const item = text.slice(offset, comma === -1 ? text.length : comma);
  const at = item.lastIndexOf('@');
  return found((at === -1 ? item : item.slice(0, at)).trimEnd());
};

// Bounded, because the lexer tries it again at every character that it skips. Names in the configuration have at most 255.
const targetArgument = /[^\s,@[\](){}<>=&|?"'][^,[\](){}<>=&|"]{0,255}@[^,[\](){}<>=&|"']{0,255}/y;
const quoteOutsideWord = /(?<!\p{L})'|'(?!\p{L})/u;

/** `Sales Group@.GA` as an argument of a threshold function, where a name may hold blanks. */
export const matchTargetArgument: CustomPatternMatcherFunc = (text, offset, matched) => {
  const before = matched.at(-1)?.tokenType.name;
  if (before !== 'LSquare' && before !== 'LParen' && before !== 'Comma') return null;
  targetArgument.lastIndex = offset;
  const match = targetArgument.exec(text);
  if (!match || quoteOutsideWord.test(match[0])) return null;
  return found(match[0].trimEnd());
};
