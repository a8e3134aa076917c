// The authority on scenario files: a JSON schema. Unknown keys are errors everywhere except where names are the author's own (lists, statistics, data).
import { deliveries, happenings, interaction, interactions, timeouts } from './interaction-schema.js';
import { listOf, named, object, overTime, pair, seconds, text, times } from './schema-parts.js';
import { serverAnswers } from './answer-schema.js';
import { runEnds } from './types.js';
import { engineLimits, expectedVisits, workforce } from './workforce-schema.js';

const stepPattern = { anyOf: [text, { type: 'object', minProperties: 1, maxProperties: 1 }] } as const;

// A date, or a part of the day: `2026-12-24 12:00-24:00`.
const specialDay = '^\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}-\\d{2}:\\d{2})?$';

const world = object({
  ...workforce,
  statistics: named(named(overTime({ type: 'number' }))),
  lists: named(named(named(text))),
  specialDays: named(named(listOf({ type: 'string', pattern: specialDay }))),
  rules: named(text),
  options: named(text),
  directStatistics: { type: 'boolean' },
  defaultDestination: text,
  destinations: listOf(text),
  timeouts,
});

const answers = object({
  treatments: listOf(
    object({
      match: text,
      nth: times,
      times,
      lasts: seconds,
      digits: { type: 'string', pattern: '^[0-9*#A-D]*$' },
      error: text,
      udata: named(pair),
      extensions: named(pair),
    }),
  ),
  ...serverAnswers,
  failures: listOf(object({ action: text, error: text, nth: times }, ['action'])),
  deliveries,
  events: listOf(object({ at: seconds, in: text, name: text, sendid: text, data: named({}) }, ['name'])),
});

const expectation = object({
  end: { enum: runEnds },
  target: text,
  steps: listOf(stepPattern),
  never: listOf(stepPattern),
  udata: named(pair),
  data: named({}),
  queues: expectedVisits,
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
      interactions,
      happenings,
      world,
      answers,
      random: listOf({ type: 'number', minimum: 0, exclusiveMaximum: 1 }),
      data: named({}),
      limit: { type: 'number', exclusiveMinimum: 0 },
      limits: engineLimits,
      expect: expectation,
    },
    ['scenario', 'name'],
  ),
};
