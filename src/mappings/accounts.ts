// What became of each source node. A node may be reported several times (an expression whose call needs review); the worst counts.
import type { NodeId } from '../ir/nodes.js';
import { dispositions, type Disposition } from './define.js';

export interface Account {
  readonly disposition: Disposition;
  /** Why it is not `exact`; '' when it is. */
  readonly reason: string;
}

export type Accounts = Map<NodeId, Account>;

const rank = (d: Disposition): number => dispositions.indexOf(d);

/** Records what became of a node; an earlier, worse record stays. */
export function record(accounts: Accounts, node: NodeId, disposition: Disposition, reason = ''): void {
  const before = accounts.get(node);
  if (before === undefined || rank(disposition) > rank(before.disposition)) {
    accounts.set(node, { disposition, reason });
  }
}
