// A flow is what a strategy does one thing after the other, with waits in between. It is written as a generator, so that a block that waits reads like one
// that does not.

/** Begins to wait: `resume` ends the wait with its result, once. What is given back gives the wait up. */
export type Begin<T> = (resume: (result: T) => void) => () => void;

/** A wait as the driver of a flow sees it. */
export interface Wait {
  readonly begin: Begin<unknown>;
  /** What is waited for, for people: `a target`, `the treatment`. */
  readonly what: string;
}

export type Flow<T> = Generator<Wait, T, unknown>;

/** Waits until `begin` is resumed. */
export function* wait<T>(what: string, begin: Begin<T>): Flow<T> {
  return (yield { what, begin: begin as Begin<unknown> }) as T;
}
