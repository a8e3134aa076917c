// Durations as SCXML writes them: a number with its unit.

const unitMilliseconds: Readonly<Record<string, number>> = {
  s: 1000,
  ms: 1,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds; undefined when the text is no duration. */
export function parseDelay(text: string): number | undefined {
  const found = /^\s*\+?(\d+(?:\.\d*)?|\.\d+)\s*(ms|s|m|h|d)\s*$/.exec(text);
  const unit = unitMilliseconds[found?.[2] ?? ''];
  return found && unit !== undefined ? Number(found[1]) * unit : undefined;
}
