// The smallest values with which a scenario still shows what it shows: numbers and times nearest to 0, the shortest texts, the roundest start. Names stay as they
// are: they are those of the strategy.
import type { Scenario } from '../runtime-check/scenario/types.js';

type Holds = (smaller: Scenario) => boolean;
type Path = readonly (string | number)[];

/** Keys that say how to run, not what happens. */
const settings: ReadonlySet<string> = new Set(['scenario', 'seed', 'limit', 'limits', 'expect']);
/** Texts that a caller or a server brings, and what lies below such keys. */
const brought: ReadonlySet<string> = new Set([
  ...['ani', 'dnis', 'callid', 'connid', 'digits', 'view', 'content'],
  ...['udata', 'extensions', 'lists', 'options', 'data'],
]);

/** Makes one value after the other smaller while it `holds`, again as long as anything changes: one value may have been in the way of another. */
export function smallestValues(scenario: Scenario, holds: Holds): Scenario {
  let current = scenario;
  for (let before; before !== current;) {
    before = current;
    for (const path of leavesOf(current, [])) current = smallestAt(current, path, holds);
  }
  return current;
}

function leavesOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' || (typeof value === 'string' && isValue(path)) ? [path] : [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, inner]) =>
    path.length === 0 && settings.has(String(key)) ? [] : leavesOf(inner, [...path, key]),
  );
}

const isValue = (path: Path): boolean => path[0] === 'clock' || path.some((key) => brought.has(String(key)));

function smallestAt(scenario: Scenario, path: Path, holds: Holds): Scenario {
  let best = scenario;
  const tried = (value: string | number): boolean => {
    // A value of the same type in its place leaves a scenario; what the schema says of it is asked by `holds`.
    const smaller = withValue(scenario, path, value) as Scenario;
    if (!holds(smaller)) return false;
    best = smaller;
    return true;
  };
  const value = path.reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], scenario);
  if (typeof value === 'number') shrinkNumber(value, tried);
  else if (typeof value === 'string') shrinkText(value, path[0] === 'clock', tried);
  return best;
}

/** 0, else the whole number nearest to 0 on the way from the value to it. Where that is decided at one limit, it is found by halving. */
function shrinkNumber(value: number, tried: (value: number) => boolean): void {
  if (value === 0 || tried(0)) return;
  const sign = Math.sign(value);
  let high = Math.abs(value);
  if (!Number.isInteger(high)) {
    if (!tried(sign * Math.trunc(high))) return;
    high = Math.trunc(high);
  }
  for (let low = 0; high - low > 1;) {
    const middle = Math.floor((low + high) / 2);
    if (tried(sign * middle)) high = middle;
    else low = middle;
  }
}

/** Digits become a smaller number, other texts shorter; the clock loses seconds, minutes and hours. */
function shrinkText(value: string, isClock: boolean, tried: (value: string) => boolean): void {
  if (isClock) {
    for (const rounded of roundedClocks(value)) if (rounded === value || tried(rounded)) return;
    return;
  }
  if (value === '' || tried('')) return;
  if (/^-?[1-9]\d{0,14}$/.test(value)) {
    shrinkNumber(Number(value), (number) => tried(String(number)));
    return;
  }
  for (let low = 0, high = value.length; high - low > 1;) {
    const middle = Math.floor((low + high) / 2);
    if (tried(value.slice(0, middle))) high = middle;
    else low = middle;
  }
}

/** The beginning of its day, hour, minute, second. */
const roundedClocks = (clock: string): readonly string[] => {
  const at = Date.parse(clock);
  return Number.isNaN(at)
    ? []
    : [86_400_000, 3_600_000, 60_000, 1000].map((unit) =>
        new Date(Math.floor(at / unit) * unit).toISOString().replace('.000Z', 'Z'),
      );
};

function withValue(holder: unknown, [key, ...rest]: Path, value: string | number): unknown {
  if (key === undefined) return value;
  if (Array.isArray(holder))
    return holder.map((item: unknown, index) => (index === key ? withValue(item, rest, value) : item));
  return Object.fromEntries(
    Object.entries(holder as Readonly<Record<string, unknown>>).map(([name, each]) => [
      name,
      name === key ? withValue(each, rest, value) : each,
    ]),
  );
}
