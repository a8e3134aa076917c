// Reads JSON that somebody stored: what does not fit its schema is told with its line and column.
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { inert } from './formats/inert.js';

/** Text above this length is not searched for the place of a mistake: that takes many times its size in memory. */
const mostForPlaces = 20_000_000;

/** The value, or what is wrong with the text, with the place where it is known. */
export type JsonResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

/** Checks a value; gives the path of the first mistake and what it is. */
export type Checker = (
  value: unknown,
) => { readonly path: readonly string[]; readonly message: string } | undefined;

/** Makes the checker of a schema (2020-12). */
export function checkerOf(schema: object): Checker {
  const validate = new Ajv2020({ allowUnionTypes: true, strict: false }).compile(schema);
  return (value) => {
    if (validate(value)) return undefined;
    const [error] = validate.errors ?? [];
    return error && { path: pathOf(error), message: messageOf(error) };
  };
}

/** Parses and checks one document. */
export function readJson(text: string, check: Checker): JsonResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      problem: syntaxProblem(text, error instanceof Error ? error.message : String(error)),
    };
  }
  const mistake = check(value);
  if (mistake === undefined) return { ok: true, value };
  const path = mistake.path.length === 0 ? '' : `/${mistake.path.join('/')} `;
  return { ok: false, problem: inert(`${placeOf(text, mistake.path)}${path}${mistake.message}`) };
}

const pathOf = ({ instancePath }: ErrorObject): readonly string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

function messageOf({ message = 'does not fit', params }: ErrorObject): string {
  const allowed = (params as { readonly allowedValues?: readonly unknown[] }).allowedValues;
  return allowed === undefined ? message : `${message}: ${allowed.map(String).join(', ')}`;
}

/** Node names the offset in some messages, line and column in others. */
function syntaxProblem(text: string, message: string): string {
  const offset = /at position (\d+)/.exec(message)?.[1];
  const plain = message.replace(/ \(line \d+ column \d+\)/, '').replace(/ at position \d+/, '');
  const at =
    offset === undefined ? (/end of JSON input/i.test(message) ? text.length : undefined) : Number(offset);
  if (at === undefined) return `no JSON: ${inert(plain)}`;
  const before = text.slice(0, at).split('\n');
  return `${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}  no JSON: ${inert(plain)}`;
}

/** `12:5  ` of the value at a path; of the nearest one above it when it is missing. */
function placeOf(text: string, path: readonly string[]): string {
  if (text.length > mostForPlaces) return '';
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, keepSourceTokens: false });
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(
      path.slice(0, length).map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      true,
    );
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return `${String(line)}:${String(col)}  `;
    }
  }
  return '';
}
