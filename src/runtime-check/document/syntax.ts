// Checks scripts and expressions of a page before it runs, in the version of ECMAScript that its dialect has.
import { parse, type Node, type Options } from 'acorn';
import type { Dialect } from '../interpreter/dialects.js';
import type { Compiled, ScriptFailure } from '../script/engine.js';
import { constAsVar } from './const-as-var.js';
import { nullModelCode } from './null-model.js';
import { isPlainExpression, isPlainLocation } from './plain-expression.js';

export interface SyntaxFailure extends ScriptFailure {
  /** Where in the text. */
  readonly offset: number;
}

/** Text that can be given to the script engine, unless it failed. */
export interface PreparedCode {
  readonly code: string;
  readonly failure: SyntaxFailure | undefined;
  /** The syntax tree of a script that can be parsed. */
  readonly tree: Node | undefined;
}

/** Checks `source`, and makes the code of it that the engine runs: of the same length up to what is cut off behind. */
export function prepareCode(source: string, kind: Compiled['kind'], dialect: Dialect): PreparedCode {
  if (dialect.dataModel === 'null') return nullModelCode(source, kind);
  const code = kind === 'script' ? source : withoutSemicolons(source);
  const first = parsed(code, kind, dialect);
  if (!first.failure || !dialect.constAsVar) return { code, ...first };
  const replaced = constAsVar(code);
  const second = replaced === code ? first : parsed(replaced, kind, dialect);
  return second.failure ? { code, ...first } : { code: replaced, ...second };
}

function parsed(code: string, kind: Compiled['kind'], dialect: Dialect): Omit<PreparedCode, 'code'> {
  const isPlain = kind === 'location' ? isPlainLocation : isPlainExpression;
  if (kind !== 'script' && isPlain(code)) return nothingWrong;
  const options: Options = { ecmaVersion: dialect.ecmaVersion, preserveParens: true };
  if (kind !== 'script') {
    const failure = attempt(code, `(${code}\n)`, 1, options, (tree) => wrongForm(tree, code, kind));
    return { failure, tree: undefined };
  }
  let found: Node | undefined;
  const failure = attempt(code, code, 0, options, (tree) => {
    found = tree;
    return undefined;
  });
  return { failure, tree: found };
}

const nothingWrong = { failure: undefined, tree: undefined };

/** The expression in an attribute; semicolons may stand behind it. */
function withoutSemicolons(source: string): string {
  let text = source;
  while (text.trimEnd().endsWith(';')) text = text.trimEnd().slice(0, -1);
  return text;
}

function attempt(
  source: string,
  text: string,
  shift: number,
  options: Options,
  check: (tree: Node) => string | undefined,
): SyntaxFailure | undefined {
  try {
    const message = check(parse(text, options));
    return message === undefined ? undefined : failureAt(source, 0, message);
  } catch (error) {
    // acorn tells syntax errors by throwing; nesting that exhausts the stack comes as a RangeError.
    if (!(error instanceof SyntaxError)) return failureAt(source, 0, 'it is nested too deeply');
    const at = 'pos' in error && typeof error.pos === 'number' ? error.pos - shift : 0;
    const plain = error.message.replace(/ \(\d+:\d+\)$/, '');
    return failureAt(source, Math.min(Math.max(0, at), source.length), plain);
  }
}

/** Between our parentheses there must be one expression; a location must be something that can be assigned to. */
function wrongForm(tree: Node, text: string, kind: Compiled['kind']): string | undefined {
  const [statement, ...more] = 'body' in tree ? (tree.body as readonly Node[]) : []; // acorn types the root as any node
  const outer = statement && partOf(statement, 'expression');
  if (more.length > 0 || outer?.type !== 'ParenthesizedExpression' || outer.end !== text.length + 3) {
    return 'this is not one expression';
  }
  return kind === 'location' && !isAssignable(outer) ? 'this cannot be assigned to' : undefined;
}

function isAssignable(node: Node): boolean {
  const inner = node.type === 'ParenthesizedExpression' ? partOf(node, 'expression') : undefined;
  return inner ? isAssignable(inner) : node.type === 'Identifier' || node.type === 'MemberExpression';
}

function partOf(node: Node, name: string): Node | undefined {
  const entry = Object.entries(node).find(([key]) => key === name);
  return entry?.[1] as Node | undefined; // acorn's general node type names no parts
}

function failureAt(source: string, offset: number, message: string): SyntaxFailure {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return { kind: 'SyntaxError', message: lowerFirst(message), line, column, offset };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
