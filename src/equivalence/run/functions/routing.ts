// Functions that send the call somewhere at once (assumption `route-functions.arguments`).
import { argumentsOf } from '../../evaluate/arguments.js';
import { goDefault, sendTo } from '../blocks/routing/placing.js';
import { placeNamed } from '../delivering.js';
import { BlockFailure, CallOver } from '../faults.js';
import { routingOf } from '../routing/state.js';
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

/** The call is ended, by nobody but the strategy. */
const clear: RunFunction = function* (_values, { session }) {
  const { world, recorder, treatments } = session;
  const refused = world.answers.failure('ixn:terminate');
  const word = session.isPresent() ? undefined : 'invalidstate.null';
  const error = word ?? (refused === undefined ? undefined : (refused.error ?? 'unknown'));
  if (error !== undefined)
    throw new BlockFailure(error, 'The call was not ended.', 'error.interaction.terminate');
  const { id } = session.interaction();
  routingOf(session).live.clear();
  world.end(id, 'terminated');
  treatments.stopAll(id, 'silent');
  recorder.step('ended', { by: 'page', reason: '' });
  throw new CallOver();
};

export const routing: FunctionFamily = {
  ClearCall: clear,
  ReleaseCall: clear,
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
