// How source text becomes code of the engine: expressions as functions in global scope, scripts as code that runs in global scope.
import type { CodeStore, WrappedSource } from './code-store.js';
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

/** Where code is compiled: an instance with the functions of its realm, and the code that is there already. */
export interface Compiler {
  readonly machine: Machine;
  readonly functions: Readonly<Record<RealmFunction, Pointer>>;
  readonly store: CodeStore;
}

export function compileInto(compiler: Compiler, code: Compiled): Program | Rejected {
  const { source, scopes } = code;
  switch (code.kind) {
    case 'script':
      return scopes ? compileScopedScript(compiler, source, scopes) : compileScript(compiler, source);
    case 'expression':
    case 'condition':
    case 'location':
      return compileFunction(compiler, source, code.kind, scopes);
    case 'assignment': {
      const location = compileFunction(compiler, source, 'location', scopes);
      if (location.kind === 'rejected') return location;
      const value = compileFunction(compiler, code.value ?? '', 'expression', scopes);
      if (value.kind === 'rejected') return value;
      return { ...location, kind: 'assignment', value: value.fn, valuePiece: value.piece };
    }
  }
}

function compileScript({ machine, store }: Compiler, source: string): Program | Rejected {
  const { code, file } = store.codeOf({ before: '', source, after: '' });
  const piece = { source, file, indent: 0 };
  const compiled = code ?? machine.compile(source, file);
  return compiled ? { kind: 'script', code: compiled, piece } : { kind: 'rejected', piece };
}

/** Evaluates a text, compiled by the store if that can. Its check is indented by `checkIndent` against the source. */
function evaluate(
  { machine, store }: Compiler,
  text: WrappedSource & { readonly check: string },
  checkIndent: number,
): { readonly kind: 'value'; readonly value: Pointer; readonly piece: Piece } | Rejected {
  const { before, source, after } = text;
  const { code, file } = store.codeOf(text);
  const piece = { source, file, indent: before.length };
  if (!code) {
    const check = machine.evaluate(text.check, file, true);
    const isAccepted = !machine.isException(check);
    machine.release(check);
    if (!isAccepted) return { kind: 'rejected', piece: { source, file, indent: checkIndent } };
  }
  const value = code ? machine.runScript(code, file) : machine.evaluate(before + source + after, file);
  return machine.isException(value) ? { kind: 'rejected', piece } : { kind: 'value', value, piece };
}

function compileFunction(
  compiler: Compiler,
  source: string,
  kind: keyof typeof wrappers,
  scopes: ScopedCode | undefined,
): Extract<Program, { kind: 'function' }> | Rejected {
  const [opening, closing] = wrappers[kind];
  const before = scopes ? `(function(){${withs(scopes)}return ${opening}` : opening;
  const after = scopes ? `${closing}})` : closing;
  // A text that closes our parenthesis and opens another one fits between parentheses, but not between brackets as well.
  const made = evaluate(compiler, { before, source, after, check: `[${source}\n]` }, 1);
  if (made.kind === 'rejected') return made;
  const { value, piece } = made;
  if (!scopes) return { kind: 'function', fn: value, piece };
  const { machine } = compiler;
  const chain = chainOf(compiler, scopes);
  const fn = machine.call(value, chain);
  machine.release(chain);
  machine.release(value);
  return { kind: 'function', fn, piece };
}

/** The scopes come as a list in the first argument; code inside sees the last of them first. */
const withs = ({ chain }: ScopedCode): string =>
  chain.map((_, index) => `with(arguments[0][${index}])`).join('');

function chainOf({ machine, functions }: Compiler, { chain }: ScopedCode): Pointer {
  const indices = machine.newText(JSON.stringify(chain));
  const list = machine.call(functions.chain, indices);
  machine.release(indices);
  return list;
}

function compileScopedScript(compiler: Compiler, source: string, scopes: ScopedCode): Program | Rejected {
  // A function that is declared in a block belongs to the block: it is handed to the scope before the script's first statement.
  const kept = scopes.functions.map((name) => `arguments[1](${JSON.stringify(name)},${name});`).join('');
  const before = `(function(){${withs(scopes)}{${kept}`;
  const made = evaluate(compiler, { before, source, after: '\n}})', check: source }, 0);
  if (made.kind === 'rejected') return made;
  const { machine, functions } = compiler;
  const scope = machine.newNumber(scopes.chain.at(-1) ?? 0);
  return {
    kind: 'scoped script',
    fn: made.value,
    piece: made.piece,
    chain: chainOf(compiler, scopes),
    keeper: machine.call(functions.keeper, scope),
    scope,
    variables: machine.newText(JSON.stringify(scopes.variables)),
  };
}
