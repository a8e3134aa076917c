// Whether a value of a run is the one that a scenario expects.

/** A number and its text are the same: attributes and user data often hold the one for the other. `*` stands for any text. */
export function sameScalar(found: unknown, wanted: unknown): boolean {
  if (found === undefined || found === null || typeof found === 'object') return false;
  const [a, b] = [scalarText(found), scalarText(wanted)];
  return a === b || (b.includes('*') && fitsStars(a, b));
}

const scalarText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

function fitsStars(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
