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

export interface RenamedBatch {
  /** What became of each strategy, in their order. */
  readonly strategies: readonly RenamedStrategy[];
  /** About the table. */
  readonly diagnostics: readonly Diagnostic[];
}

const parse: ParseText = (language, text) => {
  const { value, diagnostics } = parseLanguage(language, text, '');
  return hasErrors(diagnostics) ? undefined : value;
};

/** Renames what the table says; without a table everything stays as it is. */
export function renameBatch(sources: readonly SourceStrategy[], names: NameMap | undefined): RenamedBatch {
  if (names === undefined) {
    return {
      strategies: sources.map((strategy) => ({ strategy, uses: [], diagnostics: [] })),
      diagnostics: [],
    };
  }
  const strategies = sources.map((source) => renameStrategy(source, names, parse));
  const used = new Set(strategies.flatMap(({ uses }) => uses.map(({ kind, old }) => `${kind}\u0000${old}`)));
  const unused = names.rows.filter(({ kind, old }) => !used.has(`${kind}\u0000${old}`));
  return {
    strategies,
    diagnostics: unused.map((row) =>
      diagnose('IRD8113', '', row.span, { kind: row.kind, old: row.old, new: row.new }),
    ),
  };
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
