// What stands in the JSON of an export profile. docs/export-profile.md explains every key; schema.ts checks it.

/** One path, or several: of several rules' places all count, of several values the first that is there. */
export type PathText = string | readonly string[];

export interface StrategyRule {
  readonly at: PathText;
  readonly name?: PathText;
  readonly kind?: PathText;
}

export interface PairRule {
  readonly at: PathText;
  readonly name: PathText;
  readonly value: PathText;
}

export interface VariableRule {
  readonly at: PathText;
  readonly name: PathText;
  readonly type?: PathText;
  readonly value?: PathText;
  readonly direction?: PathText;
  readonly description?: PathText;
}

export interface BlockRule {
  readonly at: PathText;
  readonly id: PathText;
  readonly type: PathText;
  readonly caption?: PathText;
  readonly disabled?: PathText;
  readonly enabled?: PathText;
  readonly x?: PathText;
  readonly y?: PathText;
}

export interface PortRule {
  readonly at: PathText;
  readonly name: PathText;
}

/** `in`: from where `at` starts, and which ends are understood when the rule does not give them. */
export interface LinkRule {
  readonly in: 'strategy' | 'block' | 'port';
  readonly at: PathText;
  readonly id?: PathText;
  readonly from?: PathText;
  readonly port?: PathText;
  readonly to?: PathText;
}

/** A block or port names a link by its id; the link's own rule gives the rest. */
export interface LinkEndRule {
  readonly in: 'block' | 'port';
  readonly at: PathText;
  readonly link: PathText;
  readonly port?: PathText;
  readonly end: 'from' | 'to';
}

export interface TableRule {
  readonly at: PathText;
  readonly name: PathText;
  readonly row: PathText;
  readonly cells: readonly PairRule[];
}

export interface CommentRule {
  readonly in: 'strategy' | 'block';
  readonly at: PathText;
  readonly text: PathText;
  readonly block?: PathText;
}

type WordTable = Readonly<Record<string, string>>;

/** Words of the file and what they mean here; added to the words that every profile knows. */
export interface ProfileWords {
  readonly types?: WordTable;
  readonly ports?: WordTable;
  readonly kinds?: WordTable;
  readonly directions?: WordTable;
  readonly variableTypes?: WordTable;
  readonly booleans?: Readonly<Record<string, boolean>>;
  /** By block type, or `*` for all. */
  readonly properties?: Readonly<Record<string, WordTable>>;
  /** By table, or `*` for all. */
  readonly columns?: Readonly<Record<string, WordTable>>;
  /** By property or `table.column`. */
  readonly values?: Readonly<Record<string, WordTable>>;
}

export interface ProfileDocument {
  readonly profile: 1;
  readonly name: string;
  readonly evidence: 'assumed' | 'observed' | 'given';
  readonly description?: string;
  readonly namespaces?: WordTable;
  readonly ignore?: readonly string[];
  readonly strategies: readonly StrategyRule[];
  readonly metadata?: readonly PairRule[];
  readonly variables?: readonly VariableRule[];
  readonly blocks: readonly BlockRule[];
  readonly ports?: readonly PortRule[];
  readonly links: readonly LinkRule[];
  readonly linkEnds?: readonly LinkEndRule[];
  readonly properties?: readonly PairRule[];
  readonly tables?: readonly TableRule[];
  readonly comments?: readonly CommentRule[];
  readonly words?: ProfileWords;
  /** Properties (by block type or `*`) whose text is the value itself, not an expression. */
  readonly literals?: Readonly<Record<string, readonly string[]>>;
}
