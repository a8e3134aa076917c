// Entry: where the strategy starts. Variables have their start values in the data of the page or in the frame of the call; one that must be computed is
// computed here.
import { defineBlock, type BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Statement } from '../../js.js';
import { startLiteral } from '../../start-values.js';

export const entryBlock = defineBlock({
  type: 'Entry',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source: 'Composer migration guide, Miscellaneous objects',
  about: 'The first state of the strategy. Variables are data of the page and have their start values there.',
  build: (_block, cx: BlockContext) => {
    let statements: Statement[] = [];
    let throws = false;
    for (const variable of cx.variables) {
      const { initial } = variable;
      if (initial === undefined || startLiteral(variable) !== undefined) continue;
      const place = cx.variable(variable.name);
      // A parameter that the caller has passed keeps its value, and so does what others have set before.
      const isOpen = js.binary(place, '===', js.path('undefined'));
      const compute = (): void => {
        const built = cx.stored(initial, variable.type);
        throws ||= built.throws;
        const start = js.assign(place, built.js);
        statements.push(cx.isRoot ? start : js.when(isOpen, [start]));
      };
      if (cx.asks(initial)) {
        cx.before(statements, throws);
        statements = [];
        throws = false;
        if (cx.isRoot) compute();
        else cx.only(isOpen, compute);
      } else compute();
    }
    return {
      states: [
        cx.scriptState({ statements, throws, success: cx.target('green'), failure: cx.frame.defaultRouting }),
      ],
    };
  },
});
