// Date, Day of Week and Time: ranges that include both ends; times wrap over midnight, days over the end of the week, dates without a year over the
// new year. The vendor's replacement does none of this.
import { defineBlock, type BlockContext } from '../../define.js';
import * as js from '../../js.js';
import { clockOf, hasZone, rangeOf, segmentState } from './segments.js';

const source =
  'Composer migration guide (Segmentation as Branching); inclusive ends and wrap by the IRD descriptions restated in Composer libraries';

export const dateBlock = defineBlock({
  type: 'Date',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about: 'Transitions in the order of the segments, on the date in the zone of the block.',
  build: (block, cx) => {
    const today = clockOf('date', block.properties.zone, cx);
    return segmentState(
      block.properties.segments,
      cx,
      (segment) => {
        const range = rangeOf(segment);
        checkEnds(range, datePattern, 'date', cx);
        return range && cx.library('inDateRange', today, js.text(range[0]), js.text(range[1]));
      },
      hasZone(block.properties.zone),
    );
  },
});

export const timeBlock = defineBlock({
  type: 'Time',
  disposition: 'exact',
  evidence: 'unverified',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about: 'Transitions in the order of the segments, on the time in the zone of the block.',
  build: (block, cx) => {
    const now = clockOf('time', block.properties.zone, cx);
    return segmentState(
      block.properties.segments,
      cx,
      (segment) => {
        const range = rangeOf(segment);
        checkEnds(range, timePattern, 'time', cx);
        return range && cx.library('inTimeRange', now, js.text(range[0]), js.text(range[1]));
      },
      hasZone(block.properties.zone),
    );
  },
});

/** MM/DD/YYYY, or MM/DD of every year. */
const datePattern = /^(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(\/\d{4})?$/;
/** h:mm or hh:mm:ss; 24:00 is the end of the day. */
const timePattern = /^(([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00(:00)?)$/;

/** An end that is no date or time would fail in the middle of a call. */
function checkEnds(
  range: readonly string[] | undefined,
  pattern: RegExp,
  what: string,
  cx: BlockContext,
): void {
  const wrong = range?.find((end) => !pattern.test(end));
  if (wrong !== undefined) cx.placeholder(`"${wrong}" is no ${what}`);
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 0 (Sunday) to 6, from a name, its first three letters, or a number. */
function dayNumber(word: string): number | undefined {
  if (/^[0-6]$/.test(word)) return Number(word);
  const lower = word.toLowerCase();
  const found = days.findIndex((day) => day === lower || (lower.length >= 2 && day.startsWith(lower)));
  return found < 0 ? undefined : found;
}

export const dayOfWeekBlock = defineBlock({
  type: 'DayOfWeek',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about: 'Transitions in the order of the segments, on the day of the week in the zone of the block.',
  build: (block, cx) => {
    const today = clockOf('day', block.properties.zone, cx);
    return segmentState(
      block.properties.segments,
      cx,
      (segment) => {
        const range = rangeOf(segment);
        const [from, to] = range?.map(dayNumber) ?? [];
        if (from !== undefined && to !== undefined) {
          return from === to
            ? js.binary(today, '==', js.number(from))
            : cx.library('inDayRange', today, js.number(from), js.number(to));
        }
        if (range) cx.placeholder(`"${range.join('" to "')}" is no day of the week`);
        return undefined;
      },
      hasZone(block.properties.zone),
    );
  },
});
