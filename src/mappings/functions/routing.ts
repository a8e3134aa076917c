// Functions that route the call to where they say. Most are known by name only: a destination first, then its location, then the route type, is what the
// request of the switch has, and what is assumed of them.
import { defineFunctions, type FunctionMapping } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Lift, LiftContext } from '../lifting/define.js';
import { redirectLift, routeTypeArgument } from './redirecting.js';
import { routeTypeNamed } from '../blocks/routing/route-type.js';
import { argument, since813 } from './row.js';

const shared = { evidence: 'inferred', disposition: 'review', cost: 2, target: since813 } as const;

const source =
  "Orchestration Server Developer's Guide, Interaction interface (redirect); the name and order of the arguments are general knowledge of Universal Routing";

/** `destination@location`, when a location is given: a variable may hold none. */
function destinationOf(args: readonly Js[], cx: LiftContext): Js {
  const [to, at] = [argument(args, 0), argument(args, 1)];
  if (at.kind === 'string' && at.value === '') return to;
  if (to.kind === 'string' && at.kind === 'string') return js.text(`${to.value}@${at.value}`);
  return cx.library('destination', to, at);
}

const assumed = (cx: LiftContext, count: number): void => {
  cx.assume('route-functions.arguments');
  if (count > 3) cx.review('its arguments after the route type are not looked at');
};

const routes = (ird: string, words: string): FunctionMapping => ({
  ...shared,
  ird,
  source,
  about: `An ixn:redirect ${words}; destination, location and route type are assumed in this order (route-functions.arguments), an override says otherwise. A failure takes the red port`,
  examples: [{ ird: `${ird}['7001','','RouteTypeDirect']`, js: "''", value: '' }],
  lift: redirectLift({
    to: (args, cx, exprs) => {
      assumed(cx, exprs.length);
      return destinationOf(args, cx);
    },
    type: (_args, cx, exprs) => routeTypeArgument(exprs[2], cx),
  }),
  build: () => js.text(''),
});

/** The event that leads to the default routing of the page. */
const defaulting = 'ird.default_route';

const toDefault: Lift = {
  request: (_args, cx) => ({
    actions: [{ kind: 'raise', event: defaulting }],
    replies: [{ event: defaulting, cond: js.boolean(true), value: js.text(''), to: cx.defaultRouting }],
    errors: [],
  }),
};

export const routing = defineFunctions([
  routes('TRoute', 'to the destination'),
  routes('TRouteEx', 'to the destination'),
  routes('RouteEx', 'to the destination'),
  routes('ForceRoute', 'to the destination, whatever its state'),
  routes('DeliverCall', 'to the destination'),
  routes('DeliverToTarget', 'to the destination'),
  routes('TransferCall', 'to the destination, which transfers the call in one step'),
  {
    ...shared,
    ird: 'Reject',
    source: `${source}; the route types of Composer's RouteFeature.js`,
    about:
      'An ixn:redirect with the route type Reject, to the device where the call stands unless the first argument names another. The page ends with it, and what follows does not run',
    examples: [{ ird: 'Reject[]', js: "''", value: '' }],
    lift: redirectLift({
      to: (args, cx) => args[0] ?? cx.thisDN,
      type: () => routeTypeNamed('Reject'),
      ends: true,
    }),
    build: () => js.text(''),
  },
  {
    ...shared,
    ird: 'DefaultRoute',
    cost: 1,
    source: 'Composer help, Default Routing block; the function is known by name only',
    about:
      'Leads to the default routing of the page, as the object Default does; what follows does not run. Arguments are not looked at',
    examples: [{ ird: 'DefaultRoute[]', js: "''", value: '' }],
    lift: toDefault,
    build: () => js.text(''),
  },
  {
    ...shared,
    ird: 'DefaultDestination',
    cost: 1,
    source: 'Composer migration guide, Voice Treatment objects (Set Default Route); known by name only',
    about:
      'Sets where default routing sends the call, as the object Set Default Destination does; without an argument it gives what was set last',
    examples: [
      { ird: "DefaultDestination['5550199']", js: "ird.defaultDestination('5550199')", value: '5550199' },
      { ird: 'DefaultDestination[]', js: 'ird.defaultDestination()' },
    ],
    build: (args, cx) => cx.library('defaultDestination', ...args.slice(0, 1)),
  },
]);
