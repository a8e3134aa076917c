// Checks overrides of the assumptions table.
import { diagnose, wholeFile, type Diagnostic } from '../diagnostics/index.js';
import { type Assumption, assumptions } from '../ir/assumptions/table.js';

/** Findings for unknown ids and values. */
export function checkSettings(overrides: Readonly<Record<string, string>>): readonly Diagnostic[] {
  return Object.entries(overrides).flatMap(([id, chosen]) => {
    const row: Assumption | undefined = assumptions.find((a) => a.id === id);
    const place = wholeFile('--assume');
    if (row === undefined) {
      const known = assumptions.map((a) => a.id).join(', ');
      return [diagnose('IRD3005', id, place, { id, known })];
    }
    const values = [row.default, ...row.alternatives];
    return values.includes(chosen)
      ? []
      : [diagnose('IRD3006', id, place, { id, chosen, values: values.join(', ') })];
  });
}
