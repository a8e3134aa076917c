// The program as the search for scenarios reads it: its strategies with what they call, the expressions of each block, and what gives a variable its value.
import type { Block, Expr, Strategy, Value } from '../../ir/nodes.js';
import { subexpressions, valuesOf } from '../../ir/walk.js';
import type { BinaryExpr } from '../evaluate/context.js';
import type { SourceProgram } from '../run/program.js';

/** What a variable may hold. */
export type Definition =
  | { readonly from: 'expression'; readonly expr: Expr; readonly strategy: Strategy }
  /** A subroutine hands it back. */
  | { readonly from: 'variable'; readonly name: string; readonly strategy: Strategy }
  /** Digits, or what a server answers; `key` is the member of the answer. */
  | { readonly from: 'answer'; readonly block: Block; readonly key: string };

export interface PlacedBlock {
  readonly strategy: Strategy;
  readonly block: Block;
}

export interface ProgramCode {
  /** The root first; then what it calls, and what those call. */
  readonly strategies: readonly Strategy[];
  readonly blocks: readonly PlacedBlock[];
  /** By node id. */
  placed(nodeId: string): PlacedBlock | undefined;
  /** All expressions that stand in a block. Those of start values belong to the block that a strategy begins with. */
  expressions(block: Block): readonly Expr[];
  definitions(strategy: Strategy, variable: string): readonly Definition[];
  /** A short name of an expression node, the same in every run. */
  key(node: Expr): string;
  /** The outermost `&` or `|` of a condition. */
  isTop(node: BinaryExpr): boolean;
}

export function programCode(program: SourceProgram): ProgramCode {
  const strategies = reachable(program);
  const blocks = strategies.flatMap((strategy) => strategy.blocks.map((block) => ({ strategy, block })));
  const byId = new Map(blocks.map((placed) => [placed.block.nodeId, placed]));
  const expressions = new Map<Block, readonly Expr[]>();
  const keys = new Map<Expr, string>();
  const tops = new Set<Expr>();
  for (const { block, strategy } of blocks) {
    const starts =
      block.id === strategy.entry ? strategy.variables.flatMap(({ initial }) => exprOf(initial)) : [];
    const own = [...starts, ...valuesOf(block).flatMap(exprOf)];
    expressions.set(block, own);
    for (const expr of own) markTops(expr, tops);
    let number = 0;
    for (const expr of own)
      for (const part of subexpressions(expr)) keys.set(part, `${block.nodeId}#${String(number++)}`);
  }
  const definitions = new Map<Strategy, ReadonlyMap<string, readonly Definition[]>>();
  for (const strategy of strategies) definitions.set(strategy, definitionsIn(strategy, strategies, program));
  return {
    strategies,
    blocks,
    placed: (nodeId) => byId.get(nodeId),
    expressions: (block) => expressions.get(block) ?? [],
    definitions: (strategy, variable) => definitions.get(strategy)?.get(variable.toLowerCase()) ?? [],
    key: (node) => keys.get(node) ?? '?',
    isTop: (node) => tops.has(node),
  };
}

const exprOf = (value: Value | undefined): readonly Expr[] =>
  value?.kind === 'expression' ? [value.expr] : [];

export const isJoin = (expr: Expr): expr is BinaryExpr =>
  expr.kind === 'binary' && (expr.op === '&' || expr.op === '|');

/** The operands of a chain of `&` and `|`, with none of them inside. */
export const isComparison = (expr: Expr): expr is BinaryExpr =>
  expr.kind === 'binary' && ['=', '<>', '<', '>', '<=', '>='].includes(expr.op);

function markTops(expr: Expr, tops: Set<Expr>): void {
  const open: [Expr, boolean][] = [[expr, false]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, inside] = next;
    const joins = isJoin(node);
    if (joins && !inside) tops.add(node);
    if (node.kind === 'binary') open.push([node.left, joins], [node.right, joins]);
    if (node.kind === 'unary') open.push([node.operand, inside && node.op === '!']);
    if (node.kind === 'call') for (const arg of node.args) open.push([arg, false]);
  }
}

/** Names of other strategies that a block uses. */
function calledNames(block: Block): readonly string[] {
  switch (block.type) {
    case 'CallSubroutine':
      return [block.properties.subroutine?.value ?? ''];
    case 'Macro':
      return [block.properties.macro?.value ?? ''];
    case 'SwitchToStrategy':
      return [block.properties.strategy?.value ?? ''];
    case 'RoutingRule':
      return [block.properties.rule?.value ?? ''];
    default:
      return [];
  }
}

function reachable(program: SourceProgram): readonly Strategy[] {
  const found = new Set([program.root]);
  // A set that grows is walked to its end.
  for (const strategy of found) {
    for (const name of strategy.blocks.flatMap(calledNames)) {
      const called = name === '' ? undefined : program.strategy(name);
      if (called !== undefined) found.add(called);
    }
  }
  return [...found];
}

function definitionsIn(
  strategy: Strategy,
  strategies: readonly Strategy[],
  program: SourceProgram,
): ReadonlyMap<string, readonly Definition[]> {
  const found = new Map<string, Definition[]>();
  const define = (name: string | undefined, definition: Definition): void => {
    if (name === undefined) return;
    const key = name.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), definition]);
  };
  const expression = (name: string | undefined, value: Value | undefined, where = strategy): void => {
    for (const expr of exprOf(value)) define(name, { from: 'expression', expr, strategy: where });
  };
  for (const block of strategy.blocks) defineIn(block, define, expression, program);
  for (const { name, initial } of strategy.variables) expression(name, initial);
  // What callers hand in.
  for (const caller of strategies) {
    for (const block of caller.blocks) {
      if (block.type !== 'CallSubroutine' && block.type !== 'Macro') continue;
      if (program.strategy(calledNames(block)[0] ?? '') !== strategy) continue;
      for (const { parameter, expression: given } of block.properties.inputs)
        expression(parameter?.value, given, caller);
    }
  }
  return found;
}

function defineIn(
  block: Block,
  define: (name: string | undefined, definition: Definition) => void,
  expression: (name: string | undefined, value: Value | undefined) => void,
  program: SourceProgram,
): void {
  switch (block.type) {
    case 'Assign':
      expression(block.properties.variable?.name, block.properties.expression);
      return;
    case 'MultiAssign':
      for (const row of block.properties.assignments) expression(row.variable?.name, row.expression);
      return;
    case 'Function':
      expression(block.properties.result?.name, block.properties.expression);
      return;
    case 'MultiFunction':
      for (const row of block.properties.calls) expression(row.result?.name, row.expression);
      return;
    case 'CallSubroutine':
    case 'Macro': {
      const called = program.strategy(calledNames(block)[0] ?? '');
      if (called === undefined) return;
      for (const { parameter, variable } of block.properties.outputs)
        define(variable?.name, { from: 'variable', name: parameter?.value ?? '', strategy: called });
      return;
    }
    default: {
      const { result } = block.properties as { readonly result?: Value };
      if (result?.kind === 'variable') define(result.name, { from: 'answer', block, key: '' });
      const { outputs = [] } = block.properties as {
        readonly outputs?: readonly {
          readonly key?: { readonly value: string };
          readonly variable?: { readonly name: string };
        }[];
      };
      for (const { key, variable } of outputs)
        define(variable?.name, { from: 'answer', block, key: key?.value ?? '' });
    }
  }
}
