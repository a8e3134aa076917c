// Exit: ends the strategy, or returns from the subroutine. For a voice call that was not routed the frame goes to default routing, as URS does.
import { defineBlock } from '../../define.js';

export const exitBlock = defineBlock({
  type: 'Exit',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source:
    'Composer migration guide, Miscellaneous objects; how URS ends an unrouted call is an assumption (end.voice)',
  about:
    'Leads to the guard at the end of the page: a voice call that nobody routed goes to default routing. In a subroutine it returns to the caller.',
  build: (_block, cx) => {
    if (cx.isRoot) cx.assume('end.voice');
    return {
      states: [
        cx.scriptState({ statements: [], throws: false, success: cx.frame.end, failure: cx.frame.end }),
      ],
    };
  },
});
