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
    about: 'UTCToString: seconds since 1970 as YYYY-MM-DDTHH:MM:SSZ.',
    source: String.raw`function (seconds) {
  var moment = new Date(ird.num(seconds) * 1000);
  var day = [moment.getUTCFullYear(), ird.pad(moment.getUTCMonth() + 1), ird.pad(moment.getUTCDate())];
  var time = [moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds()].map(ird.pad);
  return day.join('-') + 'T' + time.join(':') + 'Z';
}`,
  },
  {
    name: 'utcFromString',
    needs: ['text', 'utcToString'],
    about:
      'UTCFromString: YYYY-MM-DDTHH:MM:SSZ as seconds since 1970; throws when the text is something else.',
    source: String.raw`function (string) {
  var all = ird.text(string), part = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(all);
  var seconds = part === null ? 0 : Date.UTC(part[1], part[2] - 1, part[3], part[4], part[5], part[6]) / 1000;
  if (part === null || ird.utcToString(seconds) !== all) throw new Error('not a UTC text: ' + all);
  return seconds;
}`,
  },
  {
    name: 'utcAdd',
    needs: ['num'],
    about: 'UTCAdd: seconds since 1970 plus the offsets; a day that the month lacks becomes its last day.',
    source: String.raw`function (utc, years, months, days, hours, minutes, seconds) {
  var moment = new Date(ird.num(utc) * 1000);
  var year = moment.getUTCFullYear() + ird.num(years), month = moment.getUTCMonth() + ird.num(months);
  var lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  var midnight = Date.UTC(year, month, Math.min(moment.getUTCDate(), lastDay) + ird.num(days)) / 1000;
  var time = (moment.getUTCHours() * 60 + moment.getUTCMinutes()) * 60 + moment.getUTCSeconds();
  return midnight + time + (ird.num(hours) * 60 + ird.num(minutes)) * 60 + ird.num(seconds);
}`,
  },
  {
    name: 'utcAddRolling',
    needs: ['num'],
    about:
      'UTCAdd: seconds since 1970 plus the offsets; a day that the month lacks rolls into the next month.',
    source: String.raw`function (utc, years, months, days, hours, minutes, seconds) {
  var moment = new Date(ird.num(utc) * 1000);
  var year = moment.getUTCFullYear() + ird.num(years), month = moment.getUTCMonth() + ird.num(months);
  var midnight = Date.UTC(year, month, moment.getUTCDate() + ird.num(days)) / 1000;
  var time = (moment.getUTCHours() * 60 + moment.getUTCMinutes()) * 60 + moment.getUTCSeconds();
  return midnight + time + (ird.num(hours) * 60 + ird.num(minutes)) * 60 + ird.num(seconds);
}`,
  },
];
