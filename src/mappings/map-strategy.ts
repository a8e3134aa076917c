// From a strategy to the states of its page: each block by its mapping, each subroutine that it calls once, and the account of every source node.
import type { Diagnostic, Outcome } from '../diagnostics/index.js';
import type { Block, NodeId, Strategy } from '../ir/nodes.js';
import { countedNodes } from '../ir/walk.js';
import { record, type Account, type Accounts } from './accounts.js';
import { mappingOfBlock } from './custom.js';
import { idleWithoutCall, freshStart, type LossHook } from './call-end.js';
import { buildBlock, type LiftedCall } from './build-block.js';
import type { EmbeddedSubroutine, MapOptions, Region } from './define.js';
import { flowOf } from './flow/reaching.js';
import { openMacroCopies } from './macro-copies.js';
import type { MapState, Scope, Submit } from './map-state.js';
import { embeddedState, hookScope, jumpScope, rootScope, subroutineScope } from './scopes.js';
import { ownVariables } from './script-variables.js';
import { returnState } from './subroutine-return.js';
import type { StateNode } from './target-tree.js';

export interface MapEnvironment {
  /** A subroutine of the batch by name. */
  subroutine(name: string): Strategy | undefined;
  readonly options: MapOptions;
}

/** A block and the states that it became. */
export interface MappedBlock {
  readonly block: Block;
  readonly account: Account;
  readonly region: Region;
  /** Calls that were lifted into states of their own. */
  readonly lifted: readonly LiftedCall[];
}

/** One strategy of the page (the root, or an embedded subroutine). */
export interface MappedStrategy {
  readonly strategy: Strategy;
  readonly isRoot: boolean;
  /** State that the strategy starts with; undefined when it has no start block. */
  readonly entry: string | undefined;
  readonly blocks: readonly MappedBlock[];
  /** States beside those of blocks: the return of a subroutine. */
  readonly extra: readonly StateNode[];
}

export interface MappedPage {
  readonly options: MapOptions;
  readonly root: MappedStrategy;
  readonly subroutines: readonly MappedStrategy[];
  readonly library: ReadonlySet<string>;
  readonly submits: readonly Submit[];
  readonly waits: readonly string[];
  /** A block of the root strategy keeps values between its states. */
  readonly lifts: boolean;
  /** Data that blocks share beside the frame's, by name without prefix, and what each is. */
  readonly shared: ReadonlyMap<string, string>;
  /** Strategies that run when the call is lost. */
  readonly hooks: readonly LossHook[];
  /** Assumptions that the conversion rests on. */
  readonly assumptions: ReadonlySet<string>;
  /** What became of each source node of the root strategy. */
  readonly accounts: ReadonlyMap<NodeId, Account>;
  /** What became of the nodes of macros, the worst of their copies on this page. */
  readonly copies: ReadonlyMap<NodeId, Account>;
}

/** Maps a strategy and the subroutines that it reaches. Never throws on input; a throw is a fault of a mapping. */
export function mapStrategy(strategy: Strategy, env: MapEnvironment): Outcome<MappedPage> {
  const embedded = new Map<string, { readonly strategy: Strategy; readonly returns: string[] }>();
  const queue: (() => MappedStrategy)[] = [];
  const jumps = new Map<string, EmbeddedSubroutine>();
  const hooks = new Map<string, LossHook>();
  const macros = openMacroCopies(env.subroutine, (scope, account) => {
    queue.push(() => {
      const { mapped, accounts } = mapScope(scope, state).value;
      account(accounts);
      return mapped;
    });
  });
  const state: MapState = {
    options: env.options,
    library: new Set(),
    // Every page of a strategy has a default routing in its frame.
    assumptions: new Set(['default-routing.fallback']),
    unmapped: [],
    submits: [],
    waits: [],
    lifts: false,
    flow: flowOf(strategy, env.subroutine),
    shared: new Map(),
    embed: (name) => {
      const found = embedded.get(name)?.strategy ?? env.subroutine(name);
      if (found === undefined || found.entry === undefined) return undefined;
      let entry = embedded.get(name);
      if (entry === undefined) {
        entry = { strategy: found, returns: [] };
        embedded.set(name, entry);
        queue.push(() => mapScope(subroutineScope(found), state).value.mapped);
      }
      return embeddedSubroutine(found, found.entry, entry.returns);
    },
    jump: (name) => {
      const found = env.subroutine(name);
      if (found?.entry === undefined || found.kind !== 'strategy') return undefined;
      const known = jumps.get(found.name);
      if (known !== undefined) return known;
      const jump = embeddedSubroutine(found, found.entry, []);
      jumps.set(found.name, jump);
      queue.push(() => mapScope(jumpScope(found), state).value.mapped);
      return jump;
    },
    lossHook: (name) => {
      const found = env.subroutine(name);
      if (found?.entry === undefined || found.kind === 'macro') return undefined;
      if (!hooks.has(found.name)) {
        const scope = hookScope(found);
        const statements = freshStart(ownVariables(found.variables));
        hooks.set(found.name, { name: found.name, entry: scope.stateOf(found.entry), statements });
        queue.push(() => mapScope(scope, state).value.mapped);
      }
      return { idle: idleWithoutCall(found, env.subroutine) };
    },
    expand: macros.expand,
  };
  const diagnostics: Diagnostic[] = [];
  const root = mapScope(rootScope(strategy), state);
  diagnostics.push(...root.diagnostics);
  const subroutines: MappedStrategy[] = [];
  // The findings of a subroutine or of a strategy that is jumped to are reported with its own conversion.
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) subroutines.push(part());
  // Only now is it known where each one returns to.
  const withReturns = subroutines.map((mapped) => {
    const returns = embedded.get(mapped.strategy.name)?.returns;
    return returns === undefined ? mapped : { ...mapped, extra: [returnState(mapped.strategy, returns)] };
  });
  if (subroutines.some(({ strategy: { kind } }) => kind !== 'macro'))
    ['enter', 'leave'].forEach((name) => state.library.add(name));
  return {
    value: {
      options: env.options,
      root: root.value.mapped,
      subroutines: withReturns,
      library: state.library,
      submits: state.submits,
      waits: state.waits,
      lifts: state.lifts,
      shared: state.shared,
      hooks: [...hooks.values()],
      assumptions: state.assumptions,
      accounts: root.value.accounts,
      copies: macros.accounts,
    },
    diagnostics,
  };
}

function embeddedSubroutine(strategy: Strategy, entry: string, returns: string[]): EmbeddedSubroutine {
  return {
    entry: embeddedState(strategy, entry),
    variables: ownVariables(strategy.variables),
    returnsTo: (id) => {
      if (!returns.includes(id)) returns.push(id);
    },
  };
}

interface MappedScope {
  readonly mapped: MappedStrategy;
  readonly accounts: Accounts;
}

function mapScope(scope: Scope, state: MapState): Outcome<MappedScope> {
  const { strategy } = scope;
  const accounts: Accounts = new Map();
  const diagnostics: Diagnostic[] = [];
  const blocks: MappedBlock[] = [];
  const parts = partsByBlock(strategy);
  const absorbed = absorptions(strategy, state.options);
  const taken = new Set([...absorbed.values()].flat());
  for (const block of strategy.blocks) {
    const own = parts.get(block.nodeId) ?? [];
    if (taken.has(block)) {
      // It stands inside the states of the block that absorbed it; that block's mapping has read its values.
      for (const id of [block.nodeId, ...own]) record(accounts, id, 'exact');
      continue;
    }
    if (!block.reachable) {
      for (const id of [block.nodeId, ...own]) record(accounts, id, 'unreachable', 'no path leads here');
      continue;
    }
    const built = buildBlock(block, scope, state, own, absorbed.get(block) ?? []);
    for (const [id, account] of built.accounts) record(accounts, id, account.disposition, account.reason);
    diagnostics.push(...built.diagnostics);
    if (built.accounts.get(block.nodeId)?.disposition === 'placeholder') {
      for (const inside of absorbed.get(block) ?? []) {
        for (const id of [inside.nodeId, ...(parts.get(inside.nodeId) ?? [])]) {
          record(accounts, id, 'placeholder', 'it stands inside a block that became a placeholder');
        }
      }
    }
    blocks.push({
      block,
      region: built.region,
      lifted: built.lifted,
      account: accounts.get(block.nodeId) ?? { disposition: 'exact', reason: '' },
    });
  }
  accountForRest(strategy, accounts);
  return {
    value: {
      mapped: {
        strategy,
        isRoot: scope.isRoot,
        entry: strategy.entry === undefined ? undefined : scope.stateOf(strategy.entry),
        blocks,
        extra: [],
      },
      accounts,
    },
    diagnostics,
  };
}

/** Blocks that others take into their own states. */
function absorptions(strategy: Strategy, options: MapOptions): ReadonlyMap<Block, readonly Block[]> {
  const out = new Map<Block, readonly Block[]>();
  for (const block of strategy.blocks) {
    const absorbs = mappingOfBlock(block, strategy, options)?.absorbs as
      ((block: Block, strategy: Strategy) => readonly Block[]) | undefined; // the registry pairs each mapping with its own block type
    const list = block.reachable && !block.disabled ? absorbs?.(block, strategy) : undefined;
    if (list !== undefined && list.length > 0) out.set(block, list);
  }
  return out;
}

/** Ports, values and calls of each block. */
function partsByBlock(strategy: Strategy): ReadonlyMap<NodeId, readonly NodeId[]> {
  const parts = new Map<NodeId, NodeId[]>();
  for (const node of countedNodes(strategy)) {
    if (node.kind === 'block' || node.kind === 'comment' || node.block === undefined) continue;
    const list = parts.get(node.block);
    if (list) list.push(node.id);
    else parts.set(node.block, [node.id]);
  }
  return parts;
}

/** Nodes outside of blocks: a link shares its port's fate, variables are declared, comments are kept. */
function accountForRest(strategy: Strategy, accounts: Accounts): void {
  const ports = new Map(
    strategy.blocks.flatMap((b) =>
      b.ports.map((p) => [`${b.id}\u0000${p.name}`, { id: p.id, block: b }] as const),
    ),
  );
  for (const link of strategy.links) {
    const port = link.from === undefined ? undefined : ports.get(`${link.from}\u0000${link.port}`);
    const fate = port && (accounts.get(port.id) ?? accounts.get(port.block.nodeId));
    if (link.to === undefined || link.from === undefined)
      record(accounts, link.id, 'unsupported', 'the link leads nowhere');
    else record(accounts, link.id, fate?.disposition ?? 'exact', fate?.reason ?? '');
  }
  // Comments and notes stand as comments in the page, above the block that they belong to; those of unreachable blocks are listed with them.
  const unreachable = new Set(strategy.blocks.filter((b) => !b.reachable).map((b) => b.nodeId));
  for (const node of countedNodes(strategy)) {
    // Variables are declared with their start values in the data of the page, or in the frame of a subroutine call.
    if (node.kind !== 'comment' && node.kind !== 'link' && node.block === undefined)
      record(accounts, node.id, 'exact');
    if (node.kind !== 'comment') continue;
    const lost = node.block !== undefined && unreachable.has(node.block);
    record(accounts, node.id, lost ? 'unreachable' : 'exact', lost ? 'no path leads here' : '');
  }
}
