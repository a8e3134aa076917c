// What one conformance test is, and what came of it.

/** Groups in which results are counted, in the order in which they are shown. */
export const groups = ['mandatory', 'optional', 'optional, HTTP', 'manual', 'scripted'] as const;
export type Group = (typeof groups)[number];

interface CaseBase {
  readonly id: string;
  readonly group: Group;
  /** Path of the document in the package. */
  readonly file: string;
}

/** A document of the W3C: it ends in the state `pass`. */
export interface W3cCase extends CaseBase {
  readonly kind: 'w3c';
  /** Of the Recommendation. */
  readonly section: string;
  /** `pass or refused`: the document may be refused instead of run; `refused`: it must be. */
  readonly wanted: 'pass' | 'pass or refused' | 'refused';
}

/** One event of a scripted case, and the innermost states that are active behind it. */
export interface ScriptedStep {
  /** Milliseconds that pass before. */
  readonly after: number;
  readonly event: string;
  readonly states: readonly string[];
}

/** A document with a script of events and of the innermost states that are to be active. */
export interface ScriptedCase extends CaseBase {
  readonly kind: 'scripted';
  readonly topic: string;
  readonly initial: readonly string[];
  readonly steps: readonly ScriptedStep[];
}

export type Case = W3cCase | ScriptedCase;

export interface Result {
  readonly test: Case;
  /** What went wrong; undefined: it holds. */
  readonly failure: string | undefined;
}

/** The results of all tests in one sandbox. */
export interface Run {
  readonly engine: string;
  readonly results: readonly Result[];
}
