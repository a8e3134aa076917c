// What scenarios are to reach in a program: blocks, ports, pairs of consecutive ports, conditions and their operands both ways. Each goal has a key; a run
// tells the keys of what it reached.
import type { Block, Expr, Port } from '../../ir/nodes.js';
import { subexpressions } from '../../ir/walk.js';
import type { BinaryExpr } from '../evaluate/context.js';
import { whyNeverFails } from './can-fail.js';
import { isJoin, type ProgramCode } from './program-code.js';

export const goalKinds = ['block', 'port', 'pair', 'condition', 'operand'] as const;
export type GoalKind = (typeof goalKinds)[number];

export interface Goal {
  readonly kind: GoalKind;
  readonly key: string;
  readonly block: Block;
  /** Of a port or a pair: the port by which control leaves. */
  readonly port?: Port;
  /** Of a pair: the port by which control came. */
  readonly by?: Port;
  /** Of a condition or an operand: its text, and the side that is to be reached. */
  readonly text?: string;
  readonly side?: boolean;
  /** Why it cannot be reached, in one sentence. */
  readonly barred?: string;
}

export const blockKey = (block: Block): string => `block ${block.nodeId}`;
export const portKey = (port: string): string => `port ${port}`;
export const pairKey = (by: string, port: string): string => `pair ${by} > ${port}`;
export const conditionKey = (node: string, held: boolean): string => `condition ${node} ${String(held)}`;
export const operandKey = (code: ProgramCode, operand: Expr, held: boolean): string =>
  `operand ${code.key(operand)} ${String(held)}`;

/** Operands of a node that are no chain themselves. */
export const ownOperands = (node: BinaryExpr): readonly Expr[] =>
  [node.left, node.right].filter((operand) => !isJoin(operand));

/** All goals, in the order in which the strategy was written. */
export function goalsOf(code: ProgramCode): readonly Goal[] {
  const coming = portsInto(code);
  return code.blocks.flatMap(({ block }) => {
    const never = block.reachable ? whyNeverFails(block, code) : 'No path leads to the block.';
    const barred = (port?: Port): Pick<Goal, 'barred'> =>
      never !== undefined && (!block.reachable || port?.role === 'failure') ? { barred: never } : {};
    return [
      { kind: 'block', key: blockKey(block), block, ...barred() } as const,
      ...block.ports.map(
        (port) => ({ kind: 'port', key: portKey(port.id), block, port, ...barred(port) }) as const,
      ),
      ...(coming.get(block) ?? []).flatMap((by) =>
        block.ports.map(
          (port) =>
            ({ kind: 'pair', key: pairKey(by.id, port.id), block, port, by, ...barred(port) }) as const,
        ),
      ),
      ...conditionsOf(block).flatMap(({ id, text }) =>
        sides.map(
          (side) =>
            ({ kind: 'condition', key: conditionKey(id, side), block, text, side, ...barred() }) as const,
        ),
      ),
      ...operandGoals(block, code).map((goal) => ({ ...goal, ...barred() })),
    ];
  });
}

const sides = [true, false] as const;

function portsInto(code: ProgramCode): ReadonlyMap<Block, readonly Port[]> {
  const found = new Map<Block, Port[]>();
  for (const { strategy, block } of code.blocks) {
    for (const port of block.ports) {
      const target = strategy.blocks.find(({ id }) => id === port.target);
      if (target !== undefined) found.set(target, [...(found.get(target) ?? []), port]);
    }
  }
  return found;
}

export function conditionsOf(block: Block): readonly { readonly id: string; readonly text: string }[] {
  switch (block.type) {
    case 'If':
      return block.properties.condition === undefined ? [] : [block.properties.condition];
    case 'Generic':
      return block.properties.segments.flatMap(({ condition }) =>
        condition === undefined ? [] : [condition],
      );
    default:
      return [];
  }
}

function operandGoals(block: Block, code: ProgramCode): readonly Goal[] {
  return code
    .expressions(block)
    .flatMap((expr) => [...subexpressions(expr)])
    .filter(isJoin)
    .flatMap(ownOperands)
    .flatMap((operand) =>
      sides.map((side) => ({
        kind: 'operand',
        key: operandKey(code, operand, side),
        block,
        text: textOf(operand),
        side,
      })),
    );
}

/** An expression in words that a person finds again; long ones are cut. */
function textOf(expr: Expr): string {
  switch (expr.kind) {
    case 'string':
      return `'${expr.value}'`;
    case 'number':
    case 'moment':
      return expr.raw;
    case 'variable':
    case 'constant':
      return expr.name;
    case 'call':
      return `${expr.writtenAs}[${expr.args.map(textOf).join(', ')}]`;
    case 'unary':
      return `${expr.op}${textOf(expr.operand)}`;
    case 'binary':
      return `${textOf(expr.left)} ${expr.op} ${textOf(expr.right)}`;
    case 'invalid':
      return expr.text;
  }
}
