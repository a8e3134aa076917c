// The JSON schema of configuration files, made of the rows and of what the options say about themselves.
import { sections, settings, verbsOf, type Setting } from './settings.js';

/** What the option of a setting says about itself. */
export interface OptionFacts {
  readonly about: string;
  /** Words that it takes; undefined when it takes others, too. */
  readonly choices: readonly string[] | undefined;
}

/** The facts of a setting as one of its verbs has it. */
export type FactsOf = (setting: Setting, verb: string) => OptionFacts;

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Published as `ird2scxml/config-schema.json`. */
export function configSchema(factsOf: FactsOf): JsonSchema {
  const valueFor = (setting: Setting, verb: string): JsonSchema =>
    valueSchema(setting, factsOf(setting, verb));
  const shared = settings.flatMap((setting): readonly (readonly [string, JsonSchema])[] => {
    const [verb] = setting.shared ?? [];
    return verb === undefined ? [] : [[setting.key, valueFor(setting, verb)]];
  });
  const ofVerb = (verb: string): JsonSchema => ({
    description: `Settings of "${verb}" alone; they count more than those at the top.`,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      settings
        .filter((setting) => verbsOf(setting).includes(verb))
        .map((setting) => [setting.key, valueFor(setting, verb)]),
    ),
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of ird2scxml',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where this schema lies; for editors.' },
      ...Object.fromEntries(shared),
      ...Object.fromEntries(sections.map((verb) => [verb, ofVerb(verb)])),
    },
  };
}

function valueSchema({ kind }: Setting, { about: description, choices }: OptionFacts): JsonSchema {
  const text = { type: 'string', minLength: 1 };
  switch (kind) {
    case 'flag':
      return { description, type: 'boolean' };
    case 'count':
      return { description, type: 'integer', minimum: 0 };
    case 'number':
      return { description, type: 'number' };
    case 'text':
    case 'path':
      return { description, ...text };
    case 'word':
      return choices === undefined
        ? { description, type: ['string', 'integer'], minLength: 1 }
        : { description, enum: choices };
    case 'path-or-false':
      return { description, anyOf: [text, { const: false }] };
    case 'paths':
    case 'formats':
      return { description, type: 'array', items: text };
    case 'answers':
      return { description, type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } };
  }
}
