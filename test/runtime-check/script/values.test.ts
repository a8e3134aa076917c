// What crosses the border of the sandbox, and what page scripts share with each other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plain, ScriptEngine, ScriptOptions } from '../../../src/runtime-check/script/engine.js';
import { packPlain, unpackPlain } from '../../../src/runtime-check/script/plain-text.js';
import { engineNames, newEngine, startOfTime } from '../load-engine.js';

function value(engine: ScriptEngine, source: string): Plain {
  const result = engine.run(engine.compile(source, 'expression'));
  if (!result.ok) throw new Error(`${source}: ${result.failure.kind} ${result.failure.message}`);
  return result.value;
}

describe.each(engineNames)('%s', (name) => {
  const make = (options?: Partial<ScriptOptions>): Promise<ScriptEngine> => newEngine(options, name);
  describe('values that leave the sandbox', () => {
    test.each<[string, Plain]>([
      ['undefined', undefined],
      ['null', null],
      ['1 < 2', true],
      ['0.1 + 0.2', 0.1 + 0.2],
      ['NaN', Number.NaN],
      ['-Infinity', -Infinity],
      ["''", ''],
      ["'a\\u0000b'", 'a\u0000b'],
      ["'grün 😀'", 'grün 😀'],
      ["'\\ud800'", '\ud800'],
      ['({a: [1, {b: null}], c: true})', { a: [1, { b: null }], c: true }],
      ['[NaN, Infinity, -Infinity]', [Number.NaN, Infinity, -Infinity]],
      ['[undefined, 1]', [undefined, 1]],
      ['({a: undefined, b: 1})', { b: 1 }],
      ['(function () {})', undefined],
      ['[function () {}]', [undefined]],
      ['new Date(0)', '1970-01-01T00:00:00.000Z'],
      ['({at: new Date(0), not: NaN})', { at: '1970-01-01T00:00:00.000Z', not: Number.NaN }],
      ["new Error('lost')", { name: 'Error', message: 'lost' }],
      ['Symbol.iterator', undefined],
      ['123n', '123'],
      ['({get x() { throw 1; }, y: 2})', { y: 2 }],
      ['(function () { var a = {b: 1}; a.self = a; return a; })()', { b: 1, self: null }],
      ['Object.create({inherited: 1})', {}],
      ['({"\\u0000#": "x"})', { '\u0000#': 'x' }],
    ])('%s', async (source, expected) => {
      expect(value(await make(), source)).toEqual(expected);
    });

    test('what lies too deep does not leave it', async () => {
      const engine = await make();
      const deep = '(function () { var a = []; for (var i = 0; i < 500; i++) a = [a]; return a; })()';
      const result = engine.run(engine.compile(deep, 'expression'));
      expect(result).toMatchObject({ ok: false, failure: { kind: 'RangeError' } });
    });

    test('page scripts cannot change how values are read', async () => {
      const engine = await make();
      const poison = `Array.isArray = Object.keys = JSON.stringify = JSON.parse = function () { throw new Error('poisoned'); };
      Error.prepareStackTrace = function () { throw new Error('poisoned'); };
      Object.defineProperty(Object.prototype, 'value', {get: function () { throw new Error('poisoned'); }});`;
      expect(engine.run(engine.compile(poison, 'script'))).toEqual({ ok: true, value: undefined });
      expect(value(engine, '({a: [1, NaN]})')).toEqual({ a: [1, Number.NaN] });
      expect(engine.assign(engine.compile('given', 'location'), [1]).ok).toBe(false);
      engine.define('given', null);
      expect(engine.assign(engine.compile('given', 'location'), [2, { b: Number.NaN }]).ok).toBe(true);
      expect(value(engine, 'given')).toEqual([2, { b: Number.NaN }]);
      expect(engine.run(engine.compile('nowhere', 'expression'))).toMatchObject({
        failure: { kind: 'ReferenceError' },
      });
    });
  });

  const plain = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Plain>;

  describe('values that enter the sandbox', () => {
    test('come back as they were', async () => {
      const engine = await make();
      engine.define('given', null);
      const location = engine.compile('given', 'location');
      fc.assert(
        fc.property(plain, (given) => {
          expect(engine.assign(location, given).ok).toBe(true);
          // JSON does not tell -0 from 0.
          expect(JSON.stringify(value(engine, 'given'))).toBe(JSON.stringify(given));
        }),
        { numRuns: 200 },
      );
    });

    test('packing keeps what JSON drops', () => {
      for (const given of [
        undefined,
        [undefined],
        Number.NaN,
        { a: [Infinity, null] },
        'null',
        ['\ud800', '\u0000#'],
      ]) {
        expect(unpackPlain(packPlain(given))).toEqual({ value: given });
      }
    });

    test('assignments follow the path, and fail where there is none', async () => {
      const engine = await make();
      engine.define('a', { b: [1] });
      expect(engine.assign(engine.compile("a['b'][0]", 'location'), { c: 2 }).ok).toBe(true);
      expect(value(engine, 'a.b[0].c')).toBe(2);
      expect(engine.assign(engine.compile('a.x.y', 'location'), 1)).toMatchObject({
        failure: { kind: 'TypeError' },
      });
      expect(engine.assign(engine.compile('undeclared', 'location'), 1)).toMatchObject({
        failure: { kind: 'ReferenceError' },
      });
      expect(engine.assign(engine.compile('1 + a', 'location'), 1)).toMatchObject({
        failure: { kind: 'SyntaxError' },
      });
    });

    test('variables of any name can be assigned to', async () => {
      const engine = await make();
      for (const name of ['v', 'value', 'host', 'arguments_', 'a0']) {
        engine.define(name, 0);
        expect(engine.run(engine.compile(name, 'assignment', `'${name}'`)).ok).toBe(true);
        expect(value(engine, name)).toBe(name);
      }
    });
  });

  describe('globals', () => {
    test('variables and functions of scripts stay', async () => {
      const engine = await make();
      const script = engine.compile(
        'var count = (typeof count === "number" ? count : 0) + 1; function twice() { return count * 2; }',
        'script',
      );
      engine.run(script);
      engine.run(script);
      expect(value(engine, 'twice()')).toBe(4);
      expect(value(engine, 'this.count')).toBe(2);
    });

    test('what is read-only stays as it is', async () => {
      const engine = await make();
      engine.define('fixed', 'x', true);
      expect(engine.assign(engine.compile('fixed', 'location'), 'y')).toMatchObject({
        failure: { kind: 'TypeError' },
      });
      engine.run(engine.compile('fixed = "z"; delete fixed;', 'script'));
      expect(value(engine, 'fixed')).toBe('x');
    });

    test('a lazy variable is asked for once after each change', async () => {
      const engine = await make();
      let asked = 0;
      const forget = engine.defineLazy('_event', () => ({ name: `event${++asked}` }), ['name', 'data']);
      expect(value(engine, 'typeof _event')).toBe('undefined');
      forget();
      expect(value(engine, '_event.name + _event.name + ("data" in _event)')).toBe('event1event1true');
      forget();
      forget();
      expect(value(engine, '_event.name')).toBe('event2');
      expect(engine.assign(engine.compile('_event', 'location'), 1)).toMatchObject({
        failure: { kind: 'TypeError' },
      });
      expect(asked).toBe(2);
    });

    test('host functions stand under their path and take plain data only', async () => {
      const engine = await make();
      const calls: (readonly Plain[])[] = [];
      engine.define('_genesys', { ixn: { kinds: ['voice'] } }, true);
      engine.expose('_genesys.ixn.setuData', (...args) => {
        calls.push(args);
        return { done: [Number.NaN, args.length] };
      });
      engine.expose('In', (id) => id === 'a');
      expect(value(engine, '_genesys.ixn.setuData({a: 1, f: function () {}}, undefined, "x")')).toEqual({
        done: [Number.NaN, 3],
      });
      expect(calls).toEqual([[{ a: 1 }, undefined, 'x']]);
      expect(value(engine, 'In("a") && !In("b") && _genesys.ixn.kinds[0] === "voice"')).toBe(true);
      engine.run(engine.compile('In = null; _genesys.ixn.setuData = null;', 'script'));
      expect(value(engine, 'typeof In + typeof _genesys.ixn.setuData')).toBe('functionfunction');
    });

    test('a host function may run scripts itself', async () => {
      const engine = await make();
      engine.define('x', 1);
      engine.expose('change', () => {
        engine.assign(engine.compile('x', 'location'), 5);
        return value(engine, 'x + 1');
      });
      expect(value(engine, 'change() + x')).toBe(11);
    });

    test('a defect of a host function is not hidden, and the sandbox goes on', async () => {
      const engine = await make();
      engine.expose('broken', () => {
        throw new Error('internal: broken');
      });
      expect(() => value(engine, '(function () { try { broken() } catch (e) { return 1 } })()')).toThrow(
        'internal: broken',
      );
      expect(value(engine, '1 + 1')).toBe(2);
    });
  });

  describe('time and chance', () => {
    test('the date is virtual time, in the zone of the scenario', async () => {
      let now = startOfTime;
      const engine = await make({
        now: () => now,
        zoneOffset: (at) => (at < Date.UTC(2026, 2, 29, 1) ? 60 : 120),
      });
      expect(value(engine, 'Date.now()')).toBe(startOfTime);
      expect(value(engine, 'new Date().getHours()')).toBe(10);
      expect(value(engine, 'new Date(2026, 5, 1, 12).toISOString()')).toBe('2026-06-01T10:00:00.000Z');
      now += 90_500;
      expect(value(engine, 'Date.now()')).toBe(startOfTime + 90_500);
    });

    test('random numbers follow from the seed alone', async () => {
      const draw = '[Math.random(), Math.random(), Math.random()]';
      const first = value(await make({ seed: 7 }), draw);
      expect(value(await make({ seed: 7 }), draw)).toEqual(first);
      expect(value(await make({ seed: 8 }), draw)).not.toEqual(first);
      expect((first as number[]).every((number) => number >= 0 && number < 1)).toBe(true); // a list of numbers
    });
  });
});
