// Multimedia and SMS: messages that are made and sent. What stands in a message is not part of it: no document says how it gets there.
import type { PropertiesOf } from '../../../../ir/nodes.js';
import type { BlockContext, Flow } from '../../session.js';
import { act, actionFailure } from '../../servers/action.js';
import { createMessage, sendMessage, type MessageKind, type MessageMedium } from '../../servers/messages.js';
import { defineRunners } from '../define.js';

const making = (type: MessageKind, medium: MessageMedium) =>
  function* (
    { properties }: { readonly properties: PropertiesOf<'Acknowledgement'> },
    { session }: BlockContext,
  ): Flow<'success'> {
    createMessage(session, type, medium, properties.server?.value ?? '');
    return 'success';
  };

function* sending(
  { properties }: { readonly properties: PropertiesOf<'SendEmail'> },
  { session }: BlockContext,
): Flow<'success'> {
  sendMessage(session, properties.server?.value ?? '');
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
    act(session, 'ixn:gettranscript', { interactionid: chat.id });
    if (chat.category !== 'chat' || !['present', 'delivered'].includes(chat.state))
      throw actionFailure('ixn:gettranscript', 'Request Invalid', 'There is no such chat.');
    createMessage(session, 'outbound_new', 'email', properties.server?.value ?? '');
    return 'success';
  },
});
