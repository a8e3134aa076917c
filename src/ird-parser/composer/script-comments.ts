// Finds the comments of an ECMAScript text. Strings, templates and regular expressions are stepped over, since they may hold what looks
// like a comment. One pass, linear on any input; a script that does not parse still gives its comments.

/** Where the contents of a comment stand: without `//`, `/*` and their ends. */
export type Stretch = readonly [from: number, to: number];

const lineEnd = /[\r\n\u2028\u2029]/g;
const operandBefore = /[\w$)\]}'"`]\s*$/;
const keywordBefore = /\b(?:return|typeof|case|in|of|delete|void|throw|new|else|do)\s*$/;
/** How far back the text before a `/` is looked at. */
const lookBack = 64;

/** The comments of `code`, in order. */
export function commentsOf(code: string): readonly Stretch[] {
  const found: Stretch[] = [];
  /** Before this offset no regular expression closes on the line: a `/` there divides. */
  let dividesUntil = 0;
  let at = 0;
  while (at < code.length) {
    const character = code.charAt(at);
    if (character === "'" || character === '"' || character === '`') {
      at = afterString(code, at, character);
    } else if (character !== '/') {
      at++;
    } else if (code.charAt(at + 1) === '/') {
      const end = endOfLine(code, at);
      found.push([at + 2, end]);
      at = end;
    } else if (code.charAt(at + 1) === '*') {
      const close = code.indexOf('*/', at + 2);
      found.push([at + 2, close < 0 ? code.length : close]);
      at = close < 0 ? code.length : close + 2;
    } else {
      const end = at < dividesUntil || isDivision(code, at) ? undefined : afterRegex(code, at);
      if (end === undefined && at >= dividesUntil && !isDivision(code, at))
        dividesUntil = endOfLine(code, at);
      at = end ?? at + 1;
    }
  }
  return found;
}

function endOfLine(code: string, from: number): number {
  lineEnd.lastIndex = from;
  return lineEnd.exec(code)?.index ?? code.length;
}

// A quote that is never closed ends with its line, a template with the text.
function afterString(code: string, from: number, quote: string): number {
  for (let at = from + 1; at < code.length; at++) {
    const character = code.charAt(at);
    if (character === '\\') at++;
    else if (character === quote) return at + 1;
    else if (quote !== '`' && (character === '\n' || character === '\r')) return at;
  }
  return code.length;
}

function afterRegex(code: string, from: number): number | undefined {
  let inClass = false;
  for (let at = from + 1; at < code.length; at++) {
    const character = code.charAt(at);
    if (character === '\n' || character === '\r') return undefined;
    if (character === '\\') at++;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) return at + 1;
  }
  return undefined;
}

// After an operand `/` divides; after a keyword it starts a regular expression.
function isDivision(code: string, at: number): boolean {
  const before = code.slice(Math.max(0, at - lookBack), at);
  return operandBefore.test(before) && !keywordBefore.test(before);
}
