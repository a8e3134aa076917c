// How a run of the source ended, from what the world recorded.
import type { RunEnd } from '../../runtime-check/scenario/types.js';
import type { Interaction } from '../../runtime-check/world/interaction.js';
import type { Interruption } from './session.js';

export interface EndEvidence {
  readonly interaction: Interaction | undefined;
  /** Why the run was stopped before its end; undefined when it ended. */
  readonly stuck: string | undefined;
  readonly over: Interruption | undefined;
}

export function endOf({ interaction, stuck, over }: EndEvidence): {
  readonly end: RunEnd;
  readonly reason: string;
} {
  if (over?.how === 'notRunnable') return { end: 'notExecutable', reason: over.reason };
  if (stuck !== undefined) return { end: 'stuck', reason: stuck };
  if (interaction?.delivery !== undefined) {
    const { by, target } = interaction.delivery;
    return { end: by === 'default' ? 'defaulted' : 'routed', reason: `delivered to "${target}"` };
  }
  switch (interaction?.state) {
    case 'abandoned':
      return { end: 'abandoned', reason: 'the caller hung up' };
    case 'taken':
      return { end: 'ended', reason: 'the interaction was taken away' };
    case 'terminated':
      return { end: 'ended', reason: 'the strategy ended the interaction' };
    default:
      return interaction?.category === 'voice'
        ? { end: 'unrouted', reason: 'the call was not delivered' }
        : { end: 'ended', reason: 'the strategy ended' };
  }
}
