// Builds a call by its row as the mapping of a block does, and keeps what the row said about it.
import type { Expr } from '../../../src/ir/nodes.js';
import { findFunctionMapping } from '../../../src/mappings/functions/index.js';
import * as js from '../../../src/mappings/js.js';
import type { Js } from '../../../src/mappings/js.js';
import { printJs } from '../../../src/emit/print-js.js';
import { readCall } from './example-call.js';

/** The answers that the examples of the rows are written for. */
export const usualAnswers: Readonly<Record<string, string>> = {
  'attach.existing': 'adds a pair',
  'attach.visibility': 'at once',
  'cat.arguments': 'two or more',
  'clock.zone': 'the host of Orchestration Server',
  'list.empty-item': 'pairs with an empty value',
  'list.get-integer-order': 'index, list',
  'list.non-numeric': 'by its leading digits, else as 0',
  'missing.udata': 'the empty text, 0 where a number is wanted',
  'priority-increment.again': 'it stays',
  'priority-increment.arguments': 'increment, interval',
  'priority-increment.interval': 'seconds',
  'priority-increment.limit': 'the priority',
  'sdata.missing': '0',
  'strasciitok.index': 'the number of the token, from 1',
  'strchar.not-found': '0',
  'strsub.base': '1',
  'timeinzone.precision': 'minutes',
  'urs.answer': 'the value as text',
  'utcadd.months': "the month's last day",
};

export interface BuiltCall {
  readonly js: string;
  readonly library: readonly string[];
  readonly reviews: readonly string[];
  readonly assumptions: readonly string[];
}

/** Builds the call that `text` holds, or its arguments replaced by `args`; `answers` overrides the usual ones. */
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
          const answer = answers[id] ?? usualAnswers[id];
          if (answer === undefined) throw new Error(`no usual answer to ${id}`);
          return answer;
        },
        literal: (expr) => (expr.kind === 'string' || expr.kind === 'number' ? expr.value : undefined),
        fail: (reason) => {
          throw new Error(reason);
        },
        priorityIncrements: 'resubmit',
        onLoss: () => undefined,
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
