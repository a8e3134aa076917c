// The one report: a header, strategy records, findings, sums. Renderers read nothing else. Its JSON form has a published schema (report.schema.json).
import type { Severity } from '../diagnostics/index.js';
import type {
  ReportConstruct,
  ReportDetail,
  ReportEffort,
  ReportInventoryItem,
  ReportTask,
} from './model-audit.js';
import type { ReportCall, ReportDetails, ReportUse } from './model-audit.js';
import type { ReportEquivalence } from './model-equivalence.js';

/** The rungs that a strategy can reach, in order; a claim is the highest one that was shown. */
export const claims = ['none', 'parsed', 'lowered', 'emitted', 'valid', 'smoke', 'equivalent'] as const;
export type Claim = (typeof claims)[number];

export interface ReportFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly node: string;
  /**
   * Names the finding from run to run (src/report/fingerprint.ts). Lines that move do not change it. Findings of one code about one construct of
   * one node share it: baselines count them.
   */
  readonly fingerprint: string;
  /** The spot in the page that came of the node. */
  readonly related?: ReportPlace;
  /** Accepted: it is shown, but fails nothing and is not in the counts of errors, warnings and notes. */
  readonly suppressed?: { readonly kind: 'baseline' | 'ignored'; readonly reason: string };
}

/** A place in a file; line and column from 1. */
export interface ReportPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A step of a run; see docs/scenarios.md for the kinds. `at` in virtual seconds. */
export interface ReportStep {
  readonly at: number;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface ReportRun {
  readonly scenario: string;
  readonly end: string;
  readonly target: string | null;
  /** How many steps there were; `trace` holds them where they were asked for. */
  readonly steps: number;
  readonly passed: boolean;
  readonly reason: string;
  readonly trace?: readonly ReportStep[];
}

/** A state of a page that no run entered, or that none can enter, with the reason where it is known. */
export interface ReportMissedState {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** A transition of a page that no run took, or that none can take, with the reason where it is known. */
export interface ReportMissedTransition {
  readonly source: string;
  /** As the page writes it; '' when it needs none. */
  readonly event: string;
  readonly condition: string;
  readonly targets: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** What the runs of a page covered together. */
export interface ReportCoverage {
  readonly states: {
    readonly reachable: number;
    readonly entered: number;
    readonly missed: readonly ReportMissedState[];
    readonly excluded: readonly ReportMissedState[];
  };
  readonly transitions: {
    readonly reachable: number;
    readonly taken: number;
    readonly missed: readonly ReportMissedTransition[];
    readonly excluded: readonly ReportMissedTransition[];
  };
  /** Where the page was explored: the runs that it took, and how many scenarios came of it. */
  readonly exploration?: {
    readonly searching: number;
    readonly shrinking: number;
    readonly scenarios: number;
  };
}

/** A name of a configuration object that was exchanged, and how often. */
export interface ReportName {
  readonly kind: string;
  readonly old: string;
  readonly new: string;
  readonly count: number;
}

/** Counts of source nodes by disposition; `byKind` the same for each kind of node. */
export interface ReportTally {
  readonly nodes: number;
  readonly byDisposition: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** How many of the nodes overrides and plug-ins have converted; left out when there are none. */
  readonly overridden?: number;
}

/**
 * `complete`: every node exact or omitted. `review`: the worst that occurs is review, urs or unreachable. `partial`: a part is a placeholder or
 * unsupported. `embedded`: a subroutine or macro, which lives in the pages of its callers. `failed`: no page came of it. `checked`: an existing page.
 * `skipped`: unchanged since an earlier run, or left out; what else the record says is of that run.
 */
export const statuses = [
  'complete',
  'review',
  'partial',
  'embedded',
  'failed',
  'checked',
  'skipped',
] as const;
export type Status = (typeof statuses)[number];

/**
 * What happened to the page's file. `refused`: it exists with other content. `failed`: the system refused. `skipped`: nothing has changed since it
 * was written. `kept`: edited by hand, the new text lies beside it. `merged`: edits by hand were kept, and the changes are in. `conflict`: they
 * contradict each other at marked places. `dry-run`: it would have been written.
 */
export const outputs = [
  'written',
  'unchanged',
  'refused',
  'failed',
  'none',
  'skipped',
  'kept',
  'merged',
  'conflict',
  'dry-run',
] as const;
export type Output = (typeof outputs)[number];

export interface ReportStrategy {
  readonly name: string;
  /** `page`: an SCXML page given to `check`. */
  readonly kind: 'strategy' | 'subroutine' | 'macro' | 'process' | 'page';
  readonly file: string;
  /** SHA-256 of the file, in hex. */
  readonly hash?: string;
  /** `ird-xml`, `composer-workflow`, `composer-ixnprocess`, or `scxml`. */
  readonly format: string;
  /** The export profile that the file was read by; null where none is used. */
  readonly profile: { readonly name: string; readonly evidence: string } | null;
  readonly status: Status;
  readonly blocks: number;
  /** Its page, relative to the output folder, also one that was edited and kept; null when there is none, or a foreign file stands in its place. */
  readonly page: string | null;
  readonly output: Output;
  readonly claim: Claim;
  readonly tally: ReportTally;
  /** Ids of assumptions that the conversion rests on. */
  readonly assumptions: readonly string[];
  /** Names that `--names` exchanged in it; left out when there are none. */
  readonly renamed?: readonly ReportName[];
  readonly runs: readonly ReportRun[];
  /** Where it was asked for. */
  readonly coverage?: ReportCoverage;
  /** Where it was compared with its page. */
  readonly equivalence?: ReportEquivalence;
  /** Elements and attributes of the file that the profile did not read. */
  readonly unread: readonly { readonly path: string; readonly count: number; readonly line: number }[];
  readonly findings: readonly ReportFinding[];
  readonly effort?: ReportEffort;
  /** What is left to do by hand. */
  readonly tasks?: readonly ReportTask[];
  /** Objects and names outside the strategy that it uses. */
  readonly uses?: readonly ReportUse[];
  /** What it is made of. */
  readonly constructs?: readonly ReportConstruct[];
  readonly calls?: readonly ReportCall[];
  /** Texts about it, by their hashes in `details` of the report. */
  readonly detail?: ReportDetail;
}

export interface ReportTotals {
  readonly files: number;
  readonly strategies: number;
  /** Strategies whose page is in the output folder as it came of the conversion: written, unchanged, skipped, or merged. */
  readonly converted: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byClaim: Readonly<Record<string, number>>;
  readonly byDisposition: Readonly<Record<string, number>>;
  readonly byOutput: Readonly<Record<string, number>>;
  /** Source nodes that overrides and plug-ins have converted; left out when there are none. */
  readonly overridden?: number;
  readonly runs: number;
  readonly runsPassed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Accepted findings, which are in none of the three counts before; left out when there are none. */
  readonly suppressed?: number;
  /** Sum over the strategies that have one. */
  readonly effort?: { readonly units: number; readonly minutes: number };
}

/** Where and how the command ran. Paths are relative to the working directory, with `/`; there is no clock, host or user in a report. */
export interface ReportSettings {
  /** What the paths of findings are relative to, as the command was told; `.` unless something else was said. */
  readonly root: string;
  /** The configuration file; null when there was none. */
  readonly config: string | null;
  /** Hash of the settings in it: it stays when comments or the layout change. */
  readonly configHash?: string;
  /** Variables of the environment that said something. */
  readonly environment?: readonly string[];
  readonly overrides: string | null;
  readonly profile?: string;
  readonly names?: string;
  readonly plugins?: readonly string[];
  /** Open questions that were answered otherwise. */
  readonly assumptions?: Readonly<Record<string, string>>;
  readonly baseline?: string;
  /** `2/5`: the second of five parts of the inputs. */
  readonly shard?: string;
}

/** All of a report but its records. */
export interface ReportHeader {
  /** Version of this format; additions keep it. */
  readonly report: 1;
  readonly tool: {
    readonly name: 'ird2scxml';
    readonly version: string;
    /** The tables of functions and objects: their version is that of the tool that holds them; the hash changes with their content. */
    readonly mappings?: { readonly version: string; readonly hash: string };
  };
  /** What the pages are for; `version` null when none was named. */
  readonly target?: { readonly name: string; readonly version: string | null };
  readonly run?: ReportSettings;
  readonly command: string;
}

/** `strategies` may lie in a file: it can be iterated several times, one record at a time, and is not counted on to be an array. */
export interface Report<
  Strategies extends Iterable<ReportStrategy> = Iterable<ReportStrategy>,
> extends ReportHeader {
  readonly strategies: Strategies;
  /** Findings that belong to no strategy. */
  readonly findings: readonly ReportFinding[];
  readonly inventory?: readonly ReportInventoryItem[];
  readonly totals: ReportTotals;
  /** Texts that records refer to by their SHA-256. */
  readonly details?: ReportDetails;
}
