// What every implementation of `ScriptEngine` must do, as data: what goes in, what comes out, where failures lie. `contract.test.ts` runs it on each of them.
import type {
  Compiled,
  Plain,
  ScriptEngine,
  ScriptFailure,
} from '../../../src/runtime-check/script/engine.js';

/** The value of an expression; a failure is thrown, so that a test shows it. */
export function valueOf(engine: ScriptEngine, source: string): Plain {
  const result = engine.run(engine.compile(source, 'expression'));
  if (!result.ok) throw new Error(`${source}: ${result.failure.kind} ${result.failure.message}`);
  return result.value;
}

/** The failure of a piece of code that must fail. */
export function failureOf(
  engine: ScriptEngine,
  kind: Compiled['kind'],
  source: string,
  value?: string,
): ScriptFailure {
  const result = engine.run(engine.compile(source, kind, value));
  if (result.ok) throw new Error(`"${source}" did not fail`);
  return result.failure;
}

export function runScript(engine: ScriptEngine, source: string): void {
  const result = engine.run(engine.compile(source, 'script'));
  if (!result.ok) throw new Error(`${source}: ${result.failure.kind} ${result.failure.message}`);
}

/** Expressions and what leaves the sandbox for them. */
export const valuesOut: readonly (readonly [source: string, value: Plain])[] = [
  ['undefined', undefined],
  ['null', null],
  ['!1', false],
  ['0', 0],
  ['-0', -0],
  ['[-0]', [0]],
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['[NaN, -Infinity, undefined]', [Number.NaN, -Infinity, undefined]],
  ['({a: NaN, b: {c: undefined, d: [undefined]}})', { a: Number.NaN, b: { d: [undefined] } }],
  ['1e21', 1e21],
  ['0.1 + 0.2', 0.1 + 0.2],
  ['9007199254740993', 9007199254740992],
  ['5e-324', 5e-324],
  ['2147483648', 2147483648],
  ['-2147483649', -2147483649],
  ["''", ''],
  ["'\\u0000'", '\u0000'],
  ["'a\\u0000b\\u0000'", 'a\u0000b\u0000'],
  ["'\\ufeffmark'", '\ufeffmark'],
  ["'\\ufffd'", '\ufffd'],
  ["'\\ud83d\\ude00'", '😀'],
  ["'\\ud83d'", '\ud83d'],
  ["'\\ude00\\ud83d\\u0000'", '\ude00\ud83d\u0000'],
  ["['\\ud800', '\\u2028']", ['\ud800', '\u2028']],
  ["({'\\ud800': 1, 'ü': 2})", { '\ud800': 1, ü: 2 }],
  [
    "({'__proto__x': 1, 'constructor': 2, 'a b': 3, '': 4})",
    { __proto__x: 1, constructor: 2, 'a b': 3, '': 4 },
  ],
  ['JSON.parse(\'{"__proto__": {"a": 1}}\').a', undefined],
  ['new Date(1e12)', '2001-09-09T01:46:40.000Z'],
  ['new Date(NaN)', null],
  ['[new Date(0), NaN]', ['1970-01-01T00:00:00.000Z', Number.NaN]],
  ['(function () { var a = [1]; a.push(a); return a; })()', [1, null]],
  ['(function () { var a = {}; return {x: a, y: a, z: NaN}; })()', { x: {}, y: {}, z: Number.NaN }],
  ['new Array(3)', [undefined, undefined, undefined]],
  ["new String('text')", 'text'],
  ['new Number(5)', 5],
  ['[new Boolean(false)]', [false]],
  ['/a+/g', {}],
  ["new TypeError('broken')", { name: 'TypeError', message: 'broken' }],
  ['(function () { return arguments; })(1, 2)', { '0': 1, '1': 2 }],
  ['({toJSON: function () { return 7; }})', 7],
  ['({toJSON: function () { throw 1; }, a: 1})', { a: 1 }],
  ['Object.create(null)', {}],
];

/** Values that a location and a global take, and that come back as they were. */
export const valuesIn: readonly Plain[] = [
  undefined,
  null,
  true,
  -0,
  Number.NaN,
  1.5,
  '',
  'a\u0000b',
  '\ufeffx',
  '\ud800',
  'x'.repeat(100_000),
  '😀'.repeat(10_000),
  [],
  {},
  [undefined, Number.NaN, null, -Infinity],
  { a: [{ b: [Number.NaN] }], c: {} },
  { 'a.b': 1, "quote'": 2, ünï: [[[[[]]]]] },
  Array.from({ length: 5000 }, (_, index) => ({ index })),
];

/** Code that fails: kind of the failure, line, and the columns between which it must lie. */
export const places: readonly (readonly [
  kind: Compiled['kind'],
  source: string,
  failure: ScriptFailure['kind'],
  line: number,
  from: number,
  to: number,
])[] = [
  ['expression', 'nowhere', 'ReferenceError', 1, 1, 8],
  ['expression', '  1 + nowhere', 'ReferenceError', 1, 7, 14],
  ['expression', '1 +\n  nowhere', 'ReferenceError', 2, 3, 10],
  ['condition', 'true && nowhere', 'ReferenceError', 1, 9, 16],
  ['condition', 'true &&\r\n nowhere', 'ReferenceError', 2, 2, 9],
  ['expression', '(function () {\n  var a = null;\n  return a.x;\n})()', 'TypeError', 3, 1, 20],
  ['expression', "'ü語' + nowhere", 'ReferenceError', 1, 8, 8],
  ['expression', "'😀\ud800' + nowhere", 'ReferenceError', 1, 9, 9],
  ['expression', "'ü\\\nü' + nowhere", 'ReferenceError', 2, 6, 6],
  ['expression', '1 +\r nowhere', 'ReferenceError', 1, 6, 6],
  ['script', '/* 😀\r\n😀 */ nowhere', 'ReferenceError', 2, 7, 7],
  ['script', "'😀' 1", 'SyntaxError', 1, 6, 6],
  ['script', '// ü\u2028\nvar a = 1;\n nowhere', 'ReferenceError', 3, 2, 9],
  ['script', 'nowhere', 'ReferenceError', 1, 1, 8],
  ['script', '\n\n  nowhere;', 'ReferenceError', 3, 3, 10],
  ['script', 'var a = 1;\n  undefined.x;', 'TypeError', 2, 3, 14],
  ['script', 'function f() {\n  throw new Error("mine");\n}\nf();', 'Error', 2, 1, 30],
  ['script', 'var a;\nvar = 1;', 'SyntaxError', 2, 4, 8],
  ['script', 'if (true) {', 'SyntaxError', 1, 1, 12],
  ['script', 'var s = "ends\nnot";', 'SyntaxError', 1, 9, 15],
  ['expression', '1 +', 'SyntaxError', 1, 1, 5],
  ['expression', 'a b', 'SyntaxError', 1, 2, 4],
  ['location', 'nowhere.x', 'ReferenceError', 1, 1, 10],
];

/** More, or less, than one expression. */
export const noExpressions: readonly string[] = [
  '',
  ' ',
  '// nothing',
  '1; 2',
  '1), (2',
  '1)})(); (function(){return (2',
  'a], [b',
  '*/ 1',
  'var x',
  'return 1',
  '...a',
  ',',
  '}',
  '1 }); ({',
];

/** What a page may look for that is newer than ES5.1, or is the host's. Each is undefined in the ES5 realm. */
export const absentGlobals: readonly string[] = [
  ...['globalThis', 'Symbol', 'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Proxy', 'Reflect'],
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Uint8Array', 'Float64Array', 'Atomics', 'BigInt'],
  ...['Iterator', 'FinalizationRegistry', 'AggregateError', 'InternalError', 'DOMException'],
  ...['queueMicrotask', 'structuredClone', 'performance', 'navigator', 'atob', 'btoa', 'TextEncoder', 'URL'],
  ...[
    'process',
    'require',
    'module',
    'exports',
    'console',
    'print',
    'std',
    'os',
    'bjson',
    'scriptArgs',
    'gc',
  ],
  ...['setTimeout', 'setInterval', 'fetch', 'XMLHttpRequest', 'WebAssembly', 'window', 'self', 'document'],
  ...['uneval', 'load', 'java', 'Packages', 'ActiveXObject', 'HostRef', '__proto__x'],
];

/** Methods and properties that ES5.1 lacks, as expressions that are true in the ES5 realm. */
export const absentMembers: readonly string[] = [
  ...[
    'assign',
    'entries',
    'values',
    'fromEntries',
    'is',
    'getOwnPropertySymbols',
    'setPrototypeOf',
    'hasOwn',
  ].map((name) => `Object.${name} === undefined`),
  ...['groupBy', 'getOwnPropertyDescriptors'].map((name) => `Object.${name} === undefined`),
  ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__proto__'].map(
    (name) => `!('${name}' in {})`,
  ),
  ...['from', 'of', 'fromAsync'].map((name) => `Array.${name} === undefined`),
  ...['includes', 'find', 'findIndex', 'findLast', 'fill', 'flat', 'flatMap', 'at', 'keys', 'entries'].map(
    (name) => `[].${name} === undefined`,
  ),
  ...['copyWithin', 'toSorted', 'toReversed', 'toSpliced', 'with', 'values'].map(
    (name) => `[].${name} === undefined`,
  ),
  ...['includes', 'startsWith', 'endsWith', 'repeat', 'padStart', 'padEnd', 'at', 'codePointAt'].map(
    (name) => `''.${name} === undefined`,
  ),
  ...['trimStart', 'trimEnd', 'trimLeft', 'trimRight', 'replaceAll', 'matchAll', 'normalize', 'anchor'].map(
    (name) => `''.${name} === undefined`,
  ),
  ...['big', 'bold', 'isWellFormed', 'toWellFormed', '__quote'].map((name) => `''.${name} === undefined`),
  ...['raw', 'fromCodePoint'].map((name) => `String.${name} === undefined`),
  ...['isInteger', 'isNaN', 'isFinite', 'isSafeInteger', 'parseFloat', 'parseInt'].map(
    (name) => `Number.${name} === undefined`,
  ),
  ...[
    'trunc',
    'sign',
    'cbrt',
    'log2',
    'log10',
    'log1p',
    'expm1',
    'hypot',
    'fround',
    'clz32',
    'imul',
    'sinh',
  ].map((name) => `Math.${name} === undefined`),
  ...['sticky', 'unicode', 'dotAll', 'hasIndices', 'compile', 'unicodeSets'].map(
    (name) => `/a/.${name} === undefined`,
  ),
  ...['escape', 'lastMatch', '$1', 'input'].map((name) => `RegExp.${name} === undefined`),
  ...['captureStackTrace', 'prepareStackTrace', 'stackTraceLimit', 'isError'].map(
    (name) => `Error.${name} === undefined`,
  ),
  ...['rawJSON', 'isRawJSON'].map((name) => `JSON.${name} === undefined`),
  ...['fileName', 'lineNumber', 'columnNumber'].map((name) => `(function () {}).${name} === undefined`),
];
