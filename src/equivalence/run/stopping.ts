// Ends an interaction for good: what Stop Interaction does, and what Exit and Disconnect of a diagram do.
import type { Interaction } from '../../runtime-check/world/interaction.js';
import type { SourceSession } from './session.js';

/** Ends the interaction of the run; gives the word of the platform for why it cannot be ended. */
export function stopInteraction(session: SourceSession, reason: string): string | undefined {
  const { world, recorder, treatments } = session;
  const refusal = world.answers.failure('ixn:terminate');
  const now = session.interaction();
  const why = refusal === undefined ? hindrance(now, session) : (refusal.error ?? 'unknown');
  if (why !== undefined) return why;
  world.end(now.id, 'terminated');
  treatments.stopAll(now.id, 'silent');
  recorder.step('ended', { by: 'page', reason });
  return undefined;
}

/** What state it is in that forbids ending it; undefined when nothing does. */
function hindrance(interaction: Interaction, { treatments }: SourceSession): string | undefined {
  const { id, state, presented, moving, held, parties } = interaction;
  if (state === 'delivered' || state === 'talking') return 'invalidstate.routed';
  if (state !== 'present' || !presented) return 'invalidstate.null';
  if (moving) return 'invalidstate.transferring';
  if (held) return 'invalidstate.hold';
  if (parties.some((party) => party.state === 'ringing')) return 'invalidstate.ringing';
  return treatments.isPlaying(id) ? 'invalidstate.treating' : undefined;
}
