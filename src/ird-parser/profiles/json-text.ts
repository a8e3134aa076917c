// A JSON reader that remembers where each value stands, so that a finding about a profile points at its line. JSON.parse tells
// neither where values are nor that a key stands twice.

export interface JsonText {
  readonly value: unknown;
  /** Offsets of the value that a JSON pointer names, or of its key. */
  locate(pointer: string, part?: 'value' | 'key'): Stretch | undefined;
}
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
export interface JsonFault extends Stretch {
  readonly problem: string;
}

const deepest = 64;
const blanks = /[ \t\r\n]*/y;
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Reads JSON text. A key that stands twice is a fault. */
export function parseJson(text: string): JsonText | JsonFault {
  const values = new Map<string, Stretch>();
  const keys = new Map<string, Stretch>();
  let at = 0;

  const skip = (): void => {
    blanks.lastIndex = at;
    blanks.exec(text);
    at = blanks.lastIndex;
  };
  const fault = (problem: string, start = at, end = Math.min(text.length, start + 1)): JsonFault => ({
    problem,
    start,
    end,
  });
  const readScalar = (): { value: unknown } | undefined => {
    scalar.lastIndex = at;
    const found = scalar.exec(text);
    if (!found) return undefined;
    at = scalar.lastIndex;
    return { value: JSON.parse(found[0]) as unknown };
  };

  const readValue = (pointer: string, depth: number): { value: unknown } | JsonFault => {
    skip();
    const start = at;
    const open = text[at];
    if (depth > deepest) return fault(`more than ${deepest} levels of nested values`);
    const read = open === '{' || open === '[' ? readMembers(open === '{', pointer, depth) : readScalar();
    if (!read)
      return fault(at >= text.length ? 'the text ends where a value is expected' : 'expected a value');
    if (!('problem' in read)) values.set(pointer, { start, end: at });
    return read;
  };

  const readMembers = (isObject: boolean, pointer: string, depth: number): { value: unknown } | JsonFault => {
    const close = isObject ? '}' : ']';
    const members: [string, unknown][] = [];
    at += 1;
    skip();
    while (text[at] !== close) {
      const start = at;
      const key = isObject ? readKey() : String(members.length);
      if (typeof key !== 'string') return key;
      const inner = `${pointer}/${escapePointer(key)}`;
      if (keys.has(inner)) return fault(`the key "${key}" stands twice`, start, at);
      if (isObject) {
        keys.set(inner, { start, end: at });
        skip();
        if (text[at] !== ':') return fault('expected ":" after the key');
        at += 1;
      }
      const read = readValue(inner, depth + 1);
      if ('problem' in read) return read;
      members.push([key, read.value]);
      skip();
      if (text[at] === close) break;
      if (text[at] !== ',') return fault(`expected "," or "${close}"`);
      at += 1;
      skip();
      if (text[at] === close) return fault(`expected ${isObject ? 'a key' : 'a value'} after ","`);
    }
    at += 1;
    return { value: isObject ? Object.fromEntries(members) : members.map(([, value]) => value) };
  };

  const readKey = (): string | JsonFault => {
    const read = text[at] === '"' ? readScalar() : undefined;
    return typeof read?.value === 'string' ? read.value : fault('expected a key in double quotes');
  };

  const read = readValue('', 0);
  if ('problem' in read) return read;
  skip();
  if (at < text.length) return fault('nothing may follow the end of the JSON value');
  return {
    value: read.value,
    locate: (pointer, part = 'value') => (part === 'key' ? keys : values).get(pointer),
  };
}

/** A key as a part of a JSON pointer (RFC 6901). */
export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
