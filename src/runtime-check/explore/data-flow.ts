// Which inputs of a scenario a value in the page comes from, by names alone: what is assigned to what, under which conditions, through which functions.
// It takes more to be connected than is: a wrong guess costs a run, a missed one a branch.
import type { AnyNode } from 'acorn';
import { comparisonsOf, type Comparison, type Literal } from './comparisons.js';
import {
  assignedNames,
  childrenOf,
  lastName,
  memberName,
  nodesOf,
  pathOf,
  type PageCode,
} from './page-code.js';

/** Something that a value is made of: a name of the page, or an input that a scenario can set. */
export type Source =
  | { readonly kind: 'name'; readonly name: string }
  /** User data by key. */
  | { readonly kind: 'udata'; readonly name: string }
  /** A field of the data of an event. */
  | { readonly kind: 'event'; readonly name: string }
  /** A property of the interaction. */
  | { readonly kind: 'interaction'; readonly name: string }
  /** A function of the platform by its path. */
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'clock'; readonly name: '' }
  | { readonly kind: 'random'; readonly name: '' };

export interface DataFlow {
  /** What a piece of code reads. */
  reads(node: AnyNode): readonly Source[];
  /** Inputs that the sources depend on, nearest first, each once, with how far away they are. */
  inputs(sources: readonly Source[]): readonly { readonly source: Source; readonly distance: number }[];
  /** Literals that an input is compared with anywhere in the page, the most direct comparisons first. */
  literals(input: Source): readonly Literal[];
  /** Whether the page gives a value to a name anywhere but where it declares its data. */
  isAssigned(name: string): boolean;
  /** Ids of the states in which a name is given a literal. */
  statesThatSet(name: string, literal: Literal): readonly string[];
  readonly comparisons: (node: AnyNode) => readonly Comparison[];
}

export const keyOf = ({ kind, name }: Source): string => `${kind} ${name}`;

const farthest = 8;

const interactionProperties: ReadonlySet<string> = new Set([
  ...['ani', 'dnis', 'ANI', 'DNIS', 'ThisDN', 'CallID', 'callid', 'connid', 'calltype', 'media', 'category'],
  ...['voice', 'msgbased', 'chat', 'contactedaddr', 'type', 'Type', 'parentid', 'isonline'],
]);

export function createDataFlow(code: PageCode): DataFlow {
  const readers = functionsThatReadData(code);
  const reads = (node: AnyNode): readonly Source[] => readsOf(node, readers);
  const flows = new Map<string, Source[]>();
  const given = new Map<string, Set<string>>();
  const assigned = new Set<string>();

  function flow(to: Source, from: readonly Source[]): void {
    const known = flows.get(keyOf(to)) ?? [];
    flows.set(keyOf(to), [...known, ...from]);
  }
  function give(name: string, value: AnyNode, state: string): void {
    if (value.type !== 'Literal') return;
    const key = JSON.stringify([name, value.value]);
    given.set(key, (given.get(key) ?? new Set()).add(state));
  }
  function walk(node: AnyNode, state: string, under: readonly Source[]): void {
    switch (node.type) {
      case 'AssignmentExpression': {
        for (const name of assignedNames(node.left)) {
          assigned.add(name);
          flow({ kind: 'name', name }, [...reads(node.right), ...under]);
          give(name, node.right, state);
        }
        break;
      }
      case 'VariableDeclarator': {
        const name = lastName(node.id);
        if (name !== undefined && node.init) {
          flow({ kind: 'name', name }, [...reads(node.init), ...under]);
          give(name, node.init, state);
        }
        break;
      }
      case 'Property': {
        // What is handed over in an object is read under its name.
        const name = node.key.type === 'Identifier' ? node.key.name : undefined;
        const isFunction = node.value.type === 'FunctionExpression';
        if (name !== undefined && !isFunction) flow({ kind: 'name', name }, [...reads(node.value), ...under]);
        break;
      }
      case 'IfStatement':
      case 'ConditionalExpression': {
        const tests = [...under, ...reads(node.test)];
        walk(node.test, state, under);
        walk(node.consequent, state, tests);
        if (node.alternate) walk(node.alternate, state, tests);
        return;
      }
      case 'SwitchStatement': {
        const tests = [...under, ...reads(node.discriminant)];
        for (const each of node.cases) walk(each, state, tests);
        return;
      }
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement': {
        const tests = node.test ? [...under, ...reads(node.test)] : under;
        for (const child of childrenOf(node)) walk(child, state, tests);
        return;
      }
    }
    for (const child of childrenOf(node)) walk(child, state, under);
  }
  for (const { tree, assigns, field, state, under, isDeclaration } of code.pieces) {
    const tests = under.flatMap(reads);
    for (const name of assigns) {
      if (!isDeclaration) assigned.add(name);
      flow({ kind: 'name', name }, [...reads(tree), ...tests]);
      give(name, tree, state);
    }
    if (field !== undefined) flow({ kind: 'event', name: field }, [...reads(tree), ...tests]);
    walk(tree, state, tests);
  }
  for (const [name, { body }] of code.functions) flow({ kind: 'name', name }, reads(body));

  function inputs(sources: readonly Source[]): ReturnType<DataFlow['inputs']> {
    const distances = new Map<string, number>();
    const found: { source: Source; distance: number }[] = [];
    let level = sources;
    for (let distance = 0; distance <= farthest && level.length > 0; distance++) {
      const next: Source[] = [];
      for (const source of level) {
        const key = keyOf(source);
        if (distances.has(key)) continue;
        distances.set(key, distance);
        found.push({ source, distance });
        next.push(...(flows.get(key) ?? []));
      }
      level = next;
    }
    return found;
  }

  const comparisons = (node: AnyNode): readonly Comparison[] =>
    [...nodesOf(node)].flatMap((each) => comparisonsOf(each, reads));
  const everywhere = code.pieces.flatMap(({ tree }) => comparisons(tree));
  let pools: ReadonlyMap<string, readonly Literal[]> | undefined;
  return {
    reads,
    inputs,
    comparisons,
    literals: (input) => {
      pools ??= poolsOf(everywhere, inputs);
      return pools.get(keyOf(input)) ?? [];
    },
    isAssigned: (name) => assigned.has(name),
    statesThatSet: (name, literal) => [...(given.get(JSON.stringify([name, literal])) ?? [])],
  };
}

function poolsOf(
  all: readonly Comparison[],
  inputs: DataFlow['inputs'],
): ReadonlyMap<string, readonly Literal[]> {
  const found = new Map<string, { literal: Literal; distance: number }[]>();
  for (const { sources, literal } of all) {
    for (const { source, distance } of inputs(sources)) {
      const list = found.get(keyOf(source)) ?? [];
      found.set(keyOf(source), list);
      list.push({ literal, distance });
    }
  }
  return new Map(
    [...found].map(([key, list]) => [
      key,
      [...new Set(list.toSorted((a, b) => a.distance - b.distance).map(({ literal }) => literal))],
    ]),
  );
}

/** Names of functions whose text arguments name user data: they reach into it, by themselves or through others. */
function functionsThatReadData(code: PageCode): ReadonlySet<string> {
  const readers = new Set(['getuData', 'udata', 'UData', 'GetAttachedData']);
  for (let before = -1; before < readers.size;) {
    before = readers.size;
    for (const [name, { body }] of code.functions) {
      if (readers.has(name)) continue;
      const reaches = [...nodesOf(body)].some(
        (node) =>
          (node.type === 'MemberExpression' && memberName(node) === 'udata') ||
          (node.type === 'CallExpression' && readers.has(lastName(node.callee) ?? '')),
      );
      if (reaches) readers.add(name);
    }
  }
  return readers;
}

function readsOf(node: AnyNode, readers: ReadonlySet<string>): readonly Source[] {
  const found: Source[] = [];
  for (const each of nodesOf(node)) {
    if (each.type === 'CallExpression' || each.type === 'NewExpression')
      found.push(...callReads(each, readers));
    else if (each.type === 'Identifier') found.push({ kind: 'name', name: each.name });
    else if (each.type === 'MemberExpression') found.push(...memberReads(each));
    else if (
      each.type === 'Literal' &&
      typeof each.value === 'string' &&
      interactionProperties.has(each.value)
    ) {
      found.push({ kind: 'interaction', name: each.value });
    }
  }
  return found;
}

function callReads(
  node: Extract<AnyNode, { readonly type: 'CallExpression' | 'NewExpression' }>,
  readers: ReadonlySet<string>,
): readonly Source[] {
  const path = pathOf(node.callee)?.join('.') ?? '';
  if (path === 'Math.random') return [{ kind: 'random', name: '' }];
  if (path === 'Date') return [{ kind: 'clock', name: '' }];
  if (path.startsWith('_genesys.')) {
    const isData = path.endsWith('.getuData');
    const texts = isData ? node.arguments.flatMap(textOf) : [];
    return [
      { kind: 'function', name: path },
      ...texts.map((name) => ({ kind: 'udata', name }) as const),
      ...(/InZone$|isSpecialDay$/.test(path) ? [{ kind: 'clock', name: '' } as const] : []),
    ];
  }
  const name = lastName(node.callee) ?? '';
  return readers.has(name)
    ? node.arguments.flatMap(textOf).map((key) => ({ kind: 'udata', name: key }) as const)
    : [];
}

const textOf = (node: AnyNode): readonly string[] =>
  node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];

function memberReads(node: Extract<AnyNode, { readonly type: 'MemberExpression' }>): readonly Source[] {
  const name = memberName(node);
  if (name === undefined) return [];
  const owner = lastName(node.object);
  const found: Source[] = [{ kind: 'name', name }];
  if (owner === 'udata') found.push({ kind: 'udata', name });
  if (owner === 'data') found.push({ kind: 'event', name });
  if (owner === 'extensions') found.push({ kind: 'event', name: `extensions.${name}` });
  if (interactionProperties.has(name)) found.push({ kind: 'interaction', name });
  return found;
}
