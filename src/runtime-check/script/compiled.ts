// How source text becomes code of the engine: expressions as functions in global scope, scripts as bytecode that runs in global scope.
import type { Compiled } from './engine.js';
import type { Machine } from './machine.js';
import type { Pointer } from './quickjs-exports.js';

/** Where a piece of source text stands in what the engine was given: name of the text, and what stands in front in its first line. */
export interface Piece {
  readonly file: string;
  readonly indent: number;
}

/** Compiled code in one instance. */
export type Program =
  | { readonly kind: 'script'; readonly bytecode: Uint8Array; readonly piece: Piece }
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

/** Compiles `code`; `id` tells its texts apart from others in stack traces. */
export function compileInto(machine: Machine, code: Compiled, id: number): Program | Rejected {
  const file = `page${id}`;
  switch (code.kind) {
    case 'script': {
      const piece = { file, indent: 0 };
      const bytecode = machine.compile(code.source, file);
      return bytecode ? { kind: 'script', bytecode, piece } : { kind: 'rejected', piece };
    }
    case 'expression':
    case 'condition':
    case 'location':
      return compileFunction(machine, code.source, code.kind, file);
    case 'assignment': {
      const location = compileFunction(machine, code.source, 'location', file);
      if (location.kind === 'rejected') return location;
      const value = compileFunction(machine, code.value ?? '', 'expression', `${file}v`);
      if (value.kind === 'rejected') return value;
      return { ...location, kind: 'assignment', value: value.fn, valuePiece: value.piece };
    }
  }
}

function compileFunction(
  machine: Machine,
  source: string,
  kind: keyof typeof wrappers,
  file: string,
): Extract<Program, { kind: 'function' }> | Rejected {
  const [before, after] = wrappers[kind];
  // A text that closes our parenthesis and opens another one fits between parentheses, but not between brackets as well.
  const check = machine.evaluate(`[${source}\n]`, file, true);
  const accepted = !machine.isException(check);
  machine.release(check);
  if (!accepted) return { kind: 'rejected', piece: { file, indent: 1 } };
  const piece = { file, indent: before.length };
  const fn = machine.evaluate(before + source + after, file);
  return machine.isException(fn) ? { kind: 'rejected', piece } : { kind: 'function', fn, piece };
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
  return { line, column: Math.max(1, column) };
}
