// The text of a configuration file as data, with the place of every key and value. JSON is read by the YAML reader, which knows places.
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { diagnose, wholeFile, type Outcome, type Span } from '../diagnostics/index.js';

/** The place of the key at the end of a path; of the nearest one around it when there is none. */
export type PlaceOf = (path: readonly string[], what?: 'key' | 'value') => Span;

/** A configuration, from wherever it comes. */
export interface LocatedConfig {
  /** As messages show it. */
  readonly file: string;
  /** What stands in it; '' of a module. */
  readonly text: string;
  readonly value: unknown;
  readonly placeOf: PlaceOf;
}

const longest = 1024 * 1024;

/** Reads JSON or YAML; `within` is the key that holds the configuration (`package.json`). An empty file says nothing. */
export function readConfigText(
  text: string,
  file: string,
  within: readonly string[] = [],
): Outcome<LocatedConfig | undefined> {
  const failed = (span: Span, reason: string): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('IRD8210', '', span, { reason: sentence(reason) })],
  });
  if (text.length > longest)
    return failed(wholeFile(file), `it is longer than ${String(longest)} characters`);
  const lines = new LineCounter();
  const position = (offset: number): Span['start'] => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  const at = (start: number, end: number): Span => ({ file, start: position(start), end: position(end) });
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const [error] = document.errors;
    if (error !== undefined) return failed(at(error.pos[0], error.pos[1]), error.message);
    if (file.endsWith('.json') && text.trim() !== '') {
      const refusal = jsonRefusal(text);
      if (refusal !== undefined) {
        const offset = Number(/position (\d+)/.exec(refusal)?.[1] ?? -1);
        return failed(offset < 0 ? wholeFile(file) : at(offset, offset + 1), `it is not JSON: ${refusal}`);
      }
    }
    const rangeAt = (path: readonly string[], what: 'key' | 'value'): Span => {
      let node: unknown = document.contents;
      let key: unknown;
      for (const part of path) {
        if (isMap(node)) {
          const pair = node.items.find(
            (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === part,
          );
          if (pair === undefined) break;
          key = pair.key;
          node = pair.value;
        } else if (isSeq(node)) {
          node = node.items[Number(part)];
          key = node;
        } else break;
      }
      const best = what === 'key' || !isNode(node) ? (key ?? node) : node;
      const range = isNode(best) ? best.range : undefined;
      return range ? at(range[0], range[1]) : wholeFile(file);
    };
    const whole: unknown = document.toJS({ maxAliasCount: 100 });
    const value = within.reduce<unknown>(
      (held, key) =>
        typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[key] : undefined,
      whole,
    );
    return {
      value: {
        file,
        text,
        value: value ?? {},
        placeOf: (path, what = 'key') => rangeAt([...within, ...path], what),
      },
      diagnostics: [],
    };
  } catch (error) {
    // The reader throws on nesting that exhausts the stack and on aliases that multiply.
    return failed(wholeFile(file), error instanceof Error ? error.message : 'it cannot be read');
  }
}

const sentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function jsonRefusal(text: string): string | undefined {
  try {
    JSON.parse(text.replace(/^\ufeff/, ' '));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/** A configuration that has no text: the export of a module. Everything stands in the file. */
export const configOfModule = (value: unknown, file: string): LocatedConfig => ({
  file,
  text: '',
  value: value ?? {},
  placeOf: () => wholeFile(file),
});
