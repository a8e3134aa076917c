// Shapes of the objects of the toolbars Multimedia, SMS and Outbound, and of those of Routing that only e-mail, chat and the like have. No export of such an object was seen: the properties are those that the
// dialogs are said to have, in our spelling.
import { rows, scalar } from './shape-words.js';

/** A message that is made: e-mail or SMS. */
export const message = {
  /** Name of a standard response. */
  standardResponse: scalar('text'),
  to: scalar('expression'),
  cc: scalar('expression'),
  bcc: scalar('expression'),
  from: scalar('expression'),
  subject: scalar('expression'),
  body: scalar('expression'),
  /** Interaction queue that the new message goes to. */
  queue: scalar('text'),
  server: scalar('text'),
} as const;

/** A message that is sent. */
export const sending = { queue: scalar('text'), server: scalar('text') } as const;

/** Categories to be attached; those of the last classification when there are none. */
export const categories = rows({ name: 'text', id: 'text', relevancy: 'expression' });

export const screening = {
  language: scalar('text'),
  categoryRoot: scalar('text'),
  server: scalar('text'),
} as const;
export const severalRules = rows({ rule: 'text' });

/** A request to the contact server: parameters by key, the answer in a variable. */
export const contactService = {
  parameters: rows({ key: 'text', value: 'expression' }),
  result: scalar('variable'),
  sendUserData: scalar('boolean'),
  /** Seconds. */
  timeout: scalar('expression'),
} as const;

/** A request about a record of a calling list; the record is the one of the call. */
export const record = {
  phone: scalar('expression'),
  customerId: scalar('expression'),
  callResult: scalar('expression'),
  dateTime: scalar('expression'),
  /** Further fields of the record. */
  fields: rows({ key: 'text', value: 'expression' }),
  /** Seconds. */
  timeout: scalar('expression'),
} as const;

export const addRecord = {
  ...record,
  callingList: scalar('text'),
  campaign: scalar('text'),
} as const;

/** An interaction that goes to a queue of Interaction Server. */
export const queueInteraction = { queue: scalar('text') } as const;

/** Where a routed interaction, and an answer to it, go when the agent lays them down. */
export const queuesOfRoute = { existingQueue: scalar('text'), outgoingQueue: scalar('text') } as const;

/** The end of an interaction, and who is told of it. */
export const stopInteraction = {
  reason: scalar('text'),
  notify: scalar('boolean'),
  delete: scalar('boolean'),
  thirdPartyServer: scalar('boolean'),
  applicationType: scalar('text'),
} as const;

/** A workbin; it belongs to an agent, a place or a group of them. */
export const workbin = {
  workbin: scalar('text'),
  owner: scalar('text'),
  /** Agent, Agent Group, Place, Place Group. */
  ownerType: scalar('text'),
} as const;
