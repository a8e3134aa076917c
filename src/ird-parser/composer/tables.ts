// How the properties of a Composer block are declared: the name in the file, our name, and how the text is to be understood.
// The tables are data; docs/composer-diagrams.md prints them for whoever maps the blocks, and a test keeps the two together.
import type { ComposerBlockType } from '../shapes.js';

/**
 * How a text is understood. In all but `script` and `markup`, `Variable(x)` and Source="Variable" make it the ECMAScript expression `x`.
 * - value: a literal text
 * - expression: ECMAScript, literals carry their own quotes
 * - script: ECMAScript statements
 * - number: a whole number
 * - flag: true or false
 * - text: one of a few words, a name, a description
 * - variable: the variable that receives a result
 * - markup: an ECMAScript expression that is XML-escaped once more
 */
export type Meaning = 'value' | 'expression' | 'script' | 'number' | 'flag' | 'text' | 'variable' | 'markup';

export interface Column {
  /** Our name. */
  readonly as: string;
  readonly meaning: Meaning;
}

/** The columns of a row that depend on the row itself: `when` reads an attribute of the row. */
export interface Choice {
  readonly attribute: string;
  /** By the attribute's lower-case text; '' when it is missing. */
  readonly when: Readonly<Record<string, Column>>;
  readonly otherwise: Column;
}

/** Columns by lower-case name in the file, whether they stand there as attribute or as child element. */
export type Columns = Readonly<Record<string, Column | Choice>>;

/** A repeated child element. */
export interface RowTable {
  readonly as: string;
  readonly columns: Columns;
  /** The column that the element's own text fills. */
  readonly text?: Column;
  /** Our names of columns that a row cannot do without. */
  readonly required: readonly string[];
}

export interface BlockTable {
  readonly type: ComposerBlockType;
  readonly properties: Columns;
  /** By lower-case name of the child element. */
  readonly rows: Readonly<Record<string, RowTable>>;
  /** Our names of properties and rows that the block cannot do without. */
  readonly required: readonly string[];
  /** Output ports that the block always has, besides the names of its conditions. */
  readonly ports: readonly string[];
  /** Output ports that the block has when the named flag is true, or when they are linked. */
  readonly optionalPorts: Readonly<Record<string, string>>;
  /** True when any further output port may be linked (branches of a parallel block). */
  readonly freePorts: boolean;
}

/** Columns of one meaning; `'requestID requestId'` gives a name of its own, else the name in the file is ours too. */
export function columns(meaning: Meaning, names: readonly string[]): Columns {
  return Object.fromEntries(
    names.map((pair) => {
      const [name = '', as = name] = pair.split(' ');
      return [name.toLowerCase(), { as, meaning }];
    }),
  );
}

export const rowTable = (as: string, of: Columns, required: readonly string[] = []): RowTable => ({
  as,
  columns: of,
  required,
});

/** What a record holds for a name of the file, which may also be a name that all objects inherit. */
export const lookUp = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

export const isChoice = (column: Column | Choice): column is Choice => 'when' in column;

const exceptionColumns: Columns = {
  ...columns('text', ['name', 'event', 'description']),
  ...columns('markup', ['condition']),
};

/** What every block may carry. */
export const commonProperties: Columns = {
  ...columns('expression', ['condition']),
  ...columns('text', ['label', 'logLevel']),
  ...columns('variable', ['requestID requestId']),
  ...columns('value', ['device', 'language']),
};
export const commonRows: Readonly<Record<string, RowTable>> = {
  loggingdetails: {
    as: 'logging',
    columns: {},
    text: { as: 'expression', meaning: 'expression' },
    required: ['expression'],
  },
  conditionalexceptions: rowTable('exceptions', exceptionColumns),
  supportedexceptions: {
    ...rowTable('supportedExceptions', exceptionColumns),
    text: { as: 'event', meaning: 'text' },
  },
};

/** A block table with what all blocks have; a block has the one output port `default` unless `ports` says otherwise. */
export function blockTable(type: ComposerBlockType, own: Partial<Omit<BlockTable, 'type'>> = {}): BlockTable {
  return {
    type,
    properties: { ...commonProperties, ...own.properties },
    rows: { ...commonRows, ...own.rows },
    required: own.required ?? [],
    ports: own.ports ?? ['default'],
    optionalPorts: own.optionalPorts ?? {},
    freePorts: own.freePorts ?? false,
  };
}
