// Moments and numbers as people type them.

/** Seconds of `12.5`, `1:30`, `0:01:30.5`; with `+` from `now` on. Undefined when it is none. */
export function readTime(text: string, now: number): number | undefined {
  const found = /^(\+?)(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$/.exec(text.trim());
  if (found === null) return undefined;
  const [, plus, hours = '0', minutes = '0', seconds = '0'] = found;
  const given = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return plus === '+' ? now + given : given;
}

/** A count from 1; 1 when nothing is typed. Undefined when it is none. */
export function readCount(text: string): number | undefined {
  if (text === '') return 1;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
