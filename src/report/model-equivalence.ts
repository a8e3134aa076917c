// What a report says of the comparison of a strategy with its page.
import type { ReportPlace } from './model.js';

/** How many of how many. */
export interface ReportShare {
  readonly reached: number;
  readonly total: number;
}

/** One line of two traces beside each other; '' where a side does nothing more. */
export interface ReportTraceRow {
  readonly source: string;
  readonly page: string;
  readonly same: boolean;
}

/** In what a strategy and its page differ, in the smallest scenario that was found for it. */
export interface ReportDifference {
  /** Kind of the difference, without times and values. */
  readonly kind: string;
  /** Virtual seconds. */
  readonly at: number;
  readonly source: string;
  readonly page: string;
  /** Source block, as findings name nodes; '' when it is not known. */
  readonly node: string;
  readonly state: (ReportPlace & { readonly id: string; readonly endColumn: number }) | null;
  /** Mapping row that made the state of the block. */
  readonly mapping: string | null;
  /** Name of the scenario that showed it first, and how many showed it. */
  readonly foundIn: string;
  readonly times: number;
  /** The smallest scenario, as a scenario file has it. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** The file that it was saved to. */
  readonly saved?: string;
  readonly traces: readonly ReportTraceRow[];
  /** Other answers to open questions, each of which would let the strategy do what the page does in this scenario; left out where there is none. */
  readonly agreeing?: readonly { readonly id: string; readonly value: string }[];
}

/** What the comparison of a strategy with its page has shown, on what it rests. */
export interface ReportEquivalence {
  readonly verdict: 'equivalent' | 'different' | 'inconclusive';
  /** Why nothing can be said; '' otherwise. */
  readonly reason: string;
  readonly scenarios: {
    readonly compared: number;
    readonly different: number;
    readonly skipped: readonly { readonly scenario: string; readonly reason: string }[];
  };
  readonly coverage: {
    readonly blocks: ReportShare;
    readonly ports: ReportShare;
    readonly conditions: ReportShare;
    readonly states: ReportShare;
    readonly transitions: ReportShare;
  };
  /** Open questions that the runs rested on, with the answers taken; those whose answer is documented are left out. */
  readonly assumptions: readonly {
    readonly id: string;
    readonly value: string;
    readonly evidence: string;
  }[];
  /** What no scenario reached; `never`: none could, the failure port of a block in which nothing can fail. */
  readonly unreached: readonly { readonly node: string; readonly text: string; readonly never?: true }[];
  readonly differences: readonly ReportDifference[];
}
