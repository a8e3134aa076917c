// Tokens that are whole values: quoted texts, numbers, times, dates, weekdays, statistics, targets as arguments.
import type { IToken } from 'chevrotain';
import { missingPiece, type Piece } from './chains.js';
import type { Expr, TargetItem } from './ast.js';
import { endOf } from './lexer.js';
import { locate } from './location.js';
import { isTypographic, straightQuote, unquote } from './patterns.js';
import type { Reading } from './reading.js';

const dayNames = new Set(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']);

/** True when a name that stands alone is a weekday, in any case of letters. */
export const isDayName = (name: string): boolean => dayNames.has(name.toLowerCase());

/** The value of a literal token. */
export function literal(reading: Reading, token: IToken): Piece {
  const [start, end] = [token.startOffset, endOf(token)];
  const expr = literalExpr(reading, token.tokenType.name, token.image, start, end);
  return expr ? { expr, start, end } : missingPiece(reading, start, end);
}

function literalExpr(
  reading: Reading,
  type: string,
  image: string,
  start: number,
  end: number,
): Expr | undefined {
  const span = reading.span(start, end);
  switch (type) {
    case 'Text':
      return quoted(reading, image, start, end);
    case 'Figure':
      return figure(reading, image, start, end);
    case 'Statistic': {
      const name = image.slice(2, -1).trim();
      if (name !== '') return { kind: 'statistic', name, span };
      reading.report('IRD1535', start, end, { found: image });
      return undefined;
    }
    case 'TargetArgument':
      return { kind: 'target', target: targetArgument(reading, image, start, end), span };
    default:
      return undefined; // an unterminated text or a missing value, reported before
  }
}

function quoted(reading: Reading, image: string, start: number, end: number): Expr {
  const opening = image.charAt(0);
  const quote = straightQuote(opening) ?? "'";
  const { value, backslashAt } = unquote(image);
  if (isTypographic(opening)) {
    const read = quote === "'" ? 'a plain single quote' : 'a plain double quote';
    reading.report('IRD1520', start, start + 1, { written: opening, read });
  }
  if (backslashAt >= 0) {
    reading.report('IRD1528', start + backslashAt, start + backslashAt + 2, { quote });
  }
  return { kind: 'string', value, quote, span: reading.span(start, end) };
}

function figure(reading: Reading, raw: string, start: number, end: number): Expr | undefined {
  const span = reading.span(start, end);
  if (/^\d+(?:\.\d+)?$/.test(raw)) {
    return { kind: 'number', value: Number(raw), float: raw.includes('.'), raw, span };
  }
  const type = /^\d{1,2}:\d{2}(?::\d{2})?$/.test(raw) ? 'TIME' : raw.includes('/') ? 'DATE' : undefined;
  if (!type) {
    reading.report('IRD1512', start, end, { written: raw });
    return undefined;
  }
  const reason = type === 'TIME' ? impossibleTime(raw) : impossibleDate(raw);
  if (reason) reading.report('IRD1527', start, end, { written: raw, type: type.toLowerCase(), reason });
  return { kind: 'moment', type, raw, span };
}

function impossibleTime(raw: string): string | undefined {
  const [hour = 0, minute = 0, second = 0] = raw.split(':').map(Number);
  if (hour > 23) return `there is no hour ${hour}`;
  if (minute > 59) return `there is no minute ${minute}`;
  return second > 59 ? `there is no second ${second}` : undefined;
}

function impossibleDate(raw: string): string | undefined {
  const [month = 0, day = 0] = raw.split('/').map(Number);
  if (month < 1 || month > 12) return `there is no month ${month}`;
  return day < 1 || day > 31 ? `there is no day ${day}` : undefined;
}

function targetArgument(reading: Reading, image: string, start: number, end: number): TargetItem {
  const at = image.lastIndexOf('@');
  const name = image.slice(0, at).trimEnd();
  const location = locate(reading, image.slice(at), start + at);
  return { kind: 'target-item', name, ...location, span: reading.span(start, end) };
}
