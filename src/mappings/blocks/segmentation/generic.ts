// Generic: boolean expressions tried in order, the first that holds wins.
import { defineBlock } from '../../define.js';
import { branchesInOrder, type Test } from '../branches.js';

export const genericBlock = defineBlock({
  type: 'Generic',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source: 'Composer migration guide (Segmentation as Branching); order of the expressions inferred',
  about: 'Transitions in the order of the expressions; the last one leads to the default port.',
  build: (block, cx) => {
    const tests: Test[] = [];
    for (const segment of block.properties.segments) {
      const port = segment.port?.value ?? '';
      if (segment.condition === undefined) cx.placeholder(`segment "${port}" has no expression`);
      else tests.push({ condition: segment.condition, target: cx.target(port) });
    }
    return branchesInOrder(tests, cx.target('default'), cx);
  },
});
