// One block by its mapping: its states, what became of its parts, and the findings about it.
import { diagnose, type Diagnostic } from '../diagnostics/index.js';
import type { Block, NodeId } from '../ir/nodes.js';
import { record, type Accounts } from './accounts.js';
import { logLine, openContext } from './block-context.js';
import { findBlockMapping } from './blocks/index.js';
import type { Region } from './define.js';
import type { MapState, Scope, UnmappedCall } from './map-state.js';
import { placeholderRegion } from './placeholder.js';
import type { StateNode } from './target-tree.js';

/** A block as states, with the account of its parts. */
export interface BuiltBlock {
  readonly region: Region;
  readonly accounts: Accounts;
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds the states of a block by its mapping, or its placeholder. `parts` are the nodes that belong to it. */
export function buildBlock(
  block: Block,
  scope: Scope,
  state: MapState,
  parts: readonly NodeId[],
  absorbed: readonly Block[],
): BuiltBlock {
  const cx = openContext(block, scope, state, absorbed);
  if (block.disabled) return disabledBlock(block, scope, parts, cx.target);
  const mapping = findBlockMapping(block.type);
  const submitsBefore = state.submits.length;
  const unmappedBefore = state.unmapped.length;
  let region: Region | undefined;
  if (mapping === undefined) {
    cx.placeholder(
      block.type === 'Unknown'
        ? `the object type "${block.sourceType}" is not known`
        : `objects of type "${block.sourceType}" are not converted yet`,
    );
  } else {
    record(
      cx.accounts,
      block.nodeId,
      mapping.disposition,
      mapping.disposition === 'exact' ? '' : mapping.about,
    );
    region = mapping.build(block as never, cx); // the registry pairs each mapping with its own block type
  }
  const reason = cx.failure();
  if (reason !== undefined || region === undefined) {
    state.submits.length = submitsBefore;
    const calls = state.unmapped.slice(unmappedBefore);
    return asPlaceholder(block, scope, parts, reason ?? 'no mapping', calls);
  }
  for (const port of block.ports) {
    if (cx.usedPorts.has(port.name)) record(cx.accounts, port.id, 'exact');
    else if (port.role === 'failure' || port.role === 'exception')
      record(cx.accounts, port.id, 'omitted', 'the emitted state cannot fail');
    else cx.unsupported(port.id, `nothing leads out of port "${port.name}"`);
  }
  return {
    region: withComments(region, block, cx.notes),
    accounts: cx.accounts,
    diagnostics: findings(block, cx.accounts),
  };
}

/** What a person reads above the first state of a block: the strategy's own notes, then ours. */
function withComments(region: Region, block: Block, notes: readonly string[]): Region {
  const [first, ...rest] = region.states;
  if (first === undefined) throw new Error(`internal: the mapping of ${block.type} made no state`);
  const own = block.caption === '' ? `${block.sourceType}` : `${block.sourceType} "${block.caption}"`;
  const comments = [own, ...block.notes, ...notes, ...(first.comments ?? [])];
  return {
    states: [{ ...first, comments, from: block.nodeId }, ...rest.map((s) => ({ ...s, from: block.nodeId }))],
  };
}

function findings(block: Block, accounts: Accounts): readonly Diagnostic[] {
  const own = accounts.get(block.nodeId);
  if (own?.disposition === 'review') {
    return [
      diagnose('IRD3002', block.nodeId, block.span, {
        name: block.caption || block.sourceType,
        note: own.reason,
      }),
    ];
  }
  if (own?.disposition !== 'unsupported') return [];
  return [...accounts]
    .filter(([id, account]) => account.disposition === 'unsupported' && id !== block.nodeId)
    .map(([id, account]) =>
      diagnose('IRD3004', id, block.span, {
        block: block.caption || block.sourceType,
        reason: account.reason,
      }),
    );
}

function asPlaceholder(
  block: Block,
  scope: Scope,
  parts: readonly NodeId[],
  reason: string,
  calls: readonly UnmappedCall[],
): BuiltBlock {
  const accounts: Accounts = new Map();
  for (const id of [block.nodeId, ...parts]) record(accounts, id, 'placeholder', reason);
  const name = block.caption || block.sourceType;
  const diagnostics =
    calls.length > 0
      ? calls.map((c) => diagnose('IRD3001', c.node, c.span, { name: c.name, block: name }))
      : [diagnose('IRD3003', block.nodeId, block.span, { block: name, type: block.sourceType, reason })];
  const region = placeholderRegion(block, scope, reason, calls.length > 0 ? 'IRD3001' : 'IRD3003');
  return { region: withComments(region, block, []), accounts, diagnostics };
}

/** A disabled block lets the flow through, as Composer's generated pages do. */
function disabledBlock(
  block: Block,
  scope: Scope,
  parts: readonly NodeId[],
  target: (port: string) => string,
): BuiltBlock {
  const accounts: Accounts = new Map();
  for (const id of [block.nodeId, ...parts]) record(accounts, id, 'omitted', 'the block is disabled');
  const way = block.ports.find((p) => p.role === 'success' || p.role === 'default');
  const state: StateNode = {
    kind: 'state',
    id: scope.stateOf(block.id),
    onentry: [logLine(scope, block)],
    transitions: [{ target: target(way?.name ?? 'green') }],
  };
  return {
    region: withComments({ states: [state] }, block, ['Disabled in the diagram.']),
    accounts,
    diagnostics: [],
  };
}
