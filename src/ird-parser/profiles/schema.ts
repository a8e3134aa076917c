// The JSON schema of export profiles (draft 2020-12). Keys are closed: a misspelled rule is an error, not a rule that is never used.

const path = { $ref: '#/$defs/path' } as const;
const words = { type: 'object', additionalProperties: { type: 'string' } } as const;
const wordsByName = { type: 'object', additionalProperties: words } as const;

const rule = (
  required: readonly string[],
  properties: Readonly<Record<string, object>>,
): Readonly<Record<string, unknown>> => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties: { at: path, ...properties },
});
const rules = (of: object): object => ({ type: 'array', items: of });
const pair = rule(['at', 'name', 'value'], { name: path, value: path });
const place = (...places: readonly string[]): object => ({ enum: places });

/** The schema, as an object for ajv and for publication. */
export const profileSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Export profile of ird2scxml',
  type: 'object',
  additionalProperties: false,
  required: ['profile', 'name', 'evidence', 'strategies', 'blocks', 'links'],
  $defs: {
    path: {
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      ],
    },
  },
  properties: {
    $schema: { type: 'string' },
    profile: { const: 1 },
    name: { type: 'string', minLength: 1 },
    evidence: { enum: ['assumed', 'observed', 'given'] },
    description: { type: 'string' },
    namespaces: words,
    ignore: { type: 'array', items: { type: 'string', minLength: 1 } },
    strategies: {
      type: 'array',
      minItems: 1,
      items: rule(['at'], { name: path, kind: path }),
    },
    metadata: rules(pair),
    variables: rules(
      rule(['at', 'name'], { name: path, type: path, value: path, direction: path, description: path }),
    ),
    blocks: {
      type: 'array',
      minItems: 1,
      items: rule(['at', 'id', 'type'], {
        id: path,
        type: path,
        caption: path,
        disabled: path,
        enabled: path,
        x: path,
        y: path,
      }),
    },
    ports: rules(rule(['at', 'name'], { name: path })),
    links: {
      type: 'array',
      minItems: 1,
      items: rule(['in', 'at'], {
        in: place('strategy', 'block', 'port'),
        id: path,
        from: path,
        port: path,
        to: path,
      }),
    },
    linkEnds: rules(
      rule(['in', 'at', 'link', 'end'], {
        in: place('block', 'port'),
        link: path,
        port: path,
        end: place('from', 'to'),
      }),
    ),
    properties: rules(pair),
    tables: rules(
      rule(['at', 'name', 'row', 'cells'], {
        name: path,
        row: path,
        cells: { type: 'array', minItems: 1, items: pair },
      }),
    ),
    comments: rules(rule(['in', 'at', 'text'], { in: place('strategy', 'block'), text: path, block: path })),
    words: {
      type: 'object',
      additionalProperties: false,
      properties: {
        types: words,
        ports: words,
        kinds: words,
        directions: words,
        variableTypes: words,
        booleans: { type: 'object', additionalProperties: { type: 'boolean' } },
        properties: wordsByName,
        columns: wordsByName,
        values: wordsByName,
      },
    },
    literals: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
  },
} as const;
