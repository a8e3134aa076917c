// Arguments of commands as people type them: `digits=12 lasts=3`, or JSON.

export type Values = Readonly<Record<string, unknown>>;

export type ReadValues = { readonly values: Values } | { readonly complaint: string };

/** Reads `key=value ...` or a JSON object, with `known` keys only. A value is JSON when it can be read as such, else text; those in `texts` are text. */
export function readValues(text: string, known: readonly string[], texts: readonly string[]): ReadValues {
  const read = text.startsWith('{') ? readRecord(text) : readPairs(text);
  if ('complaint' in read) return read;
  const unknown = Object.keys(read.values).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    return { complaint: `There is no key "${unknown}"; the keys are ${known.join(', ')}.` };
  }
  const values = Object.entries(read.values).map(([key, value]): [string, unknown] => [
    key,
    typeof value === 'string' && !texts.includes(key) ? (readJson(value) ?? value) : value,
  ]);
  return { values: Object.fromEntries(values) };
}

/** Reads `key=value ...`; a value ends where the next key begins, all are text. */
export function readPairs(text: string): ReadValues {
  const parts = text.split(/\s+(?=[^\s=]+=)/).filter((part) => part !== '');
  const broken = parts.find((part) => part.indexOf('=') <= 0);
  if (broken !== undefined) return { complaint: `"${broken}" is no key=value.` };
  const pairs = parts.map((part): [string, unknown] => {
    const at = part.indexOf('=');
    return [part.slice(0, at), unquoted(part.slice(at + 1))];
  });
  return { values: Object.fromEntries(pairs) };
}

function readRecord(text: string): ReadValues {
  const value = readJson(text);
  return isRecord(value) ? { values: value } : { complaint: 'The JSON cannot be read.' };
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

/** The value of a JSON text; undefined when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
