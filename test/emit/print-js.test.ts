import { parse } from 'acorn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printJs, printStatements, printString } from '../../src/emit/print-js.js';
import * as js from '../../src/mappings/js.js';
import type { Js } from '../../src/mappings/js.js';

const a = js.path('a');
const b = js.path('b');
const c = js.path('c');

describe('printJs', () => {
  it.each<[string, Js, string]>([
    ['left to right or, then and', js.binary(js.binary(a, '||', b), '&&', c), '(a || b) && c'],
    ['and inside or, in the open', js.binary(js.binary(a, '&&', b), '||', c), '(a && b) || c'],
    ['right-leaning minus', js.binary(a, '-', js.binary(b, '-', c)), 'a - (b - c)'],
    ['left-leaning minus', js.binary(js.binary(a, '-', b), '-', c), 'a - b - c'],
    ['comparison of comparisons', js.binary(js.binary(a, '<', b), '==', js.number(1)), 'a < b == 1'],
    ['equality in equality', js.binary(js.binary(a, '==', b), '==', c), '(a == b) == c'],
    ['negative operand', js.binary(a, '-', js.number(-1)), 'a - -1'],
    ['negated negative', js.negate(js.number(-1)), '-(-1)'],
    ['not of a comparison', js.not(js.binary(a, '==', b)), '!(a == b)'],
    ['conditional in a call', js.call('f', js.conditional(a, b, c)), 'f(a ? b : c)'],
    ['conditional as operand', js.binary(js.conditional(a, b, c), '+', c), '(a ? b : c) + c'],
    ['raw text as operand', js.binary(js.raw('x || y'), '&&', a), '(x || y) && a'],
    [
      'reserved and odd keys',
      js.object({ default: a, 'a-b': b, ok: c }),
      "{ 'default': a, 'a-b': b, ok: c }",
    ],
    ['member that is no name', js.member(a, 'x y'), "a['x y']"],
  ])('%s', (_name, tree, text) => {
    expect(printJs(tree)).toBe(text);
  });

  it('prints what acorn reads back to the same tree, whatever the nesting', () => {
    const tree: fc.Arbitrary<Js> = fc.letrec<{ node: Js }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<Js>(a, b, c),
        fc.integer({ min: -5, max: 5 }).map(js.number),
        fc.string().map(js.text),
        fc
          .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/', '==', '<', '&&', '||'), tie('node'))
          .map(([l, op, r]) => js.binary(l, op as '+', r)),
        tie('node').map(js.not),
        tie('node').map(js.negate),
        fc.tuple(tie('node'), tie('node'), tie('node')).map(([x, y, z]) => js.conditional(x, y, z)),
        fc.array(tie('node'), { maxLength: 3 }).map((args) => js.call('f', ...args)),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (js) => {
        const program = parse(`x = ${printJs(js)}`, { ecmaVersion: 5 }) as unknown as {
          body: [{ expression: { right: unknown } }];
        };
        expect(shapeOfAcorn(program.body[0].expression.right)).toEqual(shapeOf(js));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('prints a chain of 100,000 terms without running out of stack', () => {
    let chain: Js = js.number(1);
    for (let i = 0; i < 100_000; i++) chain = js.binary(chain, '+', js.number(1));
    expect(printJs(chain)).toHaveLength(1 + 4 * 100_000);
  });
});

/** A tree without spelling: what both sides must agree on. */
function shapeOf(tree: Js): unknown {
  switch (tree.kind) {
    case 'path':
      return tree.path;
    case 'number':
      return tree.value < 0 ? ['-', -tree.value] : tree.value;
    case 'string':
      return { text: tree.value };
    case 'binary':
      return [shapeOf(tree.left), tree.op, shapeOf(tree.right)];
    case 'unary':
      return [tree.op, shapeOf(tree.operand)];
    case 'conditional':
      return ['?', shapeOf(tree.test), shapeOf(tree.yes), shapeOf(tree.no)];
    case 'call':
      return ['call', ...tree.args.map(shapeOf)];
    default:
      throw new Error(tree.kind);
  }
}

function shapeOfAcorn(node: unknown): unknown {
  const n = node as Record<string, unknown> & { type: string };
  switch (n.type) {
    case 'Identifier':
      return n['name'];
    case 'Literal':
      return typeof n['value'] === 'string' ? { text: n['value'] } : n['value'];
    case 'BinaryExpression':
    case 'LogicalExpression':
      return [shapeOfAcorn(n['left']), n['operator'], shapeOfAcorn(n['right'])];
    case 'UnaryExpression':
      return [n['operator'], shapeOfAcorn(n['argument'])];
    case 'ConditionalExpression':
      return ['?', shapeOfAcorn(n['test']), shapeOfAcorn(n['consequent']), shapeOfAcorn(n['alternate'])];
    case 'CallExpression':
      return ['call', ...(n['arguments'] as unknown[]).map(shapeOfAcorn)];
    default:
      throw new Error(n.type);
  }
}

describe('printString', () => {
  it('gives every text back when it is read as ES5', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const program = parse(`(${printString(text)})`, { ecmaVersion: 5 }) as unknown as {
          body: [{ expression: { value: string } }];
        };
        expect(program.body[0].expression.value).toBe(text);
      }),
    );
  });

  it('leaves nothing that could end a line or is no XML', () => {
    expect(printString("it's\n\u2028\u0000\ud800")).toBe("'it\\'s\\n\\u2028\\u0000\\ud800'");
  });
});

describe('printStatements', () => {
  it('keeps a comment from swallowing what follows', () => {
    expect(printStatements([js.remark('one\ntwo'), js.assign(a, b)])).toBe('// one\n// two\na = b;');
  });

  it('prints branches', () => {
    expect(printStatements([js.when(a, [js.assign(b, c)], [js.run(js.call('f'))])])).toBe(
      'if (a) {\n  b = c;\n} else {\n  f();\n}',
    );
  });
});
