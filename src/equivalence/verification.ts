// What the comparison of a strategy with its page has shown. Plain data.
import type { Span } from '../diagnostics/index.js';
import type { PageCoverage } from '../runtime-check/page-coverage.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import type { Difference } from './compare/first-difference.js';
import type { SideBySide } from './compare/side-by-side.js';
import type { OtherAnswer } from './other-answers.js';
import type { SourceCoverage } from './source-coverage.js';

export type Verdict = 'equivalent' | 'different' | 'inconclusive';

export interface Verification {
  readonly verdict: Verdict;
  /** Why nothing can be said; '' otherwise. */
  readonly reason: string;
  readonly scenarios: {
    /** Both sides did the same, or not. */
    readonly compared: number;
    readonly different: number;
    /** Nothing could be said of these. */
    readonly skipped: readonly { readonly scenario: string; readonly reason: string }[];
  };
  readonly coverage: { readonly source: SourceCoverage; readonly page: PageCoverage | undefined };
  /** The first of each kind at each place. */
  readonly differences: readonly FoundDifference[];
  /** Rows of the assumptions table that the runs of the strategy rested on, sorted. */
  readonly assumptions: readonly string[];
  /** What no scenario reached, and why. */
  readonly unreached: readonly Unreached[];
}

/** A part of the strategy that no scenario reached. */
export interface Unreached {
  readonly node: string;
  /** In one sentence: the part, and the condition that barred it. */
  readonly text: string;
  /** No scenario could: the failure port of a block in which nothing can fail. */
  readonly never?: true;
}

export interface FoundDifference {
  /** The smallest scenario found that shows it. */
  readonly scenario: Scenario;
  /** The scenario that showed it first. */
  readonly foundIn: string;
  /** In how many scenarios it showed as the first difference. */
  readonly times: number;
  readonly difference: Difference;
  /** The block where the strategy was. */
  readonly block:
    { readonly id: string; readonly node: string; readonly type: string; readonly span: Span } | undefined;
  /** The state where the page was; no span for a state that the page does not have. */
  readonly state: { readonly id: string; readonly span: Span | undefined } | undefined;
  /** The mapping row that made the state of the block, from the trace file. */
  readonly mapping: { readonly row: string; readonly disposition: string } | undefined;
  readonly traces: readonly SideBySide[];
  /** Other answers to open questions, each of which would let the strategy do what the page does in this scenario. */
  readonly agreeing: readonly OtherAnswer[];
}
