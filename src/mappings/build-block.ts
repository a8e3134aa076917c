// One block by its mapping: its states, what became of its parts, and the findings about it.
import { diagnose, wholeFile, type Diagnostic } from '../diagnostics/index.js';
import type { Block, NodeId } from '../ir/nodes.js';
import { callsOf, valuesOf } from '../ir/walk.js';
import { record, type Accounts } from './accounts.js';
import { logLine, openContext, type OpenContext } from './block-context.js';
import { blockFindings, callsByObject } from './block-findings.js';
import { mappingOfBlock } from './custom.js';
import type { Region } from './define.js';
import type { MapState, Scope, UnmappedCall } from './map-state.js';
import { placeholderRegion } from './placeholder.js';
import { PluginFault } from './plugins/plugin-fault.js';
import { isDescriptive, trackReads } from './read-tracking.js';
import type { StateNode } from './target-tree.js';
import { targetGap } from './target-version.js';

/** A call that became a request, and the state that makes it. */
export interface LiftedCall {
  readonly call: NodeId;
  readonly state: string;
}

/** A block as states, with the account of its parts. */
export interface BuiltBlock {
  readonly region: Region;
  /** Calls that were lifted, each with its state. */
  readonly lifted: readonly LiftedCall[];
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
  const before = [state.submits.length, state.waits.length, state.unmapped.length] as const;
  try {
    return buildByMapping(block, scope, state, parts, absorbed);
  } catch (error) {
    // Code of a plug-in is not ours: what it throws is a finding about it.
    if (!(error instanceof PluginFault)) throw error;
    [state.submits.length, state.waits.length, state.unmapped.length] = before;
    const { file, what, reason } = error;
    const built = asPlaceholder(block, scope, parts, error.message, []);
    const fault = diagnose('IRD8127', block.nodeId, wholeFile(file), { file, what, reason });
    return { ...built, diagnostics: [...built.diagnostics, fault] };
  }
}

function buildByMapping(
  block: Block,
  scope: Scope,
  state: MapState,
  parts: readonly NodeId[],
  absorbed: readonly Block[],
): BuiltBlock {
  const cx = openContext(block, scope, state, absorbed);
  if (block.disabled) return disabledBlock(block, scope, parts, cx.target);
  const mapping = mappingOfBlock(block, scope.strategy, state.options);
  const submitsBefore = state.submits.length;
  const waitsBefore = state.waits.length;
  const seen = new Set<NodeId>();
  const unmappedBefore = state.unmapped.length;
  let region: Region | undefined;
  const gap = mapping && targetGap(mapping.target, state.options.target);
  if (mapping === undefined) {
    cx.placeholder(
      block.sourceType === ''
        ? 'it has no type'
        : block.type === 'Unknown'
          ? `the object type "${block.sourceType}" is not known`
          : `objects of type "${block.sourceType}" are not converted yet`,
    );
  } else if (gap !== undefined) {
    cx.placeholder(gap);
  } else {
    record(
      cx.accounts,
      block.nodeId,
      mapping.disposition,
      mapping.disposition === 'exact' ? '' : mapping.about,
    );
    const tracked = { ...block, properties: trackReads(block.properties, (id) => seen.add(id)) };
    region = mapping.build(tracked as never, cx); // the registry pairs each mapping with its own block type
  }
  const reason = cx.failure();
  if (reason !== undefined || region === undefined) {
    state.submits.length = submitsBefore;
    state.waits.length = waitsBefore;
    const calls = state.unmapped.slice(unmappedBefore);
    return asPlaceholder(block, scope, parts, reason ?? 'no mapping', calls);
  }
  if (cx.throws()) region = handlesScriptErrors(region, block, cx);
  const asking = cx.askingStates(() => failurePort(block, cx));
  for (const { state: each, waits } of asking) if (waits) cx.waits(each.id);
  const asked = asking.map((each) => each.state);
  const ending = asked.length > 0 && !leadTo(asked, cx.id);
  region = { ...region, states: ending ? asked : [...asked, ...region.states] };
  reportUnread(block, seen, cx, mapping?.ignores ?? []);
  accountForCalls(block, cx.accounts);
  for (const port of block.ports) {
    const isLeft = !ending || (port.target !== undefined && leadTo(asked, scope.stateOf(port.target)));
    if (cx.usedPorts.has(port.name) && isLeft) record(cx.accounts, port.id, 'exact');
    else if (ending)
      record(cx.accounts, port.id, 'omitted', 'the call ends in the block: nothing leads here');
    else if (port.role === 'failure' || port.role === 'exception')
      record(cx.accounts, port.id, 'omitted', 'the emitted state cannot fail');
    else cx.unsupported(port.id, `nothing leads out of port "${port.name}"`);
  }
  return {
    region: withComments(region, block, scope, cx.notes),
    lifted: asking.flatMap(({ state: each, call }) => (call === undefined ? [] : [{ call, state: each.id }])),
    accounts: cx.accounts,
    diagnostics: blockFindings(
      block,
      cx,
      mapping?.disposition === 'review' ? mapping.about : '',
      callsByObject(scope.strategy),
    ),
  };
}

/** Whether one of the states leads to that id. */
const leadTo = (states: readonly StateNode[], id: string): boolean =>
  states.some(({ transitions = [] }) => transitions.some(({ target }) => target === id));

/** An expression that fails in an attribute (priority, timeout, prompt) raises an error of the script: the block takes its red port. */
function handlesScriptErrors(region: Region, block: Block, cx: OpenContext): Region {
  const red = block.ports.find((p) => p.role === 'failure');
  const [first, ...rest] = region.states;
  if (first === undefined || red === undefined || block.type === 'If') return region;
  const handled = first.transitions?.some((t) => t.event === 'error.script');
  const acts = first.onentry?.some(
    (action) => action.kind === 'element' || action.kind === 'send' || action.kind === 'if',
  );
  if (handled || !acts) return region;
  const transitions = [...(first.transitions ?? []), { event: 'error.script', target: cx.target(red.name) }];
  return { ...region, states: [{ ...first, transitions }, ...rest] };
}

/** A property that the mapping did not look at has no part in the page: that must be said. */
function reportUnread(
  block: Block,
  seen: ReadonlySet<NodeId>,
  cx: OpenContext,
  ignores: readonly string[],
): void {
  for (const value of valuesOf(block)) {
    const name = value.id.slice(block.nodeId.length + 1);
    const known = ignores.includes(name.replace(/^.*\//, '')) || isDescriptive(value.id);
    if (seen.has(value.id) || cx.accounts.has(value.id)) continue;
    if (known) record(cx.accounts, value.id, 'omitted', 'it has no part in the page');
    else cx.review(`its property ${name} ("${value.text}") has no part in the page`, value.id);
  }
  for (const other of block.others) cx.review(`its property ${other.name} ("${other.text}") is not known`);
}

/** Calls in a value that was not translated (left out, not converted) share its fate. */
function accountForCalls(block: Block, accounts: Accounts): void {
  for (const value of valuesOf(block)) {
    const own = accounts.get(value.id);
    if (own === undefined || value.kind !== 'expression') continue;
    for (const { id } of callsOf(value.expr)) {
      if (!accounts.has(id)) record(accounts, id, own.disposition, own.reason);
    }
  }
}

/** Where a block goes when something that it asked for could not be had: as when its own expression fails. */
function failurePort(block: Block, cx: OpenContext): string {
  const branches = block.type === 'If' || block.ports.some((p) => p.role === 'branch');
  if (branches) {
    const otherwise = block.type === 'If' ? 'red' : 'default';
    return cx.assume('error.condition') === 'red' ? cx.target(otherwise) : cx.frame.defaultRouting;
  }
  const red = block.ports.find((p) => p.role === 'failure');
  return red ? cx.target(red.name) : cx.frame.defaultRouting;
}

/** What a person reads above the first state of a block: the strategy's own comments, then ours. */
function withComments(region: Region, block: Block, scope: Scope, notes: readonly string[]): Region {
  const [first, ...rest] = region.states;
  if (first === undefined) throw new Error(`internal: the mapping of ${block.type} made no state`);
  const type = block.sourceType.replace(/^ird:/, '');
  const own = block.caption === '' ? type : `${type} "${block.caption}"`;
  const attached = scope.commentsOf.get(block.id) ?? [];
  const comments = [own, ...block.notes, ...attached, ...(first.comments ?? [])];
  return {
    ...region,
    states: [
      { ...first, comments, notes, from: block.nodeId },
      ...rest.map((s) => ({ ...s, from: block.nodeId })),
    ],
  };
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
      ? calls.map((c) => diagnose('IRD3001', c.node, c.span, { name: c.name, block: name, reason: c.reason }))
      : [
          diagnose('IRD3003', block.nodeId, block.span, {
            block: name,
            type: block.sourceType || 'no type',
            reason,
          }),
        ];
  const region = placeholderRegion(block, scope, reason, calls.length > 0 ? 'IRD3001' : 'IRD3003');
  return { region: withComments(region, block, scope, []), lifted: [], accounts, diagnostics };
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
    region: withComments({ states: [state] }, block, scope, ['Disabled in the diagram.']),
    lifted: [],
    accounts,
    diagnostics: [],
  };
}
