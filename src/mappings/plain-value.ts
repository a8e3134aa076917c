// Values of a block that need no translation: texts, numbers, scripts of a diagram, and what URS evaluates by itself.
import type { Value } from '../ir/nodes.js';
import type { Built } from './define.js';
import * as js from './js.js';

/** A value that is neither an expression of IRD nor a variable. */
export function plainValue(value: Exclude<Value, { kind: 'expression' | 'variable' }>): Built {
  switch (value.kind) {
    case 'ecmascript':
      return value.form === 'literal'
        ? { js: js.text(value.code), throws: false }
        : { js: js.raw(value.code), throws: true };
    case 'text':
      return { js: js.text(value.value), throws: false };
    case 'integer':
      return { js: js.number(value.value), throws: false };
    case 'boolean':
      return { js: js.boolean(value.value), throws: false };
    case 'skill':
    case 'threshold':
      return { js: js.text(value.canonical), throws: false };
    case 'targets':
      return { js: js.text(value.text), throws: false };
  }
}
