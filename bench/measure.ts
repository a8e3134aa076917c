// Times tasks against each other in one process: rounds are interleaved, so that whatever else the machine does falls on all of them alike.

/** Milliseconds that each task runs before it counts, so that what is measured is compiled code. */
const warmUp = 150;

/** Median milliseconds of processor time of each task over `rounds` rounds, after a warm-up. */
export function medians<K extends string>(
  tasks: Readonly<Record<K, () => unknown>>,
  rounds: number,
): Readonly<Record<K, number>> {
  // Object.entries forgets the key type.
  const entries = Object.entries(tasks) as [K, () => unknown][];
  const times = new Map<K, number[]>(entries.map(([name]) => [name, []]));
  for (const [, task] of entries) {
    const end = performance.now() + warmUp;
    do task();
    while (performance.now() < end);
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of entries) {
      const start = processorTime();
      task();
      times.get(name)?.push(processorTime() - start);
    }
  }
  // The same keys as the tasks.
  return Object.fromEntries(entries.map(([name]) => [name, median(times.get(name) ?? [])])) as Record<
    K,
    number
  >;
}

/** Milliseconds that this process has worked: what else the machine does meanwhile does not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** A table with right-aligned columns. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  return [header, ...rows]
    .map((row) => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '))
    .join('\n');
}
