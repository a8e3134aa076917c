// Where the call stands in its queue while it waits.
import type { RequestState } from '../../../runtime-check/world/request-order.js';
import type { SourceSession } from '../session.js';
import { routingOf } from './state.js';

/** Place, wait and priority of the request that waits, the last one when there are several; undefined when none does, `refused` when the queue does not answer. */
export function waitingState(session: SourceSession): RequestState | 'refused' | undefined {
  const { world } = session;
  for (const { id } of [...routingOf(session).live.values()].reverse()) {
    const state = world.requests.state(id);
    if (state === undefined) continue;
    return world.answers.failure('queue:query') === undefined ? state : 'refused';
  }
  return undefined;
}
