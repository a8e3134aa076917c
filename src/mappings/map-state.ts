// What is gathered while one page is mapped: its root strategy and the subroutines that it embeds.
import type { Span } from '../diagnostics/index.js';
import type { Block, NodeId, Strategy } from '../ir/nodes.js';
import type { EmbeddedSubroutine, ExpandedMacro, FrameIds, MapOptions } from './define.js';
import type { Flow } from './flow/reaching.js';
import type { Js } from './js.js';
import type { MacroUse } from './scopes.js';

/** One strategy within the page: how its names become names of the page. */
export interface Scope {
  readonly strategy: Strategy;
  readonly isRoot: boolean;
  /** Names of the macros that it is a copy of, the outermost first; only in copies. */
  readonly macros?: readonly string[];
  /** State id of a block. */
  stateOf(block: string): string;
  /** Comments of the strategy that are attached to a block. */
  readonly commentsOf: ReadonlyMap<string, readonly string[]>;
  /** Where each declared variable lives. */
  readonly variables: ReadonlyMap<string, Js>;
  readonly frame: FrameIds;
}

/** A `queue:submit` of the page. */
export interface Submit {
  /** Name of its request id under `_data.ird_requests`. */
  readonly name: string;
  /** Its targets may win after its block was left. */
  readonly keeps: boolean;
  /** It selects only: the strategy asks for what was found, and routes by itself (SelectDN). */
  readonly selects?: boolean;
}

export interface UnmappedCall {
  readonly name: string;
  readonly node: NodeId;
  readonly span: Span;
  readonly block: Block;
  /** Why there is no mapping. */
  readonly reason: string;
}

export interface MapState {
  readonly options: MapOptions;
  readonly library: Set<string>;
  readonly assumptions: Set<string>;
  readonly unmapped: UnmappedCall[];
  readonly submits: Submit[];
  /** Ids of states in which the page waits. */
  readonly waits: string[];
  /** A block of the root strategy keeps values between its states. */
  lifts: boolean;
  /** Data that blocks share beside the frame's: name without prefix, and what it is. All start empty. */
  readonly shared: Map<string, string>;
  /** Settings that flow from block to block. */
  readonly flow: Flow;
  embed(name: string): EmbeddedSubroutine | undefined;
  jump(name: string): EmbeddedSubroutine | undefined;
  /** The strategy of that name as part of the page, to run when the call is lost, and its blocks that cannot work then; undefined when there is none. */
  lossHook(name: string): { readonly idle: readonly string[] } | undefined;
  expand(name: string, use: MacroUse): ExpandedMacro | string;
}
