// A value as a variable holds it. IRD converts to the declared type when it stores; ECMAScript would keep a text a text, and the next `+` would join
// what IRD adds.
import type { IrdType, Value } from '../ir/nodes.js';
import * as js from './js.js';
import type { Js } from './js.js';

type Library = (name: string, ...args: readonly Js[]) => Js;

const whole: readonly IrdType[] = ['INTEGER', 'DAY', 'BOOLEAN'];

/** `value`, which is of type `from`, as a variable of type `to` holds it. An unknown type converts nothing. */
export function storedAs(to: IrdType, from: IrdType, value: Js, library: Library): Js {
  switch (to) {
    case 'INTEGER':
    case 'DAY':
    case 'BOOLEAN':
      if (whole.includes(from)) return value;
      if (from === 'FLOAT') return asWhole(value, library);
      return value.kind === 'string' ? js.number(leadingDigits(value.value)) : once('num', value, library);
    case 'FLOAT':
      return whole.includes(from) || from === 'FLOAT' ? value : once('float', value, library);
    case 'STRING':
    case 'LIST':
      if (value.kind === 'number') return js.text(String(value.value));
      return whole.includes(from) || from === 'FLOAT' || from === 'UNKNOWN'
        ? once('text', value, library)
        : value;
    case 'DATE':
    case 'TIME':
    case 'UNKNOWN':
      return value;
    default:
      return to satisfies never;
  }
}

const asWhole = (value: Js, library: Library): Js =>
  value.kind === 'number' ? js.number(Math.trunc(value.value)) : library('whole', value);

/** What INTEGER makes of a literal text: its leading digits, else 0. */
export const leadingDigits = (text: string): number => Number(/^\s*([-+]?\d+)/.exec(text)?.[1] ?? 0);

/** Calls a conversion unless the value is its result already. */
function once(name: string, value: Js, library: Library): Js {
  const isDone = value.kind === 'call' && value.callee.kind === 'path' && value.callee.path === `ird.${name}`;
  return isDone ? value : library(name, value);
}

/** The type that a value has before it is stored. */
export function typeOf(value: Value): IrdType {
  switch (value.kind) {
    case 'expression':
      return value.expr.type;
    case 'integer':
      return 'INTEGER';
    case 'boolean':
      return 'BOOLEAN';
    case 'variable':
      return value.type;
    case 'ecmascript':
      return 'UNKNOWN';
    case 'text':
    case 'skill':
    case 'threshold':
    case 'targets':
      return 'STRING';
  }
}
