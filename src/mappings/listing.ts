// The tables as one list: every function, statistic, constant, threshold name and object that is known, with what it becomes and how well that is
// known. `explain`, `mappings` and the pages of docs/mappings are made from it.
import type { BlockType } from '../ir/nodes.js';
import { constants } from '../ir/vocabulary/constants.js';
import { evidences, type Evidence, type FunctionFact, type ObjectFact } from '../ir/vocabulary/facts.js';
import { findConstant, functions } from '../ir/vocabulary/functions.js';
import { operatorFacts, type OperatorFact } from '../ir/vocabulary/operators.js';
import { objectFacts } from '../ir/vocabulary/objects.js';
import { findBlockMapping } from './blocks/index.js';
import type { Disposition, TargetVersions } from './define.js';
import type { EntryKind } from './entry-kinds.js';
import { findFunctionRow } from './functions/index.js';
import { findOperatorRow } from './functions/operators.js';

export interface EntryParameter {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/** An expression of IRD and what it becomes: ES5 with its value, or, where there is none, a placeholder or text that URS reads. */
export interface EntryExample {
  readonly ird: string;
  readonly js?: string;
  readonly value?: string | number;
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
  /** What must stay in URS, or be kept in both, where it is used; null: nothing. */
  readonly leaveInUrs: string | null;
  /** What is known of it, in words, and where from. */
  readonly meaning: string;
  readonly sources: readonly string[];
  readonly examples: readonly EntryExample[];
}

/** The weakest of several evidences is what a reader must know. */
const weakest = (all: readonly Evidence[]): Evidence =>
  all.reduce((a, b) => (evidences.indexOf(b) > evidences.indexOf(a) ? b : a));

/** Every entry, functions first, each kind in the order of its table. */
export const mappingEntries = (): readonly MappingEntry[] => [
  ...functions.map((fact) => functionEntry(fact)),
  ...constants.map((fact) => functionEntry(fact)),
  ...operatorFacts.map((fact) => functionEntry(fact)),
  ...objectFacts.filter(({ type }) => type !== 'Unknown').map(objectEntry),
];

/** What the tables say of a name: its row, or, for a constant, that it is a word. */
function rowOf(fact: FunctionFact | OperatorFact): EntryRow | undefined {
  switch (fact.kind) {
    case 'operator':
      return findOperatorRow(fact.name);
    case 'constant':
      return constantRow(fact);
    case 'function':
    case 'statistic':
    case 'threshold':
      return findFunctionRow(fact);
  }
}

type EntryRow = Pick<MappingEntry, 'disposition' | 'cost' | 'about' | 'examples'> & {
  readonly evidence: Evidence;
  readonly target: TargetVersions;
  readonly source: string;
  readonly leaveInUrs?: string;
  /** Set where there is no equivalent of its own. */
  readonly as?: 'placeholder' | 'text';
};

/** A constant stands in the page by its value: a number where one is known, else its own name. */
function constantRow({ name, evidence, source }: FunctionFact): EntryRow {
  const value = findConstant(name)?.value ?? name;
  return {
    evidence,
    disposition: 'exact',
    cost: 0,
    target: { from: '8.1.2' },
    source,
    about:
      typeof value === 'number' ? 'The number stands in the page.' : 'The name stands in the page as text.',
    examples: [{ ird: name, js: typeof value === 'number' ? String(value) : `'${value}'`, value }],
  };
}

function functionEntry(fact: FunctionFact | OperatorFact): MappingEntry {
  const row = rowOf(fact);
  const equivalentEvidence = row === undefined || row.as === 'placeholder' ? null : row.evidence;
  const parameters = fact.kind === 'operator' ? undefined : fact.parameters;
  return {
    kind: fact.kind,
    name: fact.name,
    aliases: fact.aliases ?? [],
    category: fact.category,
    disposition: row?.disposition ?? 'placeholder',
    evidence: weakest([
      fact.evidence,
      fact.signatureEvidence,
      ...(equivalentEvidence === null ? [] : [equivalentEvidence]),
    ]),
    nameEvidence: fact.evidence,
    signatureEvidence: fact.signatureEvidence,
    equivalentEvidence,
    cost: row?.cost ?? 0,
    parameters:
      parameters?.map(({ name, type, optional }) => ({ name, type, optional: optional ?? false })) ?? null,
    returns: fact.returns,
    ports: [],
    target: row?.target ?? null,
    about: row?.about ?? 'Nothing converts it: a call makes its block a placeholder.',
    leaveInUrs: row?.leaveInUrs ?? null,
    meaning: fact.about,
    sources: [...new Set([fact.source, ...(row === undefined ? [] : [row.source])])],
    examples: row?.examples ?? [],
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
    leaveInUrs: null,
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
  // An operator may be nothing but blanks and hyphens to the loose comparison.
  return [...new Set([...find(exactly), ...(folded(spelling) === '' ? [] : find(folded))])];
}

/** All spellings of all entries, for suggestions. */
export const allSpellings = (entries = mappingEntries()): readonly string[] => [
  ...new Set(entries.flatMap(spellingsOf)),
];
