// The Date/Time functions that read the clock: of the ORS host, or of a time zone through the platform's session functions.
import type { LibraryFunction } from './define.js';

export const clock: readonly LibraryFunction[] = [
  {
    name: 'pad',
    needs: [],
    about: 'A number with two digits.',
    source: String.raw`function (number) {
  return (number < 10 ? '0' : '') + number;
}`,
  },
  {
    name: 'time',
    needs: ['pad'],
    about: 'Time: hh:mm of the host clock.',
    source: String.raw`function () {
  var now = new Date();
  return ird.pad(now.getHours()) + ':' + ird.pad(now.getMinutes());
}`,
  },
  {
    name: 'date',
    needs: ['pad'],
    about: 'Date: MM/DD/YYYY of the host clock.',
    source: String.raw`function () {
  var now = new Date();
  return ird.pad(now.getMonth() + 1) + '/' + ird.pad(now.getDate()) + '/' + now.getFullYear();
}`,
  },
  {
    name: 'day',
    needs: [],
    about: 'Day: day of the week of the host clock, 0 is Sunday.',
    source: String.raw`function () {
  return new Date().getDay();
}`,
  },
  {
    name: 'timeStamp',
    needs: [],
    about: 'TimeStamp: milliseconds since midnight of the host clock.',
    source: String.raw`function () {
  var now = new Date();
  return ((now.getHours() * 60 + now.getMinutes()) * 60 + now.getSeconds()) * 1000 + now.getMilliseconds();
}`,
  },
  {
    name: 'zoneTime',
    needs: ['text'],
    about: 'hh:mm:ss in a time zone, as the platform gives it; throws when it gives none.',
    source: String.raw`function (zone) {
  var answer = ird.text(_genesys.session.timeInZone(zone));
  if (answer === '') throw new Error('no time for zone ' + zone);
  return answer;
}`,
  },
  {
    name: 'timeInZone',
    needs: ['zoneTime', 'timeValue', 'pad'],
    about: 'TimeInZone: hh:mm in a time zone.',
    source: String.raw`function (zone) {
  var minutes = Math.floor(ird.timeValue(ird.zoneTime(zone)) / 60);
  return ird.pad(Math.floor(minutes / 60)) + ':' + ird.pad(minutes % 60);
}`,
  },
  {
    name: 'dateInZone',
    needs: ['text'],
    about: 'DateInZone: MM/DD/YYYY in a time zone; the platform gives YYYY-MM-DD.',
    source: String.raw`function (zone) {
  var answer = ird.text(_genesys.session.dateInZone(zone)), part = /^(\d{4})-(\d\d)-(\d\d)/.exec(answer);
  if (part !== null) return part[2] + '/' + part[3] + '/' + part[1];
  if (/^\d\d\/\d\d\/\d{4}$/.test(answer)) return answer;
  throw new Error('no date for zone ' + zone + ': ' + answer);
}`,
  },
  {
    name: 'dayInZone',
    needs: [],
    about: 'DayInZone: day of the week in a time zone, 0 is Sunday.',
    source: String.raw`function (zone) {
  var names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  var answer = _genesys.session.dayInZone(zone);
  for (var i = 0; i < names.length; i += 1) {
    if (answer !== undefined && answer === _genesys.session.day[names[i]]) return i;
  }
  throw new Error('no day for zone ' + zone + ': ' + answer);
}`,
  },
  {
    name: 'timeDifference',
    needs: ['num', 'int'],
    about: 'TimeDifference: second minus first in milliseconds; a day more when the first is the later one.',
    source: String.raw`function (first, second) {
  var difference = ird.num(second) - ird.num(first);
  return ird.int(difference < 0 ? difference + 86400000 : difference);
}`,
  },
];
