// Chat Transcript: the transcript is asked for, then an e-mail is made that is to hold it.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import { value } from '../../target-tree.js';
import { askingState } from '../requests.js';
import { messageShared } from './message-data.js';
import { messageRequest } from './messages.js';

export const chatTranscriptBlock = defineBlock({
  type: 'ChatTranscript',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target: { from: '8.1.2' },
  source:
    "Composer's Help, eServices Blocks; SCXML Technical Reference 8.1, Interaction, gettranscript and createmessage",
  about:
    'ixn:gettranscript, then ixn:createmessage with type outbound_new; the lines are kept in the data of the page, from where they have to be put into the e-mail by hand.',
  build: (block, cx) => {
    const transcript = cx.shared('transcript', 'Lines of the chat, as JSON.');
    const red = cx.target('red');
    const make = cx.stateId('make');
    const asked = {
      module: 'ixn',
      name: 'gettranscript',
      event: 'chat.gettranscript',
      attributes: { interactionid: value(cx.interaction) },
    } as const;
    const lines = js.call('JSON.stringify', js.path('_event.data.transcript'));
    const made = {
      kind: 'assign',
      location: messageShared(cx),
      value: js.path('_event.data.interactionid'),
    } as const;
    return {
      states: [
        askingState(
          block,
          asked,
          { success: make, failure: red, keep: [{ kind: 'assign', location: transcript, value: lines }] },
          cx,
        ),
        askingState(
          block,
          messageRequest('outbound_new', 'TMediaEMail', block.properties, cx),
          { success: cx.target('green'), failure: red, keep: [made] },
          cx,
          'make',
        ),
      ],
    };
  },
});
