// Which source nodes count, that each has an id of its own, and that strategies print.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinct } from '../../src/ir/node-id.js';
import type { NodeKind } from '../../src/ir/nodes.js';
import { printStrategy } from '../../src/ir/print.js';
import { callsOf, countedNodes } from '../../src/ir/walk.js';
import type { Expr } from '../../src/ird-parser/languages/ast.js';
import type { SourceStrategy } from '../../src/ird-parser/source-model.js';
import {
  binary,
  block,
  call,
  chain,
  declare,
  expression,
  integer,
  lower,
  lowerOne,
  name,
  num,
  row,
  script,
  str,
  strategy,
  text,
  threshold,
  variable,
} from './build.js';

const counts = (source: SourceStrategy): Readonly<Partial<Record<NodeKind, readonly string[]>>> => {
  const found: Partial<Record<NodeKind, string[]>> = {};
  for (const { kind, id } of countedNodes(lower(source).value)) (found[kind] ??= []).push(id);
  return found;
};

const busyStrategy = chain(
  [
    block('2', 'Selection', {
      caption: 'Queue for sales',
      ports: ['green', 'red'],
      notes: ['ask Sales', 'since 2012'],
      properties: {
        timeout: expression(binary(call('StrLen', call('ANI')), '*', num(2))),
        clearTargets: integer(1),
      },
      rows: {
        targets: [row({ name: text('Sales'), threshold: threshold(call('sdata', str('a'), str('b'))) })],
      },
      others: { colour: 'blue' },
    }),
    block('3', 'Assign', {
      properties: { variable: variable('v'), expression: expression(call('StrLen')) },
    }),
  ],
  {
    variables: [
      declare('v', 'INTEGER', { initial: expression(call('Rand', num(6))) }),
      declare('w', 'STRING', { initial: text('x') }),
    ],
    comments: [{ text: 'general' }, { text: 'here', block: '2' }, { text: 'general' }],
  },
);

describe('counted nodes', () => {
  it('are each source node once, in its own kind', () => {
    const found = counts(busyStrategy);
    expect(found.block).toEqual(['Main/start', 'Main/2', 'Main/3', 'Main/end']);
    // Ports that only the vocabulary or a link knows are no source nodes.
    expect(found.port).toEqual(['Main/2/port[green]', 'Main/2/port[red]']);
    expect(found.link).toHaveLength(3);
    expect(found.variable).toEqual(['Main/variable[v]', 'Main/variable[w]']);
    expect(found.expression).toEqual([
      'Main/variable[v]/initial',
      'Main/2/targets[0]/threshold',
      'Main/2/timeout',
      'Main/3/expression',
    ]);
    // The call with too few arguments has no meaning: its expression stands for it.
    expect(found.call).toEqual([
      'Main/variable[v]/initial/call[0]',
      'Main/2/timeout/call[0]',
      'Main/2/timeout/call[1]',
    ]);
    expect(found.comment?.slice(0, 2)).toEqual(['Main/2/note[0]', 'Main/2/note[1]']);
    expect(found.comment).toHaveLength(5);
  });

  it('belong to the block whose part they are', () => {
    const nodes = countedNodes(lower(busyStrategy).value);
    const owned = nodes.filter((node) => node.block === 'Main/2').map((node) => node.kind);
    expect(owned).toEqual([
      'block',
      'port',
      'port',
      'expression',
      'expression',
      'call',
      'call',
      'comment',
      'comment',
    ]);
    expect(
      nodes
        .filter((node) => ['link', 'variable'].includes(node.kind))
        .every((node) => node.block === undefined),
    ).toBe(true);
  });

  it('of scripts are the script and the IRD texts in it, but not literals', () => {
    const found = counts(
      strategy({
        language: 'ecmascript',
        blocks: [
          block('e', 'ComposerEntry'),
          block('s', 'ComposerEcmaScript', {
            properties: {
              script: script('x', 'script', ['Rand[6]', 'ANI[]']),
              condition: script('true', 'expression'),
              label: script('words', 'literal'),
            },
            exceptions: ['error.script'],
          }),
        ],
      }),
    );
    expect(found.expression).toEqual([
      'Main/s/script',
      'Main/s/script/recovered[0]',
      'Main/s/script/recovered[1]',
      'Main/s/condition',
    ]);
    expect(found.port).toEqual(['Main/s/exception[error.script]']);
  });

  it('have ids of their own, whatever names the file gives', () => {
    const odd = fc.constantFrom(
      '',
      '1',
      '1~2',
      'a/b',
      'port[green]',
      'variable[1]',
      'link',
      '@',
      '%2F',
      '[',
      '__proto__',
    );
    const drafts = fc.record({
      ids: fc.array(odd, { maxLength: 6 }),
      ports: fc.array(odd, { maxLength: 4 }),
      variables: fc.array(odd, { maxLength: 4 }),
      values: fc.array(odd, { maxLength: 4 }),
      comments: fc.array(odd, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(drafts, ({ ids, ports, variables, values, comments }) => {
        const properties = Object.fromEntries(
          values.map((key) => [key, expression(call('Cat', call('ANI'), str('')))]),
        );
        const rows = Object.fromEntries(
          values.map((key) => [key, [row(properties, { [key]: [row(properties)] })]]),
        );
        const source = strategy({
          blocks: ids.map((id) =>
            block(id, 'Unknown', { ports, exceptions: ports, notes: comments, properties, rows }),
          ),
          links: ids.flatMap((from) =>
            ids.map((to) => ({
              id: '',
              from,
              port: 'green',
              to,
              kind: 'output' as const,
              span: block('x', 'If').span,
            })),
          ),
          variables: variables.map((declared) =>
            declare(declared, 'STRING', { initial: expression(call('ANI')) }),
          ),
          comments: comments.map((words) => ({ text: words })),
        });
        const nodes = countedNodes(lower(source).value);
        expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
        expect(nodes.filter((node) => node.kind === 'block')).toHaveLength(ids.length);
        expect(nodes.filter((node) => node.kind === 'port')).toHaveLength(ids.length * ports.length * 2);
        expect(nodes.filter((node) => node.kind === 'link')).toHaveLength(ids.length ** 2);
        expect(nodes.filter((node) => node.kind === 'comment')).toHaveLength(
          comments.length * (ids.length + 1),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('calls in an expression', () => {
  it('come outer before inner, left before right, however long the chain', () => {
    let tree: Expr = call('ANI');
    for (let i = 0; i < 30_000; i++) tree = binary(tree, '+', name('v'));
    const { expr } = lowerOne(binary(tree, '=', call('Cat', call('DNIS'), call('ConnID'))), { v: 'INTEGER' });
    expect(callsOf(expr).map((found) => found.name)).toEqual(['ANI', 'Cat', 'DNIS', 'ConnID']);
  });

  it('may have any number of arguments', () => {
    const args = Array.from({ length: 200_000 }, () => str('x'));
    const { expr } = lowerOne({ ...call('Cat'), args });
    expect(callsOf(expr)).toHaveLength(1);
  });
});

describe('distinct', () => {
  it('leaves the first of each name alone and makes all names differ', () => {
    expect(distinct(['a', 'a', 'a~2', 'a'])).toEqual(['a', 'a~2', 'a~2~2', 'a~3']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a~2', 'a~2~2', 'a~3', 'b')), (names) => {
        const keys = distinct(names);
        expect(new Set(keys).size).toBe(names.length);
        for (const name of new Set(names)) expect(keys).toContain(name);
      }),
    );
  });
});

describe('a printed strategy', () => {
  it('shows what lowering understood', () => {
    expect(printStrategy(lower(busyStrategy).value)).toMatchInlineSnapshot(`
      "strategy Main "Main" (ird), starts at Entry_start
        local v: INTEGER = Rand[6] : INTEGER
        local w: STRING = "x"
        comment "general"
        comment on Queue_for_sales "here"
        comment "general"
        Entry_start: Entry
          green (success, implied) -> Queue_for_sales
        Queue_for_sales: Selection "Queue for sales"
          note "ask Sales"
          note "since 2012"
          targets[0]/name = "Sales"
          targets[0]/threshold = threshold sdata['a', 'b']
          timeout = StrLen[ANI[]] * 2 : INTEGER
          other colour = "blue"
          other clearTargets = "1"
          green (success) -> Assign_v
          red (failure) -> nothing
        Assign_v: Assign
          variable = variable v
          expression = <invalid "StrLen[]"> : UNKNOWN
          green (success, implied) -> Exit_end
          red (failure, implied) -> nothing
        Exit_end: Exit
      "
    `);
  });
});
