// What the parts of the scenario schema are built from.

export const text = { type: 'string' } as const;
export const seconds = { type: 'number', minimum: 0 } as const;
export const pair = { type: ['string', 'number'] } as const;
export const times = { type: 'integer', minimum: 1 } as const;

/** Named keys and no others. */
export const object = (
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[] = [],
): Readonly<Record<string, unknown>> => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...(required.length === 0 ? {} : { required }),
});

export const listOf = (items: unknown): Readonly<Record<string, unknown>> => ({ type: 'array', items });

/** Names that the author chooses, all with values of one kind. */
export const named = (values: unknown): Readonly<Record<string, unknown>> => ({
  type: 'object',
  additionalProperties: values,
});

/** One value, or a list of values each from a moment on. */
export const overTime = (value: unknown): Readonly<Record<string, unknown>> => ({
  anyOf: [value, listOf(object({ at: seconds, value }, ['at', 'value']))],
});
