// Scripts that nobody has read: each ends within its budget, none reaches the host, and the next one runs.
import { describe, expect, test } from 'vitest';
import type {
  Plain,
  ScriptEngine,
  ScriptFailure,
  ScriptOptions,
} from '../../../src/runtime-check/script/engine.js';
import { engineNames, newEngine } from '../load-engine.js';
import {
  escapes,
  hostileScripts,
  newerHostileScripts,
  newerTrappedData,
  trappedData,
} from './hostile-scripts.js';

describe.each(engineNames)('%s', (name) => {
  const make = (options?: Partial<ScriptOptions>): Promise<ScriptEngine> => newEngine(options, name);
  const kindOf = async (source: string, instructions = 60): Promise<ScriptFailure['kind'] | 'none'> => {
    const engine = await make({ limits: { memory: 8 * 1024 * 1024, instructions, wall: 60_000 } });
    const result = engine.run(engine.compile(source, 'script'));
    return result.ok ? 'none' : result.failure.kind;
  };
  describe('endless work is stopped by counting', () => {
    test.each([
      'for (;;) {}',
      'while (true) { try { throw 1 } catch (e) {} finally { continue } }',
      '(function f() { try { f() } finally { f() } })()',
      '/(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")',
      'Array.prototype.indexOf.call({length: 9007199254740991}, 1)',
      'var a = []; a.length = 4294967295; a.join("")',
      'var a = []; a.length = 4294967295; a.sort()',
      'Array.prototype.reverse.call({length: 9007199254740991})',
      'Array.prototype.splice.call({length: 9007199254740991}, 0, 1)',
      'var h = Array(200001).join("a"); h.indexOf(h.slice(0, 100000) + "b")',
      'var h = Array(200001).join("a"); h.split(h.slice(0, 100000) + "b")',
      'var b = 3n; for (;;) b = b * b',
      '(function loop() { return Promise.resolve().then(loop) })(); for (;;);',
    ])('%s', async (source) => {
      expect(await kindOf(source)).toBe('budget');
    });

    test('the count is the same in each run', async () => {
      const spent = async (): Promise<number> => {
        const engine = await make();
        engine.run(
          engine.compile(
            'var s = 0; for (var i = 0; i < 300000; i++) s += i % 7; [s].concat([1, 2]).join();',
            'script',
          ),
        );
        return engine.spent;
      };
      const first = await spent();
      expect(first).toBeGreaterThan(10);
      expect(await spent()).toBe(first);
    });

    test('promise chains never run on behind the script', async () => {
      const engine = await make();
      engine.run(
        engine.compile(
          'var turns = 0; (function loop() { turns++; Promise.resolve().then(loop) })()',
          'script',
        ),
      );
      expect(engine.run(engine.compile('turns', 'expression'))).toEqual({ ok: true, value: 1 });
    });
  });

  describe('memory is limited', () => {
    test.each([
      'var m = []; for (;;) m.push([1, 2, 3])',
      'var m = []; for (;;) m.push(new ArrayBuffer(1 << 20))',
      'var s = "x"; for (var i = 0; i < 27; i++) s = s + s; s.toUpperCase()',
      'var p = {}; for (;;) p = {p: p}',
    ])('%s', async (source) => {
      expect(await kindOf(source, 4000)).toBe('memory');
    });
  });

  describe('deep nesting is refused', () => {
    test.each([
      ['(function f() { return f() + 1 })()', 'RangeError'],
      ['var o = {get x() { return this.x }}; o.x', 'RangeError'],
      ['[1, 2].sort(function f() { return [1, 2].sort(f) })', 'RangeError'],
      ['var z = {}; z.toString = function () { return "" + z }; "" + z', 'RangeError'],
      ['new RegExp(Array(100000).join("(?:"))', 'SyntaxError'],
    ])('%s', async (source, kind) => {
      expect(await kindOf(source)).toBe(kind);
    });

    // These can exhaust the stack of the host before that of the engine; then the session is over, as when a budget is used up.
    test.each([
      'eval(Array(100000).join("["))',
      'eval(Array(100000).join("("))',
      'JSON.parse(Array(100000).join("["))',
    ])('%s', async (source) => {
      expect(['RangeError', 'budget']).toContain(await kindOf(source));
    });
  });

  describe('nothing of the host can be reached', () => {
    test.each([
      'typeof process',
      'typeof require',
      'typeof console',
      'typeof WebAssembly',
      'typeof setTimeout',
      'typeof fetch',
      'typeof (function () {}).constructor.constructor("return process")',
      'In.constructor.constructor("return typeof process")()',
      'In.constructor === Function',
      'Object.getPrototypeOf(In) === Function.prototype',
    ])('%s', async (source) => {
      const engine = await make();
      engine.expose('In', () => true);
      const result = engine.run(engine.compile(source, 'expression'));
      const told = result.ok ? result.value : result.failure.message;
      expect([true, 'undefined', 'function', 'process is not defined', 'invalid property access']).toContain(
        told,
      );
      if (source.startsWith('typeof') && !source.includes('constructor')) expect(told).toBe('undefined');
    });

    test('modules cannot be loaded', async () => {
      const engine = await make();
      expect(engine.run(engine.compile('import("node:fs")', 'expression')).ok).toBe(true);
      expect(engine.run(engine.compile('import x from "node:fs"', 'script'))).toMatchObject({
        failure: { kind: 'SyntaxError' },
      });
    });

    test('a poisoned prototype stays in its own session', async () => {
      const poisoned = await make();
      poisoned.run(
        poisoned.compile(
          'Object.prototype.polluted = 1; Array.prototype.join = null; JSON.parse = null;',
          'script',
        ),
      );
      const next = await make();
      expect(
        next.run(next.compile('typeof {}.polluted + [1, 2].join() + JSON.parse("3")', 'expression')),
      ).toEqual({
        ok: true,
        value: 'undefined1,23',
      });
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    });
  });

  describe('the sandbox survives', () => {
    test.each(['for (;;) {}', 'var m = []; for (;;) m.push([1]); ', '(function f() { f() })()'])(
      '%s',
      async (source) => {
        const engine = await make({ limits: { memory: 8 * 1024 * 1024, instructions: 60, wall: 60_000 } });
        engine.define('kept', 5);
        expect(engine.run(engine.compile(source, 'script')).ok).toBe(false);
        engine.run(engine.compile('m = null', 'script'));
        expect(engine.run(engine.compile('kept + 1', 'expression'))).toEqual({ ok: true, value: 6 });
      },
    );

    test('a built-in that cannot be stopped in an orderly way ends its own session only', async () => {
      const limits = { memory: 8 * 1024 * 1024, instructions: 60, wall: 60_000 };
      const engine = await make({ limits });
      engine.run(engine.compile('var a = []; a.length = 4294967295; a.join("")', 'script'));
      expect(engine.run(engine.compile('1', 'expression'))).toMatchObject({ failure: { kind: 'budget' } });
      const next = await make({ limits });
      expect(next.run(next.compile('1', 'expression'))).toEqual({ ok: true, value: 1 });
    });
  });

  /** A session of its own, with what the interpreter gives to a page. */
  async function pageSession(es5: boolean, instructions: number): Promise<ScriptEngine> {
    const engine = await make({ es5, limits: { memory: 8 * 1024 * 1024, instructions, wall: 60_000 } });
    engine.define('kept', { a: [1] });
    engine.define('_sessionid', 'id', true);
    engine.expose('host', (...args) => ({ got: args }));
    const change = engine.defineLazy('lazy', () => ({ list: [1, 2], name: 'x' }), ['list', 'name']);
    change();
    return engine;
  }

  /** A session answers, whatever ran in it or beside it. */
  function expectAnswers(engine: ScriptEngine): void {
    const calls = [
      () => engine.run(engine.compile('kept', 'expression')),
      () => engine.run(engine.compile('host(1, {})', 'expression')),
      () => engine.run(engine.compile('nowhere', 'expression')),
      () => engine.run(engine.compile('kept.a', 'assignment', '[NaN]')),
      () => engine.assign(engine.compile('kept', 'location'), { b: [undefined] }),
    ];
    for (const call of calls) expect(call()).toHaveProperty('ok');
    engine.define('later', { c: [Number.NaN] });
    engine.expose('afterwards.f', () => 1);
    engine.openScope(1, { d: [1] });
    engine.closeScope(1);
  }

  async function expectUnharmed(): Promise<void> {
    const next = await pageSession(true, 60);
    const source =
      '[kept.a[0], host(2).got[0], lazy.list.join(), JSON.stringify({a: [1]}), typeof ({}).polluted]';
    const expected = [1, 2, '1,2', '{"a":[1]}', 'undefined'];
    expect(next.run(next.compile(source, 'expression'))).toEqual({ ok: true, value: expected });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    expect(JSON.stringify([new Date(0), [1].concat(2)])).toBe('["1970-01-01T00:00:00.000Z",[1,2]]');
  }

  const cases = [
    ...hostileScripts.map((each) => ({ ...each, es5: true, realm: 'ES5' })),
    ...newerHostileScripts.map((each) => ({ ...each, es5: false, realm: 'newer' })),
  ];

  test.each(cases)('$realm: $about ends as it must', async ({ source, ends, es5 }) => {
    const instructions = ends.includes('budget') ? 40 : 700;
    const engine = await pageSession(es5, instructions);
    const result = engine.run(engine.compile(source, 'script'));
    expect(ends).toContain(result.ok ? 'none' : result.failure.kind);
    if (!result.ok) {
      expect(result.failure.message.length).toBeLessThan(600);
      expect(result.failure.line).toBeLessThan(3);
    }
    expect(engine.spent).toBeLessThanOrEqual(instructions + 102);
    expectAnswers(engine);
    await expectUnharmed();
  });

  test.each([
    ...trappedData.map((source) => ({ source, es5: true })),
    ...newerTrappedData.map((source) => ({ source, es5: false })),
  ])('$source is read without harm (es5: $es5)', async ({ source, es5 }) => {
    const taken: Plain[] = [];
    const engine = await pageSession(es5, 30);
    engine.expose('take', (value) => {
      taken.push(value);
      return value;
    });
    const results = [
      engine.run(engine.compile(source, 'expression')),
      engine.run(engine.compile(source, 'condition')),
      engine.run(engine.compile('kept', 'assignment', source)),
      engine.run(engine.compile('kept', 'expression')),
      engine.run(engine.compile(`take(${source})`, 'expression')),
      engine.run(engine.compile(`throw ${source}`, 'script')),
    ];
    for (const result of results) {
      // What was handed over is plain: it can be written and read as JSON, and owns what it has.
      if (result.ok) expect(() => JSON.stringify(result.value)).not.toThrow();
      else expect(result.failure.message.length).toBeLessThan(600);
    }
    expect(() => JSON.stringify(taken)).not.toThrow();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expectAnswers(engine);
    await expectUnharmed();
  });

  test.each(escapes)('no way out: %s', async (source) => {
    for (const es5 of [true, false]) {
      const engine = await pageSession(es5, 60);
      const result = engine.run(engine.compile(source, 'expression'));
      if (result.ok) expect(typeof result.value === 'boolean' ? result.value : 'other').toBe(true);
      else expect(['SyntaxError', 'TypeError', 'ReferenceError']).toContain(result.failure.kind);
    }
  });

  test('what a promise would do later is never done', async () => {
    const engine = await pageSession(false, 60);
    const later = `var log = []; Promise.resolve().then(function () { log.push('then') });
      (async function () { log.push('start'); await null; log.push('after') })();
      import('node:fs').then(function () { log.push('module') }, function () { log.push('no module') });`;
    expect(engine.run(engine.compile(later, 'script')).ok).toBe(true);
    expectAnswers(engine);
    expect(engine.run(engine.compile('log', 'expression'))).toEqual({ ok: true, value: ['start'] });
  });
});
