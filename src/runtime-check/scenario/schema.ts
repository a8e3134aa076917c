// The authority on scenario files: a JSON schema. Unknown keys are errors everywhere except where names are the author's own (lists, statistics, data).
import { runEnds } from './types.js';

const text = { type: 'string' } as const;
const seconds = { type: 'number', minimum: 0 } as const;
const pair = { type: ['string', 'number'] } as const;

const object = (
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[] = [],
): Readonly<Record<string, unknown>> => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...(required.length === 0 ? {} : { required }),
});

const listOf = (items: unknown): Readonly<Record<string, unknown>> => ({ type: 'array', items });

/** Names that the author chooses, all with values of one kind. */
const named = (values: unknown): Readonly<Record<string, unknown>> => ({
  type: 'object',
  additionalProperties: values,
});

const overTime = (value: unknown): Readonly<Record<string, unknown>> => ({
  anyOf: [value, listOf(object({ at: seconds, value }, ['at', 'value']))],
});

const readiness = overTime({ type: 'boolean' });
const stepPattern = { anyOf: [text, { type: 'object', minProperties: 1, maxProperties: 1 }] } as const;

const agent = object(
  {
    id: text,
    groups: listOf(text),
    skills: named({ type: 'number' }),
    place: text,
    dn: text,
    switch: text,
    ready: readiness,
    loggedIn: { type: 'boolean' },
  },
  ['id'],
);

const world = object({
  agents: listOf(agent),
  targets: listOf(object({ name: text, type: text, ready: readiness }, ['name'])),
  allTargetsReady: { type: 'boolean' },
  calls: listOf(
    object({ queue: text, targets: text, priority: { type: 'number' }, at: seconds, until: seconds }, [
      'targets',
    ]),
  ),
  statistics: named(named(overTime({ type: 'number' }))),
  lists: named(named(named(text))),
  specialDays: named(named(listOf({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }))),
  options: named(text),
  defaultDestination: text,
  destinations: listOf(text),
});

const interaction = object({
  media: { enum: ['voice', 'email', 'chat', 'workitem', 'sms', 'none'] },
  ani: text,
  dnis: text,
  thisDN: text,
  callid: text,
  connid: text,
  calltype: text,
  udata: named(pair),
  hangup: seconds,
});

const times = { type: 'integer', minimum: 1 } as const;
const fetchAnswer = object({ url: text, times, lasts: seconds, content: {}, error: text });

const answers = object({
  treatments: listOf(
    object({
      match: text,
      times,
      lasts: seconds,
      digits: { type: 'string', pattern: '^[0-9*#A-D]*$' },
      error: text,
      udata: named(pair),
      extensions: named(pair),
    }),
  ),
  fetch: listOf(fetchAnswer),
  urs: listOf(fetchAnswer),
  failures: listOf(object({ action: text, error: text, nth: times }, ['action'])),
  events: listOf(object({ at: seconds, in: text, name: text, data: named({}) }, ['name'])),
});

const expectation = object({
  end: { enum: runEnds },
  target: text,
  steps: listOf(stepPattern),
  never: listOf(stepPattern),
  udata: named(pair),
  states: listOf(text),
});

/** JSON schema of one scenario. */
export const scenarioSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'ird2scxml scenario',
  ...object(
    {
      scenario: { const: 1 },
      name: { type: 'string', minLength: 1 },
      description: text,
      seed: { type: 'integer' },
      clock: { type: 'string' },
      zone: text,
      interaction,
      world,
      answers,
      random: listOf({ type: 'number', minimum: 0, exclusiveMaximum: 1 }),
      data: named({}),
      limit: { type: 'number', exclusiveMinimum: 0 },
      expect: expectation,
    },
    ['scenario', 'name'],
  ),
};
