// Scripts that nobody has read, and how each of them may end. None may reach the host, outlive its budget, or be felt by the next session.
import type { ScriptFailure } from '../../../src/runtime-check/script/engine.js';

type End = ScriptFailure['kind'] | 'none';

export interface HostileScript {
  readonly about: string;
  readonly source: string;
  /** How it may end; where the engines differ, or the stack of the host ends first, there is more than one way. */
  readonly ends: readonly End[];
}

const hostile = (about: string, source: string, ...ends: readonly End[]): HostileScript => ({
  about,
  source,
  ends,
});
/** Nesting may exhaust the stack of the host before that of the engine; then the session is over, as when a budget is used up. */
const tooDeep: readonly End[] = ['RangeError', 'SyntaxError', 'budget'];

export const hostileScripts: readonly HostileScript[] = [
  // Work without end.
  hostile('endless loop', 'for (;;) {}', 'budget'),
  hostile(
    'endless loop that catches',
    'for (;;) { try { for (;;) {} } catch (e) {} finally { continue } }',
    'budget',
  ),
  hostile('endless loop behind labels', 'a: for (;;) { b: do { continue a } while (true) }', 'budget'),
  hostile('endless loop in a with', 'with ({x: 1}) { while (x) { x = x } }', 'budget'),
  hostile('exponential calls', '(function f(n) { return n < 2 ? n : f(n - 1) + f(n - 2) })(60)', 'budget'),
  hostile('catastrophic expression', '/^(a|a?)+$/.test(Array(41).join("a") + "b")', 'budget'),
  hostile(
    'catastrophic expression in replace',
    '(Array(30).join("ab ") + "!").replace(/(.*)*(\\s*\\w+)*$/g, "x").length && /(x+x+)+y/.test(Array(40).join("x"))',
    'budget',
  ),
  hostile('comparator without end', '[2, 1].sort(function () { for (;;); })', 'budget'),
  hostile('getter without end', 'var o = {get x() { for (;;); }}; o.x', 'budget'),
  hostile('text without end', 'var o = {toString: function () { for (;;); }}; "" + o', 'budget'),
  hostile('number without end', 'var o = {valueOf: function () { for (;;); }}; o * 2', 'budget'),
  hostile('search in a sparse list', 'var a = []; a.length = 4294967295; a.indexOf(1)', 'budget', 'none'),
  hostile('join of a sparse list', 'Array(1e9).join("ab")', 'budget', 'memory', 'RangeError', 'Error'),
  hostile('sort of a sparse list', 'var a = []; a[4294967294] = 1; a.sort()', 'budget', 'memory', 'none'),
  hostile(
    'map of a list that only says so',
    'Array.prototype.map.call({length: 4294967295}, function () {})',
    'budget',
    'memory',
    'RangeError',
  ),
  hostile(
    'unshift on a huge length',
    'Array.prototype.unshift.call({length: 9007199254740990}, 1)',
    'budget',
  ),
  hostile(
    'replacement of everything in a text',
    'var s = Array(1000001).join("a"); for (;;) s = s.replace(/a/g, "b").replace(/b/g, "a")',
    'budget',
    'memory',
  ),
  hostile('evaluation without end', 'eval("for (;;);")', 'budget'),
  hostile('function made of text without end', 'new Function("for (;;);")()', 'budget'),

  // Memory.
  hostile('small pieces', 'var m = []; for (;;) m.push([1, 2, 3])', 'memory'),
  hostile('small texts', 'var m = {}; for (var i = 0; ; i++) m["key" + i] = "value" + i', 'memory'),
  hostile(
    'large pieces',
    'var m = [], s = "x"; while (s.length < 262144) s += s; for (;;) m.push(s.slice(1) + m.length)',
    'memory',
  ),
  hostile(
    'doubled text',
    '(function () { var s = "x"; for (;;) s += s })()',
    'memory',
    'Error',
    'RangeError',
  ),
  hostile(
    'doubled list',
    '(function () { var a = [1]; for (;;) a = a.concat(a) })()',
    'memory',
    'RangeError',
  ),
  hostile('a chain of objects', 'var p = {}; for (;;) p = {p: p}', 'memory'),
  hostile('functions', 'var f = []; for (;;) f.push(function () { return f })', 'memory'),
  hostile(
    'code',
    'var c = []; for (var i = 0; ; i++) c.push(eval("(function () { return " + i + " })"))',
    // One of the engines loses the reason while it compiles.
    'memory',
    'Error',
  ),
  hostile(
    'memory used up, and the error caught',
    'var m = []; for (;;) try { for (;;) m.push([m]) } catch (e) {}',
    'memory',
    'budget',
  ),
  hostile(
    'a long text in JSON',
    'JSON.stringify(Array(100).join(" "), null, 10) && JSON.stringify([Array(5000001).join("\\u0001"), Array(5000001).join("\\u0001")])',
    'memory',
    'budget',
  ),

  // Nesting.
  hostile('recursion', '(function f() { return f() + 1 })()', ...tooDeep),
  hostile('recursion through apply', '(function f() { return f.apply(this, arguments) })()', ...tooDeep),
  hostile('recursion through a comparator', '(function f() { return [1, 2].sort(f) })()', ...tooDeep),
  hostile('recursion through replace', '(function f() { return "a".replace(/a/, f) })()', ...tooDeep),
  hostile(
    'recursion through toJSON',
    'JSON.stringify({toJSON: function f() { return {toJSON: f, x: JSON.stringify({toJSON: f})} }})',
    ...tooDeep,
  ),
  hostile('recursion through a setter', 'var o = {set x(v) { this.x = v }}; o.x = 1', ...tooDeep),
  hostile('deep JSON', 'JSON.parse(Array(200001).join("["))', ...tooDeep),
  hostile(
    'deep JSON that is right',
    'JSON.parse(Array(50001).join("[") + Array(50001).join("]"))',
    ...tooDeep,
    'memory',
  ),
  hostile('deep code', 'eval(Array(100001).join("[") + Array(100001).join("]"))', ...tooDeep),
  hostile('deep unary code', 'eval(Array(100001).join("- ") + 1)', ...tooDeep, 'none'),
  hostile('deep expression', 'new RegExp(Array(100001).join("(") + Array(100001).join(")"))', ...tooDeep),
  hostile(
    'deep list turned into text',
    'var a = []; for (var i = 0; i < 200000; i++) a = [a]; String(a)',
    ...tooDeep,
    'memory',
  ),
  hostile('many arguments', 'Math.max.apply(null, new Array(1e7))', 'RangeError', 'memory', 'budget', 'none'),

  // Throwing what is no error.
  hostile('nothing thrown', 'throw undefined', 'Error'),
  hostile('null thrown', 'throw null', 'Error'),
  hostile('a number thrown', 'throw -0', 'Error'),
  hostile('a function thrown', 'throw function () { for (;;); }', 'Error'),
  hostile('a list in a cycle thrown', 'var a = []; a[0] = a; throw a', 'Error'),
  hostile('huge message', 'throw new Error(Array(100001).join("x"))', 'Error'),
  hostile(
    'huge message and name',
    'var e = new TypeError(Array(100001).join("\\u0000")); e.name = e.message; throw e',
    'Error',
  ),
  hostile('message without end', 'throw {get message() { for (;;); }}', 'budget'),
  hostile(
    'name that throws',
    'var e = new Error("x"); Object.defineProperty(e, "name", {get: function () { throw e }}); throw e',
    'Error',
  ),
  hostile(
    'message that is no text',
    'var e = new Error("x"); e.message = {toString: function () { for (;;); }}; throw e',
    'Error',
  ),
  hostile(
    'stack that throws',
    'var e = new Error("x"); Object.defineProperty(e, "stack", {get: function () { throw 1 }}); throw e',
    'Error',
  ),
  hostile(
    'stack that lies',
    'var e = new Error("x"); e.stack = "at page0:99999999999999999999:1"; throw e',
    'Error',
  ),
  hostile(
    'error that says it ran out of memory',
    'var e = new Error("out of memory"); e.name = "InternalError"; throw e',
    'memory',
    'Error',
  ),
  hostile('prepared stack', 'Error.prepareStackTrace = function () { for (;;); }; null.x', 'TypeError'),
  hostile(
    'stack of no end',
    'Error.stackTraceLimit = Infinity; (function f(n) { if (n === 0) throw new Error("x"); f(n - 1) })(500)',
    'Error',
  ),

  // Poisoned built-ins: the failure, or the value, is still told.
  hostile(
    'Function.prototype',
    'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = null; nowhere',
    'ReferenceError',
  ),
  hostile(
    'Object.prototype',
    'function own(d) { var o = Object.create(null), k; for (k in d) o[k] = d[k]; return o } ["value", "get", "set", "writable", "name", "message", "stack", "at", "above", "stale"].forEach(function (n) { Object.defineProperty(Object.prototype, n, own({get: function () { throw 1 }})) }); nowhere',
    'ReferenceError',
  ),
  hostile(
    'setters of Object.prototype',
    'function own(d) { var o = Object.create(null), k; for (k in d) o[k] = d[k]; return o } ["value", "enumerable", "a"].forEach(function (n) { Object.defineProperty(Object.prototype, n, own({set: function () { for (;;); }})) }); nowhere',
    'ReferenceError',
  ),
  hostile(
    'Array.prototype',
    'Object.defineProperty(Array.prototype, 0, {set: function () { throw 1 }, get: function () { throw 2 }}); Array.prototype.push = Array.prototype.join = null; nowhere',
    'ReferenceError',
  ),
  hostile(
    'String.prototype',
    'String.prototype.indexOf = String.prototype.slice = String.prototype.toString = null; nowhere',
    'ReferenceError',
  ),
  hostile('toJSON of everything', 'Object.prototype.toJSON = function () { throw 1 }; throw {a: 1}', 'Error'),
  hostile(
    'global functions',
    'JSON = Object = Array = String = Error = TypeError = Number = eval = undefined; nowhere',
    'ReferenceError',
  ),
  hostile(
    'prototypes cut',
    'Error.prototype = null; ReferenceError.prototype.name = "SyntaxError"; nowhere',
    'ReferenceError',
    'SyntaxError',
  ),
  hostile('constants', 'Object.defineProperty(this, "undefined", {value: 1})', 'TypeError', 'none'),
  hostile(
    'Date',
    'Date.prototype.toJSON = Date.prototype.toISOString = Date.prototype.valueOf = null; Date = null; new Date()',
    'TypeError',
  ),
];

/** Only where the language is newer than ES5.1. */
export const newerHostileScripts: readonly HostileScript[] = [
  hostile('promise chain', '(function loop() { return Promise.resolve().then(loop) })()', 'none'),
  hostile(
    'promise chain before a loop',
    'Promise.resolve().then(function () { for (;;); }); for (;;);',
    'budget',
  ),
  hostile('await without end', '(async function () { for (;;) await null })(); late = 1', 'none'),
  hostile('async function that loops at once', '(async function () { for (;;); })()', 'budget'),
  hostile('then without end', 'Promise.resolve({get then() { for (;;); }})', 'budget'),
  hostile('generator', 'function* g() { for (;;) yield 1 } for (var x of g()) {}', 'budget'),
  hostile('spread of a generator', 'function* g() { for (;;) yield 1 } [...g()]', 'budget', 'memory'),
  hostile('generators of generators', 'function* g() { yield* g() } [...g()]', ...tooDeep, 'memory'),
  hostile(
    'iterator without end',
    'new Map({[Symbol.iterator]() { return {next() { return {value: [1, 1]} }} }})',
    'budget',
    'memory',
  ),
  hostile('Symbol.toPrimitive', '"" + {[Symbol.toPrimitive]() { for (;;); }}', 'budget'),
  hostile(
    'Symbol.species',
    'class A extends Array { static get [Symbol.species]() { for (;;); } } new A(3).map(x => x)',
    'budget',
  ),
  hostile('Symbol.hasInstance', 'null instanceof {[Symbol.hasInstance]() { throw 1 }}', 'Error'),
  hostile('buffers', 'var m = []; for (;;) m.push(new ArrayBuffer(1 << 20))', 'memory'),
  hostile('one buffer', 'new Uint8Array(2 ** 31)', 'memory', 'RangeError'),
  hostile(
    'a buffer that grows',
    'new ArrayBuffer(8, {maxByteLength: 2 ** 31}).resize(2 ** 30)',
    'memory',
    'RangeError',
    'TypeError',
  ),
  hostile('repeated text', '"x".repeat(2 ** 29) + "x".repeat(2 ** 29)', 'memory', 'RangeError'),
  hostile('padded text', '"x".padEnd(2 ** 30 - 2).toUpperCase()', 'memory', 'RangeError'),
  hostile('big numbers', 'var b = 3n; for (;;) b *= b', 'budget', 'memory', 'RangeError'),
  hostile('shifted number', '1n << (1n << 40n)', 'memory', 'RangeError'),
  hostile('maps', 'var m = new Map(); for (var i = 0; ; i++) m.set({}, i)', 'memory'),
  hostile('symbols', 'var m = []; for (;;) m.push(Symbol("x".repeat(100)))', 'memory'),
  hostile(
    'waiting',
    'Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0, Infinity)',
    'TypeError',
    'ReferenceError',
    'Error',
    'RangeError',
  ),
  hostile(
    'waiting without blocking',
    'Atomics.waitAsync(new Int32Array(new SharedArrayBuffer(8)), 0, 0)',
    'TypeError',
    'ReferenceError',
    'none',
  ),
  hostile(
    'prototype without end',
    'var p = new Proxy({}, {getPrototypeOf() { return p }}); p instanceof Object; for (var x in p);',
    'budget',
    'none',
    'RangeError',
  ),
  hostile(
    'proxy of a proxy',
    'var p = {}; for (var i = 0; i < 100000; i++) p = new Proxy(p, {}); p.x',
    ...tooDeep,
    'memory',
  ),
  hostile('a module', 'import("node:fs").then(function (fs) { leaked = fs })', 'none'),
  hostile('tags', '((s, ...v) => { throw s })`a${1}b`', 'Error'),
  hostile(
    'finalizers',
    'new FinalizationRegistry(() => { for (;;); }).register({}, 1); for (var i = 0; i < 1e5; i++) [{}]',
    'none',
    'ReferenceError',
  ),
  hostile(
    'error with a cause in a cycle',
    'var e = new Error("x", {cause: null}); e.cause = e; throw e',
    'Error',
  ),
  hostile(
    'many errors',
    'throw new AggregateError(Array.from({length: 1e5}, () => new Error("x".repeat(1000))), "many")',
    'Error',
    'memory',
    'budget',
  ),
];

/** Data with traps in it, as expressions: the host reads them, and gets plain data or a failure, but is never caught. */
export const trappedData: readonly string[] = [
  '({get a() { throw 1 }, b: 2})',
  '({get a() { for (;;); }})',
  '({toJSON: function () { for (;;); }})',
  '(function f() { return {get a() { return f() }} })()',
  '(function f() { return {toJSON: f} })()',
  '(function () { var a = []; a.length = 4294967295; return a })()',
  '(function () { var a = []; a[3] = {get x() { return a }}; return a })()',
  '(function () { var o = {}; for (var i = 0; i < 20000; i++) o["k" + i] = {get x() { throw i }}; return o })()',
  'Array.apply(null, new Array(20000)).map(function () { return [NaN] })',
  'JSON.parse("{\\"__proto__\\": {\\"polluted\\": 1}, \\"constructor\\": {\\"prototype\\": {\\"polluted\\": 2}}}")',
  '({"\\u0000#": "undefined", x: NaN})',
  '({"\\u0000#": {"\\u0000#": NaN}, x: [undefined]})',
  '({"\\u0000#": ["+a", "@x=1", "-", "-", "-"], x: NaN})',
  '({"\\u0000#": ["", null, 5], x: NaN})',
  'Object.create({get inherited() { throw 1 }}, {own: {value: 1, enumerable: true}, hidden: {get: function () { throw 1 }}})',
  'Object.freeze(Object.preventExtensions({a: Object.seal([1])}))',
  '(function () { var d = new Date(0); d.toJSON = d.toISOString = d.valueOf = function () { for (;;); }; return [d, NaN] })()',
  '(function () { var e = new Error("x"); e.message = e.name = {toString: function () { throw 1 }}; return e })()',
  '[function () {}, /x/, new Boolean(true), Math, JSON, this === undefined]',
  'this',
  'Function.prototype',
  '(function () { return arguments.callee })()',
];

export const newerTrappedData: readonly string[] = [
  'new Proxy({}, {ownKeys() { for (;;); }})',
  'new Proxy({}, {get() { throw 1 }, ownKeys() { throw 2 }, getPrototypeOf() { throw 3 }})',
  'new Proxy({}, {ownKeys() { return ["a", "b"] }, getOwnPropertyDescriptor() { return {value: 1, enumerable: true, configurable: true} }, get(t, k) { return k === "toJSON" ? undefined : new Proxy(this, this) }})',
  'new Proxy([], {get(t, k) { return k === "length" ? 2 ** 53 : k === "toJSON" ? undefined : 1 }})',
  'new Proxy(function () {}, {apply() { for (;;); }})',
  '(() => { var r = Proxy.revocable({}, {}); r.revoke(); return [r.proxy, NaN] })()',
  '({[Symbol.toStringTag]: "Date", toJSON: null})',
  '({get [Symbol.toStringTag]() { throw 1 }})',
  'Object.assign(() => 1, {toJSON() { return {a: NaN} }})',
  'new Map([[1, new Set([2])]])',
  'new Uint8Array(100000)',
  'Promise.reject(new Error("never"))',
  'Symbol.for("x")',
  '[10n ** 400n, NaN]',
  '(function* () { yield 1 })()',
  'globalThis',
];

/** What looks for a way out; each must give true, or end in a failure. */
export const escapes: readonly string[] = [
  ...[
    'process',
    'require',
    'module',
    'global',
    'window',
    'Deno',
    'Bun',
    'WebAssembly',
    'console',
    'fetch',
  ].map(
    (name) => `typeof ${name} === 'undefined' && typeof Function('return this')().${name} === 'undefined'`,
  ),
  ...['setTimeout', 'setImmediate', 'importScripts', 'std', 'os', 'bjson', 'Worker'].map(
    (name) =>
      `typeof Function('return typeof ${name} === "undefined"') === 'function' && Function('return typeof ${name} === "undefined"')()`,
  ),
  "this.constructor.constructor('return typeof process')() === 'undefined'",
  "({}).constructor.constructor('return typeof require')() === 'undefined'",
  "[].map.constructor('return this')() === (0, eval)('this')",
  "host.constructor.constructor('return this')() === Function('return this')()",
  'host.constructor === Function && Object.getPrototypeOf(host) === Function.prototype',
  'Object.getOwnPropertyNames(host).every(function (name) { return name === "length" || name === "name" })',
  'host.caller === undefined && host.arguments === undefined && host.prototype === undefined',
  'host.call(null, 1).constructor === Object',
  'host.apply(host, [host]).constructor.constructor === Function',
  'host.bind()().got.constructor === Array',
  "host().got.constructor.constructor('return typeof process')() === 'undefined'",
  'Object.getPrototypeOf(host()) === Object.prototype',
  '(function () { try { null.x } catch (e) { return e.constructor.constructor("return typeof process")() === "undefined" } })()',
  '(function () { try { host({toString: 1}, function () {}); return true } catch (e) { return e instanceof Error && Function("return typeof process")() === "undefined" } })()',
  '(function () { for (var d = [], i = 0; i < 1000; i++) d = [d]; try { host(d) } catch (e) { return Object.getPrototypeOf(e) === Error.prototype && !/\\.(js|ts|mjs)/.test(e.stack || "") } })()',
  'lazy.constructor === Object && lazy.list.constructor === Array',
  "lazy.constructor.constructor('return typeof process')() === 'undefined'",
  'Object.getOwnPropertyDescriptor(this, "lazy").get.constructor === Function',
  '(function f() { return f.caller === null || f.caller === undefined || typeof f.caller === "function" })()',
  '(function () { return typeof arguments.callee.caller !== "object" || arguments.callee.caller === null })()',
  'eval("typeof process") === "undefined" && (0, eval)("typeof require") === "undefined"',
  'new Function("a", "}, process, function () {") && false',
  "Function('/*', '*/){ return typeof process')() === 'undefined'",
  "eval('im' + 'port(\"fs\")') && true",
];
