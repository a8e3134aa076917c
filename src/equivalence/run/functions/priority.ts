// Functions that set the priority with which the call waits, and read it.
import { argumentsOf } from '../../evaluate/arguments.js';
import { BlockFailure, NotRunnable } from '../faults.js';
import { grownPriority, setGrowth } from '../routing/priority.js';
import { waitingState } from '../routing/queue-place.js';
import { routingOf } from '../routing/state.js';
import type { RunFunction } from '../session.js';
import type { FunctionFamily } from './define.js';

const increment: RunFunction = function* (values, { session }, call) {
  const args = argumentsOf(call.args, values);
  // Their meaning is assumed: an increment alone, or more than three arguments, means nothing known.
  if (args.count < 2 || args.count > 3)
    throw new NotRunnable(`what the arguments of ${call.name} mean is not known`);
  const order = session.assume('priority-increment.arguments');
  const [by, interval] = order === 'interval, increment' ? [1, 0] : [0, 1];
  const minutes = session.assume('priority-increment.interval') === 'minutes';
  session.assume('priority-increment.limit');
  session.assume('priority-increment.again');
  setGrowth(session, {
    by: args.integer(by),
    every: args.integer(interval) * (minutes ? 60 : 1),
    limit: args.count > 2 ? args.integer(2) : undefined,
  });
  return '';
};

export const priority: FunctionFamily = {
  *Priority(values, { session }, call) {
    routingOf(session).priority = argumentsOf(call.args, values).integer(0);
    return '';
  },
  *SetVQPriority(values, { session }, call) {
    const args = argumentsOf(call.args, values);
    routingOf(session).queuePriorities.set(args.text(0), args.integer(1));
    return '';
  },
  *GetPriority(_values, { session }) {
    const state = waitingState(session);
    if (state === 'refused')
      throw new BlockFailure('unknown', 'The queue does not answer.', 'error.queue.query');
    return state?.priority ?? grownPriority(session, routingOf(session).priority);
  },
  *PriorityTuning(values, { session }, call) {
    const args = argumentsOf(call.args, values);
    const { world } = session;
    const { id, udata } = session.interaction();
    const said = Number(udata['ServiceObjective']);
    const objective = said > 0 ? said : 60;
    world.requests.tune(id, {
      useAge: args.truth(0),
      objective: args.truth(2) ? objective : undefined,
    });
    return '';
  },
  IncrementPriority: increment,
  IncrementPriorityEx: increment,
};
