// The Date/Time functions on UTC: seconds since 1970, their text YYYY-MM-DDTHH:MM:SSZ, and adding to them by the calendar.
import type { LibraryFunction } from './define.js';

export const utc: readonly LibraryFunction[] = [
  {
    name: 'getUTC',
    needs: [],
    about: 'GetUTC: seconds since 1970-01-01 UTC.',
    source: String.raw`function () {
  return Math.floor(new Date().getTime() / 1000);
}`,
  },
  {
    name: 'utcToString',
    needs: ['num', 'pad'],
    about:
      'UTCToString: seconds since 1970 as YYYY-MM-DDTHH:MM:SSZ; throws when the year has no four digits.',
    source: String.raw`function (seconds) {
  var moment = new Date(ird.num(seconds) * 1000), year = moment.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new Error('no UTC text for ' + seconds);
  var day = [('000' + year).slice(-4), ird.pad(moment.getUTCMonth() + 1), ird.pad(moment.getUTCDate())];
  var time = [moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds()].map(ird.pad);
  return day.join('-') + 'T' + time.join(':') + 'Z';
}`,
  },
  {
    name: 'utcFromString',
    needs: ['text', 'midnight', 'utcToString'],
    about:
      'UTCFromString: YYYY-MM-DDTHH:MM:SSZ as seconds since 1970; throws when the text is something else.',
    source: String.raw`function (string) {
  var all = ird.text(string), part = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(all);
  var seconds = part === null ? 0
    : ird.midnight(part[1], part[2] - 1, part[3]) + part[4] * 3600 + part[5] * 60 + Number(part[6]);
  if (part === null || ird.utcToString(seconds) !== all) throw new Error('not a UTC text: ' + all);
  return seconds;
}`,
  },
  {
    name: 'utcAdd',
    needs: ['num', 'int', 'midnight'],
    about: 'UTCAdd: seconds since 1970 plus the offsets; a day that the month lacks becomes its last day.',
    source: String.raw`function (utc, years, months, days, hours, minutes, seconds) {
  var moment = new Date(ird.num(utc) * 1000);
  var year = moment.getUTCFullYear() + ird.num(years), month = moment.getUTCMonth() + ird.num(months);
  var lastDay = (ird.midnight(year, month + 1, 1) - ird.midnight(year, month, 1)) / 86400;
  var midnight = ird.midnight(year, month, Math.min(moment.getUTCDate(), lastDay) + ird.num(days));
  var time = (moment.getUTCHours() * 60 + moment.getUTCMinutes()) * 60 + moment.getUTCSeconds();
  return ird.int(midnight + time + (ird.num(hours) * 60 + ird.num(minutes)) * 60 + ird.num(seconds));
}`,
  },
  {
    name: 'utcAddRolling',
    needs: ['num', 'int', 'midnight'],
    about:
      'UTCAdd: seconds since 1970 plus the offsets; a day that the month lacks rolls into the next month.',
    source: String.raw`function (utc, years, months, days, hours, minutes, seconds) {
  var moment = new Date(ird.num(utc) * 1000);
  var year = moment.getUTCFullYear() + ird.num(years), month = moment.getUTCMonth() + ird.num(months);
  var midnight = ird.midnight(year, month, moment.getUTCDate() + ird.num(days));
  var time = (moment.getUTCHours() * 60 + moment.getUTCMinutes()) * 60 + moment.getUTCSeconds();
  return ird.int(midnight + time + (ird.num(hours) * 60 + ird.num(minutes)) * 60 + ird.num(seconds));
}`,
  },
];
