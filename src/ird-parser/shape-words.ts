// The words in which shapes of blocks are written: a property with one value, rows with columns, and the language that each is read in.

/** How the text of a property is read. `value` = an IRD expression, or a plain literal when the profile says that values are literal. */
export type PropertyLanguage =
  | 'expression' // IRD expression
  | 'targets'
  | 'skill'
  | 'threshold'
  | 'list'
  | 'text' // literal text
  | 'integer'
  | 'boolean'
  | 'variable' // the name of a variable to be written
  | 'ecmascript'; // Composer only

/** A property with one value. */
export interface ScalarShape {
  readonly kind: 'scalar';
  readonly language: PropertyLanguage;
}
/** A repeated property: rows with columns (assignments, segments, targets, prompts, treatments). */
export interface RowsShape {
  readonly kind: 'rows';
  readonly columns: Readonly<Record<string, PropertyLanguage>>;
  /** Nested rows, e.g. the prompts of a busy treatment. */
  readonly rows?: Readonly<Record<string, RowsShape>>;
}
export type PropertyShape = ScalarShape | RowsShape;
export type BlockShape = Readonly<Record<string, PropertyShape>>;

/** A property with one value. */
export const scalar = <const L extends PropertyLanguage>(language: L) =>
  ({ kind: 'scalar', language }) as const;
type Columns = Readonly<Record<string, PropertyLanguage>>;
/** A repeated property. */
export const rows = <const C extends Columns>(columns: C) => ({ kind: 'rows', columns }) as const;
/** A repeated property whose rows hold rows. */
export const nestedRows = <const C extends Columns, const N extends Readonly<Record<string, RowsShape>>>(
  columns: C,
  nested: N,
) => ({ kind: 'rows', columns, rows: nested }) as const;
