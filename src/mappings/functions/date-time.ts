// Date/Time: the clock of the host, time zones through the session functions of ORS, special days.
import { defineFunctions, type FunctionContext } from '../define.js';
import type { Expr } from '../../ir/nodes.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { argument, type Build, callLibrary, since813, sources } from './row.js';

const documented = {
  evidence: 'documented',
  disposition: 'exact',
  cost: 0,
  target: since813,
  source: sources.irdDescription,
} as const;

/** A function that reads the clock of the host. */
const readClock =
  (name: string): Build =>
  (_args, cx) => {
    cx.assume('clock.zone');
    return cx.library(name);
  };

/** Asks the platform about a day of a statistical table. An empty day is IRD's "any day of the table". */
function askSpecialDay(args: readonly Js[], exprs: readonly Expr[], cx: FunctionContext): Js {
  const day = exprs[1];
  if (day === undefined || cx.literal(day) === '') {
    cx.review('that ORS takes an empty day as any day of the table, as IRD does, is not documented');
  }
  const table = argument(args, 0);
  return cx.library(
    'flag',
    js.call('_genesys.session.isSpecialDay', table, argument(args, 1), ...args.slice(2)),
  );
}

export const dateTime = defineFunctions([
  {
    ...documented,
    ird: 'Time',
    about:
      'Current time as hh:mm. It is read from the clock of the ORS host, where URS read its own: that both keep one local time is an assumption.',
    examples: [{ ird: 'Time[]', js: 'ird.time()' }],
    build: readClock('time'),
  },
  {
    ...documented,
    ird: 'Date',
    about:
      'Current date as MM/DD/YYYY. It is read from the clock of the ORS host, where URS read its own: that both keep one local time is an assumption.',
    examples: [{ ird: 'Date[]', js: 'ird.date()' }],
    build: readClock('date'),
  },
  {
    ...documented,
    ird: 'Day',
    about:
      'Current day of the week, 0 is Sunday. It is read from the clock of the ORS host, where URS read its own: that both keep one local time is an assumption.',
    examples: [{ ird: 'Day[]', js: 'ird.day()' }],
    build: readClock('day'),
  },
  {
    ...documented,
    ird: 'TimeStamp',
    about:
      'Milliseconds since local midnight, by the clock of the ORS host (assumption, as for Time). The clock counts, not the time that passed: the hour of a clock change is not added.',
    examples: [{ ird: 'TimeStamp[]', js: 'ird.timeStamp()' }],
    build: readClock('timeStamp'),
  },
  {
    ...documented,
    ird: 'TimeInZone',
    source: sources.sessionFunctions,
    about:
      'Current time in a time zone. ORS gives hh:mm:ss; that IRD gives hh:mm, as Time does, is an assumption. A zone that ORS does not know is an error.',
    throws: true,
    examples: [{ ird: "TimeInZone['ECT']", js: "ird.timeInZone('ECT')" }],
    build: (args, cx) =>
      cx.library(
        cx.assume('timeinzone.precision') === 'seconds' ? 'zoneTime' : 'timeInZone',
        argument(args, 0),
      ),
  },
  {
    ...documented,
    ird: 'DateInZone',
    about:
      'Current date in a time zone as MM/DD/YYYY; ORS gives YYYY-MM-DD, which is rearranged. A zone that ORS does not know is an error.',
    throws: true,
    examples: [{ ird: "DateInZone['ECT']", js: "ird.dateInZone('ECT')" }],
    build: callLibrary('dateInZone'),
  },
  {
    ...documented,
    ird: 'DayInZone',
    source: sources.sessionFunctions,
    about:
      'Current day of the week in a time zone, 0 is Sunday; found by comparing with the day constants of the session module. A zone that ORS does not know is an error.',
    throws: true,
    examples: [{ ird: "DayInZone['ECT']", js: "ird.dayInZone('ECT')" }],
    build: callLibrary('dayInZone'),
  },
  {
    ...documented,
    ird: 'TimeDifference',
    about:
      'Second time minus first, in milliseconds; a day more when the first is the later one (the call went over midnight).',
    throws: true,
    examples: [
      { ird: 'TimeDifference[1000,5000]', js: 'ird.timeDifference(1000, 5000)', value: 4000 },
      { ird: 'TimeDifference[86390000,10000]', js: 'ird.timeDifference(86390000, 10000)', value: 20000 },
    ],
    build: callLibrary('timeDifference'),
  },
  {
    ...documented,
    ird: 'IsSpecialDay',
    source: `${sources.irdDescription}; session function isSpecialDay`,
    about: '1 when today belongs to a statistical table (to one day of it, when named), else 0.',
    examples: [
      {
        ird: "IsSpecialDay['Holidays','Founding Day']",
        js: "ird.flag(_genesys.session.isSpecialDay('Holidays', 'Founding Day'))",
      },
      { ird: "IsSpecialDay['Holidays']", js: "ird.flag(_genesys.session.isSpecialDay('Holidays', ''))" },
    ],
    build: (args, cx, exprs) => askSpecialDay(args, exprs, cx),
  },
  {
    ...documented,
    ird: 'IsSpecialDayEx',
    source: `${sources.irdDescription}; session function isSpecialDay`,
    about: 'As IsSpecialDay, in a time zone and, with the last argument set, by the time of day as well.',
    examples: [
      {
        ird: "IsSpecialDayEx['Holidays','Founding Day','ECT',1]",
        js: "ird.flag(_genesys.session.isSpecialDay('Holidays', 'Founding Day', 'ECT', 1))",
      },
    ],
    build: (args, cx, exprs) => askSpecialDay(args, exprs, cx),
  },
]);
