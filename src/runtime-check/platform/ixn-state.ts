// What state an interaction is in for an action on it, in the words of `invalidstate.<state>`; and how devices are written.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interaction.js';
import { asText, isRecord, type ActionCall, type Services } from './module.js';

/** The word for the state that forbids acting on an interaction; undefined when nothing does. `treating` counts for some actions only. */
export function forbidding(
  interaction: Interaction | undefined,
  services: Services,
  also: 'treating' | 'any' = 'any',
): string | undefined {
  if (interaction === undefined) return 'null';
  const { state, moving, held, parties, known, presented } = interaction;
  if (state === 'delivered' || state === 'talking') return 'routed';
  if (state !== 'present' || !known) return 'null';
  if (moving) return 'transferring';
  if (held) return 'hold';
  if (parties.some((party) => party.state === 'ringing')) return 'ringing';
  if (also === 'treating' && !presented) return 'null';
  return also === 'treating' && services.treatments.isPlaying(interaction.id) ? 'treating' : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  null: 'The interaction is not with the session.',
  routed: 'The interaction has been delivered.',
  transferring: 'A redirect is under way.',
  hold: 'The call is on hold.',
  ringing: 'The call has not been answered.',
  treating: 'A treatment is playing.',
};

/** Answers with the documented error of a state in which the action is not allowed. */
export function failByState(
  call: ActionCall,
  word: string,
  data: Readonly<Record<string, Plain>> = {},
): void {
  call.fail(`invalidstate.${word}`, reasons[word] ?? 'The state does not allow it.', data);
}

/** The device that a value names: a text, or a resource as `queue.submit.done` gives it; '' for nothing. */
export function deviceOf(value: Plain): string {
  if (!isRecord(value)) return asText(value).trim();
  return (
    ['dn', 'device', 'place', 'id', 'agent'].map((key) => asText(value[key])).find((text) => text !== '') ??
    ''
  );
}
