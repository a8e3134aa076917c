// Work that is begun ahead of time, and whose results are taken in their order.

/** Gives what takes the result of each of `all`, asked for one after the other; up to `most` are begun at a time. `work` must not reject. */
export function inOrder<T, R>(
  all: readonly T[],
  most: number,
  work: (each: T) => Promise<R>,
): (number: number) => Promise<R> {
  const begun = new Map<number, Promise<R>>();
  let next = 0;
  return (number) => {
    for (const each of all.slice(next, number + most)) begun.set(next++, work(each));
    const result = begun.get(number);
    begun.delete(number);
    if (result === undefined) throw new Error('internal: results are taken in their order, each once');
    return result;
  };
}
