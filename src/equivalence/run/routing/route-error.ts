// What URS does when it cannot deliver to the target that it has selected: option `on_route_error`, or OnRouteError of the strategy.
import type { Candidate } from '../../../runtime-check/world/candidates.js';
import type { SourceSession } from '../session.js';
import { optionOf } from './state.js';

/** The reaction to a delivery that failed; trying the next target is what URS does when it is not told. */
function reactionTo(session: SourceSession): 'next' | 'default' | 'ignore' | 'delete' {
  switch (optionOf(session, 'on_route_error')) {
    case 'default':
      return 'default';
    case 'ignore':
      return 'ignore';
    case 'delete':
      return 'delete';
    default:
      return 'next';
  }
}

/** Asked before a target is taken: whether the delivery works, another target is tried, or the request ends. */
export function tryDelivery(
  session: SourceSession,
  { resource, target }: Candidate,
): 'taken' | 'next' | 'failed' {
  const component = resource.kind === 'agent' ? `${resource.id}@${target.server}.A` : target.text;
  const names = [resource.id, resource.dn, target.text, target.name, component];
  if (session.world.answers.delivery(names)?.error === undefined) return 'taken';
  return reactionTo(session) === 'next' ? 'next' : 'failed';
}

/** The request has ended because its delivery failed for good; false when the call has ended with it. */
export function afterRouteError(session: SourceSession): boolean {
  const { world, recorder, treatments } = session;
  const { id } = session.interaction();
  const reaction = reactionTo(session);
  const fallback = world.given.defaultDestination;
  if (reaction === 'delete') {
    world.end(id, 'terminated');
    recorder.step('ended', { by: 'urs', reason: 'on_route_error' });
    session.interrupt({ how: 'gone' });
    treatments.stopAll(id, 'silent');
    return false;
  }
  if (reaction === 'default' && fallback !== undefined) {
    world.deliver(id, { by: 'default', target: fallback, aliases: [] }, fallback);
    recorder.step('defaulted', { target: fallback, by: 'on_route_error' });
    treatments.stopAll(id);
  }
  return true;
}
