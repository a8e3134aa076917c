// Messages that a strategy makes and sends: the last one that was made is the one that the next object sends (docs/messages.md).
import { described } from '../../../runtime-check/world/interaction.js';
import type { Flow } from '../flow.js';
import type { SourceSession } from '../session.js';
import { act, refuse, reply } from './action.js';

/** What an object makes, in the words of Orchestration, and what Interaction Server calls it. */
const kinds = {
  acknowledgement: 'OutboundAcknowledgement',
  auto_response: 'OutboundAutoResponse',
  outbound_notification: 'OutboundNotification',
  outbound_new: 'OutboundNew',
  forwarded: 'OutboundRedirect',
  redirect: 'OutboundRedirect',
  inbound_collaboration_reply: 'InboundCollaborationReply',
} as const;
export type MessageKind = keyof typeof kinds;

const media = { email: 'TMediaEMail', sms: 'TMediaSMS' } as const;
export type MessageMedium = keyof typeof media;

const lastMessage = 'messages.last';

/** Makes a message and keeps its id. */
export function* createMessage(
  session: SourceSession,
  type: MessageKind,
  medium: MessageMedium,
  server: string,
): Flow<void> {
  const { world, state } = session;
  yield* act(session, 'ixn:createmessage', {
    type,
    media: media[medium],
    ...(server === '' ? {} : { server }),
  });
  const { id, number } = world.interactions.next();
  const made = described({ media: medium, parent: session.interaction().id, type: kinds[type] }, id, number);
  world.interactions.add({ ...made, born: world.at(), message: { ...made.message, outgoing: 'draft' } });
  yield* reply(session);
  state.notes.set(lastMessage, id);
}

/** Sends the message that was made last, else the interaction itself; that can only be sent when it is a draft. */
export function* sendMessage(session: SourceSession): Flow<void> {
  const { world, state } = session;
  const made = state.notes.get(lastMessage);
  const interactionid = typeof made === 'string' ? made : session.interaction().id;
  yield* act(session, 'ixn:sendmessage', { interactionid });
  const message = world.interactions.current(interactionid);
  if (message?.message.outgoing !== 'draft' || message.state !== 'present')
    return yield* refuse(session, 'ixn:sendmessage', 'Request Invalid', 'There is no message to be sent.');
  world.interactions.change(message.id, { message: { ...message.message, outgoing: 'sent' } });
  yield* reply(session);
  state.notes.delete(lastMessage);
}
