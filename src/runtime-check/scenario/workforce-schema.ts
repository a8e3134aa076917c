// The schema of the part of a scenario that says who works there and who waits.
import { agentStates } from '../world/agent-state.js';
import { queueExits } from '../world/queue-record.js';
import { noAnswer } from './interaction-schema.js';
import { listOf, named, object, overTime, seconds, text } from './schema-parts.js';

const number = { type: 'number' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const ready = overTime({ type: 'boolean' });
const state = overTime({ enum: agentStates });

// One schema for both forms, so that a mistake inside is told as such.
const medium = {
  ...object({ capacity: count, ready, state }),
  type: ['integer', 'object'],
  minimum: 0,
} as const;

const agent = object(
  {
    id: text,
    groups: listOf(text),
    skills: named(overTime(number)),
    place: text,
    dn: text,
    switch: text,
    ready,
    state,
    loggedIn: { type: 'boolean' },
    media: named(medium),
    handling: seconds,
    afterCall: seconds,
    noAnswer,
  },
  ['id'],
);

const target = { name: text, type: text, dn: text, switch: text, ready };

/** Keys of `world` that this part has. */
export const workforce = {
  agents: listOf(agent),
  groups: listOf(object({ name: text, members: listOf(text), skills: text }, ['name'])),
  targets: listOf(object(target, ['name'])),
  queues: listOf(
    object(
      {
        ...target,
        type: { enum: ['VQ', 'Q', 'RP'] },
        media: listOf(text),
        calls: overTime(number),
        expectedWait: overTime(number),
      },
      ['name'],
    ),
  ),
  handling: seconds,
  allTargetsReady: { type: 'boolean' },
  calls: listOf(
    object(
      {
        queue: text,
        targets: text,
        priority: number,
        media: text,
        router: text,
        at: seconds,
        until: seconds,
      },
      ['targets'],
    ),
  ),
} as const;

/** `expect.queues` */
export const expectedVisits = listOf({
  ...object({
    queue: text,
    exit: { enum: [...queueExits, 'waiting'] },
    request: text,
    entered: seconds,
    left: seconds,
    waited: seconds,
    count,
  }),
  minProperties: 1,
});

/** `limits` */
export const engineLimits = object({
  stateEntries: { type: 'integer', minimum: 1 },
  microsteps: { type: 'integer', minimum: 1 },
  sessionAge: { type: 'number', exclusiveMinimum: 0 },
  pendingEvents: { type: 'integer', minimum: 1 },
});
