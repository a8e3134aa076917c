// The step of `--names`: every strategy of a batch gets the new names before it is lowered, and rows that no strategy used are reported.
import { diagnose, hasErrors, type Diagnostic } from './diagnostics/index.js';
import { parseLanguage } from './ird-parser/languages/index.js';
import type { SourceStrategy } from './ird-parser/source-model.js';
import type { NameMap } from './ir/renaming/name-map.js';
import {
  renameStrategy,
  type NameUse,
  type ParseText,
  type RenamedStrategy,
} from './ir/renaming/rename-strategy.js';

const parse: ParseText = (language, text) => {
  const { value, diagnostics } = parseLanguage(language, text, '');
  return hasErrors(diagnostics) ? undefined : value;
};

/** Renames what the table says; without a table everything stays as it is. */
export const renameOne = (strategy: SourceStrategy, names: NameMap | undefined): RenamedStrategy =>
  names === undefined ? { strategy, uses: [], diagnostics: [] } : renameStrategy(strategy, names, parse);

/** Findings about rows of the table that nothing used. */
export function unusedNames(all: Iterable<readonly NameUse[]>, names: NameMap): readonly Diagnostic[] {
  const used = new Set<string>();
  for (const uses of all) for (const { kind, old } of uses) used.add(`${kind}\u0000${old}`);
  return names.rows
    .filter(({ kind, old }) => !used.has(`${kind}\u0000${old}`))
    .map((row) => diagnose('IRD8113', '', row.span, { kind: row.kind, old: row.old, new: row.new }));
}

/** The uses of several strategies together, in the order of the table. */
export function addUses(all: readonly (readonly NameUse[])[], names: NameMap): readonly NameUse[] {
  return names.rows.flatMap(({ kind, old, new: renamed }) => {
    const count = all
      .flat()
      .filter((use) => use.kind === kind && use.old === old)
      .reduce((sum, use) => sum + use.count, 0);
    return count === 0 ? [] : [{ kind, old, new: renamed, count }];
  });
}
