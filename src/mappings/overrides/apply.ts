// Applies overrides to one strategy: calls that are taken for others are rewritten, everything else gets a mapping of its own. The first entry that
// fits counts.
import type { Block, Expr, NodeId, Strategy, Value } from '../../ir/nodes.js';
import { findFunction } from '../../ir/vocabulary/functions.js';
import { callsOf, valuesOf, type CallExpr } from '../../ir/walk.js';
import type { BlockMapping, FunctionMapping, StrategyMappings } from '../define.js';
import { holds, type FunctionOverride, type ObjectOverride, type Override } from './model.js';
import { foldName, typeOfObject } from './object-names.js';
import { rowOfOverride, takenForRow } from './override-row.js';
import { mappingOfOverride, takenForMapping } from './override-block.js';

export interface AppliedOverrides {
  readonly strategy: Strategy;
  readonly mappings: StrategyMappings;
  /** Entries that apply to something. */
  readonly used: ReadonlySet<Override>;
  /** Nodes that they convert, unless their block becomes a placeholder. */
  readonly nodes: readonly NodeId[];
  /** Calls among arguments that an override has no use for: they are left out on purpose. */
  readonly dropped: readonly NodeId[];
}

/** Applies the entries that hold today. */
export function applyOverrides(strategy: Strategy, entries: readonly Override[]): AppliedOverrides {
  const blocks = new Map<NodeId, BlockMapping>();
  const here = entries.filter(({ when }) => holds(when.strategy, strategy.name));
  const ofFunctions = here.filter(isOfFunction);
  const ofObjects = here.filter((entry): entry is ObjectOverride => entry.about === 'object');
  const taken = nothingTaken();
  const { calls, used, nodes, dropped } = taken;
  const use = (entry: Override, node: NodeId): void => {
    used.add(entry);
    nodes.push(node);
  };
  const rewrite = (expr: Expr, caption: string): Expr => rewriteCalls(expr, caption, ofFunctions, taken);
  const value = (one: Value, caption: string): Value =>
    one.kind === 'expression' ? { ...one, expr: rewrite(one.expr, caption) } : one;

  const block = (one: Block): Block => {
    const entry = ofObjects.find((each) => fitsBlock(each, one));
    if (entry !== undefined) {
      use(entry, one.nodeId);
      const mapping =
        entry.action.kind === 'as' ? takenForMapping(entry, one) : mappingOfOverride(entry, one);
      if (mapping !== undefined) blocks.set(one.nodeId, mapping);
    }
    if (ofFunctions.length === 0) return one;
    const properties = changeValues(one.properties, (each) => value(each, one.caption));
    return { ...one, properties } as Block; // values keep their kinds, so the properties keep their shape
  };
  return {
    strategy: {
      ...strategy,
      variables: strategy.variables.map((each) =>
        each.initial === undefined ? each : { ...each, initial: value(each.initial, '') },
      ),
      blocks: strategy.blocks.map(block),
    },
    mappings: { calls, blocks },
    used,
    nodes,
    dropped,
  };
}

const isOfFunction = (entry: Override): entry is FunctionOverride => entry.about === 'function';

/** What became of calls while an expression was rewritten. */
interface Taken {
  readonly calls: Map<NodeId, FunctionMapping>;
  readonly used: Set<Override>;
  readonly nodes: NodeId[];
  readonly dropped: NodeId[];
}

const nothingTaken = (): Taken => ({ calls: new Map(), used: new Set(), nodes: [], dropped: [] });

/** An expression that stands in no strategy. */
export interface AppliedToExpression extends Pick<AppliedOverrides, 'used'> {
  /** As it is converted. */
  readonly expr: Expr;
  /** As it is meant: calls that are taken for others are those; what a template or an `ignore` makes of a call does not change what IRD computed. */
  readonly meant: Expr;
  readonly calls: ReadonlyMap<NodeId, FunctionMapping>;
}

/** Applies the entries that hold everywhere: those that ask for a strategy or a caption hold for none. */
export function applyToExpression(expr: Expr, entries: readonly Override[]): AppliedToExpression {
  const here = entries.filter(isOfFunction).filter(({ when }) => holds(when.strategy, ''));
  const taken = nothingTaken();
  const converted = rewriteCalls(expr, '', here, taken);
  const meant = rewriteCalls(expr, '', here, nothingTaken(), true);
  return { expr: converted, meant, calls: taken.calls, used: taken.used };
}

/** The expression with the calls that entries decide about. `onlyMeaning`: calls that keep their meaning stay as they are. */
function rewriteCalls(
  whole: Expr,
  caption: string,
  entries: readonly FunctionOverride[],
  taken: Taken,
  onlyMeaning = false,
): Expr {
  const drop = (args: readonly Expr[]): void => {
    taken.dropped.push(...args.flatMap(callsOf).map(({ id }) => id));
  };
  const call = (expr: CallExpr): Expr => {
    const entry = entries.find((each) => fitsCall(each, expr, caption));
    if (entry === undefined || (onlyMeaning && entry.action.kind !== 'as'))
      return { ...expr, args: expr.args.map(rewrite) };
    taken.used.add(entry);
    taken.nodes.push(expr.id);
    switch (entry.action.kind) {
      case 'as': {
        const row = takenForRow(entry, entry.action);
        if (row !== undefined) taken.calls.set(expr.id, row);
        const kept = ordered(expr, entry.action.order);
        drop(expr.args.filter((arg) => !kept.includes(arg)));
        const type = findFunction(entry.action.name)?.returns ?? expr.type;
        return { ...expr, name: entry.action.name, type, known: true, args: kept.map(rewrite) };
      }
      case 'ignore':
        drop(expr.args);
        taken.calls.set(expr.id, rowOfOverride(entry));
        return {
          ...expr,
          name: ownName(expr),
          args: [],
          type: typeof entry.action.value === 'number' ? 'INTEGER' : 'STRING',
        };
      case 'template':
      case 'plugin':
        taken.calls.set(expr.id, rowOfOverride(entry));
        return { ...expr, name: ownName(expr), args: expr.args.map(rewrite) };
    }
  };
  const rewrite = (expr: Expr): Expr => {
    switch (expr.kind) {
      case 'call':
        return call(expr);
      case 'binary':
        return { ...expr, left: rewrite(expr.left), right: rewrite(expr.right) };
      case 'unary':
        return { ...expr, operand: rewrite(expr.operand) };
      case 'string':
      case 'number':
      case 'moment':
      case 'variable':
      case 'constant':
      case 'invalid':
        return expr;
    }
  };
  return rewrite(whole);
}

/** A name that no table knows: what is converted by an override must not be taken for the function itself on the way. */
const ownName = ({ name }: CallExpr): string => `${name} (override)`;

function fitsCall({ name, when }: FunctionOverride, expr: CallExpr, caption: string): boolean {
  const wanted = foldName(name);
  if (
    foldName(expr.writtenAs) !== wanted &&
    foldName(expr.name) !== wanted &&
    findFunction(name)?.name !== expr.name
  )
    return false;
  if (!holds(when.caption, caption)) return false;
  const parameters = findFunction(expr.name)?.parameters ?? [];
  return when.parameters.every(({ name: parameter, patterns }) => {
    const position = /^\d+$/.test(parameter)
      ? Number(parameter) - 1
      : parameters.findIndex((each) => foldName(each.name) === foldName(parameter));
    const literal = literalText(expr.args[position]);
    return literal !== undefined && holds(patterns, literal);
  });
}

function literalText(arg: Expr | undefined): string | undefined {
  if (arg?.kind === 'string' || arg?.kind === 'constant') return String(arg.value);
  return arg?.kind === 'number' || arg?.kind === 'moment' ? arg.raw : undefined;
}

function fitsBlock({ name, when, action }: ObjectOverride, block: Block): boolean {
  const wanted = foldName(name);
  const own = [block.type, block.sourceType].map(foldName);
  // What was read as another object has that object's type, and its own name as it is written.
  const isIt =
    action.kind === 'as'
      ? own[1] === wanted && typeOfObject(action.name) === block.type
      : own.includes(wanted);
  if (!isIt || !holds(when.caption, block.caption)) return false;
  return when.parameters.every(({ name: property, patterns }) => {
    const texts = valuesOf(block)
      .filter(
        ({ id }) => foldName(id.slice(block.nodeId.length + 1).replace(/^.*\//, '')) === foldName(property),
      )
      .map(({ text }) => text);
    const others = block.others
      .filter((each) => foldName(each.name) === foldName(property))
      .map(({ text }) => text);
    return [...texts, ...others].some((text) => holds(patterns, text.trim()));
  });
}

/** Arguments of the other function: ours by position, or literals. */
function ordered(
  { args, span }: CallExpr,
  order: Extract<FunctionOverride['action'], { kind: 'as' }>['order'],
): readonly Expr[] {
  if (order === undefined) return args;
  return order.flatMap((item): readonly Expr[] => {
    if (typeof item === 'number') {
      const arg = args[item - 1];
      return arg === undefined ? [] : [arg];
    }
    const { literal } = item;
    return [
      typeof literal === 'string'
        ? { kind: 'string', value: literal, type: 'STRING', span }
        : {
            kind: 'number',
            value: literal,
            raw: String(literal),
            type: Number.isInteger(literal) ? 'INTEGER' : 'FLOAT',
            span,
          },
    ];
  });
}

const isValue = (node: object): node is Value => 'kind' in node && 'id' in node && 'text' in node;

/** The same properties with other values, whatever their shape. */
function changeValues(node: unknown, change: (value: Value) => Value): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((item: unknown) => changeValues(item, change));
  if (isValue(node)) return change(node);
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [
      key,
      key === 'span' ? (child as unknown) : changeValues(child, change),
    ]),
  );
}
