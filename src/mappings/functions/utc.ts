// Date/Time: seconds since 1970 (UTC), their text, and adding to them by the calendar.
import { defineFunctions } from '../define.js';
import { callLibrary, since813, sources } from './row.js';

const documented = {
  evidence: 'documented',
  disposition: 'exact',
  cost: 0,
  target: since813,
  source: sources.irdDescription,
} as const;

export const utc = defineFunctions([
  {
    ...documented,
    ird: 'GetUTC',
    about: 'Seconds since 1970-01-01 UTC.',
    examples: [{ ird: 'GetUTC[]', js: 'ird.getUTC()' }],
    build: callLibrary('getUTC'),
  },
  {
    ...documented,
    ird: 'UTCAdd',
    about:
      'UTC seconds plus years, months, days, hours, minutes and seconds, each of which may be negative. What becomes of a day that the month lacks is an assumption.',
    throws: true,
    examples: [
      { ird: 'UTCAdd[0,0,0,1,0,0,0]', js: 'ird.utcAdd(0, 0, 0, 1, 0, 0, 0)', value: 86400 },
      { ird: 'UTCAdd[0,0,0,0,-1,0,0]', js: 'ird.utcAdd(0, 0, 0, 0, -1, 0, 0)', value: -3600 },
    ],
    build: (args, cx) =>
      cx.library(
        cx.assume('utcadd.months') === 'the days go on into the next month' ? 'utcAddRolling' : 'utcAdd',
        ...args,
      ),
  },
  {
    ...documented,
    ird: 'UTCFromString',
    about:
      'Seconds since 1970 of a text YYYY-MM-DDTHH:MM:SSZ. Another text is an error; what IRD does with one is not documented.',
    throws: true,
    examples: [
      {
        ird: "UTCFromString['2026-03-01T00:00:00Z']",
        js: "ird.utcFromString('2026-03-01T00:00:00Z')",
        value: 1772323200,
      },
    ],
    build: callLibrary('utcFromString'),
  },
  {
    ...documented,
    ird: 'UTCToString',
    about: 'Text YYYY-MM-DDTHH:MM:SSZ of seconds since 1970.',
    throws: true,
    examples: [
      { ird: 'UTCToString[1772323200]', js: 'ird.utcToString(1772323200)', value: '2026-03-01T00:00:00Z' },
    ],
    build: callLibrary('utcToString'),
  },
]);
