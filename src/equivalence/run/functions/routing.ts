// Functions that send the call somewhere at once (assumption `route-functions.arguments`).
import { argumentsOf } from '../../evaluate/arguments.js';
import { goDefault, sendTo } from '../blocks/routing/placing.js';
import { placeNamed } from '../delivering.js';
import { CallOver } from '../faults.js';
import type { RunFunction } from '../session.js';
import type { FunctionFamily } from './define.js';

/** Destination, location, route type. */
const route: RunFunction = function* (values, cx, call) {
  cx.session.assume('route-functions.arguments');
  const args = argumentsOf(call.args, values);
  const location = args.text(1);
  const place = placeNamed(location === '' ? args.text(0) : `${args.text(0)}@${location}`);
  if ((yield* sendTo(cx, place, args.text(2))) === 'over') throw new CallOver();
  return '';
};

export const routing: FunctionFamily = {
  TRoute: route,
  TRouteEx: route,
  RouteEx: route,
  ForceRoute: route,
  DeliverCall: route,
  DeliverToTarget: route,
  TransferCall: route,
  *Reject(values, cx, call) {
    const named = argumentsOf(call.args, values).text(0);
    const place = placeNamed(named === '' ? cx.session.interaction().device : named);
    yield* sendTo(cx, place, 'RouteTypeReject');
    throw new CallOver();
  },
  *DefaultRoute(_values, cx) {
    yield* goDefault(cx);
    throw new CallOver();
  },
};
