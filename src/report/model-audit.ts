// The parts of the report that say what a strategy is made of, what it uses, and what is left to do.
import type { ReportPlace } from './model.js';

/** How much work a strategy leaves. It ranks work, it does not predict it. */
export interface ReportEffort {
  readonly units: number;
  readonly minutes: number;
  /** One sentence: what the units come from. */
  readonly why: string;
  /** Their sum is `units`, unless a cap is among them. */
  readonly parts: readonly { readonly rule: string; readonly count: number; readonly units: number }[];
}

/** Something to do by hand. */
export interface ReportTask {
  readonly code: string;
  /** Path of the source node. */
  readonly node: string;
  readonly text: string;
}

/** A name outside the strategy that it uses. */
export interface ReportUse {
  /** `function`, `block`, `subroutine`, `list`, `skill`, `group`, `queue`, `dn`, `statistic`, `attached-data`, `database`, `url`, ... */
  readonly kind: string;
  readonly name: string;
  /** How attached data are used, and the type of what is read or written where it is known. */
  readonly access?: 'read' | 'attach' | 'update' | 'delete';
  readonly type?: string;
  readonly count: number;
  /** The first few. */
  readonly places: readonly (ReportPlace & { readonly node: string })[];
}

/** How often a kind of thing occurs in a strategy, and what became of it. */
export interface ReportConstruct {
  readonly kind: string;
  readonly name: string;
  readonly disposition: string;
  readonly count: number;
}

/** Another strategy that this one calls. */
export interface ReportCall {
  readonly kind: 'subroutine' | 'macro' | 'switch' | 'run';
  readonly name: string;
  readonly count: number;
}

/** Hashes of texts: the strategy's part of its file, its page, its graph as JSON. */
export interface ReportDetail {
  readonly source?: string;
  /** Number of the first line of the source within its file; 1 when left out. */
  readonly firstLine?: number;
  readonly page?: string;
  readonly graph?: string;
}

/** Texts by the SHA-256 (hex) of their UTF-8; they may lie in a file. A `Map` is one. */
export interface ReportDetails extends Iterable<readonly [string, string]> {
  readonly get: (hash: string) => string | undefined;
}

/** How well something is converted. */
export const inventoryClasses = [
  'known',
  'review',
  'urs',
  'placeholder',
  'unsupported',
  'unreachable',
] as const;
export type InventoryClass = (typeof inventoryClasses)[number];

/** A construct over all strategies. */
export interface ReportInventoryItem {
  readonly kind: string;
  readonly name: string;
  readonly class: InventoryClass;
  readonly count: number;
  /** How many strategies have it. */
  readonly strategies: number;
  /** How many strategies have nothing else that makes placeholders of their blocks: a mapping would complete them. */
  readonly unblocks?: number;
}
