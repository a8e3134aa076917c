// Reads the call of a row's example (`Name['text',1,Name[...]]`) into arguments, typed as lowering types literals. Small on purpose: examples hold
// nothing but calls and literals.
import type { Expr } from '../../../src/ir/nodes.js';

const position = { line: 1, column: 1, offset: 0 };
const span: Expr['span'] = { file: 'example', start: position, end: position };

/** A name and its arguments. */
export interface ExampleCall {
  readonly name: string;
  readonly args: readonly Expr[];
}

export function readCall(text: string): ExampleCall {
  const reader = { at: 0 };
  const expr = readExpr(text, reader);
  if (expr.kind !== 'call' || reader.at !== text.length) throw new Error(`not a call: ${text}`);
  return { name: expr.name, args: expr.args };
}

function readExpr(text: string, reader: { at: number }): Expr {
  const rest = text.slice(reader.at);
  const literal = /^'([^']*)'/.exec(rest);
  if (literal) {
    reader.at += literal[0].length;
    return { kind: 'string', value: literal[1] ?? '', type: 'STRING', span };
  }
  const digits = /^-?\d+/.exec(rest);
  if (digits) {
    reader.at += digits[0].length;
    return { kind: 'number', value: Number(digits[0]), raw: digits[0], type: 'INTEGER', span };
  }
  const name = /^(\w+)\[/.exec(rest)?.[1];
  if (name === undefined) throw new Error(`neither call nor literal: ${rest}`);
  reader.at += name.length + 1;
  const args: Expr[] = [];
  while (text[reader.at] !== ']') {
    args.push(readExpr(text, reader));
    if (text[reader.at] === ',') reader.at += 1;
    else if (text[reader.at] !== ']') throw new Error(`"," or "]" expected: ${text.slice(reader.at)}`);
  }
  reader.at += 1;
  return { kind: 'call', id: name, name, writtenAs: name, known: true, args, type: 'STRING', span };
}
