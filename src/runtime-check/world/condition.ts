// The language of skill expressions and thresholds: comparisons joined by `&` and `|`, which have one precedence and are read from left to right.
// A small reader of its own, so that the world judges a page without the converter's grammar.

export type Operand = number | string | boolean;

export type Condition =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  /** `$(StatName)`: a statistic of the agent or target that is being tested. */
  | { readonly kind: 'statistic'; readonly name: string }
  /** Arguments stay text: they are target names as often as numbers. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'not' | 'minus'; readonly operand: Condition }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Condition;
      readonly right: Condition;
    };

export type Operator = '&' | '|' | '=' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/';

export type ReadCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly at: number; readonly message: string };

/** Deeper nesting than this is refused: no expression that a person wrote comes near it. */
const deepest = 100;
const longest = 4_000;

const spellings: readonly (readonly [string, Operator])[] = [
  ['&&', '&'],
  ['||', '|'],
  ['<=', '<='],
  ['>=', '>='],
  ['<>', '!='],
  ['!=', '!='],
  ['==', '='],
  ['&', '&'],
  ['|', '|'],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
];

const levels: readonly (readonly Operator[])[] = [
  ['&', '|'],
  ['=', '!=', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
];

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

interface Unreadable {
  readonly kind: 'unreadable';
  readonly at: number;
  readonly message: string;
}

const unreadable = (at: number, message: string): Unreadable => ({ kind: 'unreadable', at, message });

/** Reads a skill expression or a threshold. */
export function readCondition(text: string): ReadCondition {
  if (text.length > longest) return { ok: false, at: longest, message: 'the expression is too long' };
  const reader: Reader = { text, at: 0, depth: 0 };
  const read = level(reader, 0);
  if (read.kind === 'unreadable') return { ok: false, at: read.at, message: read.message };
  blanks(reader);
  return reader.at < text.length
    ? {
        ok: false,
        at: reader.at,
        message: `"${text.slice(reader.at, reader.at + 20)}" was not expected here`,
      }
    : { ok: true, condition: read };
}

function level(reader: Reader, index: number): Condition | Unreadable {
  const operators = levels[index];
  if (operators === undefined) return primary(reader);
  let left = level(reader, index + 1);
  for (;;) {
    if (left.kind === 'unreadable') return left;
    const operator = takeOperator(reader, operators);
    if (operator === undefined) return left;
    const right = level(reader, index + 1);
    if (right.kind === 'unreadable') return right;
    left = { kind: 'binary', operator, left, right };
  }
}

function takeOperator(reader: Reader, wanted: readonly Operator[]): Operator | undefined {
  blanks(reader);
  const found = spellings.find(([spelling]) => reader.text.startsWith(spelling, reader.at));
  if (found === undefined || !wanted.includes(found[1])) return undefined;
  reader.at += found[0].length;
  return found[1];
}

function primary(reader: Reader): Condition | Unreadable {
  if (reader.depth >= deepest) return unreadable(reader.at, 'the expression is nested too deeply');
  reader.depth++;
  const read = operand(reader);
  reader.depth--;
  return read;
}

function operand(reader: Reader): Condition | Unreadable {
  blanks(reader);
  const { text, at } = reader;
  const c = text[at] ?? '';
  if (c === '(') {
    reader.at++;
    const inside = level(reader, 0);
    if (inside.kind === 'unreadable') return inside;
    blanks(reader);
    if (reader.text[reader.at] !== ')') return unreadable(reader.at, 'a closing parenthesis is missing');
    reader.at++;
    return inside;
  }
  if (c === '~' || c === '!' || c === '-') {
    reader.at++;
    const inner = primary(reader);
    return inner.kind === 'unreadable' ? inner : { kind: c === '-' ? 'minus' : 'not', operand: inner };
  }
  if (c === '"' || c === "'") {
    const close = text.indexOf(c, at + 1);
    if (close < 0) return unreadable(at, 'the text has no closing quote');
    reader.at = close + 1;
    return { kind: 'text', value: text.slice(at + 1, close) };
  }
  return word(reader);
}

const numberAt = /\d+(?:\.\d+)?/y;
const statisticAt = /\$\(\s*([^()]*?)\s*\)/y;
const nameAt = /[\p{L}_][\p{L}\p{N}_.]*/uy;

function word(reader: Reader): Condition | Unreadable {
  const number = take(reader, numberAt);
  if (number !== undefined) return { kind: 'number', value: Number(number[0]) };
  const statistic = take(reader, statisticAt);
  if (statistic !== undefined) return { kind: 'statistic', name: statistic[1] ?? '' };
  const name = take(reader, nameAt);
  if (name === undefined) {
    const found = reader.text.slice(reader.at, reader.at + 20);
    return unreadable(
      reader.at,
      found === '' ? 'the expression ends too early' : `"${found}" was not expected here`,
    );
  }
  blanks(reader);
  const open = reader.text[reader.at];
  if (open !== '[' && open !== '(') return { kind: 'name', name: name[0] };
  const close = matching(reader.text, reader.at);
  if (close < 0) return unreadable(reader.at, `the call of "${name[0]}" is not closed`);
  const inside = reader.text.slice(reader.at + 1, close);
  reader.at = close + 1;
  return { kind: 'call', name: name[0].toLowerCase(), args: splitArguments(inside) };
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found === null) return undefined;
  reader.at = pattern.lastIndex;
  return found;
}

function blanks(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
}

function matching(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '[' || c === '(') depth++;
    else if (c === ']' || c === ')') {
      depth--;
      if (depth === 0) return i;
    }
  }
  return -1;
}

function splitArguments(inside: string): readonly string[] {
  if (inside.trim() === '') return [];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < inside.length; i++) {
    const c = inside[i] ?? '';
    if (c === '[' || c === '(') depth++;
    else if (c === ']' || c === ')') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(inside.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(inside.slice(start));
  return parts.map((part) => part.trim().replace(/^(['"])(.*)\1$/s, '$2'));
}
