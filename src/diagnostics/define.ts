// The shape of a catalogue entry. One entry per code; its data type is checked at every place that reports it.

export type Severity = 'error' | 'warning' | 'info';

/** One kind of finding. */
export interface Entry<Data> {
  readonly severity: Severity;
  /** One line without a full stop: heading of the documentation page, SARIF short description. */
  readonly title: string;
  /** The message, from the data of one occurrence. Names stand in double quotes. */
  readonly text: (data: Data) => string;
  /** What stays the same from run to run of what it is about, where the names in the message do not; left out: those names. */
  readonly identity?: (data: Data) => readonly string[];
  /** What the engineer does next. A finding without a next step is noise. */
  readonly help: string;
  /** A few sentences for the documentation page: why it matters, how it comes about. */
  readonly about: string;
  readonly since: string;
  /** Set when the code is no longer produced; its page stays. */
  readonly retired?: string;
}

/** Keeps each entry's data type; see `diagnose`. */
export const entry = <Data>(e: Entry<Data>): Entry<Data> => e;

/** Keeps the literal codes of a catalogue part. */
export function defineCatalogue<const T extends Record<string, Entry<never>>>(entries: T): T {
  return entries;
}
