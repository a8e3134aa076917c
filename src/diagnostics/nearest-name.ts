// Which known name somebody may have meant: the one that fewest letters part from what was written.

/** The nearest of `known`, when it is near enough to be a slip. */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  // One letter of two is no slip but another name.
  const most = Math.floor(written.length / 3);
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    if (Math.abs(name.length - written.length) > most) continue;
    const distance =
      name.toLowerCase() === written.toLowerCase()
        ? 0
        : editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance <= most && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

/** `; did you mean "x"?`, or '' when nothing is near. */
export function suggestion(written: string, known: Iterable<string>): string {
  const nearest = written.length > 60 ? undefined : nearestName(written, known);
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}

// Insertions, deletions, changes and swaps of neighbours each count one.
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const steps = [
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) steps.push((before[column - 2] ?? 0) + 1);
      line.push(Math.min(...steps));
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}
