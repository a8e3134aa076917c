/** What is true of an estate that was made. */
export interface EstateTruth {
  readonly count: number;
  readonly seed: number;
  readonly strategies: number;
  readonly subroutines: number;
  readonly blocks: number;
  readonly byType: Readonly<Record<string, number>>;
  /** By kind and name. */
  readonly uses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By the code of the finding. */
  readonly defects: Readonly<Record<string, number>>;
  readonly defectPlaces: readonly {
    readonly code: string;
    readonly file: string;
    readonly strategy: string;
    readonly block: string;
  }[];
  /** Caller, called, how often. */
  readonly calls: readonly (readonly [string, string, string])[];
  readonly missing: readonly string[];
  /** Which strategy another is a copy of. */
  readonly copies: readonly (readonly [string, string])[];
  readonly nearCopies: readonly (readonly [string, string])[];
}

export function generateEstate(options: {
  readonly count: number;
  readonly seed: number;
}): Generator<{ readonly file: string; readonly text: string }, EstateTruth>;
