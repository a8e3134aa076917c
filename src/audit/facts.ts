// What an audit keeps of one strategy: plain data, small enough to be gathered for thousands of them.
import type { Diagnostic } from '../diagnostics/index.js';
import type { NodeId, Strategy } from '../ir/nodes.js';
import type { Account } from '../mappings/accounts.js';

/** What an audit is told of one strategy when it has been mapped. */
export interface AuditInput {
  readonly strategy: Strategy;
  /** What became of each of its nodes. */
  readonly accounts: ReadonlyMap<NodeId, Account>;
  /** Findings of its mapping. */
  readonly findings: readonly Diagnostic[];
}

/** Where something stands. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly node: NodeId;
}

/** How well a construct is provided for: the worst that became of a use of it. */
export const constructClasses = [
  'known',
  'review',
  'urs',
  'placeholder',
  'unsupported',
  'unreachable',
] as const;
export type ConstructClass = (typeof constructClasses)[number];

/** A type of block, a function or a statistic, and how often it occurs in a class. */
export interface Construct {
  readonly kind: 'object' | 'function' | 'statistic';
  readonly name: string;
  readonly class: ConstructClass;
  readonly count: number;
  /** Review effort in cost units of one use, by the tables. */
  readonly cost: number;
  /** False: no table knows it. */
  readonly known: boolean;
}

/** One rule's part in the effort. */
export interface EffortPart {
  readonly rule: string;
  readonly count: number;
  readonly units: number;
  /** The rule's cap has cut it. */
  readonly capped: boolean;
}

/** What is left to do by hand, in cost units: it ranks work, it does not predict it. */
export interface Effort {
  readonly units: number;
  readonly minutes: number;
  /** One sentence that says how the number comes about. */
  readonly why: string;
  readonly parts: readonly EffortPart[];
}

/** A name that the strategy uses. `access` tells how attached data are used. */
export interface Use {
  readonly kind: UseKind;
  readonly name: string;
  readonly access: '' | 'read' | 'attach' | 'update' | 'delete';
  /** Type of what is written, where it is known. */
  readonly type: string;
  readonly count: number;
  /** The first few places. */
  readonly places: readonly Place[];
}

export const useKinds = [
  'object',
  'function',
  'subroutine',
  'macro',
  'strategy',
  'list object',
  'skill',
  'agent group',
  'agent',
  'place',
  'place group',
  'queue group',
  'campaign group',
  'virtual queue',
  'interaction queue',
  'workbin',
  'statistic',
  'attached data',
  'dn',
  'dialled number',
  'database',
  'service',
  'url',
  'prompt',
  'stat server',
  'switch',
  'hard-coded number',
] as const;
export type UseKind = (typeof useKinds)[number];

/** A call from one strategy to another. */
export interface Call {
  readonly kind: 'subroutine' | 'macro' | 'strategy' | 'run';
  readonly name: string;
  readonly count: number;
}

/** A way on which a call can end without having been routed. */
export interface UnroutedEnd {
  readonly block: string;
  readonly port: string;
  readonly why: string;
  readonly place: Place;
}

/** A block that holds a call for some seconds. */
export interface HeldCall {
  readonly block: string;
  readonly seconds: number;
}

/** A block, or the blocks of a loop, as waits are added up. */
export interface WaitStep {
  readonly waits: readonly HeldCall[];
  /** Blocks that go on in another strategy, and its name. */
  readonly calls: readonly { readonly block: string; readonly name: string }[];
  /** Places of the steps that follow. They stand before it. */
  readonly next: readonly number[];
  /** It is a loop. */
  readonly repeats: boolean;
}

/** The longest that a call can wait, as far as the blocks tell. */
export interface Waits {
  /** Seconds on the longest way; null when a part has no number. */
  readonly longest: number | null;
  /** Seconds on the longest way by what has a number. */
  readonly seconds: number;
  /** Blocks that wait without end. */
  readonly endless: readonly string[];
  /** Blocks whose time is not known: it is computed. */
  readonly computed: readonly string[];
  /** The blocks that wait on the longest way, with their seconds. */
  readonly path: readonly HeldCall[];
  /** A loop may repeat it: the sum counts each block once. */
  readonly repeats: boolean;
  /** What is needed to add what it calls; undefined when it calls nothing. */
  readonly steps: readonly WaitStep[] | undefined;
}

/** Something that still needs URS. */
export interface UrsNeed {
  readonly name: string;
  /** URS runs this subroutine: whether a page calls it, too, is known when all strategies are. */
  readonly isRun: boolean;
  readonly why: string;
  readonly count: number;
}

/** A call to make by hand. */
export interface TestCall {
  readonly block: string;
  /** What to do, in words. */
  readonly when: string;
  /** What it shows. */
  readonly shows: string;
}

/** What makes strategies comparable. */
export interface Fingerprint {
  /** Equal for strategies that differ in names, places and ids of blocks alone. */
  readonly exact: string;
  /** Sketch of the parts, for near duplicates: see duplicates.ts. */
  readonly sketch: readonly number[];
  readonly parts: number;
}

/** What every report says of a strategy, audited or converted. */
export interface ReportedFacts {
  readonly constructs: readonly Construct[];
  readonly effort: Effort;
  readonly uses: readonly Use[];
  readonly calls: readonly Call[];
}

/** Everything that the audit knows of a strategy. */
export interface StrategyFacts extends ReportedFacts {
  /** It has a start block: a page can be written. */
  readonly hasStart: boolean;
  /** `kind:name` of what makes blocks placeholders. */
  readonly blockers: readonly string[];
  readonly ends: readonly UnroutedEnd[];
  /** Destinations that it sets as its default, where they are written down. */
  readonly defaults: readonly string[];
  readonly waits: Waits;
  readonly urs: readonly UrsNeed[];
  readonly tests: readonly TestCall[];
  readonly fingerprint: Fingerprint;
}
