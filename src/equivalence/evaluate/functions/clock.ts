// Date/Time: what the clock shows where the router runs and in other zones, special days, and the time between two readings.
import { localTime, zoneName } from '../../../runtime-check/world/calendar.js';
import { checkedInteger, type Failed, type IrdValue } from '../values.js';
import type { EvaluationContext } from '../context.js';
import type { Compute, Family } from './define.js';

type Local = ReturnType<typeof localTime>;

const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = ({ hour, minute }: Local): string => `${two(hour)}:${two(minute)}`;
const dateOf = ({ year, month, day }: Local): string =>
  `${two(month)}/${two(day)}/${String(year).padStart(4, '0')}`;

/** Reads the clock where the router runs. */
const here =
  (read: (local: Local, at: number) => IrdValue): Compute =>
  (_args, cx) =>
    read(localTime(cx.zone, cx.now()), cx.now());

/** The zone that an argument names, the router's own when it is empty. */
function zoneOf(name: string, cx: EvaluationContext): string | Failed {
  if (name === '') return cx.zone;
  const known = zoneName(name);
  return (
    known ?? {
      failed: 'unknown',
      reason: `what URS does with the unknown time zone "${name}" is not described`,
    }
  );
}

/** Reads the clock in the zone that the first argument names. */
const inZone =
  (read: (local: Local, cx: EvaluationContext) => IrdValue): Compute =>
  (args, cx) => {
    const zone = zoneOf(args.text(0), cx);
    return typeof zone === 'string' ? read(localTime(zone, cx.now()), cx) : zone;
  };

const dayMilliseconds = 86_400_000;

export const clock: Family = {
  Time: here(timeOf),
  Date: here(dateOf),
  Day: here(({ weekday }) => weekday),
  TimeStamp: here(
    ({ hour, minute, second }, at) =>
      ((hour * 60 + minute) * 60 + second) * 1000 + (((at % 1000) + 1000) % 1000),
  ),
  TimeInZone: inZone((local, cx) =>
    cx.assume('timeinzone.precision') === 'seconds' ? `${timeOf(local)}:${two(local.second)}` : timeOf(local),
  ),
  DateInZone: inZone(dateOf),
  DayInZone: inZone(({ weekday }) => weekday),
  TimeDifference: (args) => {
    const [first, second] = [args.integer(0), args.integer(1)];
    return checkedInteger(first > second ? second - first + dayMilliseconds : second - first);
  },
  IsSpecialDay: (args, cx) => {
    const when = { at: cx.now(), zone: cx.zone, useTime: false };
    return cx.isSpecialDay(args.text(0), args.text(1), when) ? 1 : 0;
  },
  IsSpecialDayEx: (args, cx) => {
    const zone = zoneOf(args.text(2), cx);
    if (typeof zone !== 'string') return zone;
    const when = { at: cx.now(), zone, useTime: args.truth(3) };
    return cx.isSpecialDay(args.text(0), args.text(1), when) ? 1 : 0;
  },
};
