// Scripts of a diagram are kept as they are. What would fail in ORS is found before: syntax beyond ES5, and calls of functions that Composer's own library
// provides and this page does not.
import { type Node, parse } from 'acorn';

export interface ScriptFindings {
  /** The parser's words, when the text is not ES5. */
  readonly syntax: string | undefined;
  /** Functions that are called by a bare name and are defined neither by the script nor by ECMAScript or ORS. */
  readonly foreign: readonly string[];
}

const provided = new Set(
  'parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape eval Object Array String Number Boolean Date RegExp Error TypeError RangeError Function uneval In __Log __Raise __GetCurrentStates __GetDocumentURL'.split(
    ' ',
  ),
);

/** Looks at an expression or a script. */
export function checkScript(code: string, form: 'expression' | 'script'): ScriptFindings {
  let tree: Node;
  try {
    tree = parse(form === 'expression' ? `(${code}\n)` : code, {
      ecmaVersion: 5,
      sourceType: 'script',
      allowReturnOutsideFunction: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { syntax: message.replace(/ \(\d+:\d+\)$/, ''), foreign: [] };
  }
  const called = new Set<string>();
  const defined = new Set<string>();
  walk(tree, called, defined);
  return {
    syntax: undefined,
    foreign: [...called].filter((name) => !defined.has(name) && !provided.has(name)),
  };
}

/** Collects called and defined names; scopes do not matter for the question. Iterative: a script may nest deeply. */
function walk(root: Node, called: Set<string>, defined: Set<string>): void {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const item = open.pop();
    if (Array.isArray(item)) open.push(...(item as unknown[]));
    if (!isRecord(item)) continue;
    const { type, callee, id, params } = item;
    if ((type === 'CallExpression' || type === 'NewExpression') && isRecord(callee)) addName(callee, called);
    if (isRecord(id)) addName(id, defined);
    if (Array.isArray(params)) params.forEach((p: unknown) => isRecord(p) && addName(p, defined));
    if (type === 'AssignmentExpression' && isRecord(item['left'])) addName(item['left'], defined);
    for (const value of Object.values(item))
      if (typeof value === 'object' && value !== null) open.push(value);
  }
}

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

function addName(node: Readonly<Record<string, unknown>>, names: Set<string>): void {
  if (node['type'] === 'Identifier' && typeof node['name'] === 'string') names.add(node['name']);
}
