// Comment as an object on the canvas: no execution. It has no links, so that it becomes a comment of the page and no state is ever entered.
import { defineBlock } from '../../define.js';

export const commentBlock = defineBlock({
  type: 'Comment',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source: 'Composer migration guide, Welcome (embedded comments)',
  about: 'Free text on the canvas becomes a comment in the page.',
  build: (block, cx) => {
    if (block.properties.text) cx.note(block.properties.text.value);
    return {
      states: [cx.scriptState({ statements: [], throws: false, success: cx.target('green'), failure: '' })],
    };
  },
});
