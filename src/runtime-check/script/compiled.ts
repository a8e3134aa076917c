// How source text becomes code of the engine: expressions as functions in global scope, scripts as code that runs in global scope.
import type { Compiled, ScopedCode } from './engine.js';
import type { Machine } from './machine.js';
import type { Pointer } from './quickjs-exports.js';
import type { RealmFunction } from './realm-source.js';

/** Where a piece of source text stands in what the engine was given: name of the text, and what stands in front in its first line. */
export interface Piece {
  readonly source: string;
  readonly file: string;
  readonly indent: number;
}

/** Compiled code in one instance. */
export type Program =
  | { readonly kind: 'script'; readonly code: Uint8Array; readonly piece: Piece }
  /** A script that runs with scopes: what it is called with, and what it declares in which of them. */
  | {
      readonly kind: 'scoped script';
      readonly fn: Pointer;
      readonly piece: Piece;
      readonly chain: Pointer;
      readonly keeper: Pointer;
      readonly scope: Pointer;
      readonly variables: Pointer;
    }
  | { readonly kind: 'function'; readonly fn: Pointer; readonly piece: Piece }
  | {
      readonly kind: 'assignment';
      readonly fn: Pointer;
      readonly piece: Piece;
      readonly value: Pointer;
      readonly valuePiece: Piece;
    };

/** The text in which an exception is pending because it does not compile. */
export interface Rejected {
  readonly kind: 'rejected';
  readonly piece: Piece;
}

const wrappers = {
  expression: ['(function(){return (', '\n)})'],
  condition: ['(function(){return !!(', '\n)})'],
  // Strict, so that an undeclared variable is an error; in parentheses, so that nothing but a left-hand side fits; no named
  // parameter, because it would hide a variable of that name.
  location: ['(function(){"use strict";(', '\n)=arguments[0]})'],
} as const;

type RealmFunctions = Readonly<Record<RealmFunction, Pointer>>;

/** Compiles `code`; `id` tells its texts apart from others in stack traces. */
export function compileInto(
  machine: Machine,
  functions: RealmFunctions,
  code: Compiled,
  id: number,
): Program | Rejected {
  const file = `page${id}`;
  const { scopes } = code;
  switch (code.kind) {
    case 'script': {
      if (scopes) return compileScopedScript(machine, functions, code.source, scopes, file);
      const piece = { source: code.source, file, indent: 0 };
      const compiled = machine.compile(code.source, file);
      return compiled ? { kind: 'script', code: compiled, piece } : { kind: 'rejected', piece };
    }
    case 'expression':
    case 'condition':
    case 'location':
      return compileFunction(machine, functions, code.source, code.kind, file, scopes);
    case 'assignment': {
      const location = compileFunction(machine, functions, code.source, 'location', file, scopes);
      if (location.kind === 'rejected') return location;
      const value = compileFunction(machine, functions, code.value ?? '', 'expression', `${file}v`, scopes);
      if (value.kind === 'rejected') return value;
      return { ...location, kind: 'assignment', value: value.fn, valuePiece: value.piece };
    }
  }
}

function compileFunction(
  machine: Machine,
  functions: RealmFunctions,
  source: string,
  kind: keyof typeof wrappers,
  file: string,
  scopes: ScopedCode | undefined,
): Extract<Program, { kind: 'function' }> | Rejected {
  const [opening, closing] = wrappers[kind];
  const before = scopes ? `(function(){${withs(scopes)}return ${opening}` : opening;
  const after = scopes ? `${closing}})` : closing;
  // A text that closes our parenthesis and opens another one fits between parentheses, but not between brackets as well.
  const check = machine.evaluate(`[${source}\n]`, file, true);
  const accepted = !machine.isException(check);
  machine.release(check);
  if (!accepted) return { kind: 'rejected', piece: { source, file, indent: 1 } };
  const piece = { source, file, indent: before.length };
  const made = machine.evaluate(before + source + after, file);
  if (machine.isException(made)) return { kind: 'rejected', piece };
  if (!scopes) return { kind: 'function', fn: made, piece };
  const chain = chainOf(machine, functions, scopes);
  const fn = machine.call(made, chain);
  machine.release(chain);
  machine.release(made);
  return { kind: 'function', fn, piece };
}

/** The scopes come as a list in the first argument; code inside sees the last of them first. */
const withs = ({ chain }: ScopedCode): string =>
  chain.map((_, index) => `with(arguments[0][${index}])`).join('');

function chainOf(machine: Machine, functions: RealmFunctions, { chain }: ScopedCode): Pointer {
  const indices = machine.newText(JSON.stringify(chain));
  const list = machine.call(functions.chain, indices);
  machine.release(indices);
  return list;
}

function compileScopedScript(
  machine: Machine,
  functions: RealmFunctions,
  source: string,
  scopes: ScopedCode,
  file: string,
): Program | Rejected {
  const check = machine.evaluate(source, file, true);
  const accepted = !machine.isException(check);
  machine.release(check);
  if (!accepted) return { kind: 'rejected', piece: { source, file, indent: 0 } };
  // A function that is declared in a block belongs to the block: it is handed to the scope before the script's first statement.
  const kept = scopes.functions.map((name) => `arguments[1](${JSON.stringify(name)},${name});`).join('');
  const before = `(function(){${withs(scopes)}{${kept}`;
  const piece = { source, file, indent: before.length };
  const fn = machine.evaluate(`${before}${source}\n}})`, file);
  if (machine.isException(fn)) return { kind: 'rejected', piece };
  const scope = machine.newNumber(scopes.chain.at(-1) ?? 0);
  return {
    kind: 'scoped script',
    fn,
    piece,
    chain: chainOf(machine, functions, scopes),
    keeper: machine.call(functions.keeper, scope),
    scope,
    variables: machine.newText(JSON.stringify(scopes.variables)),
  };
}

/** Line and column of a failure in `piece`, both 0 when the stack does not name it. */
export function positionIn(
  stack: string,
  piece: Piece | undefined,
): { readonly line: number; readonly column: number } {
  const found = piece && new RegExp(`\\b${piece.file}:(\\d+):(\\d+)`).exec(stack);
  if (!found) return { line: 0, column: 0 };
  const line = Number(found[1]);
  const column = Number(found[2]) - (line === 1 ? piece.indent : 0);
  // What is missing at the end of the text is missed in what we put behind it.
  const lines = piece.source.split(/\r\n?|\n/);
  if (line > lines.length) return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { line, column: Math.max(1, column) };
}
