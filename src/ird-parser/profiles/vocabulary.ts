// Looks up the words of a file: the words of its profile first, then those that every profile knows. What a look-up does not know is
// undefined, so that the reader reports it.
import type { BlockShape, RowsShape } from '../shapes.js';
import type { ProfileWords } from './document.js';
import { blockTypes, type IrdBlockType } from './known-names.js';
import { columnSynonyms, propertySynonyms, typePropertySynonyms } from './property-words.js';
import {
  answerSynonyms,
  comparable,
  directionSynonyms,
  falseWords,
  kindSynonyms,
  portSynonyms,
  trueWords,
  typeSynonyms,
  valueSynonyms,
  variableTypeSynonyms,
  type Synonyms,
} from './words.js';

type Kind = 'scalar' | 'rows';

/** What the words of one layout mean. */
export interface Vocabulary {
  blockType(written: string): IrdBlockType | undefined;
  kind(written: string): 'strategy' | 'subroutine' | 'macro' | undefined;
  direction(written: string): 'local' | 'script' | 'in' | 'out' | 'inout' | undefined;
  /** INTEGER, STRING, ...; as written when it is none of them. */
  variableType(written: string): string;
  boolean(written: string): boolean | undefined;
  /** `ownPorts` = the names that the block gives its ports; undefined when the block has green and red only. */
  port(written: string, ownPorts: readonly string[] | undefined): string;
  /** Canonical name of a property (scalar) or table (rows) of a block with this shape. */
  property(type: string, shape: BlockShape, written: string, kind: Kind): string | undefined;
  /** Canonical name of a column (scalar) or nested table (rows). */
  column(table: string, shape: RowsShape, written: string, kind: Kind): string | undefined;
  /** Canonical word of a fixed value; as written when it is not one. `key` = property, or `table.column`. */
  value(key: string, written: string): string;
}

type Lookup = ReadonlyMap<string, string>;

/** Makes the look-ups of one profile. Its words are to be checked before; see check-words.ts. */
export function vocabularyOf(words: ProfileWords): Vocabulary {
  const types = lookup(meanings(blockTypes), typeSynonyms, words.types);
  const kinds = lookup(meanings(Object.keys(kindSynonyms)), kindSynonyms, words.kinds);
  const directions = lookup(meanings(Object.keys(directionSynonyms)), directionSynonyms, words.directions);
  const variableTypes = lookup(
    meanings(Object.keys(variableTypeSynonyms)),
    variableTypeSynonyms,
    words.variableTypes,
  );
  const ports = lookup(meanings(Object.keys(portSynonyms)), portSynonyms, words.ports);
  const answers = lookup(new Map(), answerSynonyms, undefined);
  const booleans = new Map([
    ...trueWords.map((word) => [word, true] as const),
    ...falseWords.map((word) => [word, false] as const),
    ...Object.entries(words.booleans ?? {}).map(([word, value]) => [comparable(word), value] as const),
  ]);
  const values = new Map(
    [...new Set([...Object.keys(valueSynonyms), ...Object.keys(words.values ?? {})])].map((key) => {
      const known = valueSynonyms[key] ?? {};
      return [key, lookup(meanings(Object.keys(known)), known, words.values?.[key])] as const;
    }),
  );
  values.set('busyTreatments.type', lookup(types, {}, words.values?.['busyTreatments.type']));
  const properties = new Map<string, Lookup>();
  const columns = new Map<RowsShape, Map<Kind, Lookup>>();

  return {
    // The look-ups hold nothing but members of these unions: `checkWords` has refused the rest.
    blockType: (written) => types.get(comparable(written)) as IrdBlockType | undefined,
    kind: (written) => kinds.get(comparable(written)) as ReturnType<Vocabulary['kind']>,
    direction: (written) => directions.get(comparable(written)) as ReturnType<Vocabulary['direction']>,
    variableType: (written) => variableTypes.get(comparable(written)) ?? written.trim(),
    boolean: (written) => booleans.get(comparable(written)),
    port: (written, ownPorts) => {
      const wanted = comparable(written);
      const own =
        ownPorts?.find((name) => name === written.trim()) ??
        ownPorts?.find((name) => comparable(name) === wanted);
      if (own !== undefined) return own;
      return ports.get(wanted) ?? (ownPorts ? undefined : answers.get(wanted)) ?? written.trim();
    },
    property: (type, shape, written, kind) => {
      const key = `${type}/${kind}`;
      const known = properties.get(key) ?? propertyLookup(type, shape, kind, words);
      properties.set(key, known);
      return known.get(comparable(written));
    },
    column: (table, shape, written, kind) => {
      const byKind = columns.get(shape) ?? new Map<Kind, Lookup>();
      const known = byKind.get(kind) ?? columnLookup(table, shape, kind, words);
      columns.set(shape, byKind.set(kind, known));
      return known.get(comparable(written));
    },
    value: (key, written) => values.get(key)?.get(comparable(written)) ?? written,
  };
}

const meanings = (names: readonly string[]): Lookup => new Map(names.map((name) => [comparable(name), name]));

/** Later words win: synonyms, then the meanings themselves, then the words of the profile. */
function lookup(
  known: Lookup,
  synonyms: Synonyms,
  profile: Readonly<Record<string, string>> | undefined,
): Map<string, string> {
  const table = new Map<string, string>();
  for (const [meaning, others] of Object.entries(synonyms)) {
    for (const word of others ?? []) table.set(comparable(word), meaning);
  }
  for (const [word, meaning] of known) table.set(word, meaning);
  for (const [word, meaning] of Object.entries(profile ?? {})) table.set(comparable(word), meaning);
  return table;
}

function propertyLookup(type: string, shape: BlockShape, kind: Kind, words: ProfileWords): Lookup {
  const names = Object.keys(shape).filter((name) => shape[name]?.kind === kind);
  const own = new Map(Object.entries<Synonyms>(typePropertySynonyms)).get(type) ?? {};
  return namesOf(names, [propertySynonyms, own], { ...words.properties?.['*'], ...words.properties?.[type] });
}

function columnLookup(table: string, shape: RowsShape, kind: Kind, words: ProfileWords): Lookup {
  const names = Object.keys(kind === 'scalar' ? shape.columns : (shape.rows ?? {}));
  const synonyms = [propertySynonyms, columnSynonyms['*'] ?? {}, columnSynonyms[table] ?? {}];
  return namesOf(names, synonyms, { ...words.columns?.['*'], ...words.columns?.[table] });
}

/** Words for the given names only, so that `Time` means the timeout where there is one and the duration elsewhere. */
function namesOf(
  names: readonly string[],
  synonyms: readonly Synonyms[],
  profile: Readonly<Record<string, string>>,
): Lookup {
  const found = new Map<string, string>();
  for (const table of synonyms) {
    const claims = new Map<string, Set<string>>();
    for (const name of names) {
      for (const word of table[name] ?? []) {
        const key = comparable(word);
        claims.set(key, (claims.get(key) ?? new Set()).add(name));
      }
    }
    for (const [word, [name, ...others]] of claims) {
      if (name === undefined || others.length > 0) found.delete(word);
      else found.set(word, name);
    }
  }
  for (const [word, name] of meanings(names)) found.set(word, name);
  for (const [word, name] of Object.entries(profile))
    if (names.includes(name)) found.set(comparable(word), name);
  return found;
}
