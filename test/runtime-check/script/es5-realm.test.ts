// The realm of the ors dialect: ES5.1 and nothing newer.
import { describe, expect, test } from 'vitest';
import { es5Surface } from '../../../src/runtime-check/script/es5-surface.js';
import type { Plain, ScriptEngine, ScriptOptions } from '../../../src/runtime-check/script/engine.js';
import { engineNames, newEngine } from '../load-engine.js';

/** Newer properties that the engine does not let go. */
const fixed = ['EPSILON', 'MAX_SAFE_INTEGER', 'MIN_SAFE_INTEGER'];

describe.each(engineNames)('%s', (name) => {
  const make = (options?: Partial<ScriptOptions>): Promise<ScriptEngine> => newEngine(options, name);
  async function value(source: string): Promise<Plain> {
    const engine = await make({ es5: true });
    const result = engine.run(engine.compile(source, 'expression'));
    if (!result.ok) throw new Error(`${source}: ${result.failure.message}`);
    return result.value;
  }
  describe('what is newer is gone', () => {
    test.each(Object.entries(es5Surface))('%s', async (path, listed) => {
      const names = await value(`Object.getOwnPropertyNames(${path === '' ? 'this' : path})`);
      const extra = (names as string[]).filter((name) => !listed.includes(name) && !fixed.includes(name)); // a list of names
      expect(extra).toEqual([]);
    });

    test.each([
      ...[
        'Symbol',
        'Promise',
        'Map',
        'Set',
        'WeakMap',
        'Proxy',
        'Reflect',
        'ArrayBuffer',
        'Uint8Array',
        'BigInt',
        'globalThis',
      ],
      ...[
        'Iterator',
        'queueMicrotask',
        'performance',
        'structuredClone',
        'atob',
        'WeakRef',
        'AggregateError',
        'InternalError',
      ],
    ])('%s', async (name) => {
      expect(await value(`typeof ${name}`)).toBe('undefined');
    });

    test.each([
      ...[
        '"abc".includes("b")',
        '"a".padStart(3)',
        '"a".repeat(2)',
        '"abc".startsWith("a")',
        '" a".trimStart()',
        '"abc".at(0)',
      ],
      ...[
        '[1].includes(1)',
        '[1].find(Boolean)',
        '[1].flat()',
        '[1].fill(0)',
        'Array.from("a")',
        'Array.of(1)',
      ],
      ...[
        'Object.assign({}, {})',
        'Object.entries({})',
        'Object.values({})',
        'Number.isInteger(1)',
        'Math.trunc(1.5)',
      ],
      ...[
        '({}).__defineGetter__("a", function () {})',
        'JSON.rawJSON(1)',
        '"a".matchAll(/a/g)',
        'new Error("a").toSource()',
      ],
    ])('%s fails', async (source) => {
      const engine = await make({ es5: true });
      expect(engine.run(engine.compile(source, 'expression'))).toMatchObject({
        ok: false,
        failure: { kind: 'TypeError' },
      });
    });
  });

  describe('what ES5 has works', () => {
    test.each<[string, Plain]>([
      ["'a1b2'.replace(/[0-9]/g, 'x')", 'axbx'],
      ["'aXbX'.replace(/x/gi, function (m) { return m + '!' })", 'aX!bX!'],
      ["'a, b;c'.split(/[,;] ?/).join('|')", 'a|b|c'],
      ["'abcabc'.match(/b/g).length", 2],
      ["/(\\d+)-(\\d+)/.exec('tel 12-34')[2]", '34'],
      ["'abc'.search(/c/)", 2],
      ["'abcdef'.substr(1, 2) + ' x '.trim()", 'bcx'],
      ['[3, 1, 2].sort().concat([9]).map(function (x) { return x * 2 }).join()', '2,4,6,18'],
      ['[1, 2, 3].filter(function (x) { return x > 1 }).reduce(function (a, b) { return a + b }, 0)', 5],
      ['Object.keys({a: 1, b: 2}).indexOf("b")', 1],
      ['JSON.stringify(JSON.parse("{\\"a\\":[1,2]}"))', '{"a":[1,2]}'],
      ['new Date(Date.UTC(2026, 0, 2)).toISOString()', '2026-01-02T00:00:00.000Z'],
      ['parseInt("0x1f") + parseFloat("1.5")', 32.5],
      ['(function () { return typeof arguments })()', 'object'],
      ['(function () { return this.parseInt === parseInt })()', true],
      ['new Function("a", "return a + 1")(1)', 2],
      ['(0).toFixed(2) + (255).toString(16)', '0.00ff'],
      ['escape("ä") + unescape("%20") + encodeURIComponent("ä")', '%E4 %C3%A4'],
      ['Math.max.apply(null, [1, 5, 3])', 5],
      [
        '(function () { try { null.x } catch (e) { return e instanceof TypeError && e.message.length > 0 } })()',
        true,
      ],
      ['Object.prototype.toString.call([]) + Array.isArray([])', '[object Array]true'],
      ['(function f(n) { return n < 2 ? 1 : n * f(n - 1) })(10)', 3628800],
    ])('%s', async (source, expected) => {
      expect(await value(source)).toEqual(expected);
    });
  });
});
