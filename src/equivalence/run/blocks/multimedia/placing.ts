// Routing of messages: queues of Interaction Server, workbins, and the end of the work on one (docs/messages.md, Routing).
import { placeNamed, redirect, type Place } from '../../delivering.js';
import { refuse, reply } from '../../servers/action.js';
import type { Flow, SourceSession } from '../../session.js';
import { NotRunnable } from '../../faults.js';
import { stopInteraction } from '../../stopping.js';
import { defineRunners } from '../define.js';

const given = { kind: 'routed', params: { by: 'ixn:redirect' } } as const;

export const placing = defineRunners({
  *QueueInteraction({ id, properties }, { session }) {
    const queue = properties.queue?.value ?? '';
    if (queue === '') throw new NotRunnable(`block "${id}" names no queue`);
    yield* redirect(session, placeNamed(queue), given);
    return 'success';
  },
  *Workbin({ id, properties }, { session }) {
    const { workbin, owner } = properties;
    const target = workbin?.value ?? '';
    if (target === '') throw new NotRunnable(`block "${id}" names no workbin`);
    const aliases = owner === undefined || owner.value === '' ? [] : [owner.value];
    const place: Place = { target, device: target, aliases };
    yield* redirect(session, place, given);
    return 'success';
  },

  *StopInteraction({ properties }, { session }) {
    yield* stop(session, properties.reason?.value ?? '');
    return 'success';
  },
});

/** Ends an interaction while it is presented; afterwards the strategy has none, and ends where it would wait. */
function* stop(session: SourceSession, reason: string): Flow<void> {
  const why = stopInteraction(session, reason);
  if (why !== undefined)
    return yield* refuse(session, 'ixn:terminate', why, 'The interaction cannot be stopped.');
  yield* reply(session);
  session.interrupt({ how: 'gone' });
}
