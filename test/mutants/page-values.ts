// What the variables of a page can hold, told by all that is written to them: enough to know that a number cannot grow out of 32 bits, that a divisor is never
// 0, and that a variable decides nothing.
import { parseExpressionAt, type Expression } from 'acorn';
import type { Page } from './define.js';

/** Least and greatest number; anything that is not known is without bounds. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface PageValues {
  /** Whether a number that the page computes stays an INTEGER of IRD. */
  readonly isSmall: (expression: string) => boolean;
  readonly isNeverZero: (expression: string) => boolean;
  /** Whether a number of seconds since 1970 has a date. */
  readonly isMoment: (expression: string) => boolean;
  /** Variables whose value reaches nothing but variables that reach nothing. */
  readonly isIdle: (variable: string) => boolean;
}

const anything: Bounds = { low: -Infinity, high: Infinity };
const truth: Bounds = { low: 0, high: 1 };
const int32: Bounds = { low: -(2 ** 31), high: 2 ** 31 - 1 };
/** More often no call comes by a block. */
const mostRounds = 1_000_000;
const longestText = 1_000_000;
/** The end of the year 9999. */
const lastMoment = 253_402_300_799;
/** No scenario comes later. */
const lateNow = 100_000_000_000;
const mostWaiting = 100_000;

const place = String.raw`_data\.(?:(?:ird_local|ird_returned|ird_macros\.\w+)\.)?`;

/** XML entities of an attribute. */
export const plain = (line: string): string =>
  line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

export function pageValues(page: Page): PageValues {
  const lines = page.lines.flatMap((line, at) =>
    page.regions[at] === 'library' || /^\s*<(?:log|!--)/.test(line) ? [] : [plain(line)],
  );
  const written = writtenOf(lines);
  const bounds = (source: string): Bounds => {
    const expression = parsed(source);
    return expression === undefined ? anything : boundsOf(expression, written, []);
  };
  const busy = busyVariables(lines);
  return {
    isSmall: (source) => {
      const { low, high } = bounds(source);
      return low >= int32.low && high <= int32.high;
    },
    isNeverZero: (source) => {
      const { low, high } = bounds(source);
      return low > 0 || high < 0;
    },
    isMoment: (source) => {
      const { low, high } = bounds(source);
      return low >= 0 && high <= lastMoment;
    },
    isIdle: (variable) => !busy.has(variable),
  };
}

/** Expressions that are written to each variable, wherever it lives: a name stands for its namesakes in subroutines and macros, too. */
function writtenOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const written = new Map<string, string[]>();
  const add = (name: string, source: string): void => {
    written.set(name, [...(written.get(name) ?? []), source]);
  };
  for (const line of lines) {
    const data =
      /<data id="([vs]_\w+)" expr="(.*)"\/>/.exec(line) ??
      new RegExp(`<assign location="${place}([vs]_\\w+)" expr="(.*)"`).exec(line);
    if (data?.[1] !== undefined) add(data[1], data[2] ?? '');
    const statement = new RegExp(`^\\s*${place}([vs]_\\w+) = (.*);$`).exec(line);
    if (statement?.[1] !== undefined) add(statement[1], statement[2] ?? '');
    for (const [name, source] of pairsOf(line)) add(name, source);
  }
  return written;
}

/** `v_name: expression` inside of braces. */
function pairsOf(line: string): readonly (readonly [name: string, source: string])[] {
  return [...line.matchAll(/[{,] ([vs]_\w+): /g)].map((match) => {
    const from = match.index + match[0].length;
    const end = parsedAt(line, from)?.end;
    return [match[1] ?? '', end === undefined ? 'unknown' : line.slice(from, end)] as const;
  });
}

function boundsOf(
  node: Expression,
  written: ReadonlyMap<string, readonly string[]>,
  within: readonly string[],
): Bounds {
  const of = (part: Expression): Bounds => boundsOf(part, written, within);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' ? { low: node.value, high: node.value } : anything;
    case 'UnaryExpression': {
      const { low, high } = of(node.argument);
      return node.operator === '-' ? { low: -high, high: -low } : truth;
    }
    case 'ConditionalExpression':
      return joined([of(node.consequent), of(node.alternate)]);
    case 'LogicalExpression':
      return joined([of(node.left), of(node.right)]);
    case 'MemberExpression': {
      const name = node.property.type === 'Identifier' ? node.property.name : '';
      if (name.startsWith('PlaceInQueue')) return { low: 0, high: mostWaiting };
      const sources = written.get(name);
      if (sources === undefined) return anything;
      // In a circle the variable is its own source: what one round adds, all rounds add as often.
      if (within.includes(name)) return { low: -mostRounds, high: mostRounds };
      return joined(
        sources.map((source) => {
          const expression = parsed(source);
          if (expression === undefined) return anything;
          if (within.length > 0 && multiplies(expression)) return anything;
          return boundsOf(expression, written, [...within, name]);
        }),
      );
    }
    case 'BinaryExpression': {
      if (node.left.type === 'PrivateIdentifier') return anything;
      const [a, b] = [of(node.left), of(node.right)];
      if (node.operator === '+') return { low: a.low + b.low, high: a.high + b.high };
      if (node.operator === '-') return { low: a.low - b.high, high: a.high - b.low };
      if (node.operator === '*') return products(a, b);
      return truth;
    }
    case 'CallExpression': {
      const name =
        node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier'
          ? node.callee.property.name
          : '';
      const [first, second] = node.arguments;
      const inner = first === undefined || first.type === 'SpreadElement' ? anything : of(first);
      if (name === 'int' || name === 'whole' || name === 'num') return inner;
      if (name === 'getUTC') return { low: 0, high: lateNow };
      if (name === 'compare') return { low: -1, high: 1 };
      if (name === 'strLen') return { low: 0, high: longestText };
      if (name === 'listGetSize') return { low: -1, high: longestText };
      if (name === 'div' && second !== undefined && second.type !== 'SpreadElement') {
        const most = Math.max(Math.abs(inner.low), Math.abs(inner.high));
        return { low: -most, high: most };
      }
      return anything;
    }
    default:
      return anything;
  }
}

const multiplies = (expression: Expression): boolean => JSON.stringify(expression).includes('"operator":"*"');

const joined = (all: readonly Bounds[]): Bounds => ({
  low: Math.min(...all.map(({ low }) => low)),
  high: Math.max(...all.map(({ high }) => high)),
});

function products(a: Bounds, b: Bounds): Bounds {
  const all = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return all.some(Number.isNaN) ? anything : { low: Math.min(...all), high: Math.max(...all) };
}

function parsed(source: string): Expression | undefined {
  const expression = parsedAt(source, 0);
  return expression === undefined || source.slice(expression.end).trim() !== '' ? undefined : expression;
}

function parsedAt(source: string, at: number): Expression | undefined {
  try {
    return parseExpressionAt(source, at, { ecmaVersion: 2020 });
  } catch {
    return undefined;
  }
}

/** The argument list of each call of a function of the library in a line. */
export function argumentsOf(line: string, name: string): readonly (readonly string[])[] {
  const text = plain(line);
  return [...text.matchAll(new RegExp(`\\bird\\.${name}\\(`, 'g'))].map((match) => {
    // The parser looks one token behind the call, where the line may end in the middle of a text.
    const own = text.slice(match.index, closing(text, match.index + match[0].length));
    const call = parsed(own);
    if (call?.type !== 'CallExpression') return ['unknown'];
    return call.arguments.map(({ start, end }) => own.slice(start, end));
  });
}

/** Behind the parenthesis that closes the one before `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at++) {
    if (text[at] === "'") at = text.indexOf("'", at + 1);
    if (at === -1) return text.length;
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
  }
  return at;
}

/** Variables that something reads which is no mere copy into an idle one. */
function busyVariables(lines: readonly string[]): ReadonlySet<string> {
  const names = (text: string): readonly string[] =>
    [...text.matchAll(/\b([vs]_\w+)\b(?!: )/g)].map(([, name = '']) => name);
  const copies: (readonly [to: readonly string[], from: readonly string[]])[] = [];
  const busy = new Set<string>();
  for (const line of lines) {
    if (/<data id="[vs]_/.test(line)) continue;
    const own =
      new RegExp(`^\\s*${place}([vs]_\\w+) = (.*);$`).exec(line) ??
      new RegExp(`<assign location="${place}([vs]_\\w+)" expr="(.*)"`).exec(line);
    const pairs = pairsOf(line);
    if (own?.[1] !== undefined) copies.push([[own[1]], names(own[2] ?? '')]);
    else if (pairs.length > 0 && /ird\.(?:enter|leave)\(|ird_(?:local|macros|returned)\b.* = \{/.test(line))
      for (const [name, source] of pairs) copies.push([[name], names(source)]);
    else for (const name of names(line)) busy.add(name);
  }
  for (let before = -1; before !== busy.size;) {
    before = busy.size;
    for (const [to, from] of copies)
      if (to.some((name) => busy.has(name))) for (const name of from) busy.add(name);
  }
  return busy;
}
