// Local time in a zone, from the scenario's clock alone: offsets with daylight saving, dates, weekdays, special days.
import type { ScenarioWorld } from '../scenario/types.js';
import { ownValue } from './own-value.js';

/** What a clock in a zone shows. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 = Sunday. */
  readonly weekday: number;
}

// Zone abbreviations as configurations use them. Those that daylight saving applies to stand for the region.
const abbreviations: Readonly<Record<string, string>> = {
  GMT: 'UTC',
  UTC: 'UTC',
  Z: 'UTC',
  WET: 'Europe/Lisbon',
  CET: 'Europe/Berlin',
  MET: 'Europe/Berlin',
  EET: 'Europe/Athens',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  AKST: 'America/Anchorage',
  HST: 'Pacific/Honolulu',
  JST: 'Asia/Tokyo',
  AEST: 'Australia/Sydney',
  NZST: 'Pacific/Auckland',
};

/** The IANA name of a zone, undefined when it is not known. */
export function zoneName(code: string): string | undefined {
  const name = ownValue(abbreviations, code) ?? code;
  if (name === '') return undefined;
  return formatter(name) === undefined ? undefined : name;
}

/** Offset of local time from UTC in minutes, east positive. */
export function zoneOffset(zone: string, at: number): number {
  if (zone === 'UTC') return 0;
  const local = localTime(zone, at);
  const shown = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  return Math.round((shown - Math.floor(at / 1000) * 1000) / 60_000);
}

/** `zone` must be a name that `zoneName` gave. */
export function localTime(zone: string, at: number): LocalTime {
  const found = formatter(zone);
  if (found === undefined) throw new Error(`internal: unknown zone ${zone}`);
  const parts = new Map(found.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return {
    year,
    month,
    day,
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    weekday,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

export const timeText = (time: LocalTime): string =>
  `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;

/** `MM/DD/YYYY`, as IRD writes dates. */
export const dateText = (time: LocalTime): string =>
  `${two(time.month)}/${two(time.day)}/${String(time.year)}`;

/**
 * Whether a day is listed in a statistical table, under one of its day names or under any. `useTime`: a part of a day counts only while it lasts, else
 * for the whole day.
 */
export function isSpecialDay(
  specialDays: ScenarioWorld['specialDays'],
  table: string,
  dayName: string,
  time: LocalTime,
  useTime = false,
): boolean {
  const today = `${String(time.year)}-${two(time.month)}-${two(time.day)}`;
  return Object.entries(ownValue(specialDays, table) ?? {}).some(
    ([name, dates]) =>
      (dayName === '' || name === dayName) &&
      dates.some((entry) => {
        const [date, hours] = entry.split(' ');
        return date === today && (!useTime || hours === undefined || isWithin(hours, timeText(time)));
      }),
  );
}

// `12:00-14:30`: the end is not part of it.
function isWithin(hours: string, now: string): boolean {
  const [from = '', until = ''] = hours.split('-');
  return from <= now && now < until;
}

// One formatter for each zone: making one is slow. The number of valid zones bounds the memory.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  // Offsets such as `+01:00` are zones for some Node versions only.
  if (!/^[A-Za-z][\w+/-]*$/.test(zone)) return undefined;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch {
    // Intl has no other test: its list of zones leaves out the aliases.
    return undefined;
  }
}
