// How the sandbox tells what went wrong: kind, message, and the place in the text that the page wrote.
import { describe, expect, test } from 'vitest';
import type {
  Compiled,
  ScriptEngine,
  ScriptFailure,
  ScriptOptions,
} from '../../../src/runtime-check/script/engine.js';
import { engineNames, newEngine } from '../load-engine.js';

function failure(
  engine: ScriptEngine,
  kind: Compiled['kind'],
  source: string,
  value?: string,
): ScriptFailure {
  const result = engine.run(engine.compile(source, kind, value));
  if (result.ok) throw new Error(`"${source}" did not fail`);
  return result.failure;
}

describe.each(engineNames)('%s', (name) => {
  const make = (options?: Partial<ScriptOptions>): Promise<ScriptEngine> => newEngine(options, name);
  describe('failures', () => {
    test.each<[Compiled['kind'], string, ScriptFailure['kind'], string | RegExp]>([
      ['expression', 'nowhere', 'ReferenceError', /^'?nowhere'? is not defined$/],
      ['expression', 'null.x', 'TypeError', "cannot read property 'x' of null"],
      ['expression', 'new Array(-1)', 'RangeError', 'invalid array length'],
      ['script', 'throw new Error("mine")', 'Error', 'mine'],
      ['script', 'throw "text"', 'Error', 'text'],
      ['script', 'throw {code: 5}', 'Error', '{"code":5}'],
      ['script', 'throw null', 'Error', 'null'],
      ['script', 'throw undefined', 'Error', 'undefined'],
      ['script', 'decodeURI("%")', 'Error', 'URIError: expecting hex digit'],
      ['expression', 'eval("1 +")', 'SyntaxError', "unexpected token in expression: ''"],
    ])('%s %s', async (kind, source, expected, message) => {
      expect(failure(await make(), kind, source)).toMatchObject({
        kind: expected,
        message: typeof message === 'string' ? message : (expect.stringMatching(message) as string), // stands in for a text
      });
    });

    test('the place is one in the text of the page', async () => {
      const engine = await make();
      // One engine points at the beginning of the expression, the other one at the property that cannot be read.
      const column = name === 'quickjs-wasi' ? 3 : 6;
      expect(failure(engine, 'script', 'var a = 1;\n  a.b.c;')).toMatchObject({ line: 2, column });
      expect(failure(engine, 'expression', 'nowhere')).toMatchObject({ line: 1, column: 1 });
      expect(failure(engine, 'condition', '1 && nowhere')).toMatchObject({ line: 1, column: 6 });
      expect(failure(engine, 'expression', '1 +\n nowhere')).toMatchObject({ line: 2 });
      expect(failure(engine, 'script', 'var a;\nvar = 1;')).toMatchObject({ kind: 'SyntaxError', line: 2 });
    });

    test('an assignment says which half failed', async () => {
      const engine = await make();
      engine.define('a', 1);
      expect(failure(engine, 'assignment', 'a', 'nowhere')).toMatchObject({
        kind: 'ReferenceError',
        inValue: true,
      });
      expect(failure(engine, 'assignment', 'nowhere', 'a')).not.toHaveProperty('inValue');
    });

    test('a failure inside a function is placed at the call, when the function stands elsewhere', async () => {
      const engine = await make();
      engine.run(engine.compile('\n\n\nfunction broken() { return missing; }', 'script'));
      expect(failure(engine, 'expression', '1 + broken()')).toMatchObject({
        kind: 'ReferenceError',
        line: 1,
      });
    });

    test.each([
      '1; 2',
      '1), (2',
      '1)})(); (function(){return (2',
      'a], [b',
      '',
      ' ',
      '// nothing',
      'var x',
      'return 1',
      '...a',
      ',',
    ])('more or less than one expression is a syntax error: %s', async (source) => {
      const engine = await make();
      for (const kind of ['expression', 'condition', 'location'] as const) {
        expect(failure(engine, kind, source).kind).toBe('SyntaxError');
      }
    });

    test('a comment may close an expression', async () => {
      const engine = await make();
      expect(engine.run(engine.compile('1 + 1 // two', 'expression'))).toEqual({ ok: true, value: 2 });
    });

    test('an exception that throws when it is read is still told', async () => {
      const engine = await make();
      const poisoned =
        'throw {get name() { throw 1; }, get message() { throw 2; }, toString: function () { throw 3; }}';
      expect(failure(engine, 'script', poisoned).kind).toBe('Error');
      expect(failure(engine, 'script', 'throw {get name() { for (;;); }}').kind).toBe('budget');
      expect(engine.run(engine.compile('1', 'expression')).ok).toBe(true);
    });

    test('after its end a session runs nothing', async () => {
      const engine = await make();
      engine.dispose();
      expect(failure(engine, 'expression', '1').message).toBe('The session is over');
    });
  });
});
