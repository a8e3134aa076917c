// TIME, DATE and DAY as values that can be compared, and the ranges of the segmentation objects, which wrap over midnight, new year and the week's end.
import type { LibraryFunction } from './define.js';

export const moments: readonly LibraryFunction[] = [
  {
    name: 'timeValue',
    needs: ['text'],
    about:
      'Seconds since midnight of a TIME (hh:mm or hh:mm:ss); 0 when it is empty, throws when it is no TIME.',
    source: String.raw`function (time) {
  if (typeof time === 'number') return time;
  var all = ird.text(time), part = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(all);
  if (all === '') return 0;
  var seconds = part === null ? -1 : part[1] * 3600 + part[2] * 60 + Number(part[3] || 0);
  if (part === null || part[2] > 59 || part[3] > 59 || seconds > 86400) throw new Error('not a TIME: ' + all);
  return seconds;
}`,
  },
  {
    name: 'midnight',
    needs: [],
    about: 'Seconds since 1970 of a day in UTC; months from 0, months and days beyond the calendar go on.',
    source: String.raw`function (year, month, day) {
  // Date.UTC takes years below 100 for those of the last century: all are moved to the 400 years from 2000 on.
  var cycles = Math.floor(year / 400);
  return Date.UTC(year - cycles * 400 + 2000, month, day) / 1000 + (cycles - 5) * 12622780800;
}`,
  },
  {
    name: 'dateValue',
    needs: ['text', 'midnight'],
    about:
      'A DATE (MM/DD/YYYY or MM/DD) as a number that sorts, year first; 0 when it is empty, throws when it is no DATE.',
    source: String.raw`function (date) {
  var all = ird.text(date), part = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(all);
  if (all === '') return 0;
  var month = part === null ? 0 : Number(part[1]);
  var lastDay = part === null ? 0 : new Date(ird.midnight(part[3] || 2000, month, 0) * 1000).getUTCDate();
  if (month < 1 || month > 12 || part[2] < 1 || part[2] > lastDay) throw new Error('not a DATE: ' + all);
  return (part[3] || 0) * 10000 + month * 100 + Number(part[2]);
}`,
  },
  {
    name: 'inRange',
    needs: [],
    about:
      'Whether a number lies in a range, both ends included; a range that ends below its start wraps around.',
    source: String.raw`function (value, from, to) {
  return from <= to ? value >= from && value <= to : value >= from || value <= to;
}`,
  },
  {
    name: 'inTimeRange',
    needs: ['timeValue', 'inRange'],
    about: 'Whether a TIME lies in a range, both ends included; 22:00 to 06:00 goes over midnight.',
    source: String.raw`function (time, from, to) {
  return ird.inRange(ird.timeValue(time), ird.timeValue(from), ird.timeValue(to));
}`,
  },
  {
    name: 'inDateRange',
    needs: ['dateValue', 'inRange'],
    about: 'Whether a DATE lies in a range, both ends included; ends without year go over new year.',
    source: String.raw`function (date, from, to) {
  var value = ird.dateValue(date), first = ird.dateValue(from), last = ird.dateValue(to);
  if (first >= 10000 && last >= 10000) return value >= first && value <= last;
  return ird.inRange(value % 10000, first % 10000, last % 10000);
}`,
  },
  {
    name: 'inDayRange',
    needs: ['num', 'inRange'],
    about:
      'Whether a DAY (0 is Sunday) lies in a range, both ends included; Friday to Monday goes over the week end.',
    source: String.raw`function (day, from, to) {
  return ird.inRange(ird.num(day), ird.num(from), ird.num(to));
}`,
  },
];
