// The one report: a header and strategy records. Renderers read nothing else. Its JSON form has a published schema (report.schema.json).
import type { Severity } from '../diagnostics/index.js';

export type Claim = 'none' | 'parsed' | 'lowered' | 'emitted' | 'valid' | 'smoke' | 'equivalent';

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

export interface ReportRun {
  readonly scenario: string;
  readonly end: string;
  readonly target: string | null;
  readonly steps: number;
  readonly passed: boolean;
  readonly reason: string;
}

/** Counts of source nodes by disposition; `byKind` the same for each kind of node. */
export interface ReportTally {
  readonly nodes: number;
  readonly byDisposition: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface ReportStrategy {
  readonly name: string;
  readonly kind: 'strategy' | 'subroutine' | 'macro' | 'process';
  readonly file: string;
  readonly format: string;
  readonly profile: { readonly name: string; readonly evidence: string };
  readonly blocks: number;
  /** Written page, relative to the output folder; null when none was written. */
  readonly page: string | null;
  /** What happened to the page's file: written, unchanged, skipped, or none. */
  readonly output: 'written' | 'unchanged' | 'refused' | 'none';
  readonly claim: Claim;
  readonly tally: ReportTally;
  /** Ids of assumptions that the conversion rests on. */
  readonly assumptions: readonly string[];
  readonly runs: readonly ReportRun[];
  /** Elements and attributes of the file that the profile did not read. */
  readonly unread: readonly { readonly path: string; readonly count: number; readonly line: number }[];
  readonly findings: readonly ReportFinding[];
}

export interface Report {
  readonly report: 1;
  readonly tool: { readonly name: 'ird2scxml'; readonly version: string };
  readonly command: string;
  readonly strategies: readonly ReportStrategy[];
  /** Findings about files that held no strategy. */
  readonly findings: readonly ReportFinding[];
  readonly totals: {
    readonly files: number;
    readonly strategies: number;
    readonly converted: number;
    readonly byClaim: Readonly<Record<string, number>>;
    readonly byDisposition: Readonly<Record<string, number>>;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
}
