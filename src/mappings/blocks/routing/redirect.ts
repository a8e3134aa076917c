// Delivery by the page itself: ixn:redirect to the selected resource, or to a forced destination.
import type { Block } from '../../../ir/nodes.js';
import type { BlockContext } from '../../define.js';
import { hintsOf } from '../../flow/extensions.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { literal, location, value, type Action, type StateNode, type Transition } from '../../target-tree.js';
import { routeTypeBy, routeTypeNamed } from './route-type.js';

/** The redirect action to `destination`. */
export function redirectAction(destination: Js, routeType: Js, requestid: Js, cx: BlockContext): Action {
  return {
    kind: 'element',
    module: 'ixn',
    name: 'redirect',
    attributes: {
      requestid: location(requestid),
      interactionid: value(cx.interaction),
      from: value(cx.thisDN),
      to: value(destination),
      type: value(routeType),
      ...hintsOf(cx),
      detach: literal('true'),
    },
  };
}

/** The route type that a block asks for, in its own spelling; the default one, with a note, when there is none of that name. */
export function routeTypeOf(written: string, cx: BlockContext): Js {
  const { type, doubt, isMissing = false } = routeTypeBy(written);
  if (doubt !== undefined && isMissing) cx.placeholder(doubt);
  else if (doubt !== undefined) cx.review(doubt);
  return type;
}

/** Transitions of a redirect: delivered, and failed. */
export function redirectReplies(
  routed: string,
  failed: string,
  suffix: string | undefined,
  cx: BlockContext,
): readonly Transition[] {
  return [
    {
      event: 'interaction.redirect.done',
      cond: cx.isReply(suffix),
      target: routed,
      actions: [{ kind: 'assign', location: js.path('_data.ird_routed'), value: js.boolean(true) }],
    },
    { event: 'error.interaction.redirect', cond: cx.isReply(suffix), target: failed },
  ];
}

/** The state that delivers the call after a selection with `route="false"`. */
export function redirectState(block: Block, routed: string, failed: string, cx: BlockContext): StateNode {
  const id = cx.stateId('redirect');
  cx.waits(id);
  return {
    kind: 'state',
    id,
    from: block.nodeId,
    onentry: [
      redirectAction(js.path('_data.ird_target'), routeTypeNamed('Default'), cx.request('redirect'), cx),
    ],
    transitions: redirectReplies(routed, failed, 'redirect', cx),
  };
}
