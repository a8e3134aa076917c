// The part of the scenario schema that is about interactions and what happens to them.
import { listOf, named, object, pair, seconds, text, times } from './schema-parts.js';

const yes = { const: true } as const;
const line = object({ from: text, text }, ['from', 'text']);
const party = object({ device: text, devicetype: text, state: text }, ['device']);
const yesOr = (properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...object(properties),
  type: ['boolean', 'object'],
});

const keys = {
  id: { type: 'string', minLength: 1 },
  media: { enum: ['voice', 'email', 'chat', 'workitem', 'sms', 'none'] },
  ani: text,
  dnis: text,
  thisDN: text,
  callid: text,
  connid: text,
  calltype: text,
  parent: text,
  udata: named(pair),
  extensions: named(pair),
  hangup: seconds,
  present: seconds,
  type: text,
  queue: text,
  view: text,
  externalID: text,
  transcript: listOf(line),
  content: {},
} as const;

/** The interaction that starts the session. */
export const interaction = object(keys);

/** Interactions beside it. */
export const interactions = listOf(
  object({
    ...keys,
    media: { enum: keys.media.enum.filter((media) => media !== 'none') },
    attached: { type: 'boolean' },
    at: seconds,
  }),
);

/** What happens from outside. That each has one kind is checked apart: the sentence is better than a schema's. */
export const happenings = listOf(
  object({
    at: seconds,
    after: text,
    in: text,
    nth: times,
    interaction: text,
    hangup: yes,
    taken: yesOr({ to: text, by: { enum: ['notcontrolled', 'deleted'] }, resultof: text }),
    present: yes,
    routeRequest: yes,
    party,
    conference: party,
    consult: object({ to: text, id: text }, ['to']),
    transfer: object({ to: text, how: { enum: ['single', 'mute'] }, devicetype: text }, ['to']),
    merge: yesOr({ into: text, resultof: text }),
    held: yes,
    retrieved: yes,
    udata: named({ type: ['string', 'number', 'null'] }),
    message: line,
  }),
);

/** Times of the interaction server. */
export const timeouts = object({ delivering: seconds, handling: seconds, routing: seconds });

/** An agent who does not answer: for how many seconds it rings. */
export const noAnswer = { type: ['boolean', 'number'], minimum: 0 } as const;

/** What redirects and new calls come to, by destination. */
export const deliveries = listOf(object({ to: text, times, lasts: seconds, error: text }));
