// Values as pages and strategies give them to the platform: a number may come as its text, and a text as a number.

/** A value as text; '' for nothing. */
export function textFrom(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return value === undefined || value === null ? '' : JSON.stringify(value);
  }
}

/** A value as number: texts of digits count, anything else is undefined. */
export function numberFrom(value: unknown): number | undefined {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}
