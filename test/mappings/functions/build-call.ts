// Builds a call by its row as the mapping of a block does, and keeps what the row said about it.
import { assumption } from '../../../src/ir/assumptions/table.js';
import type { Expr } from '../../../src/ir/nodes.js';
import { findFunctionMapping } from '../../../src/mappings/functions/index.js';
import * as js from '../../../src/mappings/js.js';
import type { Js } from '../../../src/mappings/js.js';
import { printJs } from '../../../src/emit/print-js.js';
import { readCall } from './example-call.js';

export interface BuiltCall {
  readonly js: string;
  readonly library: readonly string[];
  readonly reviews: readonly string[];
  readonly assumptions: readonly string[];
}

/** Builds the call that `text` holds, or its arguments replaced by `args`; `answers` overrides assumptions. */
export function buildCall(
  text: string,
  answers: Readonly<Record<string, string>> = {},
  args?: readonly Expr[],
): BuiltCall {
  const library = new Set<string>();
  const reviews: string[] = [];
  const assumptions = new Set<string>();
  const build = (name: string, exprs: readonly Expr[]): Js => {
    const row = findFunctionMapping(name);
    if (row === undefined) throw new Error(`no row for ${name}`);
    return row.build(
      exprs.map(argument),
      {
        library: (called, ...values) => {
          library.add(called);
          return js.call(`ird.${called}`, ...values);
        },
        interaction: js.path('_data.ird_ixn'),
        thisDN: js.path('_data.ird_dn'),
        review: (reason) => reviews.push(reason),
        assume: (id) => {
          assumptions.add(id);
          return answers[id] ?? assumption(id).default;
        },
        literal: (expr) => (expr.kind === 'string' || expr.kind === 'number' ? expr.value : undefined),
      },
      exprs,
    );
  };
  const argument = (expr: Expr): Js => {
    if (expr.kind === 'string') return js.text(expr.value);
    if (expr.kind === 'number') return js.number(expr.value);
    if (expr.kind === 'variable') return js.path(`_data.v_${expr.name}`);
    if (expr.kind === 'constant') return js.text(String(expr.value));
    if (expr.kind === 'call') return build(expr.name, expr.args);
    throw new Error(`not an argument of an example: ${expr.kind}`);
  };
  const call = readCall(text);
  const built = printJs(build(call.name, args ?? call.args));
  return { js: built, library: [...library], reviews, assumptions: [...assumptions] };
}
