// Function and Multi-Function: calls in order, their results in variables where the block names one.
import { defineBlock } from '../../define.js';
import { assignments } from './assign.js';

const about =
  'One script, its calls in order; results go to the named variables. A call that fails takes the red port.';
const source = 'Composer migration guide, Miscellaneous objects and IRD functions';

export const functionBlock = defineBlock({
  type: 'Function',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about,
  build: (block, cx) =>
    assignments([{ variable: block.properties.result, expression: block.properties.expression }], cx),
});

export const multiFunctionBlock = defineBlock({
  type: 'MultiFunction',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about,
  build: (block, cx) =>
    assignments(
      block.properties.calls.map((row) => ({ variable: row.result, expression: row.expression })),
      cx,
    ),
});
