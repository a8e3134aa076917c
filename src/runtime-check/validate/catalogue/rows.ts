// The shape of a row of the ORS catalogue: what a module has, and how well each part of it is known.

/** How well a fact is known: the vendor says so, generated code or logs show it, or it follows by analogy. */
export type Known = 'documented' | 'observed' | 'inferred';

/** Evidence of a row. `from` says where a row comes from that the lists of names do not have. */
export interface Evidence {
  readonly known: Known;
  readonly from?: string;
}

export type AttributeKind =
  /** ECMAScript, evaluated when the element runs. */
  | 'value'
  /** A left-hand side that the platform writes to. */
  | 'location'
  /** A word as it stands. */
  | 'literal'
  /** `true` or `false` as they stand, or an expression. */
  | 'boolean';

export interface AttributeRow extends Evidence {
  readonly kind: AttributeKind;
  readonly required: boolean;
  /** The words that a literal, or the text of an expression, may be; any word when left out. */
  readonly words?: readonly string[];
}

/** An element that may stand inside another one, and how often. */
export interface ChildRow extends Evidence {
  readonly least: number;
  readonly most: number;
}

/** An event of the platform, with the fields of its data. */
export interface EventRow extends Evidence {
  readonly data: readonly string[];
}

/** What the field `error` of an error event may hold. */
export interface ErrorWords {
  readonly known: Known;
  readonly words: readonly string[];
}

export interface ElementRow extends Evidence {
  readonly attributes: Readonly<Record<string, AttributeRow>>;
  /** The attribute list is the whole one, so that another attribute is wrong. */
  readonly complete: boolean;
  /** By qualified name; `param` and `content` are those of SCXML. */
  readonly children: Readonly<Record<string, ChildRow>>;
  /** Qualified names of the elements that it must stand in; executable content when empty. */
  readonly parents: readonly string[];
  /** Start of the names of its events: `<event>.done`, `error.<event>`; '' when it raises none. */
  readonly event: string;
  readonly events: Readonly<Record<string, EventRow>>;
  /** Undefined when none is known. */
  readonly errors: ErrorWords | undefined;
}

export interface MemberRow extends Evidence {
  /** The documented number of an enumeration's member. */
  readonly value?: number;
}

export interface ObjectRow extends Evidence {
  readonly members: Readonly<Record<string, MemberRow>>;
}

export interface ModuleRow {
  readonly prefix: string;
  /** Last part of the namespace. */
  readonly name: string;
  readonly elements: Readonly<Record<string, ElementRow>>;
  /** First parts of the names of its events. */
  readonly eventRoots: readonly string[];
  /** Events that come unasked. */
  readonly events: Readonly<Record<string, EventRow>>;
  /** All events of the module are known, so that another name is wrong. */
  readonly eventsComplete: boolean;
  /** Functions below `_genesys`, by dotted path. */
  readonly functions: Readonly<Record<string, Evidence>>;
  /** Enumerations below `_genesys`, by dotted path. */
  readonly enumerations: Readonly<Record<string, ObjectRow>>;
  /** Objects, by the path below `_genesys` or by a name of ours. */
  readonly objects: Readonly<Record<string, ObjectRow>>;
}

/** Rows that no list has: the element is known, but its attributes were not seen. */
export const byAnalogy = 'the other actions have it';

interface AttributeRest {
  readonly required?: boolean;
  readonly words?: readonly string[];
  readonly from?: string;
}

const attribute =
  (kind: AttributeKind) =>
  (known: Known, rest: AttributeRest = {}): AttributeRow => ({ kind, known, required: false, ...rest });

export const value = attribute('value');
export const location = attribute('location');
export const boolean = attribute('boolean');
export const literal = attribute('literal');

/** A child that may stand `least` to `most` times. */
export const child = (known: Known, least = 0, most = Number.POSITIVE_INFINITY, from?: string): ChildRow => ({
  known,
  least,
  most,
  ...(from === undefined ? {} : { from }),
});

/** An event that carries the fields. */
export const told = (known: Known, ...data: readonly string[]): EventRow => ({ known, data });

export const errorWords = (known: Known, ...words: readonly string[]): ErrorWords => ({ known, words });

interface ElementRest {
  readonly complete?: boolean;
  readonly children?: Readonly<Record<string, ChildRow>>;
  readonly events?: Readonly<Record<string, EventRow>>;
  readonly errors?: ErrorWords;
  readonly from?: string;
}

/** Documented for actions as a whole: `<event>.done` or `error.<event>`. */
const everyAction = 'every action answers by done or error';

/** An action: executable content that answers by events. */
export function action(
  event: string,
  known: Known,
  attributes: Readonly<Record<string, AttributeRow>>,
  rest: ElementRest = {},
): ElementRow {
  const usual: Readonly<Record<string, EventRow>> =
    event === ''
      ? {}
      : {
          [`${event}.done`]: { known: 'inferred', data: ['requestid'], from: everyAction },
          [`error.${event}`]: {
            known: 'inferred',
            data: ['requestid', 'error', 'description'],
            from: everyAction,
          },
        };
  return {
    known,
    attributes,
    complete: rest.complete ?? false,
    children: rest.children ?? {},
    parents: [],
    event,
    events: { ...usual, ...rest.events },
    errors: rest.errors,
    ...(rest.from === undefined ? {} : { from: rest.from }),
  };
}

/** An element that only describes its parent. */
export function part(
  parents: readonly string[],
  known: Known,
  attributes: Readonly<Record<string, AttributeRow>>,
  rest: ElementRest = {},
): ElementRow {
  return { ...action('', known, attributes, rest), parents };
}

/** An enumeration or object whose members are all known alike; `other` gives those that are not. */
export function object(
  known: Known,
  members: readonly string[],
  other: Readonly<Record<string, MemberRow>> = {},
): ObjectRow {
  return { known, members: { ...Object.fromEntries(members.map((name) => [name, { known }])), ...other } };
}

/** Names that are known alike. */
export const names = (known: Known, ...all: readonly string[]): Readonly<Record<string, Evidence>> =>
  Object.fromEntries(all.map((name) => [name, { known }]));
