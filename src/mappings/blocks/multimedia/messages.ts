// Messages that are made: acknowledgements, automatic answers, notifications, forwarded and redirected e-mails, text messages. Orchestration makes the
// message by ixn:createmessage; how its text and recipients get into it stands in no document that could be read, so each such property is reported.
import type { Block, PropertiesOf, Value } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type BlockMapping, type Region } from '../../define.js';
import * as js from '../../js.js';
import { literal, value } from '../../target-tree.js';
import { askingState, type Asked } from '../requests.js';
import { messageShared } from './message-data.js';

/** Blocks that make a message. */
export type MessageType =
  | 'Acknowledgement'
  | 'Autoresponse'
  | 'CreateEmailOut'
  | 'CreateNotification'
  | 'CreateSms'
  | 'CreateSmsOut'
  | 'ForwardEmail'
  | 'RedirectEmail'
  | 'ReplyEmailFromExternalResource';

type Message = PropertiesOf<'Acknowledgement'>;

/** What each property is to the person who has to finish the message. */
const contents: Readonly<Record<Exclude<keyof Message, 'queue' | 'server'>, string>> = {
  standardResponse: 'the standard response',
  to: 'the recipient',
  cc: 'the recipient of a copy',
  bcc: 'the hidden recipient',
  from: 'the sender',
  subject: 'the subject',
  body: 'the text',
};

/** The request for a new message, whose content is accounted for. */
export function messageRequest(type: string, medium: string, message: Message, cx: BlockContext): Asked {
  for (const [name, words] of Object.entries(contents)) {
    const given = message[name as keyof typeof contents]; // the keys of the table
    if (given) lacks(given, words, cx);
  }
  if (message.queue)
    cx.unsupported(
      message.queue.id,
      `the interaction queue "${message.queue.text}" of the new message: the page keeps the message until a block sends it`,
    );
  return {
    module: 'ixn',
    name: 'createmessage',
    event: 'msgbased.createmessage',
    attributes: {
      type: literal(type),
      media: literal(medium),
      ...(message.server ? { server: value(cx.text(message.server)) } : {}),
    },
  };
}

function lacks(given: Value, words: string, cx: BlockContext): void {
  cx.unsupported(
    given.id,
    `${words} (${given.text}) of the new message: no attribute of ixn:createmessage that takes it is documented, so the message has to be filled by hand before it is sent`,
  );
}

/** Makes the message and keeps its id for the block that sends it. */
function createMessage(
  block: Block,
  type: string,
  medium: string,
  message: Message,
  cx: BlockContext,
): Region {
  const keep = [
    { kind: 'assign', location: messageShared(cx), value: js.path('_event.data.interactionid') },
  ] as const;
  const outcome = { success: cx.target('green'), failure: cx.target('red'), keep };
  return { states: [askingState(block, messageRequest(type, medium, message, cx), outcome, cx)] };
}

/** The mapping of a block that makes a message. */
export function messageBlock<T extends MessageType>(
  type: T,
  header: string,
  words: string,
  medium = 'TMediaEMail',
): BlockMapping<T> {
  return defineBlock<T>({
    type,
    disposition: 'review',
    evidence: 'inferred',
    cost: 2,
    target: { from: '8.1.2' },
    source:
      'Orchestration developer guide, Migration (named as createmessage); SCXML Technical Reference 8.1, Interaction, createmessage',
    about: `ixn:createmessage with type ${header} makes ${words}; its id is kept for the block that sends it. Its content has to be filled by hand.`,
    build: (block, cx) => {
      const properties: Message = block.properties;
      return createMessage(block as Block, header, medium, properties, cx); // a type parameter does not narrow to its union
    },
  });
}

export const acknowledgementBlock = messageBlock(
  'Acknowledgement',
  'acknowledgement',
  'the acknowledgement of an e-mail',
);
export const autoresponseBlock = messageBlock('Autoresponse', 'auto_response', 'the automatic answer');
export const createEmailOutBlock = messageBlock('CreateEmailOut', 'outbound_new', 'a new e-mail');
export const createNotificationBlock = messageBlock(
  'CreateNotification',
  'outbound_notification',
  'a notification',
);
export const forwardEmailBlock = messageBlock('ForwardEmail', 'forwarded', 'the forwarded e-mail');
export const redirectEmailBlock = messageBlock('RedirectEmail', 'redirect', 'the redirected e-mail');
export const replyEmailBlock = messageBlock(
  'ReplyEmailFromExternalResource',
  'inbound_collaboration_reply',
  'the answer of somebody outside',
);
export const createSmsOutBlock = messageBlock('CreateSmsOut', 'outbound_new', 'a text message', 'TMediaSMS');
