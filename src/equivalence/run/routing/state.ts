// What the router keeps of a call for selecting and routing, from block to block: settings that functions have made, and the requests that wait.
import type { Strategy } from '../../../ir/nodes.js';
import type { Candidate } from '../../../runtime-check/world/candidates.js';
import type { WantedTarget } from '../../../runtime-check/world/target-string.js';
import type { IrdError } from '../faults.js';
import type { SourceSession } from '../session.js';

/** How a request for a target ended, or what else ended the wait for it. */
export type Outcome =
  | { readonly how: 'selected'; readonly chosen: Selected }
  /** Its time was over: it may still wait. */
  | { readonly how: 'timeout' }
  /** The entry Exit of the busy treatments was reached. */
  | { readonly how: 'exit' }
  | { readonly how: 'failed'; readonly error: IrdError };

/** A target that was selected, in the words of the router. */
export interface Selected {
  readonly candidate: Candidate;
  /** DN and switch. */
  readonly target: string;
  /** The agent within a group; the target itself where it is no group. */
  readonly component: string;
  /** The target as the strategy named it. */
  readonly object: string;
  readonly queue: string;
}

/** A request for a target that waits. */
export interface LiveRequest {
  readonly id: string;
  /** The block or call that made it: entering that again takes it up again. */
  readonly owner: string;
  readonly queue: string;
  /** It delivers by itself; else it only selects. */
  readonly route: boolean;
  readonly targets: readonly WantedTarget[];
  /** Without what it has grown by. */
  readonly priority: number;
  /** Who waits for it; undefined while the flow is elsewhere. */
  tell: ((outcome: Outcome) => void) | undefined;
}

/** A priority that grows. */
export interface Growth {
  readonly by: number;
  /** Seconds. */
  readonly every: number;
  readonly limit: number | undefined;
  /** Milliseconds since the start of the run from which it grows; undefined before the first wait. */
  since: number | undefined;
}

export interface RoutingState {
  readonly live: Map<string, LiveRequest>;
  /** Of Priority; 0 before the first. */
  priority: number;
  /** Of SetVQPriority, by virtual queue. */
  readonly queuePriorities: Map<string, number>;
  /** Of SetVQ. */
  virtualQueue: string;
  /** Of SetTargetThreshold: '' is the one for all targets. */
  readonly thresholds: Map<string, string>;
  growth: Growth | undefined;
  /** What earlier settings of the growth had brought. */
  grown: number;
  /** Options that hold for this call alone. */
  readonly options: Map<string, string>;
  /** The last target that was selected. */
  selected: Selected | undefined;
  /** What SelectDN has found and nobody has taken, oldest first. */
  found: readonly Selected[];
  /** The last one that SuspendForDN gave: what RouteCall routes to. */
  taken: Selected | undefined;
  /** Error of the last request of SelectDN that failed. */
  lost: IrdError | undefined;
  /** Wakes the SuspendForDN that waits. */
  wake: (() => void) | undefined;
  /** Of ExcludeAgents. */
  excluded: string;
  /** The strategy that runs when the call is lost. */
  hook: Strategy | undefined;
}

const key = 'routing';

const fresh = (): RoutingState => ({
  live: new Map(),
  priority: 0,
  queuePriorities: new Map(),
  virtualQueue: '',
  thresholds: new Map(),
  growth: undefined,
  grown: 0,
  options: new Map(),
  selected: undefined,
  found: [],
  taken: undefined,
  lost: undefined,
  wake: undefined,
  excluded: '',
  hook: undefined,
});

/** The routing part of what the router keeps of the call. */
export function routingOf({ state }: Pick<SourceSession, 'state'>): RoutingState {
  const known = state.notes.get(key) as RoutingState | undefined; // this file alone writes it
  if (known !== undefined) return known;
  const made = fresh();
  state.notes.set(key, made);
  return made;
}

/** The option of this name as the call sees it. */
export function optionOf(session: SourceSession, name: string): string | undefined {
  const given = session.world.given.options ?? {};
  return routingOf(session).options.get(name) ?? (Object.hasOwn(given, name) ? given[name] : undefined);
}
