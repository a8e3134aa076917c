// Moments at which something changes: edges of times and days that a strategy names, and those of the calendar. All as starts of a scenario, in UTC.
import { localTime, zoneOffset } from '../../runtime-check/world/calendar.js';
import { clockTime } from '../../runtime-check/scenario/check-meaning.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import { defaultClock } from '../../runtime-check/world/world.js';

const minute = 60_000;
const day = 86_400_000;

export const startOf = ({ clock = defaultClock }: Scenario): number => clockTime(clock) ?? 0;

/** `at` seconds into the run is the moment. */
export function startingAt(scenario: Scenario, moment: number, at = 0): Scenario {
  const start = new Date(Math.floor(moment / 1000 - at) * 1000);
  // A date that a strategy writes may be none.
  if (Number.isNaN(start.getTime())) return scenario;
  return { ...scenario, clock: start.toISOString().replace('.000Z', 'Z') };
}

export interface LocalDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The moment at which a clock in the zone shows so many seconds since midnight on a day. */
export function momentOf(zone: string, { year, month, day: date }: LocalDay, seconds: number): number {
  const shown = Date.UTC(year, month - 1, date) + seconds * 1000;
  // The offset at the moment itself, not at the same time of UTC.
  const guess = shown - zoneOffset(zone, shown) * minute;
  return shown - zoneOffset(zone, guess) * minute;
}

/** The same day, at another time of day. */
export const atTime = (zone: string, moment: number, seconds: number): number =>
  momentOf(zone, localTime(zone, moment), seconds);

/** The next day that is such a weekday (0 = Sunday), at the same time of day. */
export function onWeekday(zone: string, moment: number, weekday: number): number {
  const local = localTime(zone, moment);
  const shift = (((weekday - local.weekday) % 7) + 7) % 7;
  return momentOf(
    zone,
    { ...local, day: local.day + shift },
    (local.hour * 60 + local.minute) * 60 + local.second,
  );
}

/** `MM/DD/YYYY`, `YYYY-MM-DD`, or without a year, at the same time of day. */
export function onDate(zone: string, moment: number, text: string): number | undefined {
  const local = localTime(zone, moment);
  const found =
    /^(?<month>\d{1,2})\/(?<day>\d{1,2})(?:\/(?<year>\d{4}))?$/.exec(text) ??
    /^(?:(?<year>\d{4})-)?(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text);
  if (found?.groups === undefined) return undefined;
  const { year, month, day: date } = found.groups;
  return momentOf(
    zone,
    { year: Number(year ?? local.year), month: Number(month), day: Number(date) },
    (local.hour * 60 + local.minute) * 60 + local.second,
  );
}

/** `h:mm` or `hh:mm:ss` as seconds since midnight. */
export function secondsOf(text: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  return found === null ? undefined : (Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3] ?? 0);
}

/** The next change between standard and daylight time, in each direction; none in zones that have none. */
export function clockChanges(zone: string, from: number): readonly number[] {
  const found: number[] = [];
  let before = zoneOffset(zone, from);
  for (let at = from; at < from + 366 * day && found.length < 2; at += day) {
    const offset = zoneOffset(zone, at + day);
    if (offset === before) continue;
    let [low, high] = [at, at + day];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (zoneOffset(zone, middle) === before) low = middle;
      else high = middle;
    }
    found.push(high);
    before = offset;
  }
  return found;
}

/** What every calendar has: midnight, the end of the week, a leap day, the end of the year, changes of the clock. */
export function turningPoints(zone: string, from: number): readonly (readonly [what: string, at: number])[] {
  const { year } = localTime(zone, from);
  const leap = year + ((4 - (year % 4)) % 4);
  const midnight = atTime(zone, from, 0) + day;
  const week = atTime(zone, onWeekday(zone, from, 1), 0);
  const turns: readonly (readonly [string, number])[] = [
    ['midnight', midnight],
    ['the end of the week', week > from ? week : week + 7 * day],
    ['the end of a leap day', momentOf(zone, { year: leap, month: 3, day: 1 }, 0)],
    ['the end of the year', momentOf(zone, { year: year + 1, month: 1, day: 1 }, 0)],
    ...clockChanges(zone, from).map((at) => ['the change of the clock', at] as const),
  ];
  return turns.flatMap(([what, at]) => [
    [`a second before ${what}`, at - 1000],
    [`right after ${what}`, at],
  ]);
}
