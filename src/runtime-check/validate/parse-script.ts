// Parses the ECMAScript of a page as ES5, with positions in the page.
import { parse, parseExpressionAt, type ecmaVersion, type Node } from 'acorn';
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import type { LocatedText } from '../../xml/index.js';

export interface ParsedScript {
  /** Undefined when it cannot be parsed. */
  readonly tree: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `what` names it in messages: `condition`, `script`, `attribute "queue"`. */
export function parseScript(
  source: LocatedText,
  kind: 'script' | 'expression' | 'location',
  what: string,
): ParsedScript {
  const es5 = attempt(source.text, kind, 5);
  if (es5.tree !== undefined) {
    return kind === 'location' && !isAssignable(es5.tree)
      ? { tree: es5.tree, diagnostics: [diagnose('IRD5203', '', source.span(), { what })] }
      : { tree: es5.tree, diagnostics: [] };
  }
  const withVar = attempt(source.text.replaceAll(/\bconst\b/g, 'var  '), kind, 5);
  if (withVar.tree !== undefined) {
    const at = source.text.search(/\bconst\b/);
    const span = source.span(at, at + 'const'.length);
    return { tree: withVar.tree, diagnostics: [diagnose('IRD5204', '', span, { what })] };
  }
  const latest = attempt(source.text, kind, 'latest');
  const { at, message } = latest.tree === undefined ? latest : es5;
  const start = Math.min(at, source.text.length);
  const span = source.span(start, Math.min(start + 1, source.text.length));
  const code = latest.tree === undefined ? 'IRD5201' : 'IRD5202';
  const hint = kind !== 'script' && latest.tree === undefined && looksLikeText(source.text) ? textHint : '';
  return { tree: undefined, diagnostics: [diagnose(code, '', span, { what, message: `${message}${hint}` })] };
}

const textHint = '; text needs quotes inside the attribute';
const looksLikeText = (text: string): boolean => /^[\w ./:*#+-]+$/.test(text);

interface Attempt {
  readonly tree: Node | undefined;
  readonly at: number;
  readonly message: string;
}

function attempt(text: string, kind: 'script' | 'expression' | 'location', version: ecmaVersion): Attempt {
  try {
    const options = {
      ecmaVersion: version,
      preserveParens: true,
      allowReturnOutsideFunction: false,
    } as const;
    if (kind === 'script') return { tree: parse(text, options), at: 0, message: '' };
    const tree = parseExpressionAt(text, 0, options);
    const rest = restAfter(text, tree.end);
    return rest < text.length
      ? {
          tree: undefined,
          at: rest,
          message: `"${text.slice(rest, rest + 20)}" was not expected after the expression`,
        }
      : { tree, at: 0, message: '' };
  } catch (error) {
    // acorn tells syntax errors by throwing; nesting that exhausts the stack comes as a RangeError.
    return { tree: undefined, at: positionOf(error), message: messageOf(error) };
  }
}

// Blanks, comments and a closing semicolon may follow an expression.
function restAfter(text: string, end: number): number {
  const trailing = /(?:\s|;|\/\*[^]*?\*\/|\/\/[^\n\r]*)*/y;
  trailing.lastIndex = end;
  trailing.exec(text);
  return trailing.lastIndex;
}

const positionOf = (error: unknown): number =>
  error instanceof SyntaxError && 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;

function messageOf(error: unknown): string {
  if (!(error instanceof SyntaxError)) return 'it is nested too deeply';
  const plain = error.message.replace(/ \(\d+:\d+\)$/, '');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}

function isAssignable(tree: Node): boolean {
  if (tree.type === 'ParenthesizedExpression') {
    return 'expression' in tree && isAssignable(tree.expression as Node);
  }
  return tree.type === 'Identifier' || tree.type === 'MemberExpression';
}

/** Every node of a tree, parents before children. */
export function* nodesWithin(tree: Node): Generator<Node> {
  const waiting: Node[] = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    // From the last to the first, so that the first comes off the stack first.
    const values: readonly unknown[] = Object.values(next);
    for (let i = values.length - 1; i >= 0; i -= 1) {
      const value = values[i];
      if (isNode(value)) waiting.push(value);
      else if (Array.isArray(value)) for (const child of value.filter(isNode).reverse()) waiting.push(child);
    }
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'start' in value;
