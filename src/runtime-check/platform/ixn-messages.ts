// Actions on messages: createmessage, sendmessage, getcontent.
import type { Plain } from '../script/engine.js';
import { described } from '../world/interaction.js';
import { asText, type ActionCall, type Services } from './module.js';
import { recordAction } from './record-action.js';
import { interactionOf } from './which-interaction.js';

/** What each kind of message is to the interaction that it makes. */
const types: Readonly<Record<string, string>> = {
  emailout: 'OutboundNew',
  acknowledgement: 'OutboundAcknowledgement',
  auto_response: 'OutboundAutoResponse',
  outbound_new: 'OutboundNew',
  inbound_collaboration_reply: 'InboundCollaborationReply',
  outbound_collaboration_invite: 'OutboundCollaborationInvite',
  outbound_notification: 'OutboundNotification',
  redirect: 'OutboundRedirect',
  forwarded: 'OutboundRedirect',
};

const media: Readonly<Record<string, string>> = {
  TMediaAny: 'any',
  TMediaEMail: 'email',
  TMediaFax: 'fax',
  TMediaNativeSMS: 'nativesms',
  TMediaSMail: 'smail',
  TMediaSMS: 'sms',
  TMediaWebForm: 'webform',
  TMediaWebform: 'webform',
  TMediaOpenMedia: 'openmedia',
};

/** The name of a medium, written alone or as a member of `_genesys.ixn.mediaType`; none is e-mail. */
const mediumOf = (value: Plain): string =>
  value === undefined ? 'TMediaEMail' : (asText(value).split('.').at(-1) ?? '');

/** `ixn:createmessage`: a message to be filled and sent, and the interaction that it is in. */
export function createMessage(call: ActionCall, services: Services): void {
  const { world } = services;
  recordAction(call, services);
  if (call.refused()) return;
  const type = asText(call.values['type'] ?? 'emailout');
  const kind = Object.hasOwn(types, type) ? types[type] : undefined;
  const medium = mediumOf(call.values['media']);
  const open = ['acknowledgement', 'auto_response'].includes(type);
  if (kind === undefined) {
    call.fail('Request Invalid', `"${type}" is no type of message.`);
  } else if (!Object.hasOwn(media, medium) || (medium === 'TMediaOpenMedia' && !open)) {
    call.fail('Request Invalid', `A message of type "${type}" cannot be made for "${medium}".`);
  } else {
    const parent = interactionOf(undefined, services)?.id ?? '';
    const { id, number } = world.interactions.next();
    const made = described({ media: media[medium] ?? 'email', parent, type: kind }, id, number);
    world.interactions.add({
      ...made,
      born: world.at(),
      owner: services.context.sessionId,
      message: { ...made.message, outgoing: 'draft' },
    });
    services.refresh();
    call.done({ interactionid: id, srid: `sr${String(number).padStart(4, '0')}` });
  }
}

/** `ixn:sendmessage`. */
export function sendMessage(call: ActionCall, services: Services): void {
  const interaction = interactionOf(call.values['interactionid'], services);
  recordAction(call, services);
  if (call.refused()) return;
  if (interaction?.message.outgoing !== 'draft' || interaction.state !== 'present') {
    call.fail('Request Invalid', 'There is no message to be sent.');
    return;
  }
  const message = { ...interaction.message, outgoing: 'sent' } as const;
  services.world.interactions.change(interaction.id, { message });
  call.done();
}

/** `ixn:getcontent`: the content is there with the reply. */
export function getContent(call: ActionCall, services: Services): void {
  const interaction = interactionOf(call.values['interactionid'], services);
  recordAction(call, services);
  if (call.refused()) return;
  if (interaction === undefined || interaction.category === 'voice') {
    call.fail('Request Invalid', 'There is no such message.');
    return;
  }
  const message = { ...interaction.message, fetched: true };
  services.world.interactions.change(interaction.id, { message });
  services.recorder.assume('message-content');
  services.refresh();
  call.done();
}
