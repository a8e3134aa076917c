// Prints the ES5 tree of src/mappings/js.ts. It alone decides about parentheses, quotes and line breaks.
import type { Js, JsBinaryOperator, Statement } from '../mappings/js.js';

const precedence: Readonly<Record<JsBinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '===': 3,
  '!==': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};
const conditionalLevel = 0;
const unaryLevel = 7;
const postfixLevel = 8;

/** Prints an expression on one line. Chains that lean to the left are printed in a loop: their length cannot overflow the stack. */
export function printJs(js: Js): string {
  return print(js, conditionalLevel);
}

function print(js: Js, level: number): string {
  switch (js.kind) {
    case 'string':
      return printString(js.value);
    case 'number':
      return js.value < 0 && level >= unaryLevel ? `(${printNumber(js.value)})` : printNumber(js.value);
    case 'boolean':
      return String(js.value);
    case 'null':
    case 'undefined':
      return js.kind;
    case 'path':
      return js.path;
    case 'index':
      return `${print(js.object, postfixLevel)}[${printJs(js.index)}]`;
    case 'member':
      return isIdentifier(js.name)
        ? `${print(js.object, postfixLevel)}.${js.name}`
        : `${print(js.object, postfixLevel)}[${printString(js.name)}]`;
    case 'call':
      return `${print(js.callee, postfixLevel)}(${js.args.map(printJs).join(', ')})`;
    case 'unary':
      return wrap(`${js.op}${unaryOperand(js)}`, unaryLevel < level);
    case 'conditional':
      return wrap(`${print(js.test, 1)} ? ${print(js.yes, 1)} : ${printJs(js.no)}`, level > conditionalLevel);
    case 'object':
      return wrap(printObject(js.entries), level >= postfixLevel);
    case 'array':
      return `[${js.items.map(printJs).join(', ')}]`;
    case 'raw':
      return level > conditionalLevel && !isSimple(js.code) ? `(${js.code})` : js.code;
    case 'binary':
      return printBinary(js, level);
  }
}

/** `--a` would count down. */
function unaryOperand(js: Extract<Js, { kind: 'unary' }>): string {
  const printed = print(js.operand, unaryLevel);
  return js.op === '-' && printed.startsWith('-') ? `(${printed})` : printed;
}

const wrap = (text: string, needed: boolean): string => (needed ? `(${text})` : text);

/** `a || b && c` and the like get parentheses that ECMAScript does not need: a reader who knows IRD would group them otherwise. */
function printBinary(js: Extract<Js, { kind: 'binary' }>, level: number): string {
  const own = precedence[js.op];
  const chain: Extract<Js, { kind: 'binary' }>[] = [];
  let left: Js = js;
  while (left.kind === 'binary' && precedence[left.op] === own && own !== 3 && own !== 4) {
    chain.push(left);
    left = left.left;
  }
  if (chain.length === 0) {
    return wrap(`${operand(js.left, own, true)} ${js.op} ${operand(js.right, own, true)}`, own < level);
  }
  const parts = [operand(left, own, false)];
  for (const node of chain.reverse()) parts.push(node.op, operand(node.right, own, true));
  return wrap(parts.join(' '), own < level);
}

function operand(js: Js, own: number, right: boolean): string {
  const mixesLogical =
    js.kind === 'binary' && precedence[js.op] <= 2 && own <= 2 && precedence[js.op] !== own;
  return mixesLogical ? `(${printJs(js)})` : print(js, right ? own + 1 : own);
}

function printObject(entries: readonly { readonly key: string; readonly value: Js }[]): string {
  if (entries.length === 0) return '{}';
  const printed = entries.map(({ key, value }) => {
    const name = isIdentifier(key) ? key : printString(key);
    return `${name}: ${printJs(value)}`;
  });
  return `{ ${printed.join(', ')} }`;
}

const reserved = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);
/** Whether a text can stand as an ES5 identifier without quotes; ASCII only, as ORS engines differ about the rest. */
export const isIdentifier = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text) && !reserved.has(text);

const isSimple = (code: string): boolean => /^[\w$.[\]']+$/.test(code);

const printNumber = (value: number): string => (Object.is(value, -0) ? '0' : String(value));

/** A string literal in single quotes. What could end a line, a script or an XML document early is escaped. */
export function printString(text: string): string {
  const body = text.replace(
    // eslint wants control characters out of patterns; here they are the point.
    /[\\'\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (c) => escapes[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${body}'`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Prints statements, one a line. */
export function printStatements(statements: readonly Statement[], indent = ''): string {
  return statements.map((s) => printStatement(s, indent)).join('\n');
}

function printStatement(s: Statement, indent: string): string {
  switch (s.kind) {
    case 'assign':
      return `${indent}${printJs(s.target)} = ${printJs(s.value)};`;
    case 'expression':
      return `${indent}${printJs(s.value)};`;
    case 'comment':
      return s.text
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map((line) => `${indent}// ${line}`)
        .join('\n');
    case 'raw':
      return s.code
        .split(/\r\n|\n|\r/)
        .map((line) => (line === '' ? '' : `${indent}${line}`))
        .join('\n');
    case 'if': {
      const body = (list: readonly Statement[]): string => printStatements(list, `${indent}  `);
      const otherwise = s.otherwise.length > 0 ? ` else {\n${body(s.otherwise)}\n${indent}}` : '';
      return `${indent}if (${printJs(s.test)}) {\n${body(s.then)}\n${indent}}${otherwise}`;
    }
  }
}
