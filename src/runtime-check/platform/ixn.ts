// The interaction module: its actions by name, and its functions. What each group does stands in a file of its own.
import { accept, associate, attach, detach, terminate, userEvent } from './ixn-common.js';
import { getTranscript, sendChatMessage } from './ixn-chat.js';
import { dataFunctions } from './ixn-data.js';
import { createMessage, getContent, sendMessage } from './ixn-messages.js';
import { redirect } from './ixn-redirect.js';
import { createCall, hold, retrieve } from './ixn-voice.js';
import type { PlatformModule } from './module.js';

export const ixn: PlatformModule = {
  prefix: 'ixn',
  elements: {
    redirect,
    terminate,
    accept,
    attach,
    detach,
    associate,
    userevent: userEvent,
    createcall: createCall,
    hold,
    retrieve,
    createmessage: createMessage,
    sendmessage: sendMessage,
    getcontent: getContent,
    sendchatmessage: sendChatMessage,
    gettranscript: getTranscript,
  },
  functions: dataFunctions,
};
