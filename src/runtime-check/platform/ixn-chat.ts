// Actions on chats: sendchatmessage, gettranscript.
import type { Interaction } from '../world/interaction.js';
import { transcriptOf } from './interaction-object.js';
import { asText, type ActionCall, type Services } from './module.js';
import { recordAction } from './record-action.js';
import { interactionOf } from './which-interaction.js';

/** The chat that an action means; undefined when the request is invalid or the scenario refuses it: the page has been told. */
function chatOf(call: ActionCall, services: Services): Interaction | undefined {
  const interaction = interactionOf(call.values['interactionid'], services);
  recordAction(call, services);
  if (call.refused()) return undefined;
  if (interaction?.category === 'chat' && ['present', 'delivered'].includes(interaction.state)) {
    return interaction;
  }
  call.fail('Request Invalid', 'There is no such chat.');
  return undefined;
}

/** `ixn:sendchatmessage`: a line in the name of an agent. */
export function sendChatMessage(call: ActionCall, services: Services): void {
  const chat = chatOf(call, services);
  if (chat === undefined) return;
  const [from, text] = [asText(call.values['from']), asText(call.values['message'])];
  if (from === '' || text === '') {
    call.fail('Request Invalid', 'A line needs somebody who says it, and a text.');
    return;
  }
  const transcript = [...chat.message.transcript, { from, text }];
  services.world.interactions.change(chat.id, { message: { ...chat.message, transcript } });
  services.recorder.assume('chat-lines');
  services.refresh();
  call.done();
}

/** `ixn:gettranscript`. */
export function getTranscript(call: ActionCall, services: Services): void {
  const chat = chatOf(call, services);
  if (chat === undefined) return;
  services.recorder.assume('chat-lines');
  services.refresh();
  call.done({ transcript: transcriptOf(chat) });
}
