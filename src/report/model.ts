// The one report: a header and strategy records. Renderers read nothing else. Its JSON form has a published schema (report.schema.json).
import type { Severity } from '../diagnostics/index.js';

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
 */
export type Status = 'complete' | 'review' | 'partial' | 'embedded' | 'failed' | 'checked';

export interface ReportStrategy {
  readonly name: string;
  /** `page`: an SCXML page given to `check`. */
  readonly kind: 'strategy' | 'subroutine' | 'macro' | 'process' | 'page';
  readonly file: string;
  /** `ird-xml`, `composer-workflow`, `composer-ixnprocess`, or `scxml`. */
  readonly format: string;
  /** The export profile that the file was read by; null where none is used. */
  readonly profile: { readonly name: string; readonly evidence: string } | null;
  readonly status: Status;
  readonly blocks: number;
  /** Written page, relative to the output folder; null when none was written. */
  readonly page: string | null;
  /** What happened to the page's file. `refused`: it exists with other content. `failed`: the system refused. */
  readonly output: 'written' | 'unchanged' | 'refused' | 'failed' | 'none';
  readonly claim: Claim;
  readonly tally: ReportTally;
  /** Ids of assumptions that the conversion rests on. */
  readonly assumptions: readonly string[];
  /** Names that `--names` exchanged in it; left out when there are none. */
  readonly renamed?: readonly ReportName[];
  readonly runs: readonly ReportRun[];
  /** Where it was asked for. */
  readonly coverage?: ReportCoverage;
  /** Elements and attributes of the file that the profile did not read. */
  readonly unread: readonly { readonly path: string; readonly count: number; readonly line: number }[];
  readonly findings: readonly ReportFinding[];
}

export interface ReportTotals {
  readonly files: number;
  readonly strategies: number;
  /** Strategies whose page was written or was there already. */
  readonly converted: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byClaim: Readonly<Record<string, number>>;
  readonly byDisposition: Readonly<Record<string, number>>;
  /** Source nodes that overrides and plug-ins have converted; left out when there are none. */
  readonly overridden?: number;
  readonly runs: number;
  readonly runsPassed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface Report {
  /** Version of this format; additions keep it. */
  readonly report: 1;
  readonly tool: { readonly name: 'ird2scxml'; readonly version: string };
  readonly command: string;
  readonly strategies: readonly ReportStrategy[];
  /** Findings about files that held no strategy. */
  readonly findings: readonly ReportFinding[];
  readonly totals: ReportTotals;
}
