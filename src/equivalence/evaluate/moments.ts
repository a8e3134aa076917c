// TIME, DATE and UTC by the calendar: what their texts stand for, and whether one lies in a range of a segmentation object.
import { failedWith, type Failed } from './values.js';

/** Seconds of a day. */
export const daySeconds = 86_400;

const wholeOf = (digits: string, fewest: number, most: number): number | undefined =>
  digits.length >= fewest && digits.length <= most && [...digits].every((c) => c >= '0' && c <= '9')
    ? Number(digits)
    : undefined;

/** Seconds since midnight of `hh:mm` or `hh:mm:ss`, up to 24:00; an empty text is midnight. */
export function secondsOfTime(text: string): number | Failed {
  if (text === '') return 0;
  const parts = text.split(':');
  const [hours, minutes, seconds = 0] = parts.map((part, i) => wholeOf(part, i === 0 ? 1 : 2, 2));
  const exists =
    parts.length >= 2 &&
    parts.length <= 3 &&
    hours !== undefined &&
    minutes !== undefined &&
    minutes < 60 &&
    (parts.length === 2 || wholeOf(parts[2] ?? '', 2, 2) !== undefined) &&
    seconds < 60;
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + seconds;
  return exists && total <= daySeconds ? total : failedWith(`"${text}" is no TIME`);
}

/** A DATE taken apart; `year` is 0 when it stands for every year. */
interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `MM/DD/YYYY`, or `MM/DD` for every year. */
function dateParts(text: string): CalendarDate | Failed {
  const parts = text.split('/');
  const month = wholeOf(parts[0] ?? '', 1, 2);
  const day = wholeOf(parts[1] ?? '', 1, 2);
  const year = parts.length === 3 ? wholeOf(parts[2] ?? '', 4, 4) : 0;
  const exists =
    (parts.length === 2 || parts.length === 3) &&
    month !== undefined &&
    day !== undefined &&
    year !== undefined &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    // A day of every year may be the one of the leap years.
    day <= lengthOfMonth(parts.length === 2 ? 2000 : year, month);
  return exists ? { year, month, day } : failedWith(`"${text}" is no DATE`);
}

/** A DATE as a number that sorts; 0 for an empty text. */
export function orderOfDate(text: string): number | Failed {
  if (text === '') return 0;
  const parts = dateParts(text);
  return 'failed' in parts ? parts : (parts.year * 100 + parts.month) * 100 + parts.day;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month, 1 to 12. */
export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from 1970-01-01 to the first of a month, which may lie outside of 1 to 12. Counted in whole years, as a calendar on paper is. */
export function daysToMonth(year: number, month: number): number {
  const years = year + Math.floor((month - 1) / 12);
  const inYear = ((((month - 1) % 12) + 12) % 12) + 1;
  const before = years - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = before * 365 + leapDays - daysBefore1970;
  for (let passed = 1; passed < inYear; passed++) days += lengthOfMonth(years, passed);
  return days;
}

// 1969 years and their 477 leap days.
const daysBefore1970 = 1969 * 365 + 477;

/** The date of a day counted from 1970-01-01. */
export function dateOfDay(day: number): CalendarDate {
  let year = 1970 + Math.floor(day / 365.2425);
  while (daysToMonth(year, 1) > day) year--;
  while (daysToMonth(year + 1, 1) <= day) year++;
  let month = 1;
  while (month < 12 && daysToMonth(year, month + 1) <= day) month++;
  return { year, month, day: day - daysToMonth(year, month) + 1 };
}

/** Whether a value lies between two ends, both included; a range that ends before it starts goes over the turn of the day, week or year. */
const between = (value: number, from: number, to: number): boolean =>
  to < from ? !(value > to && value < from) : !(value < from || value > to);

/** Whether a TIME lies in a range; 22:00 to 06:00 goes over midnight. */
export function isTimeWithin(time: string, from: string, to: string): boolean | Failed {
  return allOf([secondsOfTime(time), secondsOfTime(from), secondsOfTime(to)], between);
}

/** Whether a DAY (0 is Sunday) lies in a range; Friday to Monday goes over the week's end. */
export const isDayWithin = (day: number, from: number, to: number): boolean => between(day, from, to);

/** Whether a DATE lies in a range; ends without a year hold in every year and go over its turn. */
export function isDateWithin(date: string, from: string, to: string): boolean | Failed {
  const dayOfYear = (order: number): number => order % 10_000;
  return allOf([orderOfDate(date), orderOfDate(from), orderOfDate(to)], (value, first, last) =>
    first >= 10_000 && last >= 10_000
      ? value >= first && value <= last
      : between(dayOfYear(value), dayOfYear(first), dayOfYear(last)),
  );
}

function allOf(
  found: readonly [number | Failed, number | Failed, number | Failed],
  test: (value: number, from: number, to: number) => boolean,
): boolean | Failed {
  const [value, from, to] = found;
  if (typeof value !== 'number') return value;
  if (typeof from !== 'number') return from;
  return typeof to === 'number' ? test(value, from, to) : to;
}
