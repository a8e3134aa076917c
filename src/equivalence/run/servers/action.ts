// An action of the platform that an object stands for and that leaves nothing else in the trace: a message that is made or sent, a question to the
// classification server. What it does is done at once; the strategy goes on with the reply.
import { BlockFailure } from '../faults.js';
import type { Flow } from '../flow.js';
import type { SourceSession } from '../session.js';

/** Events of errors begin with the group that the element belongs to. */
const groups = {
  'classification:classify': 'classification.classify',
  'classification:screen': 'classification.screen',
  'ixn:accept': 'interaction.accept',
  'ixn:attach': 'interaction.attach',
  'ixn:createcall': 'voice.createcall',
  'ixn:createmessage': 'msgbased.createmessage',
  'ixn:detach': 'interaction.detach',
  'ixn:gettranscript': 'chat.gettranscript',
  'ixn:sendmessage': 'msgbased.sendmessage',
  'ixn:terminate': 'interaction.terminate',
} as const;
export type ActionName = keyof typeof groups;

/** The reply of the server, in the same moment: what has ended the interaction comes before what follows. */
export const reply = (session: SourceSession): Flow<void> => session.pause(0, 'the reply of the server');

/** Fails the block with the reply: by a word of the platform and a sentence. */
export function* refuse(
  session: SourceSession,
  action: ActionName,
  error: string,
  description: string,
): Flow<never> {
  yield* reply(session);
  throw new BlockFailure(error, description, `error.${groups[action]}`);
}

/** Writes the action down; fails when the scenario says so. */
export function* act(
  session: SourceSession,
  element: ActionName,
  params: Readonly<Record<string, unknown>>,
): Flow<void> {
  session.recorder.step('action', { element, ...params });
  const refusal = session.world.answers.failure(element);
  if (refusal !== undefined)
    yield* refuse(session, element, refusal.error ?? 'unknown', 'The action was refused.');
}
