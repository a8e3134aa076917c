// Reads scenario files: YAML or JSON, one scenario, a list of them, or several YAML documents. Every mistake has its line and column.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isMap, isNode, isPair, LineCounter, parseAllDocuments, type Document, type ParsedNode } from 'yaml';
import { diagnose, wholeFile, type Diagnostic, type Outcome, type Span } from '../../diagnostics/index.js';
import { checkMeaning, type Place } from './check-meaning.js';
import { explainSchemaErrors, type SchemaFault } from './explain-schema-error.js';
import { scenarioSchema } from './schema.js';
import type { Scenario } from './types.js';

/** Characters of a scenario file; generated ones stay far below. */
const longest = 4 * 1024 * 1024;

/** Reads all scenarios of a file. Those with mistakes are left out, each mistake is a finding. */
export function readScenarios(text: string, file: string): Outcome<readonly Scenario[]> {
  if (text.length > longest) {
    return failed(
      diagnose('IRD5301', '', wholeFile(file), {
        message: `it is longer than ${String(longest)} characters`,
      }),
    );
  }
  const source = readDocuments(text, file);
  if (source.documents === undefined) return failed(...source.diagnostics);
  const diagnostics: Diagnostic[] = [...source.diagnostics];
  const scenarios: Scenario[] = [];
  for (const { document, value } of source.documents) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const [index, item] of items.entries()) {
      const place: Place = {
        span: (path) => spanAt(document, Array.isArray(value) ? [String(index), ...path] : path, source.at),
      };
      const checked = checkScenario(item, place);
      diagnostics.push(...checked.diagnostics);
      if (checked.value === undefined) continue;
      const { name } = checked.value;
      if (scenarios.some((other) => other.name === name)) {
        diagnostics.push(diagnose('IRD5306', '', place.span(['name']), { name }));
      }
      scenarios.push(checked.value);
    }
  }
  if (scenarios.length === 0 && diagnostics.length === 0) {
    diagnostics.push(diagnose('IRD5305', '', wholeFile(file), {}));
  }
  return { value: scenarios, diagnostics };
}

const failed = (...diagnostics: readonly Diagnostic[]): Outcome<readonly Scenario[]> => ({
  value: [],
  diagnostics,
});

interface Source {
  readonly documents: readonly { readonly document: Document.Parsed; readonly value: unknown }[] | undefined;
  readonly at: (start: number, end: number) => Span;
  readonly diagnostics: readonly Diagnostic[];
}

function readDocuments(text: string, file: string): Source {
  const lines = new LineCounter();
  const position = (offset: number): Span['start'] => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  const at = (start: number, end: number): Span => ({ file, start: position(start), end: position(end) });
  try {
    const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const all = Array.isArray(parsed) ? parsed : [];
    const diagnostics = all.flatMap((document) =>
      document.errors.map((error) =>
        diagnose('IRD5301', '', at(error.pos[0], error.pos[1]), { message: inWords(error.message) }),
      ),
    );
    if (diagnostics.length > 0) return { documents: undefined, at, diagnostics };
    const documents = all
      .filter((document) => document.contents !== null)
      .map((document) => ({ document, value: document.toJS({ maxAliasCount: 1000 }) as unknown }));
    return { documents: documents.filter(({ value }) => value !== null), at, diagnostics: [] };
  } catch (error) {
    // The YAML reader throws on nesting that exhausts the stack and on aliases that multiply without end.
    const message = error instanceof Error ? inWords(error.message) : 'it cannot be read';
    return { documents: undefined, at, diagnostics: [diagnose('IRD5301', '', wholeFile(file), { message })] };
  }
}

/** What the YAML reader says. It tells of its own stack, where a person would look at the file. */
const inWords = (text: string): string =>
  /call stack/i.test(text)
    ? 'it is nested too deeply, or a list in brackets is too long; begin each entry of a long list with "- " on a line of its own'
    : text.charAt(0).toLowerCase() + text.slice(1);

// Compiled at the first use: a run without scenario file does not pay for it.
let compiled: ValidateFunction<Scenario> | undefined;

function checkScenario(item: unknown, place: Place): Outcome<Scenario | undefined> {
  compiled ??= new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
  }).compile<Scenario>(scenarioSchema);
  const validate = compiled;
  if (!validate(item)) {
    const faults = explainSchemaErrors(validate.errors ?? []);
    return { value: undefined, diagnostics: faults.map((fault) => report(fault, place)) };
  }
  const diagnostics = checkMeaning(item, place);
  return { value: diagnostics.some((d) => d.severity === 'error') ? undefined : item, diagnostics };
}

/** What is wrong with a scenario that was made, not read: one sentence for each mistake. */
export function scenarioFaults(scenario: unknown): readonly string[] {
  const nowhere: Place = { span: () => wholeFile('') };
  const { diagnostics } = checkScenario(scenario, nowhere);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** Whether something would be read from a file as a scenario. */
export const isScenario = (item: unknown): boolean =>
  checkScenario(item, { span: () => wholeFile('') }).value !== undefined;

function report(fault: SchemaFault, place: Place): Diagnostic {
  switch (fault.kind) {
    case 'unknown':
      return diagnose('IRD5302', '', place.span([...fault.path, fault.key]), {
        key: fault.key,
        where: fault.message,
      });
    case 'missing':
      return diagnose('IRD5303', '', place.span(fault.path), { key: fault.key, where: fault.message });
    case 'wrong':
      return diagnose('IRD5304', '', place.span(fault.path), {
        path: fault.path.join('.'),
        message: fault.message,
      });
    default:
      return fault.kind satisfies never;
  }
}

// The narrowest node on the path that the document has; for a key of a map, the key itself.
function spanAt(document: Document.Parsed, path: readonly string[], at: Source['at']): Span {
  let node: unknown = document.contents;
  let range = rangeOf(node);
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && keyText(item.key) === part);
      if (pair === undefined) break;
      range = rangeOf(pair.key) ?? range;
      node = pair.value;
    } else {
      const next: unknown = document.contents === null ? undefined : itemOf(node, part);
      if (next === undefined) break;
      node = next;
      range = rangeOf(node) ?? range;
    }
  }
  return at(range?.[0] ?? 0, range?.[1] ?? 0);
}

function itemOf(node: unknown, index: string): unknown {
  const items = isNode(node) && 'items' in node ? (node as { readonly items: readonly unknown[] }).items : [];
  return items[Number(index)];
}

const keyText = (key: unknown): string =>
  isNode(key) && 'value' in key ? String((key as { readonly value: unknown }).value) : '';

const rangeOf = (node: unknown): readonly number[] | undefined =>
  isNode(node) ? ((node as ParsedNode).range ?? undefined) : undefined;
