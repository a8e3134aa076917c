// Small words for writing facts: parameters by type, evidence in pairs, families that share a category and a source.
import type { IrdType } from '../nodes.js';
import type { ConstantFact, FunctionFact, ParameterFact } from './facts.js';

const parameter =
  (type: IrdType) =>
  (name: string): ParameterFact => ({ name, type });

export const string = parameter('STRING');
export const integer = parameter('INTEGER');
export const list = parameter('LIST');
/** A parameter of any type, or of a type that is not known. */
export const any = parameter('UNKNOWN');
export const optional = (fact: ParameterFact): ParameterFact => ({ ...fact, optional: true });

type Sureness = Pick<FunctionFact, 'evidence' | 'signatureEvidence'>;

/** Name and parameters are the vendor's. */
export const documented: Sureness = { evidence: 'documented', signatureEvidence: 'documented' };
/** The name is the vendor's, the parameters are inferred from samples or from a counterpart. */
export const nameDocumented: Sureness = { evidence: 'documented', signatureEvidence: 'inferred' };
export const inferred: Sureness = { evidence: 'inferred', signatureEvidence: 'inferred' };
/** The name is commonly known, the parameters follow from what it means; neither was checked. */
export const recalled: Sureness = { evidence: 'unverified', signatureEvidence: 'inferred' };

type Row = Omit<FunctionFact, 'category' | 'kind' | 'source'> &
  Partial<Pick<FunctionFact, 'kind' | 'source'>>;

/** Facts of one category that share a source, unless a row names its own. */
export const family = (category: string, source: string, rows: readonly Row[]): readonly FunctionFact[] =>
  rows.map((row) => ({ kind: 'function', ...row, category, source: row.source ?? source }));

/** Names whose parameters are not known: any arguments pass through. */
export const names = (
  evidence: FunctionFact['evidence'],
  about: Readonly<Record<string, string>>,
  kind: FunctionFact['kind'] = 'function',
): readonly Row[] =>
  Object.entries(about).map(([name, text]) => ({
    name,
    kind,
    returns: 'UNKNOWN',
    evidence,
    signatureEvidence: 'unverified',
    about: text,
  }));

/** Members of an enumeration: values by name, or names that stand for themselves. */
export const enumeration = (
  shared: Pick<ConstantFact, 'category' | 'returns' | 'evidence' | 'source' | 'about'>,
  values: Readonly<Record<string, number | string>> | readonly string[],
): readonly ConstantFact[] => {
  const pairs = Array.isArray(values)
    ? values.map((name: string) => [name, name] as const)
    : Object.entries(values);
  return pairs.map(([name, value]) => ({
    ...shared,
    kind: 'constant',
    name,
    value,
    signatureEvidence: shared.evidence,
  }));
};

/** Where the facts come from, in words. */
export const sources = {
  library:
    "Composer's IRD compatibility library (8.1.43), whose comments restate the description of each IRD function",
  mapper: "Composer's IRD compatibility library (8.1.43), the mappers of enumerations",
  dialog: 'screenshot of the Function dialog of IRD on a practitioner blog',
  canvas: 'screenshot of an IRD strategy on a practitioner blog',
  memory: 'general knowledge of Universal Routing, not checked against its Reference Manual',
  threshold: 'Universal Routing Reference, Threshold Functions (8.1.4, draft page)',
  updates: 'Universal Routing Reference, Functions Update',
  statistics: "Orchestration Server Developer's Guide, Statistic Interface",
  scxml: 'SCXML Technical Reference 8.1, Queue Interface',
  migration: "Composer's Migration from IRD, IRD Functions",
  urs: "Composer's Help, Using URS Functions",
  subroutines: 'subroutines that Composer ships as replacements of IRD functions',
} as const;
