// The ECMAScript of a page as trees, with where in the page each piece runs: what the exploration reads to learn what the page depends on.
import { parse, parseExpressionAt, type AnyNode } from 'acorn';
import type { Action, Block, CompiledDocument, Expression, Transition } from '../document/nodes.js';

/** A piece of script that runs in one place. */
export interface CodePiece {
  readonly code: string;
  readonly tree: AnyNode;
  /** For an assignment: names of what is assigned to; the tree is the value. */
  readonly assigns: readonly string[];
  /** The initial value of declared data. */
  readonly isDeclaration: boolean;
  /** For a parameter of an event: the name of its field; the tree is the value. */
  readonly field: string | undefined;
  /** Id of the state in which it runs. */
  readonly state: string;
  /** Conditions that must hold, in the page around it, for it to run. */
  readonly under: readonly AnyNode[];
}

/** A function that a script of the page defines. */
export interface PageFunction {
  readonly params: readonly string[];
  readonly body: AnyNode;
  readonly code: string;
}

export interface PageCode {
  readonly pieces: readonly CodePiece[];
  /** By the last part of their names. */
  readonly functions: ReadonlyMap<string, PageFunction>;
}

/** Parses one piece; undefined when it cannot be parsed, which the validator has told. */
export function treeOf(code: string, kind: Expression['kind']): AnyNode | undefined {
  try {
    // acorn's general node type names no parts.
    return (
      kind === 'script' ? parse(code, { ecmaVersion: 5 }) : parseExpressionAt(code, 0, { ecmaVersion: 5 })
    ) as AnyNode;
  } catch {
    return undefined;
  }
}

/** Every node of a tree, parents before children. */
export function* nodesOf(tree: AnyNode): Generator<AnyNode> {
  yield tree;
  for (const child of childrenOf(tree)) yield* nodesOf(child);
}

/** The nodes right below, in the order of the text. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode);
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** `_data.ird_requests.Large` as its names, computed members with literal keys included; undefined when it is no such chain. */
export function pathOf(node: AnyNode): readonly string[] | undefined {
  switch (node.type) {
    case 'Identifier':
      return [node.name];
    case 'ThisExpression':
      return ['this'];
    case 'MemberExpression': {
      const above = pathOf(node.object);
      const name = memberName(node);
      return above === undefined || name === undefined ? undefined : [...above, name];
    }
    default:
      return undefined;
  }
}

/** The name of a member, when it is written down. */
export function memberName(
  node: Extract<AnyNode, { readonly type: 'MemberExpression' }>,
): string | undefined {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  return node.property.type === 'Literal' ? String(node.property.value) : undefined;
}

/** The last name of what is assigned to or called. */
export function lastName(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return undefined;
  return memberName(node) ?? lastName(node.object);
}

/** The names that an assignment is known by: of the member, and of the member that holds it, as in `_data.ird_live.Selection`. */
export function assignedNames(left: AnyNode): readonly string[] {
  const name = lastName(left);
  if (name === undefined) return [];
  // A variable that holds everything, such as a library, would connect everything.
  const owner =
    left.type === 'MemberExpression' && left.object.type === 'MemberExpression'
      ? lastName(left.object)
      : undefined;
  return owner === undefined || owner === name ? [name] : [name, owner];
}

/** Everything that a page may run, with where. */
export function readPageCode(document: CompiledDocument): PageCode {
  const pieces: CodePiece[] = [];
  const functions = new Map<string, PageFunction>();

  function add(
    expression: Expression,
    state: string,
    under: readonly AnyNode[],
    more: {
      readonly field?: string;
      readonly assigns?: readonly string[];
      readonly isDeclaration?: true;
    } = {},
  ): void {
    const { code, kind, value } = expression;
    const isAssignment = kind === 'assignment' && value !== undefined;
    const text = isAssignment ? value.code : code;
    const tree = treeOf(text, isAssignment ? 'expression' : kind);
    if (tree === undefined) return;
    const location = isAssignment ? treeOf(code, 'location') : undefined;
    const assigns = more.assigns ?? (location === undefined ? [] : assignedNames(location));
    const isDeclaration = more.isDeclaration ?? false;
    pieces.push({ code: text, tree, assigns, isDeclaration, field: more.field, state, under });
    for (const [name, found] of functionsIn(tree, text)) functions.set(name, found);
  }

  function addBlock(block: Block, state: string, under: readonly AnyNode[]): void {
    for (const action of block) addAction(action, state, under);
  }

  function addAction(action: Action, state: string, under: readonly AnyNode[]): void {
    switch (action.kind) {
      case 'if': {
        const tests: AnyNode[] = [];
        for (const { cond, content } of action.branches) {
          const test = cond && treeOf(cond.code, 'condition');
          if (cond) add(cond, state, under);
          if (test) tests.push(test);
          addBlock(content, state, [...under, ...tests]);
        }
        return;
      }
      case 'assign':
        add(action.assignment, state, under);
        return;
      case 'script':
        add(action.script, state, under);
        return;
      case 'store':
        return;
      case 'log':
        return;
      case 'raise':
      case 'send':
        for (const { name, expression } of action.params) add(expression, state, under, { field: name });
        return;
      case 'foreach':
        add(action.array, state, under, { assigns: [action.itemName] });
        addBlock(action.content, state, under);
        return;
      case 'cancel':
      case 'foreign':
        return;
    }
  }

  function addTransition(transition: Transition): void {
    const state = transition.source.id;
    const test = transition.cond && treeOf(transition.cond.code, 'condition');
    if (transition.cond) add(transition.cond, state, []);
    addBlock(transition.content, state, test ? [test] : []);
  }

  for (const script of document.scripts) add(script, '', []);
  for (const state of document.states) {
    for (const { assignment } of state.data)
      if (assignment) add(assignment, state.id, [], { isDeclaration: true });
    for (const block of [...state.onentry, ...state.onexit]) addBlock(block, state.id, []);
  }
  for (const transition of document.transitions) addTransition(transition);
  return { pieces, functions };
}

function functionsIn(tree: AnyNode, code: string): readonly (readonly [string, PageFunction])[] {
  const found: (readonly [string, PageFunction])[] = [];
  const add = (name: string | undefined, node: AnyNode | null | undefined): void => {
    if (name === undefined || (node?.type !== 'FunctionExpression' && node?.type !== 'FunctionDeclaration'))
      return;
    const params = node.params.map((param) => (param.type === 'Identifier' ? param.name : ''));
    found.push([name, { params, body: node.body, code }]);
  };
  for (const node of nodesOf(tree)) {
    if (node.type === 'FunctionDeclaration') add((node.id as { readonly name: string } | null)?.name, node);
    else if (node.type === 'AssignmentExpression') add(lastName(node.left), node.right);
    else if (node.type === 'VariableDeclarator') add(lastName(node.id), node.init);
    else if (node.type === 'Property')
      add(node.key.type === 'Identifier' ? node.key.name : undefined, node.value);
  }
  return found;
}
