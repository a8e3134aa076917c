// The claim of a strategy: the highest rung that was shown, never more. Each rung needs all below it.
import type { ReportEquivalence } from './model-equivalence.js';
import type { Claim, ReportRun } from './model.js';

/** What was shown about one strategy. */
export interface Shown {
  /** How far the conversion came; `emitted` also for a page that was given and is valid. */
  readonly reached: 'none' | 'parsed' | 'lowered' | 'emitted';
  /** The page was validated without an error. */
  readonly isValid: boolean;
  readonly runs: readonly ReportRun[];
  /** What the comparison with the source showed; undefined when there was none. */
  readonly equivalence?: ReportEquivalence['verdict'] | undefined;
}

/** Ends that prove nothing about the strategy: it ran into a placeholder, or did not come to an end. */
const inconclusive = new Set(['notExecutable', 'stuck']);

/** The claim that follows from what was shown. */
export function claimOf({ reached, isValid, runs, equivalence }: Shown): Claim {
  if (reached !== 'emitted') return reached;
  if (!isValid) return 'emitted';
  const isSmoke = runs.length > 0 && runs.every((run) => run.passed && !inconclusive.has(run.end));
  if (!isSmoke) return 'valid';
  return equivalence === 'equivalent' ? 'equivalent' : 'smoke';
}
