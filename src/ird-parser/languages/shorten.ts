// Pieces of a source text inside messages.

const longest = 30;

/** A piece of the text as messages show it: on one line, cut when it is long, never inside a surrogate pair. */
export function shorten(image: string): string {
  const line = image.replace(/\s+/g, ' ');
  if (line.length <= longest) return line;
  const points = [...line.slice(0, 2 * longest)];
  return points.length > longest ? `${points.slice(0, longest - 1).join('')}…` : points.join('');
}
