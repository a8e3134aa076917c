// The short way for the texts that strategies hold most: one quoted text, one integer, one name, one call without arguments.
// It must give what the grammar gives; a test compares the two.
import type { Expr } from './ast.js';
import { isDayName } from './literals.js';
import type { Reading } from './reading.js';

const simple = /^\s*(?:('[^'\\]*'|"[^"\\]*")|(\d+)|([A-Za-z_]\w*)(\[\s*\])?)\s*$/;
const longest = 200;

/** The tree of an expression that is a single plain value; undefined when it is anything more. */
export function readQuickly(reading: Reading): Expr | undefined {
  const { text } = reading;
  if (text.length > longest) return undefined;
  const match = simple.exec(text);
  if (!match) return undefined;
  const [, quoted, digits, name, brackets] = match;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const span = reading.span(start, end);
  if (quoted !== undefined) {
    const quote = quoted.startsWith("'") ? "'" : '"';
    return { kind: 'string', value: quoted.slice(1, -1), quote, span };
  }
  if (digits !== undefined) return { kind: 'number', value: Number(digits), float: false, raw: digits, span };
  if (name === undefined || /^(?:and|or|not)$/i.test(name)) return undefined;
  if (brackets !== undefined) {
    const nameSpan = reading.span(start, start + name.length);
    return { kind: 'call', name, nameSpan, args: [], brackets: '[]', span };
  }
  return isDayName(name) ? { kind: 'moment', type: 'DAY', raw: name, span } : { kind: 'name', name, span };
}
