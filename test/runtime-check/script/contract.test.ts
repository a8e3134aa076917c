// Both implementations of the sandbox under one contract, case by case.
import { describe, expect, test } from 'vitest';
import type { Plain, ScriptEngine, ScriptOptions } from '../../../src/runtime-check/script/engine.js';
import { loadQuickJsEmscripten } from '../../../src/runtime-check/script/quickjs-emscripten.js';
import { loadQuickJs } from '../../../src/runtime-check/script/quickjs-wasi.js';
import { engineNames, loadEngine, newEngine, startOfTime, wasmOf } from '../load-engine.js';
import {
  absentGlobals,
  absentMembers,
  failureOf,
  noExpressions,
  places,
  runScript,
  valueOf,
  valuesIn,
  valuesOut,
} from './contract.js';

describe.each(engineNames)('%s', (name) => {
  const make = (options?: Partial<ScriptOptions>): Promise<ScriptEngine> => newEngine(options, name);

  describe('values', () => {
    test.each(valuesOut)('%s leaves', async (source, expected) => {
      expect(valueOf(await make(), source)).toEqual(expected);
    });

    test.each(valuesOut)('%s is handed to a host function', async (source, expected) => {
      const engine = await make();
      const taken: Plain[] = [];
      engine.expose('take', (value) => {
        taken.push(value);
      });
      runScript(engine, `take(${source})`);
      expect(taken).toEqual([expected]);
    });

    test('enter and come back, by assignment, as a global, and from a host function', async () => {
      const engine = await make();
      engine.define('target', null);
      const location = engine.compile('target', 'location');
      let given: Plain;
      engine.expose('give', () => given);
      for (const [index, value] of valuesIn.entries()) {
        given = value;
        expect(engine.assign(location, value)).toEqual({ ok: true, value: undefined });
        expect(valueOf(engine, 'target')).toEqual(value);
        engine.define(`global${index}`, value);
        expect(valueOf(engine, `global${index}`)).toEqual(value);
        expect(valueOf(engine, 'give()')).toEqual(value);
      }
    });

    test('nest up to a depth, and are refused beyond it', async () => {
      const engine = await make();
      runScript(
        engine,
        'function deep(n) { var a = [], i; for (i = 1; i < n; i++) a = i % 2 ? [a] : {a: a}; return a; }',
      );
      expect(engine.run(engine.compile('deep(350)', 'expression')).ok).toBe(true);
      expect(failureOf(engine, 'expression', 'deep(500)').kind).toBe('RangeError');
      expect(['RangeError', 'budget']).toContain(failureOf(engine, 'expression', 'deep(100000)').kind);
    });

    test('a truth is told of a condition, whatever its value', async () => {
      const engine = await make();
      const truths = ['1', "'0'", '[]', '({})', 'new Boolean(false)', '0', "''", 'null', 'NaN', 'undefined'];
      const told = truths.map((source) => engine.run(engine.compile(source, 'condition')));
      const expected = [true, true, true, true, true, false, false, false, false, false];
      expect(told).toEqual(expected.map((value) => ({ ok: true, value })));
    });
  });

  describe('places of failures', () => {
    test.each(places)('%s %j: %s', async (kind, source, expected, line, from, to) => {
      const found = failureOf(await make(), kind, source);
      expect(found).toMatchObject({ kind: expected, line });
      expect(found.column).toBeGreaterThanOrEqual(from);
      expect(found.column).toBeLessThanOrEqual(to);
    });

    test('an assignment tells its halves apart', async () => {
      const engine = await make();
      engine.define('a', {});
      const inValue = failureOf(engine, 'assignment', 'a.b', '1 +\n nowhere');
      expect(inValue).toMatchObject({ kind: 'ReferenceError', line: 2, inValue: true });
      const inLocation = failureOf(engine, 'assignment', 'nowhere.b', '1');
      expect(inLocation).toMatchObject({ kind: 'ReferenceError', line: 1 });
      expect(inLocation).not.toHaveProperty('inValue');
    });

    test('a failure is told again each time, and in the same words', async () => {
      const engine = await make();
      for (const source of ['nowhere', '1 +', 'null.x']) {
        const code = engine.compile(source, 'expression');
        const first = engine.run(code);
        expect(first.ok).toBe(false);
        expect(engine.run(code)).toEqual(first);
      }
    });
  });

  describe('kinds of code', () => {
    test.each(noExpressions)('%j is not one expression', async (source) => {
      const engine = await make();
      for (const kind of ['expression', 'condition', 'location'] as const) {
        expect(failureOf(engine, kind, source).kind).toBe('SyntaxError');
      }
      expect(failureOf(engine, 'assignment', 'x', source).kind).toBe('SyntaxError');
    });

    test('a script declares for all that comes after it, as often as it runs', async () => {
      const engine = await make();
      const script = engine.compile('var n = (n || 0) + 1; function twice() { return n * 2; } n', 'script');
      for (const turn of [1, 2, 3]) {
        expect(engine.run(script)).toEqual({ ok: true, value: undefined });
        expect(valueOf(engine, '[n, twice(), this.n, typeof this]')).toEqual([
          turn,
          turn * 2,
          turn,
          'object',
        ]);
      }
    });

    test('an expression declares nothing, and has no arguments of ours to reach', async () => {
      const engine = await make();
      expect(valueOf(engine, '(function () { var hidden = 1; return hidden; })()')).toBe(1);
      expect(valueOf(engine, 'typeof hidden')).toBe('undefined');
      expect(valueOf(engine, 'arguments.length')).toBe(0);
    });

    test.each(['a', 'a.b', "a['b']", 'list[1]', '(a)', 'a.b.c'])('%s is a location', async (source) => {
      const engine = await make();
      engine.define('a', { b: { c: 1 } });
      engine.define('list', [1, 2]);
      expect(engine.assign(engine.compile(source, 'location'), 'new').ok).toBe(true);
      expect(valueOf(engine, source)).toBe('new');
      expect(engine.run(engine.compile(source, 'assignment', "'newer' + 1")).ok).toBe(true);
      expect(valueOf(engine, source)).toBe('newer1');
    });

    test.each([
      ['undeclared', 'ReferenceError'],
      ['a.missing.x', 'TypeError'],
      ['fixed', 'TypeError'],
      ['frozen.x', 'TypeError'],
      ['1 + a', 'SyntaxError'],
      ['f()', 'SyntaxError'],
      ['this', 'SyntaxError'],
    ])('%s cannot be assigned to: %s', async (source, kind) => {
      const engine = await make();
      engine.define('a', {});
      engine.define('fixed', 1, true);
      runScript(engine, 'var frozen = Object.freeze({x: 1}); function f() {}');
      const result = engine.assign(engine.compile(source, 'location'), 2);
      // One of the engines finds a call on the left side when it is run only.
      const kinds = source === 'f()' ? ['SyntaxError', 'ReferenceError'] : [kind];
      expect(kinds).toContain(result.ok ? 'none' : result.failure.kind);
    });

    test('a script is no location', async () => {
      const engine = await make();
      expect(engine.assign(engine.compile('var a', 'script'), 1).ok).toBe(false);
    });
  });

  describe('globals', () => {
    test('read-only ones stay, whatever a script tries', async () => {
      const engine = await make();
      engine.define('fixed', { a: 1 }, true);
      for (const attempt of [
        'fixed = 2',
        'delete fixed',
        'var fixed = 3',
        'this.fixed = 4',
        'try { Object.defineProperty(this, "fixed", {value: 5}) } catch (e) {}',
      ]) {
        engine.run(engine.compile(attempt, 'script'));
        expect(valueOf(engine, 'fixed.a')).toBe(1);
      }
      expect(failureOf(engine, 'script', '"use strict"; fixed = 6').kind).toBe('TypeError');
    });

    test('may be defined again by the host unless they are read-only', async () => {
      const engine = await make();
      engine.define('free', 1);
      engine.define('free', 2);
      engine.define('fixed', 1, true);
      engine.define('fixed', 2);
      expect(valueOf(engine, '[free, fixed]')).toEqual([2, 1]);
    });

    test('lazy ones are read when needed, once for each change, with all their fields', async () => {
      const engine = await make();
      let asked = 0;
      let answer: Readonly<Record<string, Plain>> | undefined = { name: 'a', data: [Number.NaN], other: 1 };
      const change = engine.defineLazy(
        '_event',
        () => {
          asked++;
          return answer;
        },
        ['name', 'data', 'sendid'],
      );
      expect(valueOf(engine, 'typeof _event')).toBe('undefined');
      change();
      expect(asked).toBe(0);
      expect(valueOf(engine, 'Object.keys(_event).join() + _event.name')).toBe('name,data,sendida');
      expect(valueOf(engine, '_event === _event && _event.sendid === undefined')).toBe(true);
      expect(valueOf(engine, '_event.data')).toEqual([Number.NaN]);
      expect(asked).toBe(1);
      answer = undefined;
      change();
      change();
      expect(valueOf(engine, '_event')).toBe(undefined);
      expect(asked).toBe(2);
      for (const attempt of ['_event = 1', 'delete _event', 'var _event = 2']) {
        engine.run(engine.compile(attempt, 'script'));
      }
      expect(valueOf(engine, '_event')).toBe(undefined);
    });
  });

  describe('host functions', () => {
    test('stand under their path, and cannot be replaced', async () => {
      const engine = await make();
      engine.expose('a.b.c', (...args) => args.length);
      engine.expose('a.b.d', () => 'd');
      engine.expose('top', () => undefined);
      runScript(engine, 'a = 1; a.b.c = 2; delete a.b.d; top = null;');
      expect(valueOf(engine, '[a.b.c(), a.b.c(undefined, null), a.b.d(), top()]')).toEqual([
        0,
        2,
        'd',
        undefined,
      ]);
      expect(failureOf(engine, 'expression', 'new a.b.c()').kind).toBe('TypeError');
    });

    test('run scripts themselves, in the budget of the script that called them', async () => {
      const engine = await make({ limits: { memory: 16 * 1024 * 1024, instructions: 60, wall: 60_000 } });
      engine.define('x', 1);
      const failures: unknown[] = [];
      engine.expose('again', () => {
        const result = engine.run(engine.compile('x = x + 1; nowhere', 'script'));
        if (!result.ok) failures.push(result.failure.kind);
        return valueOf(engine, 'x * 10');
      });
      engine.expose('forever', () => {
        const result = engine.run(engine.compile('for (;;) {}', 'script'));
        return result.ok ? 'none' : result.failure.kind;
      });
      expect(valueOf(engine, 'again() + again()')).toBe(50);
      expect(failures).toEqual(['ReferenceError', 'ReferenceError']);
      expect(failureOf(engine, 'script', 'try { forever() } catch (e) {}').kind).toBe('budget');
      expect(valueOf(engine, 'x')).toBe(3);
    });

    test('a defect of theirs comes out of the run, not into the script, and the session goes on', async () => {
      const engine = await make();
      engine.expose('broken', () => {
        throw new Error('internal: broken');
      });
      const code = engine.compile('try { broken() } catch (e) { caught = e.message }', 'script');
      expect(() => engine.run(code)).toThrow('internal: broken');
      expect(valueOf(engine, '1 + 1')).toBe(2);
    });

    test('refuse values that lie too deep', async () => {
      const engine = await make();
      let calls = 0;
      engine.expose('take', () => ++calls);
      const source = 'var d = []; for (var i = 0; i < 1000; i++) d = [d]; take(d)';
      expect(failureOf(engine, 'script', source).message).toMatch(/too deeply/);
      expect(calls).toBe(0);
    });
  });

  describe('time and chance', () => {
    const zoned = (at: number): number =>
      at < Date.UTC(2026, 2, 29, 1) || at >= Date.UTC(2026, 9, 25, 1) ? 60 : 120;

    test('the clock stands where the scenario stands', async () => {
      let now = startOfTime;
      const engine = await make({ now: () => now, zoneOffset: zoned });
      const asked = '[Date.now(), new Date().getTime(), +new Date(), Date.parse(Date())]';
      expect(valueOf(engine, asked)).toEqual(Array.from({ length: 4 }, () => startOfTime));
      now += 60 * 60 * 1000;
      expect(valueOf(engine, 'Date.now() - new Date(2026, 2, 2, 10).getTime()')).toBe(60 * 60 * 1000);
    });

    test.each<[string, Plain]>([
      ['new Date(Date.UTC(2026, 0, 15, 12)).getHours()', 13],
      ['new Date(Date.UTC(2026, 6, 15, 12)).getHours()', 14],
      ['new Date(2026, 0, 15, 12).toISOString()', '2026-01-15T11:00:00.000Z'],
      ['new Date(2026, 6, 15, 12).toISOString()', '2026-07-15T10:00:00.000Z'],
      ['new Date(Date.UTC(2026, 2, 29, 0, 59)).getHours()', 1],
      ['new Date(Date.UTC(2026, 2, 29, 1, 0)).getHours()', 3],
      ['new Date(Date.UTC(2026, 9, 25, 0, 59)).getHours()', 2],
      ['new Date(Date.UTC(2026, 9, 25, 1, 0)).getHours()', 2],
      ['new Date(2026, 2, 29, 4).toISOString()', '2026-03-29T02:00:00.000Z'],
      ['new Date(2026, 9, 25, 4).toISOString()', '2026-10-25T03:00:00.000Z'],
      [
        'new Date(2026, 0, 1).getTimezoneOffset() + "," + new Date(2026, 6, 1).getTimezoneOffset()',
        '-60,-120',
      ],
      ['new Date(2026, 6, 1).toString().slice(0, 33)', 'Wed Jul 01 2026 00:00:00 GMT+0200'],
      ['new Date(NaN).getHours()', Number.NaN],
      ['new Date(1e20).getTime()', Number.NaN],
      ['new Date(-8.64e15).getTimezoneOffset()', -60],
    ])('%s', async (source, expected) => {
      expect(valueOf(await make({ zoneOffset: zoned }), source)).toEqual(expected);
    });

    test('a zone may lie west, or off the hour', async () => {
      const engine = await make({ zoneOffset: () => -210 });
      expect(valueOf(engine, 'new Date(0).getTimezoneOffset()')).toBe(210);
      expect(valueOf(engine, 'new Date(1970, 0, 1).toISOString()')).toBe('1970-01-01T03:30:00.000Z');
    });

    test('chance follows from the seed, and a host function may take its place', async () => {
      const draw = '(function () { var l = []; while (l.length < 50) l.push(Math.random()); return l; })()';
      const first = valueOf(await make({ seed: 7 }), draw);
      expect(valueOf(await make({ seed: 7 }), draw)).toEqual(first);
      expect(valueOf(await make({ seed: 8 }), draw)).not.toEqual(first);
      expect(new Set(first as number[]).size).toBe(50); // a list of numbers
      const engine = await make();
      engine.expose('Math.random', () => 0.5);
      expect(valueOf(engine, 'Math.random()')).toBe(0.5);
    });
  });

  describe('the ES5 realm', () => {
    test.each(absentGlobals)('has no global %s', async (global) => {
      const engine = await make({ es5: true });
      expect(valueOf(engine, `typeof ${global}`)).toBe('undefined');
      expect(valueOf(engine, `'${global}' in this`)).toBe(false);
    });

    test('has none of the members that ES5.1 lacks', async () => {
      const engine = await make({ es5: true });
      expect(absentMembers.filter((source) => valueOf(engine, source) !== true)).toEqual([]);
    });

    test('keeps what is newer when it is not asked for', async () => {
      expect(valueOf(await make(), 'typeof Map + typeof "".includes + typeof Symbol')).toBe(
        'functionfunctionfunction',
      );
    });

    test('a prelude runs before anything is taken away, and its functions last', async () => {
      const prelude = `var kept = Object.assign; function twice(x) { return x * 2; }
        Object.defineProperty(Object.prototype, 'toSource', {value: function () { return '(source)'; }});`;
      for (const es5 of [true, false]) {
        const engine = await make({ es5, prelude });
        expect(valueOf(engine, 'twice(21) + ({}).toSource()')).toBe('42(source)');
      }
    });
  });

  describe('scopes', () => {
    const scopes = (...chain: readonly number[]) => ({ chain, variables: [], functions: [] });

    test('names are looked up from the innermost scope outwards', async () => {
      const engine = await make({ es5: true });
      engine.define('x', 'global');
      engine.define('g', 'only global');
      engine.openScope(1, { x: 'outer', list: [Number.NaN] });
      engine.openScope(2, { x: 'inner' });
      const read = (source: string, ...chain: readonly number[]): Plain => {
        const result = engine.run(engine.compile(source, 'expression', undefined, scopes(...chain)));
        return result.ok ? result.value : result.failure.kind;
      };
      expect(read('x', 1, 2)).toBe('inner');
      expect(read('x', 1)).toBe('outer');
      expect(read('[x, g, list]', 1, 2)).toEqual(['inner', 'only global', [Number.NaN]]);
      expect(valueOf(engine, 'x')).toBe('global');
      engine.closeScope(2);
      expect(read('x', 1, 2)).toBe('outer');
      expect(read('nowhere', 1, 2)).toBe('ReferenceError');
    });

    test('scripts declare in the last scope, assignments go where the name is', async () => {
      const engine = await make({ es5: true });
      engine.define('x', 0);
      engine.openScope(1, { y: 1 });
      engine.openScope(2, {});
      const script = engine.compile(
        'var own = f() + y; x = 5; y = 6; function f() { return 10; }',
        'script',
        undefined,
        { chain: [1, 2], variables: ['own', 'f'], functions: ['f'] },
      );
      expect(engine.run(script)).toEqual({ ok: true, value: undefined });
      const own = engine.compile('[own, f(), x, y]', 'expression', undefined, scopes(1, 2));
      expect(engine.run(own)).toEqual({ ok: true, value: [11, 10, 5, 6] });
      expect(engine.assign(engine.compile('own', 'location', undefined, scopes(1, 2)), 'set').ok).toBe(true);
      expect(engine.run(own)).toEqual({ ok: true, value: ['set', 10, 5, 6] });
      expect(valueOf(engine, 'typeof own + typeof f')).toBe('undefinedundefined');
      engine.closeScope(2);
      expect(engine.run(own).ok).toBe(false);
    });

    test('failures in scoped code lie where they lie in the text', async () => {
      const engine = await make();
      engine.openScope(1, {});
      const at = (source: string, kind: 'script' | 'expression'): unknown => {
        const result = engine.run(engine.compile(source, kind, undefined, scopes(1)));
        return result.ok ? 'none' : [result.failure.kind, result.failure.line];
      };
      expect(at('nowhere', 'expression')).toEqual(['ReferenceError', 1]);
      expect(at('1 +\nnowhere', 'expression')).toEqual(['ReferenceError', 2]);
      expect(at('var a;\n\nnowhere;', 'script')).toEqual(['ReferenceError', 3]);
      expect(at('}}}); (function () {{{', 'script')).toEqual(['SyntaxError', 1]);
    });
  });

  describe('budgets', () => {
    const work =
      'var s = 0; for (var i = 0; i < 30000; i++) s += i % 7; "x".concat(s).split("").sort().join();';

    test('the same work costs the same in each session', async () => {
      const spent = async (): Promise<number> => {
        const engine = await make();
        runScript(engine, work);
        runScript(engine, 'new RegExp("(a+)+$").test("aaaaaaaaaaaaaaaaaaab")');
        return engine.spent;
      };
      const first = await spent();
      expect(first).toBeGreaterThan(5);
      expect([await spent(), await spent()]).toEqual([first, first]);
    });

    test('a script has its own, and all of a session have one together', async () => {
      const limits = { memory: 16 * 1024 * 1024, instructions: 400, wall: 60_000 };
      const each = await make({ limits });
      for (let turn = 0; turn < 40; turn++) runScript(each, work);
      expect(each.spent).toBeGreaterThan(60);
      const together = await make({ limits: { ...limits, total: 60 } });
      const results = Array.from({ length: 20 }, () => together.run(together.compile(work, 'script')).ok);
      expect(results[0]).toBe(true);
      expect(results.at(-1)).toBe(false);
    });

    test('wall time ends what the count does not', async () => {
      let clock = 0;
      const load = name === 'quickjs-wasi' ? loadQuickJs : loadQuickJsEmscripten;
      const factory = await load(
        () => wasmOf(name),
        () => (clock += 100),
      );
      const engine = factory({
        limits: { memory: 16 * 1024 * 1024, instructions: 1e9, wall: 1000 },
        now: () => 0,
        zoneOffset: () => 0,
        seed: 1,
        es5: true,
      });
      expect(failureOf(engine, 'script', 'for (;;) {}').kind).toBe('budget');
      expect(engine.spent).toBeLessThan(20);
    });
  });

  describe('sessions', () => {
    test('of one factory are independent of each other', async () => {
      const factory = await loadEngine(name);
      const options: ScriptOptions = {
        limits: { memory: 16 * 1024 * 1024, instructions: 100, wall: 60_000 },
        now: () => 0,
        zoneOffset: () => 0,
        seed: 1,
        es5: true,
      };
      const one = factory(options);
      const other = factory({ ...options, now: () => 5, zoneOffset: () => 60, seed: 2 });
      one.define('x', 'one');
      other.define('x', 'other');
      runScript(one, 'Array.prototype.join = null; Object.prototype.bad = 1; JSON = 1;');
      expect([valueOf(one, 'x'), valueOf(other, 'x')]).toEqual(['one', 'other']);
      expect([valueOf(one, 'Date.now()'), valueOf(other, 'Date.now()')]).toEqual([0, 5]);
      expect(valueOf(other, '[1, 2].join() + JSON.stringify({a: 1}) + typeof ({}).bad')).toBe(
        '1,2{"a":1}undefined',
      );
      expect(failureOf(one, 'script', 'for (;;) {}').kind).toBe('budget');
      one.dispose();
      expect(valueOf(other, 'x')).toBe('other');
      expect(valueOf(factory(options), 'typeof ({}).bad')).toBe('undefined');
    });

    test('code that was compiled for one runs in another', async () => {
      const [one, other] = [await make(), await make()];
      one.define('x', 1);
      other.define('x', 2);
      const code = one.compile('x + 1', 'expression');
      expect([one.run(code), other.run(code)]).toEqual([
        { ok: true, value: 2 },
        { ok: true, value: 3 },
      ]);
    });

    test('live on after failures of each kind', async () => {
      const engine = await make({ limits: { memory: 8 * 1024 * 1024, instructions: 2000, wall: 60_000 } });
      engine.define('kept', 1);
      const failing: readonly (readonly [string, string])[] = [
        ['nowhere', 'ReferenceError'],
        ['throw null', 'Error'],
        ['for (;;) {}', 'budget'],
        ['(function f() { f() })()', 'RangeError'],
        [
          '(function () { var m = []; for (;;) m.push("y" + m.length + new Array(100).join("x")) })()',
          'memory',
        ],
        ['(function () { var b = "x"; while (true) b += b })()', 'memory'],
      ];
      for (const [source, kind] of failing) {
        const found = failureOf(engine, 'script', source).kind;
        // Texts have a greatest length of their own.
        expect(source.includes('b += b') ? ['memory', 'Error', 'RangeError'] : [kind]).toContain(found);
        expect(valueOf(engine, 'kept = kept + 1')).toBeGreaterThan(1);
      }
      expect(valueOf(engine, 'kept')).toBe(1 + failing.length);
    });

    test('say so when the host finds no room in them', async () => {
      const limits = { memory: 2 * 1024 * 1024, instructions: 2000, wall: 60_000 };
      const large = Array.from({ length: 200_000 }, (_, index) => `${index}`);
      const kinds = (engine: ScriptEngine): readonly string[] => {
        const change = engine.defineLazy('lazy', () => ({ large }), ['large']);
        change();
        engine.expose('give', () => large);
        const results = [
          engine.assign(engine.compile('small', 'location'), large),
          engine.assign(engine.compile('small', 'location'), 'x'.repeat(8_000_000)),
          engine.run(engine.compile('give()', 'expression')),
          engine.run(engine.compile('lazy.large', 'expression')),
          engine.run(engine.compile(`'${'y'.repeat(8_000_000)}'`, 'expression')),
        ];
        return results.map((result) => (result.ok ? 'none' : result.failure.kind));
      };
      const memory = Array.from({ length: 5 }, () => 'memory');
      const engine = await make({ limits });
      engine.define('small', 1);
      expect(kinds(engine)).toEqual(memory);
      // Data that a session cannot hold would be missed by its scripts.
      const full = await make({ limits });
      full.define('large', large);
      expect(kinds(full)).toEqual(memory);
      expect(failureOf(full, 'expression', '1').kind).toBe('memory');
      expect(valueOf(await make(), '1')).toBe(1);
    });

    test('after their end run nothing, and say so', async () => {
      const engine = await make();
      engine.define('x', 1);
      const change = engine.defineLazy('lazy', () => ({}), []);
      const code = engine.compile('x', 'expression');
      engine.dispose();
      engine.dispose();
      const over = {
        ok: false,
        failure: { kind: 'Error', message: 'The session is over', line: 0, column: 0 },
      };
      expect(engine.run(code)).toEqual(over);
      expect(engine.assign(engine.compile('x', 'location'), [1])).toEqual(over);
      engine.define('y', [1]);
      engine.expose('f', () => 1);
      engine.openScope(1, { a: 1 });
      engine.closeScope(1);
      change();
      expect(engine.run(code)).toEqual(over);
    });
  });
});
