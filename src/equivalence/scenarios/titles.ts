// What a scenario is called: what it reaches that no other does.
import type { Block } from '../../ir/nodes.js';
import type { Goal } from './goals.js';
import type { Kept } from './suite.js';

export function titleOf({ found, share }: Kept, goals: readonly Goal[]): string {
  const made = share.find((key) => key.startsWith('made '));
  const last = found.log.stays.at(-1)?.block;
  if (made !== undefined && found.words !== undefined) {
    const block = found.log.stays.find(({ block: each }) => made.startsWith(`made ${each.nodeId} `))?.block;
    return block === undefined ? found.words : `${named(block)}: ${found.words}`;
  }
  const keys = new Set(share);
  const reached = goals.filter(({ key }) => keys.has(key));
  const goal =
    reached.findLast(({ kind }) => kind === 'block') ??
    reached.findLast(({ kind }) => kind === 'port') ??
    reached[0];
  if (goal === undefined)
    return last === undefined ? 'other values' : `other values on the way to ${named(last)}`;
  switch (goal.kind) {
    case 'block':
      return `reaches ${named(goal.block)}`;
    case 'port':
      return `takes port ${goal.port?.name ?? ''} of ${named(goal.block)}`;
    case 'pair':
      return `takes port ${goal.port?.name ?? ''} of ${named(goal.block)} after ${goal.by?.name ?? ''}`;
    case 'condition':
    case 'operand':
      return `${goal.kind} of ${named(goal.block)} is ${String(goal.side ?? true)}`;
  }
}

const named = ({ caption, id }: Block): string => (caption === '' ? id : caption);
