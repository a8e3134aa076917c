// How a run ended, from what the simulated world recorded and where the page stopped; and whether the two agree.
import type { Stop } from './interpreter/types.js';
import { exhausted } from './run-limits.js';
import type { RunEnd } from './scenario/types.js';
import type { Interaction } from './world/interaction.js';

export interface Ending {
  readonly end: RunEnd;
  /** Why, in one sentence. */
  readonly reason: string;
  /** What the final state claims and what the world knows, when they differ. */
  readonly mismatch: { readonly state: string; readonly claim: string; readonly world: string } | undefined;
}

export interface Evidence {
  readonly stop: Stop;
  /** The interaction that the session began with. */
  readonly interaction: Interaction | undefined;
  /** Block of the first placeholder that was met. */
  readonly placeholder: string | undefined;
  readonly states: readonly string[];
}

/** Final states of generated pages that say what became of the call. */
const claims: Readonly<Record<string, string>> = {
  routed: 'routed',
  defaulted: 'default-routed',
  unrouted: 'not delivered',
  abandoned: 'abandoned',
};

export function classify(evidence: Evidence): Ending {
  const { stop, interaction, placeholder } = evidence;
  if (placeholder !== undefined) {
    return plain('notExecutable', `the placeholder of block "${placeholder}" was reached`);
  }
  if (stop.kind !== 'final') return plain('stuck', whyStopped(stop, evidence.states));
  const where = `the page ended in "${stop.state}"`;
  const mismatch = compare(stop.state, interaction);
  if (interaction?.delivery !== undefined) {
    const { by, target } = interaction.delivery;
    const isDefault = by === 'default' || (by === 'redirect' && stop.state === 'defaulted');
    const how =
      by === 'submit' ? 'selected by a submit' : by === 'default' ? 'default routing' : 'redirected';
    return { end: isDefault ? 'defaulted' : 'routed', reason: `${how}: "${target}"; ${where}`, mismatch };
  }
  if (interaction?.state === 'abandoned') {
    return { end: 'abandoned', reason: `the caller hung up; ${where}`, mismatch };
  }
  if (interaction?.state === 'taken') {
    return { end: 'ended', reason: `the interaction was taken away; ${where}`, mismatch };
  }
  if (interaction?.state === 'terminated') {
    return { end: 'ended', reason: `the page ended the interaction; ${where}`, mismatch };
  }
  if (interaction?.category === 'voice' || stop.state === 'unrouted') {
    return { end: 'unrouted', reason: `the call was not delivered; ${where}`, mismatch };
  }
  return { end: 'ended', reason: where, mismatch };
}

const plain = (end: RunEnd, reason: string): Ending => ({ end, reason, mismatch: undefined });

function whyStopped(stop: Exclude<Stop, { readonly kind: 'final' }>, states: readonly string[]): string {
  switch (stop.kind) {
    case 'idle':
      return `the page waits in ${states.map((state) => `"${state}"`).join(', ')} and nothing is left that could happen`;
    case 'budget':
      return `stopped ${stop.state === '' ? 'before a state was entered' : `in state "${stop.state}"`}: ${exhausted[stop.which]}`;
    case 'failed':
      return stop.diagnostic.message;
    default:
      return stop satisfies never;
  }
}

function compare(state: string, interaction: Interaction | undefined): Ending['mismatch'] {
  if (!Object.hasOwn(claims, state) || interaction === undefined) return undefined;
  const delivered = interaction.delivery;
  const differ = (world: string): Ending['mismatch'] => ({ state, claim: claims[state] ?? '', world });
  switch (state) {
    case 'routed':
      if (delivered === undefined) return differ('it was not delivered');
      return delivered.by === 'default' ? differ('it went to the default destination') : undefined;
    case 'defaulted':
      if (delivered === undefined) return differ('it was not delivered');
      return delivered.by === 'submit' ? differ(`a submit delivered it to "${delivered.target}"`) : undefined;
    case 'unrouted':
      return delivered === undefined ? undefined : differ(`it was delivered to "${delivered.target}"`);
    default:
      return ['abandoned', 'terminated', 'taken'].includes(interaction.state)
        ? undefined
        : differ(
            delivered === undefined
              ? 'the caller did not hang up'
              : `it was delivered to "${delivered.target}"`,
          );
  }
}
