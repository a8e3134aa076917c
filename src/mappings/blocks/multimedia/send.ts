// Messages that are sent: ixn:sendmessage for the message that a block made, else for the interaction that the strategy works on.
import type { Block, PropertiesOf } from '../../../ir/nodes.js';
import { defineBlock, type BlockMapping } from '../../define.js';
import * as js from '../../js.js';
import { value } from '../../target-tree.js';
import { askingState } from '../requests.js';
import { messageShared } from './message-data.js';

/** The mapping of a block that sends a message. */
export function sendBlock<T extends 'SendEmail' | 'SendSms' | 'SendSmsOut'>(
  type: T,
  words: string,
): BlockMapping<T> {
  return defineBlock<T>({
    type,
    disposition: 'review',
    evidence: 'inferred',
    cost: 1,
    target: { from: '8.1.2' },
    source: "Composer's Help, eServices Blocks; SCXML Technical Reference 8.1, Interaction, sendmessage",
    about: `ixn:sendmessage sends ${words} that the strategy made last, else the interaction that it works on; which one IRD means is inferred.`,
    build: (block, cx) => {
      const properties: PropertiesOf<'SendEmail'> = block.properties;
      for (const [name, given] of Object.entries(properties)) {
        cx.unsupported(
          given.id,
          `its ${name} (${given.text}): no such attribute of ixn:sendmessage is documented`,
        );
      }
      const message = messageShared(cx);
      const which = js.conditional(js.binary(message, '!=', js.text('')), message, cx.interaction);
      const asked = {
        module: 'ixn',
        name: 'sendmessage',
        event: 'msgbased.sendmessage',
        attributes: { interactionid: value(which) },
      } as const;
      const sent = [{ kind: 'assign', location: message, value: js.text('') }] as const;
      const outcome = { success: cx.target('green'), failure: cx.target('red'), keep: sent };
      return { states: [askingState(block as Block, asked, outcome, cx)] }; // a type parameter does not narrow to its union
    },
  });
}

export const sendEmailBlock = sendBlock('SendEmail', 'the e-mail');
export const sendSmsOutBlock = sendBlock('SendSmsOut', 'the text message');
