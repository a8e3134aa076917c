// An action of the platform that an object stands for and that leaves nothing else in the trace: a message that is made or sent, a question to the
// classification server.
import { BlockFailure } from '../faults.js';
import type { SourceSession } from '../session.js';

/** Event of an element's error: `ixn:createmessage` tells it by `error.interaction.createmessage`. */
const errorEvent = (element: string): string =>
  `error.${element.replace(/^ixn:/, 'interaction:').replace(':', '.')}`;

/** Fails the block as the platform does: with a word and a sentence. */
export const actionFailure = (element: string, error: string, description: string): BlockFailure =>
  new BlockFailure(error, description, errorEvent(element));

/** Writes the action down; throws when the scenario makes it fail. */
export function act(
  { recorder, world }: SourceSession,
  element: string,
  params: Readonly<Record<string, unknown>>,
): void {
  recorder.step('action', { element, ...params });
  const refusal = world.answers.failure(element);
  if (refusal !== undefined)
    throw actionFailure(element, refusal.error ?? 'unknown', 'The action was refused.');
}
