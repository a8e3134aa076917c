// Checks settings of a conversion: overrides of the assumptions table, and the target.
import { diagnose, wholeFile, type Diagnostic } from '../diagnostics/index.js';
import { type Assumption, assumptions } from '../ir/assumptions/table.js';
import { isVersion } from './target-version.js';

/** Findings for unknown ids and values, and for a target that is no version. */
export function checkSettings(
  overrides: Readonly<Record<string, string>>,
  target?: string,
): readonly Diagnostic[] {
  const version =
    target === undefined || isVersion(target)
      ? []
      : [diagnose('IRD8130', '', wholeFile('--target'), { target })];
  const answers = Object.entries(overrides).flatMap(([id, chosen]) => {
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
  return [...version, ...answers];
}
