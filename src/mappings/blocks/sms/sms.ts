// Objects of the toolbar SMS: the messages of src/mappings/blocks/multimedia, in the medium SMS.
import { messageBlock } from '../multimedia/messages.js';
import { sendBlock } from '../multimedia/send.js';

export const createSmsBlock = messageBlock('CreateSms', 'outbound_new', 'a text message', 'TMediaSMS');
export const sendSmsBlock = sendBlock('SendSms', 'the text message');
