// The return of an embedded subroutine: its locals go, and the state after the call that is being served goes on.
import type { Strategy } from '../ir/nodes.js';
import * as js from './js.js';
import type { StateNode } from './target-tree.js';

/** Builds the return state of `strategy`; `returns` are the states after its calls. */
export function returnState(strategy: Strategy, returns: readonly string[]): StateNode {
  return {
    kind: 'state',
    id: `${strategy.id}__return`,
    comments: [`Return from subroutine "${strategy.name}"`],
    onentry: [{ kind: 'script', statements: [js.run(js.call('ird.leave'))] }],
    transitions: returns.map((state) => ({
      cond: js.binary(js.path('_data.ird_returned.back'), '==', js.text(state)),
      target: state,
    })),
  };
}
