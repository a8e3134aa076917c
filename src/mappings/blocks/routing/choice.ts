// What the reply to a submit does on the page: the request is over, the target is known, and what was chosen is kept where the strategy asks for it later.
import type { BlockContext } from '../../define.js';
import { choiceFields } from '../../functions/choice.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import type { Action } from '../../target-tree.js';

/** Actions on `queue.submit.done`. `routes`: URS has delivered; else the page redirects to the resource that was found. */
export function doneActions(live: Js, routes: boolean, cx: BlockContext): readonly Action[] {
  const forget: Action = { kind: 'assign', location: live, value: js.text('') };
  const found: Action = routes
    ? { kind: 'assign', location: js.path('_data.ird_routed'), value: js.boolean(true) }
    : { kind: 'assign', location: js.path('_data.ird_target'), value: js.path('_event.data.resource') };
  const isAsked = Object.keys(choiceFields).some((name) => cx.isMentioned(name));
  const keep = (): Action => ({
    kind: 'script',
    statements: [js.run(cx.library('keepChoice', js.path('_event')))],
  });
  return [forget, found, ...(isAsked ? [keep()] : [])];
}
