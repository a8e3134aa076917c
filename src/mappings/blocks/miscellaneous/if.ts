// If: green when the condition holds, red when it does not.
import { defineBlock } from '../../define.js';
import { branchState } from '../branches.js';

export const ifBlock = defineBlock({
  type: 'If',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source: 'Composer migration guide, Miscellaneous objects; ports read off a picture of the IRD canvas',
  about:
    'Two transitions: the condition leads to what the green port leads to, everything else to the red port.',
  build: (block, cx) => {
    const { condition } = block.properties;
    if (condition === undefined) cx.placeholder('it has no condition');
    const built = condition && cx.condition(condition);
    return branchState(built ? [{ condition: built, target: cx.target('green') }] : [], cx.target('red'), cx);
  },
});
