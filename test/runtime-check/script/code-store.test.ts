// Sessions of one process share compiled code: nothing of that may be seen from inside a session.
import { describe, expect, test } from 'vitest';
import { defaultScriptLimits } from '../../../src/runtime-check/script/engine.js';
import type {
  Compiled,
  ScriptEngine,
  ScriptEngineFactory,
} from '../../../src/runtime-check/script/engine.js';
import { loadQuickJsEmscripten } from '../../../src/runtime-check/script/quickjs-emscripten.js';
import { loadQuickJs } from '../../../src/runtime-check/script/quickjs-wasi.js';
import { engineNames, startOfTime, wasmOf, type EngineName } from '../load-engine.js';

const still = (): number => 0;
const fresh = (name: EngineName): Promise<ScriptEngineFactory> =>
  name === 'quickjs-wasi'
    ? loadQuickJs(() => wasmOf(name), still)
    : loadQuickJsEmscripten(() => wasmOf(name), still);

const sessionOf = (factory: ScriptEngineFactory, instructions = 400): ScriptEngine =>
  factory({
    limits: { ...defaultScriptLimits, memory: 16 * 1024 * 1024, instructions },
    now: () => startOfTime,
    zoneOffset: () => 0,
    seed: 1,
    es5: false,
  });

/** Kinds and sources of what a page may hold, good and bad. */
const pieces: readonly (readonly [kind: Compiled['kind'], source: string, value?: string])[] = [
  ['script', 'var n = 1; function twice(x) { return 2 * x; }'],
  ['script', 'n = twice(n)'],
  ['expression', 'n'],
  ['condition', 'n > 1'],
  ['assignment', 'n', 'n + 40'],
  ['expression', 'n + /a(b)/.exec("ab")[1] + `${n}`'],
  ['expression', 'undeclared'],
  ['expression', '\n  null.x'],
  ['expression', '1 +'],
  ['script', 'var = 1'],
  ['location', 'f('],
  ['assignment', 'n', '\n null.y'],
  ['assignment', 'undeclared', '1'],
  ['expression', '(function () { try { null.x } catch (e) { return e.stack } })()'],
];

const resultsOf = (engine: ScriptEngine): readonly unknown[] => [
  ...pieces.map(([kind, source, value]) => engine.run(engine.compile(source, kind, value))),
  engine.spent,
];

describe.each(engineNames)('%s', (name) => {
  test('a session gives the same, whatever ran before it', async () => {
    const first = resultsOf(sessionOf(await fresh(name)));
    const used = await fresh(name);
    const before = sessionOf(used);
    for (const source of ['var z = 1', 'function twice() { return "other" }', 'n = twice()']) {
      before.run(before.compile(source, 'script'));
    }
    expect(resultsOf(sessionOf(used))).toEqual(first);
    expect(resultsOf(sessionOf(used))).toEqual(first);
  });

  test('what a session makes of shared code stays with it', async () => {
    const factory = await fresh(name);
    const [one, other] = [sessionOf(factory), sessionOf(factory)];
    const source = '(function () { var f = function () {}; f.count = (f.count || 0) + 1; return f.count })()';
    for (const engine of [one, one, other]) {
      expect(engine.run(engine.compile(source, 'expression'))).toEqual({ ok: true, value: 1 });
    }
    one.run(one.compile('Object.prototype.mark = 1; var kept = 1', 'script'));
    expect(other.run(other.compile('typeof kept + typeof ({}).mark', 'expression'))).toEqual({
      ok: true,
      value: 'undefinedundefined',
    });
  });

  test('a text that is accepted as a script is not accepted as another kind of code for that', async () => {
    const engine = sessionOf(await fresh(name));
    const source = '1\n)}); (function(){return (2';
    const whole = `(function(){return (${source}\n)})`;
    expect(engine.run(engine.compile(whole, 'script')).ok).toBe(true);
    expect(engine.run(engine.compile(source, 'expression'))).toMatchObject({
      ok: false,
      failure: { kind: 'SyntaxError', line: 2 },
    });
  });

  test('code that breaks what compiles it ends its own session alone', async () => {
    const factory = await fresh(name);
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const engine = sessionOf(factory);
    expect(engine.run(engine.compile(deep, 'expression')).ok).toBe(false);
    const next = sessionOf(factory);
    expect(next.run(next.compile('1 + 1', 'expression'))).toEqual({ ok: true, value: 2 });
    const again = sessionOf(factory);
    expect(again.run(again.compile(deep, 'expression')).ok).toBe(false);
  });
});
