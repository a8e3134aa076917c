// The tables as one list: every function, statistic, constant, threshold name and object that is known, with what it becomes and how well that is
// known. `explain`, `mappings` and the pages of docs/mappings are made from it.
import type { BlockType } from '../ir/nodes.js';
import { constants } from '../ir/vocabulary/constants.js';
import { evidences, type Evidence, type FunctionFact, type ObjectFact } from '../ir/vocabulary/facts.js';
import { functions } from '../ir/vocabulary/functions.js';
import { objectFacts } from '../ir/vocabulary/objects.js';
import { findBlockMapping } from './blocks/index.js';
import type { Disposition, FunctionExample, TargetVersions } from './define.js';
import type { EntryKind } from './entry-kinds.js';
import { findFunctionMapping } from './functions/index.js';

export interface EntryParameter {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/** One known name and what becomes of it. */
export interface MappingEntry {
  readonly kind: EntryKind;
  readonly name: string;
  /** Other spellings of the same. */
  readonly aliases: readonly string[];
  readonly category: string;
  /** The best that it can have; a use of it may have a worse one. `placeholder` where nothing converts it. */
  readonly disposition: Disposition;
  /** The weakest of the three below: what a reader must know. */
  readonly evidence: Evidence;
  readonly nameEvidence: Evidence;
  /** Of parameters and result; of ports, for objects. */
  readonly signatureEvidence: Evidence;
  /** Null where nothing converts it. */
  readonly equivalentEvidence: Evidence | null;
  readonly cost: number;
  /** Null: no signature is known, any arguments are passed through. Objects have none. */
  readonly parameters: readonly EntryParameter[] | null;
  readonly returns: string;
  /** Ports of objects. */
  readonly ports: readonly string[];
  readonly target: TargetVersions | null;
  readonly about: string;
  /** What is known of it, in words, and where from. */
  readonly meaning: string;
  readonly sources: readonly string[];
  readonly examples: readonly FunctionExample[];
}

/** The weakest of several evidences is what a reader must know. */
const weakest = (all: readonly Evidence[]): Evidence =>
  all.reduce((a, b) => (evidences.indexOf(b) > evidences.indexOf(a) ? b : a));

/** Every entry, functions first, each kind in the order of its table. */
export const mappingEntries = (): readonly MappingEntry[] => [
  ...[...functions, ...constants].map(functionEntry),
  ...objectFacts.filter(({ type }) => type !== 'Unknown').map(objectEntry),
];

/** Statistics, constants and names of thresholds are words: they stand in the page as they stand in the strategy. */
const wordsStay = 'The name stands in the page as it stands in the strategy.';

function functionEntry(fact: FunctionFact): MappingEntry {
  const isCallable = fact.kind === 'function' || fact.kind === 'statistic';
  const mapping = isCallable ? findFunctionMapping(fact.name) : undefined;
  const isWord = mapping === undefined && fact.kind !== 'function';
  const equivalentEvidence = mapping?.evidence ?? (isWord ? fact.evidence : null);
  return {
    kind: fact.kind,
    name: fact.name,
    aliases: fact.aliases ?? [],
    category: fact.category,
    disposition: mapping?.disposition ?? (isWord ? 'exact' : 'placeholder'),
    evidence: weakest([
      fact.evidence,
      fact.signatureEvidence,
      ...(equivalentEvidence === null ? [] : [equivalentEvidence]),
    ]),
    nameEvidence: fact.evidence,
    signatureEvidence: fact.signatureEvidence,
    equivalentEvidence,
    cost: mapping?.cost ?? 0,
    parameters:
      fact.parameters?.map(({ name, type, optional }) => ({ name, type, optional: optional ?? false })) ??
      null,
    returns: fact.returns,
    ports: [],
    target: mapping?.target ?? null,
    about:
      mapping?.about ?? (isWord ? wordsStay : 'Nothing converts it: a call makes its block a placeholder.'),
    meaning: fact.about,
    sources: [...new Set([fact.source, ...(mapping === undefined ? [] : [mapping.source])])],
    examples: mapping?.examples ?? [],
  };
}

function objectEntry(fact: ObjectFact): MappingEntry {
  const mapping = findBlockMapping(fact.type);
  return {
    kind: 'object',
    name: fact.name,
    aliases: [...new Set([...typeSpelling(fact.type, fact.name), ...(fact.aliases ?? [])])],
    category: fact.category,
    disposition: mapping?.disposition ?? 'placeholder',
    evidence: weakest([
      fact.evidence,
      fact.portsEvidence,
      ...(mapping === undefined ? [] : [mapping.evidence]),
    ]),
    nameEvidence: fact.evidence,
    signatureEvidence: fact.portsEvidence,
    equivalentEvidence: mapping?.evidence ?? null,
    cost: mapping?.cost ?? 0,
    parameters: null,
    returns: '',
    ports: fact.ports.map(({ name }) => name),
    target: mapping?.target ?? null,
    about: mapping?.about ?? 'Nothing converts it: a block of the type becomes a placeholder.',
    meaning: fact.about,
    sources: [...new Set([fact.source, ...(mapping === undefined ? [] : [mapping.source])])],
    examples: [],
  };
}

/** Profiles, overrides and plug-ins name an object by its type, which differs from the toolbar's name in blanks and hyphens. */
const typeSpelling = (type: BlockType, name: string): readonly string[] => (type === name ? [] : [type]);

const exactly = (spelling: string): string => spelling.trim().replace(/(?:\[.*\]|\(.*\))$/, '');
const folded = (spelling: string): string =>
  exactly(spelling)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const spellingsOf = ({ name, aliases }: MappingEntry): readonly string[] => [name, ...aliases];

/** The entries that somebody may mean by `spelling`: those of that very spelling first, then those that differ in case, blanks or hyphens alone. */
export function findEntries(spelling: string, entries = mappingEntries()): readonly MappingEntry[] {
  const find = (same: (text: string) => string): readonly MappingEntry[] =>
    entries.filter((entry) => spellingsOf(entry).some((known) => same(known) === same(spelling)));
  return [...new Set([...find(exactly), ...find(folded)])];
}

/** All spellings of all entries, for suggestions. */
export const allSpellings = (entries = mappingEntries()): readonly string[] => [
  ...new Set(entries.flatMap(spellingsOf)),
];
