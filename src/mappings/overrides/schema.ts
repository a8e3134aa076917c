// The JSON schema of overrides files, for editors that check YAML while it is written. `read.ts` is what counts: it looks at names, templates and days as
// well, and a test keeps the two together.
import { evidences } from '../../ir/vocabulary/facts.js';

const patterns = {
  description: 'One pattern or several; * stands for any characters, ? for one; case does not matter.',
  anyOf: [{ $ref: '#/$defs/pattern' }, { type: 'array', items: { $ref: '#/$defs/pattern' } }],
};

const when = (details: 'parameters' | 'properties', about: string) => ({
  description: 'Conditions, all of which must hold.',
  type: 'object',
  additionalProperties: false,
  properties: {
    strategy: patterns,
    caption: patterns,
    [details]: { description: about, type: 'object', additionalProperties: patterns },
  },
});

const text = (description: string) => ({ type: 'string', description });

const shared = {
  name: text(
    'The function or object as strategies write it; case, blanks, hyphens and underscores do not matter.',
  ),
  template: text('What to write into the page: docs/overrides.md has the slots.'),
  as: text('The function or object that it is to be taken for.'),
  throws: { type: 'boolean', description: 'false: the template cannot fail. Templates only.' },
  evidence: { enum: [...evidences], description: 'How well it is known; unverified when left out.' },
  source: text('Where the fact comes from; stands in notes and reports.'),
};

const ignore = (more: Readonly<Record<string, unknown>>) => ({
  description: 'It is left out on purpose.',
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: {
    reason: { ...text('Why nothing is lost.'), minLength: 1 },
    until: { ...text('The last day on which it holds.'), pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
    ...more,
  },
});

/** Exactly one of the three says what becomes of it. */
const oneAction = [{ required: ['template'] }, { required: ['as'] }, { required: ['ignore'] }];

/** Published as `ird2scxml/overrides-schema.json`. */
export const overridesSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Overrides of ird2scxml',
  type: 'object',
  additionalProperties: false,
  required: ['overrides'],
  properties: {
    overrides: { const: 1, description: 'The version of the format.' },
    functions: { type: 'array', items: { $ref: '#/$defs/function' } },
    objects: { type: 'array', items: { $ref: '#/$defs/object' } },
    plugins: {
      description: 'ES modules with mappings, relative to the file.',
      type: 'array',
      items: { type: 'string' },
    },
  },
  $defs: {
    pattern: { type: ['string', 'number', 'boolean'] },
    function: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      oneOf: oneAction,
      dependentRequired: { throws: ['template'], arguments: ['as'] },
      properties: {
        ...shared,
        when: when('parameters', 'Literal arguments by position from 1, or by name.'),
        ignore: ignore({ value: { type: ['string', 'number'], description: 'What a call is worth.' } }),
        arguments: {
          description: 'Arguments of the other function: ${n}, or a literal.',
          type: 'array',
          items: { type: ['string', 'number'] },
        },
      },
    },
    object: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      oneOf: oneAction,
      dependentRequired: { throws: ['template'] },
      properties: {
        ...shared,
        when: when('properties', 'Properties by name.'),
        ignore: ignore({}),
      },
    },
  },
} as const;
