// The shape of a row of the ORS catalogue: an action element, its attributes and how well each is known.

/** How well a fact is known: the vendor says so, generated code shows it, or it follows by analogy. */
export type Known = 'documented' | 'observed' | 'inferred';

export type AttributeKind =
  /** ECMAScript, evaluated when the element runs. */
  | 'value'
  /** A left-hand side that the platform writes to. */
  | 'location'
  /** A word as it stands. */
  | 'literal'
  /** `true` or `false` as they stand, or an expression. */
  | 'boolean';

export interface AttributeRow {
  readonly kind: AttributeKind;
  readonly known: Known;
  readonly required: boolean;
  /** The words that a literal may be; any word when left out. */
  readonly words?: readonly string[];
}

export interface ElementRow {
  readonly known: Known;
  readonly attributes: Readonly<Record<string, AttributeRow>>;
  /** The attribute list is the whole one, so that another attribute is wrong. */
  readonly complete: boolean;
  /** Qualified names of the elements that may stand inside; `param` and `content` are those of SCXML. */
  readonly children: readonly string[];
  /** Qualified names of the elements that it must stand in; executable content when empty. */
  readonly parents: readonly string[];
  /** Start of the names of its events: `<event>.done`, `error.<event>`; '' when it raises none. */
  readonly event: string;
}

export interface ModuleRow {
  readonly prefix: string;
  /** Last part of the namespace. */
  readonly name: string;
  readonly elements: Readonly<Record<string, ElementRow>>;
  /** Functions below `_genesys`, by dotted path. */
  readonly functions: readonly string[];
  /** Properties below `_genesys` that are no functions, by dotted path. */
  readonly values: readonly string[];
  /** Enumerations and objects with fixed members below `_genesys`, by dotted path. */
  readonly objects: Readonly<Record<string, readonly string[]>>;
}

const attribute =
  (kind: AttributeKind) =>
  (known: Known, required = false): AttributeRow => ({ kind, known, required });

export const value = attribute('value');
export const location = attribute('location');
export const boolean = attribute('boolean');

export const literal = (known: Known, words?: readonly string[]): AttributeRow => ({
  kind: 'literal',
  known,
  required: false,
  ...(words === undefined ? {} : { words }),
});

/** An action: executable content that answers by events. */
export function action(
  event: string,
  known: Known,
  attributes: Readonly<Record<string, AttributeRow>>,
  rest: { readonly complete?: boolean; readonly children?: readonly string[] } = {},
): ElementRow {
  return {
    known,
    attributes,
    complete: rest.complete ?? false,
    children: rest.children ?? [],
    parents: [],
    event,
  };
}

/** An element that only describes its parent. */
export function part(
  parents: readonly string[],
  known: Known,
  attributes: Readonly<Record<string, AttributeRow>>,
  rest: { readonly complete?: boolean; readonly children?: readonly string[] } = {},
): ElementRow {
  return {
    known,
    attributes,
    complete: rest.complete ?? false,
    children: rest.children ?? [],
    parents,
    event: '',
  };
}
