// Variables on the page: their names, and their values at the start.
import type { IrdType, Variable } from '../ir/nodes.js';
import * as js from './js.js';
import type { Js } from './js.js';
import { storedAs } from './stored-value.js';

/** Name of a variable in the data of the page, prefixed so that `data`, `system` and `ird` cannot clash. */
export const variableName = (v: { readonly name: string }): string =>
  `v_${v.name.replace(/[^A-Za-z0-9_]/g, (c) => `_${c.charCodeAt(0).toString(16)}`)}`;

/** Start value of a variable by its declared type when the strategy gives none: numbers start at 0, texts empty. */
export const emptyValue = (type: string): Js => (isNumeric(type) ? js.number(0) : js.text(''));

const isNumeric = (type: string): boolean => ['INTEGER', 'FLOAT', 'DAY', 'BOOLEAN'].includes(type);

/** A literal as a variable of that type holds it. */
const literal = (type: IrdType, from: IrdType, value: Js): Js | undefined => {
  const stored = storedAs(type, from, value, (name) => js.path(name));
  return stored.kind === 'string' || stored.kind === 'number' ? stored : undefined;
};

/** The start value when it is a literal; undefined when it must be computed. */
export function startLiteral(variable: Variable): Js | undefined {
  const { initial } = variable;
  if (initial === undefined) return emptyValue(variable.type);
  switch (initial.kind) {
    case 'text':
      return literal(variable.type, 'STRING', js.text(initial.value));
    case 'integer':
      return js.number(initial.value);
    case 'boolean':
      return js.number(initial.value ? 1 : 0);
    case 'expression':
      return initial.expr.kind === 'string'
        ? literal(variable.type, 'STRING', js.text(initial.expr.value))
        : initial.expr.kind === 'number'
          ? literal(variable.type, initial.expr.type, js.number(initial.expr.value))
          : undefined;
    case 'skill':
    case 'threshold':
    case 'targets':
      return js.text(initial.text);
    case 'variable':
    case 'ecmascript':
      return undefined;
  }
}
