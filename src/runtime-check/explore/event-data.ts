// Data for an event that is to enable a transition: made from what its condition compares fields of `_event.data` with, and tried in the session at the
// moment when the event would be taken.
import type { AnyNode } from 'acorn';
import type { Plain } from '../script/engine.js';
import { isRecord } from '../platform/module.js';
import { literalOf } from './comparisons.js';
import { childrenOf, lastName, memberName, treeOf, type PageFunction } from './page-code.js';

/** A field of the event's data, and texts of expressions that it is compared with. */
interface Wish {
  readonly field: readonly string[];
  readonly values: readonly string[];
}

/** What a condition wants of an event. */
export interface EventWishes {
  readonly cond: string | undefined;
  readonly wishes: readonly Wish[];
}

/** Function calls that are looked into, one inside the other. */
const deepest = 5;
const mostValues = 6;
const mostTrials = 200;

type Names = ReadonlyMap<string, Bound>;
interface Bound {
  readonly node: AnyNode;
  readonly code: string;
  readonly names: Names;
}

/** Reads the wishes of a condition, and of the code that runs when it holds. */
export function eventWishes(
  cond: string | undefined,
  further: readonly string[],
  functions: ReadonlyMap<string, PageFunction>,
): EventWishes {
  const found = new Map<string, { field: readonly string[]; values: Set<string> }>();
  const wish = (field: readonly string[], value?: string): void => {
    const known = found.get(field.join('.')) ?? { field, values: new Set<string>() };
    found.set(field.join('.'), known);
    if (value !== undefined) known.values.add(value);
  };
  const tree = cond === undefined ? undefined : treeOf(cond, 'condition');
  if (tree !== undefined && cond !== undefined) visit(tree, cond, new Map(), 0);
  for (const code of further) {
    const script = treeOf(code, 'script');
    if (script !== undefined) visit(script, code, new Map(), deepest - 1);
  }

  function visit(node: AnyNode, code: string, names: Names, depth: number): void {
    const field = node.type === 'LogicalExpression' ? undefined : fieldOf(node, names);
    if (field !== undefined) {
      if (field.length > 0) wish(field);
      return;
    }
    if (node.type === 'BinaryExpression') compare(node, code, names);
    if (node.type === 'CallExpression' && depth < deepest) {
      const called = functions.get(lastName(node.callee) ?? '');
      if (called !== undefined) {
        const bound = called.params.flatMap((name, index) => {
          const argument = node.arguments[index];
          return argument === undefined ? [] : [[name, { node: argument as AnyNode, code, names }] as const];
        });
        visit(called.body, called.code, new Map(bound), depth + 1);
      }
    }
    const inner =
      node.type === 'BlockStatement' || node.type === 'Program' ? withLocals(node, code, names) : names;
    for (const child of childrenOf(node)) visit(child, code, inner, depth);
  }

  function compare(
    node: Extract<AnyNode, { readonly type: 'BinaryExpression' }>,
    code: string,
    names: Names,
  ): void {
    const sides = [node.left as AnyNode, node.right] as const;
    for (const [at, side] of sides.entries()) {
      const field = fieldOf(side, names);
      const other = sides[1 - at];
      if (field === undefined || field.length === 0 || other === undefined) continue;
      for (const value of valuesOf(other, code, names, node.operator)) wish(field, value);
    }
  }
  return { cond, wishes: [...found.values()].map(({ field, values }) => ({ field, values: [...values] })) };
}

/** Variables of a function body as what they start with. */
function withLocals(block: AnyNode, code: string, names: Names): Names {
  const inner = new Map(names);
  for (const statement of childrenOf(block)) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (id.type === 'Identifier' && init) inner.set(id.name, { node: init, code, names: new Map(inner) });
    }
  }
  return inner;
}

/** The path below `_event.data` that a node means; empty for the data themselves. */
function fieldOf(node: AnyNode, names: Names): readonly string[] | undefined {
  switch (node.type) {
    case 'Identifier': {
      const bound = names.get(node.name);
      return bound && fieldOf(bound.node, bound.names);
    }
    // `data || {}`, `event.data && event.data.requestid`
    case 'LogicalExpression':
      return fieldOf(node.operator === '||' ? node.left : node.right, names);
    case 'MemberExpression': {
      const name = memberName(node);
      if (name === undefined) return undefined;
      if (name === 'data' && isEvent(node.object, names)) return [];
      const above = fieldOf(node.object, names);
      return above && [...above, name];
    }
    default:
      return undefined;
  }
}

function isEvent(node: AnyNode, names: Names): boolean {
  if (node.type !== 'Identifier') return false;
  const bound = names.get(node.name);
  return bound === undefined ? node.name === '_event' : isEvent(bound.node, bound.names);
}

/** Texts of expressions that give the other side of a comparison, or what fulfils it. */
function valuesOf(node: AnyNode, code: string, names: Names, operator: string): readonly string[] {
  const literal = literalOf(node);
  if (typeof literal === 'number') return [literal, literal + 1, literal - 1].map(String);
  if (literal !== undefined) return [JSON.stringify(literal)];
  // `live[name]`: any of them may be meant.
  if (node.type === 'MemberExpression' && memberName(node) === undefined) {
    const object = textOf(node.object, code, names);
    return object === undefined ? [] : [`...${object}`];
  }
  const text = textOf(node, code, names);
  if (text === undefined) return [];
  return operator.startsWith('<') || operator.startsWith('>') ? [text, `${text} + 1`, `${text} - 1`] : [text];
}

/** The text of an expression that stands for itself: without the names of a function's own. */
function textOf(node: AnyNode, code: string, names: Names): string | undefined {
  if (node.type === 'Identifier') {
    const bound = names.get(node.name);
    return bound === undefined ? node.name : textOf(bound.node, bound.code, bound.names);
  }
  if (node.type === 'MemberExpression') {
    const object = textOf(node.object, code, names);
    if (object === undefined) return undefined;
    if (!node.computed) return `${object}.${memberName(node) ?? ''}`;
    const key = textOf(node.property as AnyNode, code, names);
    return key === undefined ? undefined : `${object}[${key}]`;
  }
  if (node.type === 'Literal') return code.slice(node.start, node.end);
  return mentions(node, names) ? undefined : code.slice(node.start, node.end);
}

const mentions = (node: AnyNode, names: Names): boolean =>
  (node.type === 'Identifier' && names.has(node.name)) ||
  childrenOf(node).some((child) => mentions(child, names));

/** Data that come from a search, and whether the condition holds with them. */
export interface EventData {
  readonly data: Readonly<Record<string, Plain>>;
  readonly fits: boolean;
}

/** Tries data for an event in the session, now. */
export function findEventData(
  { cond, wishes }: EventWishes,
  name: string,
  inspect: (source: string) => Plain,
): EventData {
  const choices = wishes.map(({ field, values }) => ({ field, values: valuesNow(field, values, inspect) }));
  const first = build(choices, 0);
  if (cond === undefined) return { data: first, fits: true };
  const count = Math.min(
    mostTrials,
    choices.reduce((product, { values }) => product * values.length, 1),
  );
  for (let trial = 0; trial < count; trial++) {
    const data = build(choices, trial);
    const event = JSON.stringify({ name, type: 'external', data });
    if (inspect(`(function (_event) { return !!(${cond}\n); })(${event})`) === true)
      return { data, fits: true };
  }
  return { data: first, fits: false };
}

function valuesNow(
  field: readonly string[],
  texts: readonly string[],
  inspect: (source: string) => Plain,
): readonly Plain[] {
  const found: Plain[] = texts.flatMap((text) => {
    if (!text.startsWith('...')) return [inspect(text)];
    const holder = inspect(text.slice(3));
    return isRecord(holder) ? Object.values(holder) : [];
  });
  if (texts.length === 0 && field.at(-1) === 'interactionid')
    found.push(inspect('_genesys.ixn.interactions[0].g_uid'));
  const values = found.filter((value) => value === undefined || typeof value !== 'object');
  // A field that is only asked for, or must not be what it is compared with.
  return [
    ...new Set([
      ...values.slice(0, mostValues),
      ...(texts.length === 0 && values.length === 0 ? ['x', undefined] : [undefined, 'x']),
    ]),
  ];
}

interface Choice {
  readonly field: readonly string[];
  readonly values: readonly Plain[];
}

/** The combination of a number: each choice is a digit of it. */
function build(choices: readonly Choice[], number: number): Readonly<Record<string, Plain>> {
  const data: Record<string, Plain> = {};
  let left = number;
  for (const { field, values } of choices) {
    const value = values[left % values.length];
    left = Math.floor(left / values.length);
    if (value !== undefined) put(data, field, value);
  }
  return data;
}

function put(data: Record<string, Plain>, [name, ...rest]: readonly string[], value: Plain): void {
  if (name === undefined) return;
  if (rest.length === 0) {
    if (data[name] === undefined) data[name] = value;
    return;
  }
  const known = data[name];
  const inner: Record<string, Plain> = isRecord(known) ? { ...known } : {};
  put(inner, rest, value);
  data[name] = inner;
}
