// The shape of what is known about IRD's functions and objects: facts with their evidence, no conversion.
import type { BlockType } from '../../ird-parser/shapes.js';
import type { IrdType, PortRole } from '../nodes.js';

/** How well a fact is known: the vendor says so; seen in what the vendor generates or ships; by analogy; a name that may not exist. */
export const evidences = ['documented', 'observed', 'inferred', 'unverified'] as const;
export type Evidence = (typeof evidences)[number];

export interface ParameterFact {
  readonly name: string;
  readonly type: IrdType;
  readonly optional?: boolean;
}

export interface FunctionFact {
  /** Canonical spelling. */
  readonly name: string;
  /** Other spellings that mean the same. */
  readonly aliases?: readonly string[];
  /** The name stands for every name that begins so: a family whose members are not all known. */
  readonly isFamily?: boolean;
  readonly kind: 'function' | 'statistic' | 'constant' | 'threshold';
  readonly category: string;
  /** Undefined: no known signature, any arguments are passed through. */
  readonly parameters?: readonly ParameterFact[];
  readonly variadic?: boolean;
  readonly returns: IrdType;
  readonly evidence: Evidence;
  readonly signatureEvidence: Evidence;
  readonly source: string;
  readonly about: string;
}

/** A named constant. Enumeration members whose number is not known stand for themselves: the value is the name. */
export interface ConstantFact extends FunctionFact {
  readonly kind: 'constant';
  readonly value: number | string;
}

export interface PortFact {
  readonly name: string;
  readonly role: PortRole;
  /** Nothing need be connected here: the interaction has been routed, or the block is a last one. */
  readonly mayEnd?: boolean;
}

export interface ObjectFact {
  readonly type: BlockType;
  /** Name in the toolbar of IRD (or Composer). */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly category: string;
  /** Ports that the block always has; segments add their own. */
  readonly ports: readonly PortFact[];
  /** Where further ports are named: rows property and column, one port for each row. */
  readonly branches?: readonly [rows: string, column: string];
  /** Which ports the block has is not known: every port is taken as it comes. */
  readonly openPorts?: boolean;
  /** Several links may leave one port: the ways go on side by side. */
  readonly fansOut?: boolean;
  /** Properties that say best what a block without a caption is, in order of preference; `rows.column` reads the first row. Part of its id. */
  readonly mainProperties?: readonly string[];
  /** Rows of the assumptions table that any conversion of such a block rests on. */
  readonly restsOn?: readonly string[];
  /** True when control can stay in the block: a loop through it is not a busy loop. */
  readonly waits: boolean;
  readonly evidence: Evidence;
  readonly portsEvidence: Evidence;
  readonly source: string;
  readonly about: string;
}
