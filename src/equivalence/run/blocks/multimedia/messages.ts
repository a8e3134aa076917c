// Multimedia and SMS: messages that are made and sent. What stands in a message is not part of it: no document says how it gets there.
import type { PropertiesOf } from '../../../../ir/nodes.js';
import type { BlockContext, Flow } from '../../session.js';
import { act, refuse, reply } from '../../servers/action.js';
import { createMessage, sendMessage, type MessageKind, type MessageMedium } from '../../servers/messages.js';
import { defineRunners } from '../define.js';

const making = (type: MessageKind, medium: MessageMedium) =>
  function* (
    { properties }: { readonly properties: PropertiesOf<'Acknowledgement'> },
    { session }: BlockContext,
  ): Flow<'success'> {
    yield* createMessage(session, type, medium, properties.server?.value ?? '');
    return 'success';
  };

function* sending(_block: unknown, { session }: BlockContext): Flow<'success'> {
  yield* sendMessage(session);
  return 'success';
}

export const messages = defineRunners({
  Acknowledgement: making('acknowledgement', 'email'),
  Autoresponse: making('auto_response', 'email'),
  CreateEmailOut: making('outbound_new', 'email'),
  CreateNotification: making('outbound_notification', 'email'),
  CreateSms: making('outbound_new', 'sms'),
  CreateSmsOut: making('outbound_new', 'sms'),
  ForwardEmail: making('forwarded', 'email'),
  RedirectEmail: making('redirect', 'email'),
  ReplyEmailFromExternalResource: making('inbound_collaboration_reply', 'email'),
  SendEmail: sending,
  SendSms: sending,
  SendSmsOut: sending,
  *ChatTranscript({ properties }, { session }) {
    const chat = session.interaction();
    yield* act(session, 'ixn:gettranscript', { interactionid: chat.id });
    if (chat.category !== 'chat' || !['present', 'delivered'].includes(chat.state))
      yield* refuse(session, 'ixn:gettranscript', 'Request Invalid', 'There is no such chat.');
    yield* reply(session);
    yield* createMessage(session, 'outbound_new', 'email', properties.server?.value ?? '');
    return 'success';
  },
});
