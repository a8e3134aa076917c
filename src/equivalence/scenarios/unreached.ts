// Names what no scenario reached, with the nearest condition on the way that never came out as it would have to.
import type { Block, Port } from '../../ir/nodes.js';
import { blockKey, conditionsOf, portKey, type Goal, type GoalKind } from './goals.js';
import type { ProgramCode } from './program-code.js';

export interface Unreached {
  readonly kind: GoalKind;
  /** Node id of the block that it belongs to. */
  readonly block: string;
  /** What was not reached, in words: `port "red" of "Ask for digits"`. */
  readonly what: string;
  /** Why, in one sentence. */
  readonly reason: string;
  /** It is the failure port of a block in which nothing can fail: no scenario could reach it, and none has to. */
  readonly isNever: boolean;
}

export function unreachedOf(
  goals: readonly Goal[],
  reached: ReadonlySet<string>,
  code: ProgramCode,
  halts: Halts,
): readonly Unreached[] {
  const into = portsInto(code);
  return goals
    .filter(({ key }) => !reached.has(key))
    .map((goal) => ({
      kind: goal.kind,
      block: goal.block.nodeId,
      what: whatIs(goal),
      reason: reasonFor(goal, reached, into, halts),
      isNever: goal.kind === 'port' && goal.barred !== undefined && goal.block.reachable,
    }));
}

/** Why runs could not go on, by the block in which they stood. */
export type Halts = ReadonlyMap<Block, string>;

const named = ({ caption, id }: Block): string => `"${caption === '' ? id : caption}"`;

function whatIs({ kind, block, port, by, text, side }: Goal): string {
  switch (kind) {
    case 'block':
      return `block ${named(block)}`;
    case 'port':
      return `port "${port?.name ?? ''}" of ${named(block)}`;
    case 'pair':
      return `port "${port?.name ?? ''}" of ${named(block)} after "${by?.name ?? ''}"`;
    case 'condition':
    case 'operand':
      return `${kind} "${text ?? ''}" of ${named(block)} being ${String(side ?? true)}`;
  }
}

type Coming = ReadonlyMap<Block, readonly { readonly from: Block; readonly port: Port }[]>;

function portsInto(code: ProgramCode): Coming {
  const found = new Map<Block, { from: Block; port: Port }[]>();
  for (const { strategy, block } of code.blocks) {
    for (const port of block.ports) {
      const target = strategy.blocks.find(({ id }) => id === port.target);
      if (target !== undefined) found.set(target, [...(found.get(target) ?? []), { from: block, port }]);
    }
  }
  return found;
}

function reasonFor(goal: Goal, reached: ReadonlySet<string>, into: Coming, halts: Halts): string {
  const { block, kind, port, text, side } = goal;
  if (goal.barred !== undefined) return goal.barred;
  if (!reached.has(blockKey(block))) return barrierBefore(block, reached, into, halts);
  if (kind === 'pair' && goal.by !== undefined && !reached.has(portKey(goal.by.id)))
    return `The port "${goal.by.name}" that leads there was never taken.`;
  if (kind === 'condition' || kind === 'operand')
    return `"${text ?? ''}" was never ${String(side ?? true)} where it was evaluated.`;
  return port === undefined ? 'It was never entered.' : whyNotTaken(block, port, halts);
}

/** The nearest port before the block whose own block was entered, and which was never taken. */
function barrierBefore(block: Block, reached: ReadonlySet<string>, into: Coming, halts: Halts): string {
  const open: Block[] = [block];
  const seen = new Set(open);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const { from, port } of into.get(next) ?? []) {
      if (reached.has(blockKey(from))) return whyNotTaken(from, port, halts);
      if (!seen.has(from)) {
        seen.add(from);
        open.push(from);
      }
    }
  }
  return 'The strategy that it belongs to was never called.';
}

function whyNotTaken(block: Block, port: Port, halts: Halts): string {
  const place = named(block);
  const halt = halts.get(block);
  if (halt !== undefined) return `Runs end in ${place}: ${halt}.`;
  const [first] = conditionsOf(block);
  if (block.type === 'If' && first !== undefined)
    return `The condition "${first.text}" of ${place} was never ${port.role === 'failure' || port.name === 'red' ? 'false' : 'true'}.`;
  switch (port.role) {
    case 'failure':
      return `Nothing made ${place} fail.`;
    case 'exception':
      return `The error "${port.name}" never came in ${place}.`;
    case 'branch':
      return `Nothing fitted the branch "${port.name}" of ${place}.`;
    case 'default':
      return `Always a branch fitted in ${place}, or it failed.`;
    case 'success':
      return `${place} never succeeded.`;
  }
}
