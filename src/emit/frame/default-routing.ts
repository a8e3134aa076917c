// Default routing: to the destination of Set Default Destination, else to the one that the page was given, else what the platform calls default. It is entered once;
// its own failure is logged and ends as unrouted. A call that was routed before passes through to that end.
import * as js from '../../mappings/js.js';
import {
  literal,
  location,
  value,
  type Action,
  type StateNode,
  type Transition,
} from '../../mappings/target-tree.js';

const request = js.path('_data.ird_requests.ird_default');
const destination = js.path('_data.ird_default_destination');
const routed = js.path('_data.ird_routed');
const lost = js.path('_data.ird_lost');
const mine = js.binary(js.path('_event.data.requestid'), '==', request);

/** Delivers the interaction of the page to a destination or to the resource that a submit selected. */
export const redirectTo = (to: js.Js, requestid: js.Js): Action => ({
  kind: 'element',
  module: 'ixn',
  name: 'redirect',
  attributes: {
    requestid: location(requestid),
    interactionid: value(js.path('_data.ird_ixn')),
    from: value(js.path('_data.ird_dn')),
    to: value(to),
    type: value(js.path('_genesys.queue.rType.RouteTypeDefault')),
    detach: literal('true'),
  },
});

/** The state that routes a call which nothing else has routed; `giveUp` cancels requests that are still open. `mayBeLost`: blocks run without the call. */
export function defaultRouting(giveUp: readonly Action[], mayBeLost: boolean): StateNode {
  return {
    kind: 'state',
    id: 'ird_default_routing',
    comments: ['Default routing, entered once. Its own failure ends as "unrouted".'],
    onentry: [
      {
        kind: 'log',
        value: js.binary(js.text('default routing of '), '+', js.path('_data.ird_ixn')),
        level: 3,
      },
      ...giveUp,
      {
        kind: 'if',
        branches: [
          {
            cond: routed,
            actions: [{ kind: 'log', value: js.text('the call was routed before'), level: 3 }],
          },
          ...(mayBeLost
            ? [
                {
                  cond: lost,
                  actions: [{ kind: 'log', value: js.text('the call is lost'), level: 3 } as const],
                },
              ]
            : []),
          {
            cond: js.binary(destination, '!=', js.text('')),
            actions: [redirectTo(destination, request)],
          },
        ],
        otherwise: [
          {
            kind: 'element',
            module: 'queue',
            name: 'default',
            attributes: { requestid: location(request), interactionid: value(js.path('_data.ird_ixn')) },
          },
        ],
      },
    ],
    transitions: [
      { cond: routed, target: 'routed' },
      ...(mayBeLost ? [{ cond: lost, target: 'ird_closing' }] : []),
      { event: 'interaction.redirect.done', cond: mine, target: 'defaulted' },
      { event: 'queue.default.done', cond: mine, target: 'defaulted' },
      failed('error.interaction.redirect', mine),
      failed('error.queue.default', mine),
      failed('error.script', undefined),
      failed('error.unsupported', undefined),
    ],
  };
}

const failed = (event: string, cond: js.Js | undefined): Transition => ({
  event,
  ...(cond ? { cond } : {}),
  target: 'unrouted',
  actions: [{ kind: 'log', value: js.text('default routing failed: the call stays where it is'), level: 2 }],
});
