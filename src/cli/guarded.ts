// The border at which a fault of ours stays inside the file that it befell: the batch goes on, the finding says so, the exit code is 2.
import { diagnose, wholeFile, type Diagnostic, type Outcome } from '../diagnostics/index.js';

/** Runs `work`; a throw becomes IRD9001 for `file`, with `otherwise` as the value. */
export function guarded<T>(phase: string, file: string, work: () => T, otherwise: T): Outcome<T> {
  try {
    return { value: work(), diagnostics: [] };
  } catch (error) {
    return { value: otherwise, diagnostics: [fault(phase, file, error)] };
  }
}

/** Thrown where a step has no other way out for what is no fault of ours. */
export class InputTrouble extends Error {
  readonly finding: Diagnostic;

  constructor(finding: Diagnostic) {
    super(finding.message);
    this.finding = finding;
  }
}

/** The finding for a caught fault. */
export function fault(phase: string, file: string, error: unknown): Diagnostic {
  if (error instanceof InputTrouble) return error.finding;
  const message = error instanceof Error ? error.message : String(error);
  return diagnose('IRD9001', '', wholeFile(file), { phase, message });
}
