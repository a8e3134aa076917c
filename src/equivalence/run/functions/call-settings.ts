// Functions that set something for this call: options, what happens when it cannot be delivered or is lost, where it goes when nothing else is left.
import { argumentsOf } from '../../evaluate/arguments.js';
import { routingOf } from '../routing/state.js';
import type { FunctionFamily } from './define.js';

export const callSettings: FunctionFamily = {
  *SetCallOption(values, { session }, call) {
    const args = argumentsOf(call.args, values);
    routingOf(session).options.set(args.text(0), args.text(1));
    return '';
  },
  *OnRouteError(values, { session }, call) {
    routingOf(session).options.set('on_route_error', argumentsOf(call.args, values).text(0));
    return '';
  },
  *OnCallAbandoned(values, { session }, call) {
    session.assume('abandoned.event');
    routingOf(session).hook = session.program.strategy(argumentsOf(call.args, values).text(0));
    return '';
  },
  /** With an argument it sets where default routing sends the call; it gives what is set. */
  *DefaultDestination(values, { session }, call) {
    const args = argumentsOf(call.args, values);
    if (args.count > 0) session.state.defaultDestination = args.text(0);
    return session.state.defaultDestination ?? '';
  },
  // How often a statistic is refreshed does not change what it is.
  *SetStatUpdate() {
    return '';
  },
  // Application and cluster of the simulated router have one name.
  *Router() {
    return 'simulated';
  },
};
