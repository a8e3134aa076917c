// The day by the clock of this computer: the one place where ird2scxml looks at it. Overrides that hold until a day need it.

/** Today, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
