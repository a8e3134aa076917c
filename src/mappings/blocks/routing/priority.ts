// The priority of a submit that names none itself: what Priority and SetVQPriority have set in earlier blocks.
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';

/** The priority that was set for the queue, else the one for all; undefined when no way sets one. */
export function setPriority(queue: Js | undefined, cx: Pick<BlockContext, 'setting'>): Js | undefined {
  const forAll = cx.setting('priority', js.number(0));
  return (queue && cx.setting('priority', forAll ?? js.number(0), queue)) ?? forAll;
}
