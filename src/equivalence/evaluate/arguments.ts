// The arguments of a call, converted as the parameter of the function asks for.
import type { Expr } from '../../ir/nodes.js';
import { toInteger, toText, type IrdValue } from './values.js';

/** Arguments by position from 0. One that is left out is the empty text, 0, false. */
export interface Arguments {
  readonly count: number;
  value(position: number): IrdValue;
  text(position: number): string;
  integer(position: number): number;
  /** A flag: an INTEGER that is not 0. */
  truth(position: number): boolean;
}

/** The evaluated arguments of a call. A number that is written where a text is wanted keeps its digits as written. */
export function argumentsOf(exprs: readonly Expr[], values: readonly IrdValue[]): Arguments {
  const value = (position: number): IrdValue => values[position] ?? '';
  return {
    count: values.length,
    value,
    text: (position) => {
      const expr = exprs[position];
      return expr?.kind === 'number' ? expr.raw : toText(value(position));
    },
    integer: (position) => toInteger(value(position)),
    truth: (position) => toInteger(value(position)) !== 0,
  };
}
