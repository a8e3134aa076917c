// The table of new names that a user hands in: for each kind of configuration object, what it was called and what it is called now.
import type { Span } from '../../diagnostics/index.js';

/** Kinds of objects that can be renamed, as findings and reports call them. */
export const nameKinds = [
  'stat server',
  'switch',
  'virtual queue',
  'dn',
  'skill',
  'agent group',
  'agent',
  'place',
  'place group',
  'queue group',
  'campaign group',
] as const;
export type NameKind = (typeof nameKinds)[number];

/** One row: `old` is called `new` now. */
export interface NameRow {
  readonly kind: NameKind;
  readonly old: string;
  readonly new: string;
  readonly span: Span;
}

export interface NameMap {
  /** The file, as findings name it. */
  readonly file: string;
  readonly rows: readonly NameRow[];
  /** The row that renames `name`. */
  rowOf(kind: NameKind, name: string): NameRow | undefined;
  /** The row that gives something else the name `name`, which no row takes away. */
  takenBy(kind: NameKind, name: string): NameRow | undefined;
}

/** Makes the look-up of rows that were checked: no two of a kind have one old or one new name. */
export function nameMap(file: string, rows: readonly NameRow[]): NameMap {
  const key = (kind: NameKind, name: string): string => `${kind}\u0000${name}`;
  const byOld = new Map(rows.map((row) => [key(row.kind, row.old), row]));
  const byNew = new Map(rows.map((row) => [key(row.kind, row.new), row]));
  return {
    file,
    rows,
    rowOf: (kind, name) => byOld.get(key(kind, name)),
    takenBy: (kind, name) => (byOld.has(key(kind, name)) ? undefined : byNew.get(key(kind, name))),
  };
}
