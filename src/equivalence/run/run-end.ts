// How a run of the source ended, from what the world recorded.
import type { RunEnd } from '../../runtime-check/scenario/types.js';
import type { Interaction } from '../../runtime-check/world/interaction.js';
import type { Interruption } from './session.js';

export interface EndEvidence {
  readonly interaction: Interaction | undefined;
  /** Why the run was stopped before its end; undefined when it ended. */
  readonly stuck: string | undefined;
  readonly over: Interruption | undefined;
  /** It came to default routing. */
  readonly isDefaulting: boolean;
}

export function endOf({ interaction, stuck, over, isDefaulting }: EndEvidence): {
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
      // A message whose strategy ends stays where it is; one that was to be delivered and could not be is not routed.
      return interaction?.category === 'voice' || isDefaulting
        ? { end: 'unrouted', reason: 'it was not delivered' }
        : { end: 'ended', reason: 'the strategy ended' };
  }
}
