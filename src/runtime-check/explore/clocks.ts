// Moments at which a run may begin, for pages that ask for the time: around the times and dates that they compare with, then a spread over week and year.
import type { Literal } from './comparisons.js';

const monday = Date.UTC(2026, 2, 2);
const day = 86_400_000;
const minute = 60_000;

const moment = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');

/** Most promising first; ISO 8601 in UTC. */
export function clocksFor(literals: readonly Literal[]): readonly string[] {
  const times = literals.flatMap(timeOfDay);
  const dates = literals.flatMap(dateOf);
  // The page may mean another zone than the one of the platform.
  const near = [0, -60, 60, -120, 300].flatMap((shift) => times.map((time) => time + shift * minute));
  const usual = [10, 3, 13, 18, 22, 7].map((hour) => hour * 60 * minute);
  const days = [0, 5, 6, 2].map((offset) => monday + offset * day);
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1) + 10 * 60 * minute);
  const moments = [
    ...near.slice(0, 4).map((time) => monday + time),
    ...dates.slice(0, 3).map((date) => date + 10 * 60 * minute),
    ...[5, 6, 4, 1, 3].map((offset) => monday + offset * day + 10 * 60 * minute),
    ...near.slice(0, times.length * 2).map((time) => monday + time),
    ...dates.flatMap((date) => [date + 10 * 60 * minute, date - day, date + day]),
    ...days.flatMap((date) => usual.map((time) => date + time)),
    ...near.flatMap((time) => [time, time - minute, time + minute]).map((time) => monday + time),
    ...months,
    Date.UTC(2026, 11, 24, 10),
    Date.UTC(2026, 11, 25, 10),
    Date.UTC(2026, 11, 31, 10),
  ];
  return [...new Set(moments.map(moment))];
}

/** `9:00`, `17:30:00` as milliseconds. */
function timeOfDay(literal: Literal): readonly number[] {
  const found = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(String(literal));
  return found === null ? [] : [(Number(found[1]) * 60 + Number(found[2])) * minute];
}

/** `2026-12-25`, `25.12.2026`, `12-25`, `12/25` as the beginning of that day. */
function dateOf(literal: Literal): readonly number[] {
  const text = String(literal);
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return [Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]))];
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return [Date.UTC(Number(american[3]), Number(american[1]) - 1, Number(american[2]))];
  const short = /^(\d{1,2})[-/.](\d{1,2})\.?$/.exec(text);
  return short === null
    ? []
    : [Date.UTC(2026, Number(short[1]) - 1, Number(short[2]))].filter((time) => !Number.isNaN(time));
}
