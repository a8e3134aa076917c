// The functions of the vendor's replacement library that compute something else than IRD did: what each does wrong, written here anew to stand in place of
// our function of a page. What they compute wrong is listed in test/equivalence/evaluate/vendor-differences.test.ts, too.

export interface VendorFunction {
  /** An expression of IRD that shows it. */
  readonly ird: string;
  /** Name of our function on the page. */
  readonly ours: string;
  /** What the replacement does, in words. */
  readonly wrong: string;
  /** ES5 that does so. */
  readonly source: string;
}

export const vendorFunctions: readonly VendorFunction[] = [
  {
    ird: "StrReplace['1-2-3','-','.']",
    ours: 'strReplace',
    wrong: 'replaces the first occurrence only',
    source: 'function (text, from, to) { return text.replace(from, to); }',
  },
  {
    ird: "StrGetChar['abc',1]",
    ours: 'strGetChar',
    wrong: 'counts from 0',
    source: 'function (text, index) { return text.charAt(index); }',
  },
  {
    ird: "StrSub['abcdef',2,4]",
    ours: 'strSub',
    wrong: 'counts from 0 and leaves the last character out',
    source: 'function (text, first, last) { return text.substring(first, last); }',
  },
  {
    ird: "StrSub['abcdef',1,3,1]",
    ours: 'strSub',
    wrong: 'gives the text backwards when it counts from the end',
    source:
      "function (text, first, last, end) { return (end ? text.split('').reverse().join('') : text).substring(first - 1, last); }",
  },
  {
    ird: "StrChar['abcabc','a',1]",
    ours: 'strChar',
    wrong: 'skips the first character',
    source: 'function (text, wanted, from) { return text.indexOf(wanted, from) + 1; }',
  },
  {
    ird: "StrAsciiBreak['a.b-c','-.',1]",
    ours: 'strAsciiBreak',
    wrong: 'looks for the whole set as one text',
    source: 'function (text, set, from) { return text.indexOf(set, from - 1) + 1; }',
  },
  {
    ird: "StrAsciiTok['a.b-c','-.',3]",
    ours: 'strAsciiTok',
    wrong: 'gives all pieces between whole sets, whatever the number',
    source: 'function (text, set) { return text.split(set); }',
  },
  {
    ird: "StrStr['a+b.c','.']",
    ours: 'strStr',
    wrong: 'takes the text for a regular expression',
    source:
      "function (text, wanted) { var at = text.search(wanted); return at < 0 ? '' : text.substring(at); }",
  },
  {
    ird: "StrStr['a+b','+']",
    ours: 'strStr',
    wrong: 'throws on a plus sign',
    source:
      "function (text, wanted) { var at = text.search(wanted); return at < 0 ? '' : text.substring(at); }",
  },
  {
    ird: "GetIntegerKey['b','ab:1|b:2']",
    ours: 'getIntegerKey',
    wrong: 'finds the key inside other keys',
    source:
      "function (key, list) { var at = list.indexOf(key + ':'); return parseInt(list.substring(at + key.length + 1), 10); }",
  },
  {
    ird: "GetIntegerKey['wait','wait:30s']",
    ours: 'getIntegerKey',
    wrong: 'gives 0 unless the whole value is numeric',
    source:
      "function (key, list) { var value = Number(list.split(key + ':')[1]); return value === value ? value : 0; }",
  },
  {
    ird: "GetStringKey['b','ab:1|b:2']",
    ours: 'getStringKey',
    wrong: 'finds the key inside other keys',
    source: "function (key, list) { return list.split(key + ':')[1].split('|')[0]; }",
  },
  {
    ird: "GetStringKey['open','open:09:30']",
    ours: 'getStringKey',
    wrong: 'cuts the value at a second colon',
    source: "function (key, list) { return list.split(':')[1]; }",
  },
  {
    ird: "GetMaxSubList['a:9|b:10|c:10']",
    ours: 'getMaxSubList',
    wrong: 'compares texts, and loses the bars',
    source:
      "function (list) { var best = list.split('|').sort(function (a, b) { return a.split(':')[1] < b.split(':')[1] ? 1 : -1; }); return 'null' + best[0]; }",
  },
  {
    ird: "GetMinSubList['a:9|b:10|c:9']",
    ours: 'getMinSubList',
    wrong: 'gives the maximum',
    source: 'function (list) { return ird.subList(list, Math.max); }',
  },
  {
    ird: "ListGetInteger[2,'a:1|b:2']",
    ours: 'listGetInteger',
    wrong: 'works for the first pair only',
    source: "function (index, list) { return index === 1 ? parseInt(list.split(':')[1], 10) : 0; }",
  },
  {
    ird: "ListGetString[2,'a:1|b:x']",
    ours: 'listGetString',
    wrong: 'works for the first pair only',
    source: "function (index, list) { return index === 1 ? list.split(':')[1] : ''; }",
  },
  {
    ird: "ListGetKey[3,'a:1|b:2']",
    ours: 'listGetKey',
    wrong: 'throws one past the end',
    source: "function (index, list) { return list.split('|')[index - 1].split(':')[0]; }",
  },
  {
    ird: "ListGetSize['a:1|b:2',1]",
    ours: 'listGetSize',
    wrong: 'always gives 0 with the flag',
    source: "function (list, flag) { return flag ? 0 : list.split('|').length; }",
  },
  {
    ird: 'Rand[3]',
    ours: 'rand',
    wrong: 'gives 0 to 2',
    source: 'function (size) { return Math.floor(Math.random() * size); }',
  },
  {
    ird: 'UTCAdd[0,0,0,1,0,0,0]',
    ours: 'utcAdd',
    wrong: 'adds the milliseconds of an absolute date',
    source: 'function (utc, years, months, days) { return utc + Number(new Date(years, months, days)); }',
  },
  {
    ird: 'TimeStamp[]',
    ours: 'timeStamp',
    wrong: 'drops the milliseconds',
    source:
      'function () { var now = new Date(); return ((now.getHours() * 60 + now.getMinutes()) * 60 + now.getSeconds()) * 1000; }',
  },
  {
    ird: "DateInZone['CET']",
    ours: 'dateInZone',
    wrong: 'gives YYYY-MM-DD',
    source:
      "function (zone) { var part = _genesys.session.dateInZone(zone).split('/'); return [part[2], part[0], part[1]].join('-'); }",
  },
  {
    ird: 'GetUTC[]',
    ours: 'getUTC',
    wrong: 'gives a constant (8.1.3)',
    source: 'function () { return 0; }',
  },
  {
    ird: 'TimeDifference[1000,5000]',
    ours: 'timeDifference',
    wrong: 'subtracts the wrong way round (8.1.3)',
    source: 'function (first, second) { return first - second; }',
  },
  {
    ird: "UTCFromString['2026-03-04T14:05:06Z']",
    ours: 'utcFromString',
    wrong: 'does not shift the month (8.1.3)',
    source:
      'function (text) { var p = text.split(/\\D/); return Date.UTC(p[0], p[1], p[2], p[3], p[4], p[5]) / 1000; }',
  },
  {
    ird: 'Time in 22:00 to 06:00',
    ours: 'inTimeRange',
    wrong: 'does not go over midnight, and leaves the end out',
    source:
      'function (time, from, to) { return ird.timeValue(time) >= ird.timeValue(from) && ird.timeValue(time) < ird.timeValue(to); }',
  },
  {
    ird: 'Day in Friday to Monday',
    ours: 'inDayRange',
    wrong: 'does not go over the end of the week',
    source: 'function (day, from, to) { return day >= from && day <= to; }',
  },
  {
    ird: 'Date in 12/20 to 01/06',
    ours: 'inDateRange',
    wrong: 'does not go over new year, and leaves the end out',
    source:
      'function (date, from, to) { return ird.dateValue(date) % 10000 >= ird.dateValue(from) && ird.dateValue(date) % 10000 < ird.dateValue(to); }',
  },
];
