// Delivery by the page itself: ixn:redirect to the selected resource, or to a forced destination.
import type { Block } from '../../../ir/nodes.js';
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { literal, location, value, type Action, type StateNode, type Transition } from '../../target-tree.js';

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
      detach: literal('true'),
    },
  };
}

const routeTypes = [
  'Announcement',
  'DDD',
  'Default',
  'Direct',
  'DirectAgent',
  'GetFromDN',
  'IDDD',
  'Label',
  'OverwriteDNIS',
  'PostFeature',
  'Reject',
  'Unknown',
] as const;

/** Route types that are recalled of URS and that Orchestration does not list, and what comes nearest. */
const recalledTypes: Readonly<Record<string, (typeof routeTypes)[number]>> = {
  priority: 'Default',
  directpriority: 'Direct',
  agentid: 'DirectAgent',
};

/** A route type of URS by its name without prefix. */
export const routeType = (name: (typeof routeTypes)[number]): Js =>
  js.path(`_genesys.queue.rType.RouteType${name}`);

/** The route type that a block asks for, in its own spelling; the default one, with a note, when there is none of that name. */
export function routeTypeOf(written: string, cx: BlockContext): Js {
  const wanted = written
    .replace(/[^A-Za-z]/g, '')
    .replace(/^RouteType/i, '')
    .toLowerCase();
  if (wanted === 'calldisconnect')
    cx.placeholder(
      'route type CallDisconnect ends the call, and Orchestration has no route type of that name',
    );
  const nearest = recalledTypes[wanted];
  if (nearest !== undefined) {
    cx.review(`Orchestration has no route type "${written}"; ${nearest}, the nearest one, is used`);
    return routeType(nearest);
  }
  const known = routeTypes.find((name) => name.toLowerCase() === wanted);
  if (known === undefined && written.trim() !== '')
    cx.review(`there is no route type "${written}"; the default one is used`);
  return routeType(known ?? 'Default');
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
    onentry: [redirectAction(js.path('_data.ird_target'), routeType('Default'), cx.request('redirect'), cx)],
    transitions: redirectReplies(routed, failed, 'redirect', cx),
  };
}
