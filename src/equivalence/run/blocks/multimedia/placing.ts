// Routing of messages: queues of Interaction Server, workbins, and the end of the work on one (docs/messages.md, Routing).
import type { Interaction } from '../../../../runtime-check/world/interaction.js';
import { placeNamed, redirect, type Place } from '../../delivering.js';
import { refuse, reply } from '../../servers/action.js';
import type { Flow, SourceSession } from '../../session.js';
import { NotRunnable } from '../../faults.js';
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
  const { world, recorder, treatments } = session;
  const refusal = world.answers.failure('ixn:terminate');
  const now = session.interaction();
  const why = refusal === undefined ? hindrance(now, session) : (refusal.error ?? 'unknown');
  if (why !== undefined)
    return yield* refuse(session, 'ixn:terminate', why, 'The interaction cannot be stopped.');
  world.end(now.id, 'terminated');
  treatments.stopAll(now.id, 'silent');
  recorder.step('ended', { by: 'page', reason });
  yield* reply(session);
  session.interrupt({ how: 'gone' });
}

/** What state it is in that forbids stopping it; undefined when nothing does. */
function hindrance(interaction: Interaction, { treatments }: SourceSession): string | undefined {
  const { id, state, presented, moving, held, parties } = interaction;
  if (state === 'delivered' || state === 'talking') return 'invalidstate.routed';
  if (state !== 'present' || !presented) return 'invalidstate.null';
  if (moving) return 'invalidstate.transferring';
  if (held) return 'invalidstate.hold';
  if (parties.some((party) => party.state === 'ringing')) return 'invalidstate.ringing';
  return treatments.isPlaying(id) ? 'invalidstate.treating' : undefined;
}
