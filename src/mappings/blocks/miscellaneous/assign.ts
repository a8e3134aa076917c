// Assign and Multi-Assign: one script; later rows see what earlier rows assigned.
import type { Value } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Statement } from '../../js.js';

const about =
  'One script, its assignments in order. An expression that fails (division by zero, overflow) takes the red port.';
const source = 'Composer migration guide, Miscellaneous objects and IRD functions';

export const assignBlock = defineBlock({
  type: 'Assign',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about,
  build: (block, cx) =>
    assignments([{ variable: block.properties.variable, expression: block.properties.expression }], cx),
});

export const multiAssignBlock = defineBlock({
  type: 'MultiAssign',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about,
  build: (block, cx) => assignments(block.properties.assignments, cx),
});

interface Assignment {
  readonly variable?: Extract<Value, { kind: 'variable' }> | undefined;
  readonly expression?: Value | undefined;
}

/** The state of a list of assignments or calls; rows without a variable run for their effect. */
export function assignments(rows: readonly Assignment[], cx: BlockContext): Region {
  let statements: Statement[] = [];
  let throws = false;
  for (const row of rows) {
    if (cx.asks(row.expression)) {
      // What a row asks for must see what the rows above it assigned.
      cx.before(statements, throws);
      statements = [];
      throws = false;
    }
    if (row.variable) cx.use(row.variable);
    if (row.expression === undefined) {
      if (row.variable !== undefined)
        cx.placeholder(`variable "${row.variable.name}" has no expression to take its value from`);
      continue;
    }
    const built = row.variable ? cx.stored(row.expression, row.variable.type) : cx.expression(row.expression);
    throws ||= built.throws;
    if (row.variable !== undefined) statements.push(js.assign(cx.variable(row.variable.name), built.js));
    // An answer that nobody wants has done its work.
    else if (built.js.kind !== 'path') statements.push(js.run(built.js));
  }
  return {
    states: [
      cx.scriptState({
        statements,
        throws,
        success: cx.target('green'),
        // Asking for the red port counts as using it: only a script that can fail does.
        failure: throws ? cx.target('red') : cx.frame.defaultRouting,
      }),
    ],
  };
}
