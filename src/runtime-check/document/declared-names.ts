// The names that a script declares for the scope it runs in: by `var` anywhere outside of its functions, and by functions at its top level.

/** A node of the parser's tree, as far as it matters here: the public types must not name the parser. */
interface Node {
  readonly type: string;
}

export interface DeclaredNames {
  /** Functions included, each name once. */
  readonly variables: readonly string[];
  readonly functions: readonly string[];
}

export const nothingDeclared: DeclaredNames = { variables: [], functions: [] };

/** What a parsed script declares (ECMAScript 5.1, 10.5). */
export function declaredNames(script: Node): DeclaredNames {
  const variables = new Set<string>();
  const functions = new Set<string>();
  for (const statement of partsOf(script)) {
    if (statement.type === 'FunctionDeclaration') functions.add(nameOf(statement));
  }
  const waiting: Node[] = [script];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isFunction(node)) continue;
    if (node.type === 'VariableDeclarator') variables.add(nameOf(node));
    waiting.push(...partsOf(node));
  }
  variables.delete('');
  functions.delete('');
  return { variables: [...new Set([...functions, ...variables])], functions: [...functions] };
}

const isFunction = ({ type }: Node): boolean =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';

/** The identifier that a declaration gives; '' for patterns, which ES5 does not have. */
function nameOf(declaration: Node): string {
  const id = Object.entries(declaration).find(([key]) => key === 'id')?.[1] as unknown;
  return typeof id === 'object' && id !== null && 'name' in id && typeof id.name === 'string' ? id.name : '';
}

const partsOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
