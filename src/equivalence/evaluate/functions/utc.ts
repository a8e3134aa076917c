// UTC: seconds since 1970, their text `YYYY-MM-DDTHH:MM:SSZ`, and adding to them by the calendar. Counted by hand, not by the Date of ECMAScript.
import { dateOfDay, daySeconds, daysToMonth, lengthOfMonth } from '../moments.js';
import { checkedInteger, failedWith, type Failed } from '../values.js';
import type { Family } from './define.js';

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** The text of UTC seconds; a year has four digits. */
function utcText(seconds: number): string | Failed {
  const days = Math.floor(seconds / daySeconds);
  // Years 0 to 9999: days from 0000-01-01 to 9999-12-31.
  if (!(days >= -719_528 && days <= 2_932_896))
    return failedWith(`${String(seconds)} is no UTC of four-digit years`);
  const { year, month, day } = dateOfDay(days);
  const rest = seconds - days * daySeconds;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${time.map((part) => digits(part, 2)).join(':')}Z`;
}

const shape = '0000-00-00T00:00:00Z';

/** UTC seconds of a text; another form, or a moment that does not exist, is an error. */
function utcSeconds(text: string): number | Failed {
  const fits =
    text.length === shape.length &&
    [...shape].every((wanted, i) =>
      wanted === '0' ? (text[i] ?? '') >= '0' && (text[i] ?? '') <= '9' : text[i] === wanted,
    );
  const part = (from: number, to: number): number => Number(text.slice(from, to));
  const [year, month, day] = fits ? [part(0, 4), part(5, 7), part(8, 10)] : [0, 0, 0];
  const [hour, minute, second] = fits ? [part(11, 13), part(14, 16), part(17, 19)] : [0, 0, 0];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
  if (!exists || hour > 23 || minute > 59 || second > 59) return failedWith(`"${text}" is no UTC text`);
  return (daysToMonth(year, month) + day - 1) * daySeconds + (hour * 60 + minute) * 60 + second;
}

export const utc: Family = {
  GetUTC: (_args, cx) => Math.floor(cx.now() / 1000),
  UTCToString: (args) => utcText(args.integer(0)),
  UTCFromString: (args) => utcSeconds(args.text(0)),
  UTCAdd: (args, cx) => {
    const start = args.integer(0);
    const days = Math.floor(start / daySeconds);
    const { year, month, day } = dateOfDay(days);
    const [years, months] = [year + args.integer(1), month + args.integer(2)];
    const first = daysToMonth(years, months);
    const length = daysToMonth(years, months + 1) - first;
    const isRolling = cx.assume('utcadd.months') === 'the days go on into the next month';
    const landed = first + (isRolling ? day : Math.min(day, length)) - 1 + args.integer(3);
    const seconds = (args.integer(4) * 60 + args.integer(5)) * 60 + args.integer(6);
    return checkedInteger(landed * daySeconds + (start - days * daySeconds) + seconds);
  },
};
