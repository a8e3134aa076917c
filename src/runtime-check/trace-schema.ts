// The authority on the JSON lines of a trace: a JSON schema of one line. Readers pass over keys that they do not know, so that additions keep the version.
import { runEnds } from './scenario/types.js';
import { stepKinds, type Detail } from './trace.js';
import { traceVersion } from './trace-format.js';

const text = { type: 'string' } as const;
const record = { type: 'object' } as const;
const seconds = {
  type: 'number',
  minimum: 0,
  description: 'virtual seconds since the start of the run',
} as const;

type Schema = Readonly<Record<string, unknown>>;

const line = (title: string, properties: Schema, optional: Schema = {}): Schema => ({
  title,
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});

const detail = (kind: Detail['kind'], title: string, facts: Schema, optional: Schema = {}): Schema =>
  line(title, { at: seconds, detail: { const: kind }, ...facts }, optional);

/** JSON schema of one line. */
export const traceSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'ird2scxml trace, one line',
  oneOf: [
    line('what the lines up to the next such line are about', {
      trace: { const: traceVersion },
      page: { type: ['string', 'null'] },
      scenario: text,
      verbose: { type: 'boolean' },
    }),
    line('a step that is visible from outside', { at: seconds, step: { enum: stepKinds }, params: record }),
    detail('log', 'the page logged', { label: text, text, level: { type: ['integer', 'null'] } }),
    detail('enter', 'a state was entered', { state: text }),
    detail('exit', 'a state was left', { state: text }),
    detail('transition', 'a transition was taken', {
      from: text,
      to: { type: 'array', items: text },
      event: { type: ['string', 'null'] },
      line: { type: 'integer', minimum: 1 },
    }),
    detail('event', 'an event was taken from a queue', { name: text, data: {} }),
    detail(
      'data',
      'data of the page changed; without "value" they were deleted',
      { path: text },
      { value: {} },
    ),
    detail(
      'queue',
      'a request entered or left its virtual queue',
      { queue: text, event: text, request: text },
      { exit: text, waited: seconds },
    ),
    detail('action', 'the platform did something that explains what follows', { text }),
    detail('cut', 'there was more than a trace holds', { text }),
    detail('assumption', 'an assumption of the simulator was used', { id: text, text }),
    line('how the run ended', {
      at: seconds,
      end: { enum: runEnds },
      target: { type: ['string', 'null'] },
      reason: text,
      udata: record,
    }),
    line('what the run took', {
      at: seconds,
      microsteps: { type: 'integer', minimum: 0 },
      peaks: record,
      visited: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
    }),
  ],
};
