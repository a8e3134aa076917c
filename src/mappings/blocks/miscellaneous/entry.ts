// Entry: where the strategy starts. Variables take their start values here, so that a loop back to Entry starts afresh, as in IRD.
import { defineBlock, type BlockContext } from '../../define.js';
import * as js from '../../js.js';

export const entryBlock = defineBlock({
  type: 'Entry',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source: 'Composer migration guide, Miscellaneous objects',
  about: 'The first state of the strategy. Variables are data of the page and have their start values there.',
  build: (_block, cx: BlockContext) => ({
    states: [cx.scriptState({ statements: [], throws: false, success: cx.target('green'), failure: cx.frame.end })],
  }),
});

/** Start value of a variable by its declared type, when the strategy gives none: URS starts numbers at 0 and texts empty. */
export const emptyValue = (type: string): js.Js =>
  type === 'INTEGER' || type === 'FLOAT' || type === 'DAY' || type === 'BOOLEAN' ? js.number(0) : js.text('');
