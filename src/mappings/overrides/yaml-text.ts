// A YAML document as data with places: every mistake in an overrides file is reported at its key or value.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { diagnose, wholeFile, type Diagnostic, type Outcome, type Span } from '../../diagnostics/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';

/** A value with its place. */
export interface Located {
  readonly node: Node | null;
  readonly span: Span;
  /** `functions[2].when`: how findings call it. */
  readonly path: string;
}

/** A map of the file; reading it reports keys that it must not have and those that it lacks. */
export interface LocatedMap {
  readonly span: Span;
  readonly path: string;
  get(key: string): Located | undefined;
  readonly keys: readonly string[];
}

export interface YamlReading {
  readonly root: Located;
  readonly diagnostics: Diagnostic[];
  map(
    value: Located,
    keys: readonly string[] | undefined,
    required?: readonly string[],
  ): LocatedMap | undefined;
  list(value: Located): readonly Located[];
  text(value: Located): string | undefined;
  scalar(value: Located): string | number | boolean | undefined;
  wrong(value: Located, what: string): undefined;
}

const longest = 1024 * 1024;

/** Reads the text; undefined, with findings, when it is no YAML. */
export function readYaml(text: string, file: string): Outcome<YamlReading | undefined> {
  const unreadable = (span: Span, reason: string): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('IRD8116', '', span, { reason })],
  });
  if (text.length > longest) return unreadable(wholeFile(file), `it is longer than ${longest} characters`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const position = (offset: number): Span['start'] => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  const at = (start: number, end: number): Span => ({ file, start: position(start), end: position(end) });
  const [error] = document.errors;
  if (error !== undefined) {
    const reason = error.message.charAt(0).toLowerCase() + error.message.slice(1);
    return unreadable(at(error.pos[0], error.pos[1]), reason);
  }
  const spanOf = (node: Node | null, otherwise: Span): Span => {
    const range = node?.range;
    return range ? at(range[0], range[1]) : otherwise;
  };
  const diagnostics: Diagnostic[] = [];
  const wrong = (value: Located, what: string): undefined => {
    diagnostics.push(diagnose('IRD8119', '', value.span, { path: value.path, what }));
    return undefined;
  };
  const resolved = (value: Located): Node | null => {
    if (!isAlias(value.node)) return value.node;
    wrong(value, 'is an alias; write the value itself');
    return null;
  };
  const whole = wholeFile(file);
  const reading: YamlReading = {
    root: { node: document.contents, span: spanOf(document.contents, whole), path: '' },
    diagnostics,
    wrong,
    map(value, keys, required = []) {
      const node = resolved(value);
      if (!isMap(node)) return wrong(value, 'takes keys with values');
      const found = new Map<string, Located>();
      for (const { key, value: held } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        const keySpan = spanOf(key as Node, value.span); // the parser makes nodes of all keys
        const path = value.path === '' ? name : `${value.path}.${name}`;
        if (keys !== undefined && !keys.includes(name)) {
          const hint = suggestion(name, keys) || `; the keys are ${keys.join(', ')}`;
          diagnostics.push(diagnose('IRD8117', '', keySpan, { key: name, where: nameOf(value.path), hint }));
          continue;
        }
        const node_ = held as Node | null; // and of all values
        found.set(name, { node: node_, span: spanOf(node_, keySpan), path });
      }
      for (const key of required) {
        if (!found.has(key)) {
          diagnostics.push(diagnose('IRD8118', '', value.span, { key, where: nameOf(value.path) }));
        }
      }
      return { span: value.span, path: value.path, get: (key) => found.get(key), keys: [...found.keys()] };
    },
    list(value) {
      const node = resolved(value);
      if (!isSeq(node)) {
        wrong(value, 'takes a list');
        return [];
      }
      return node.items.map((item, index) => ({
        node: item as Node, // the parser makes nodes of all items
        span: spanOf(item as Node, value.span), // as above
        path: `${value.path}[${index + 1}]`,
      }));
    },
    text(value) {
      const node = resolved(value);
      if (isScalar(node) && typeof node.value === 'string') return node.value;
      const isOther = isScalar(node) && node.value !== null;
      return wrong(value, isOther ? 'takes a text; put it in quotes' : 'takes a text');
    },
    scalar(value) {
      const node = resolved(value);
      if (!isScalar(node)) return wrong(value, 'takes a text or a number');
      const held: unknown = node.value;
      if (typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean') return held;
      return wrong(value, 'takes a text or a number');
    },
  };
  return { value: reading, diagnostics: [] };
}

const nameOf = (path: string): string => (path === '' ? 'the file' : `"${path}"`);
