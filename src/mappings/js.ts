// A small ES5 tree for emitted scripts and value expressions, with builders. The printer is in src/emit; it alone decides about parentheses,
// quoting and line breaks, so that no mapping can group an expression wrongly.

export type Js =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  /** A dotted path of identifiers, e.g. `_data.ird_ixn`. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'index'; readonly object: Js; readonly index: Js }
  | { readonly kind: 'member'; readonly object: Js; readonly name: string }
  | { readonly kind: 'call'; readonly callee: Js; readonly args: readonly Js[] }
  | { readonly kind: 'binary'; readonly op: JsBinaryOperator; readonly left: Js; readonly right: Js }
  | { readonly kind: 'unary'; readonly op: '!' | '-' | 'typeof '; readonly operand: Js }
  | { readonly kind: 'conditional'; readonly test: Js; readonly yes: Js; readonly no: Js }
  | { readonly kind: 'object'; readonly entries: readonly { readonly key: string; readonly value: Js }[] }
  | { readonly kind: 'array'; readonly items: readonly Js[] }
  /** Verbatim ECMAScript of a Composer diagram; printed in parentheses where that matters. */
  | { readonly kind: 'raw'; readonly code: string };

export type JsBinaryOperator =
  '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '===' | '!==' | '<' | '>' | '<=' | '>=' | '&&' | '||';

export type Statement =
  | { readonly kind: 'assign'; readonly target: Js; readonly value: Js }
  | { readonly kind: 'expression'; readonly value: Js }
  | {
      readonly kind: 'if';
      readonly test: Js;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'raw'; readonly code: string };

export const text = (value: string): Js => ({ kind: 'string', value });
export const number = (value: number): Js => ({ kind: 'number', value });
export const boolean = (value: boolean): Js => ({ kind: 'boolean', value });
export const path = (dotted: string): Js => ({ kind: 'path', path: dotted });
export const index = (object: Js, key: Js): Js => ({ kind: 'index', object, index: key });
export const member = (object: Js, name: string): Js => ({ kind: 'member', object, name });
export const call = (callee: string | Js, ...args: readonly Js[]): Js => ({
  kind: 'call',
  callee: typeof callee === 'string' ? path(callee) : callee,
  args,
});
export const binary = (left: Js, op: JsBinaryOperator, right: Js): Js => ({
  kind: 'binary',
  op,
  left,
  right,
});
export const not = (operand: Js): Js => ({ kind: 'unary', op: '!', operand });
export const negate = (operand: Js): Js => ({ kind: 'unary', op: '-', operand });
export const conditional = (test: Js, yes: Js, no: Js): Js => ({ kind: 'conditional', test, yes, no });
export const object = (entries: Readonly<Record<string, Js>>): Js => ({
  kind: 'object',
  entries: Object.entries(entries).map(([key, value]) => ({ key, value })),
});
export const array = (...items: readonly Js[]): Js => ({ kind: 'array', items });
export const raw = (code: string): Js => ({ kind: 'raw', code });

export const assign = (target: Js, value: Js): Statement => ({ kind: 'assign', target, value });
export const run = (value: Js): Statement => ({ kind: 'expression', value });
export const when = (
  test: Js,
  then: readonly Statement[],
  otherwise: readonly Statement[] = [],
): Statement => ({ kind: 'if', test, then, otherwise });
export const remark = (words: string): Statement => ({ kind: 'comment', text: words });
export const rawStatement = (code: string): Statement => ({ kind: 'raw', code });

/** Joins with `&&`; `true` when the list is empty. */
export function all(conditions: readonly Js[]): Js {
  return conditions.length === 0 ? boolean(true) : conditions.reduce((a, b) => binary(a, '&&', b));
}
