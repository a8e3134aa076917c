// Segmentation: a port for each segment, tried in the order of the list (assumption `segment.order`), and a default for what fits none.
import type { PropertiesOf } from '../../../ir/nodes.js';
import { functionNamed } from '../../evaluate/functions/index.js';
import { argumentsOf } from '../../evaluate/arguments.js';
import { isDateWithin, isDayWithin, isTimeWithin } from '../../evaluate/moments.js';
import { isFailed, toInteger, toText, type Failed, type IrdValue } from '../../evaluate/values.js';
import { ConditionFailed } from '../context.js';
import { evaluationError, NotRunnable } from '../faults.js';
import type { BlockContext, BlockExit, Flow } from '../session.js';
import { surroundings } from '../surroundings.js';
import { defineRunners } from './define.js';

type Segment = PropertiesOf<'Date'>['segments'][number];
/** Both ends of a segment; one value is a range of itself. */
type Range = readonly [from: string, to: string];

const otherwise: BlockExit = { port: 'default' };

/** What a segment says, or `NotRunnable` when nothing says what it means. */
function rangeOf(segment: Segment): Range {
  if ((segment.list?.value ?? '') !== '')
    throw new NotRunnable('how a segment looks into a List object is not known');
  const one = segment.value?.value.trim() ?? '';
  const [from, to] =
    one === '' ? [segment.from?.value.trim() ?? '', segment.to?.value.trim() ?? ''] : [one, one];
  if (from === '' && to === '') throw new NotRunnable('a segment has no value');
  return [from === '' ? to : from, to === '' ? from : to];
}

const portOf = (segment: Segment): string => segment.port?.value ?? segment.value?.value ?? '';

/** The first segment that fits. All are read before the first is tried: one that means nothing makes the whole list mean nothing. */
function choose<T>(
  segments: readonly Segment[],
  read: (segment: Segment) => T,
  fits: (segment: T) => boolean | Failed,
): BlockExit {
  const all = segments.map((segment) => [portOf(segment), read(segment)] as const);
  for (const [port, wanted] of all) {
    const found = fits(wanted);
    if (isFailed(found)) throw new ConditionFailed(evaluationError(found.reason));
    if (found) return { port };
  }
  return otherwise;
}

/** What the clock shows in the zone of the block, else where the router runs: as the function of IRD gives it. */
function clock(which: 'Date' | 'Time' | 'Day', zone: string | undefined, cx: BlockContext): IrdValue {
  const named = zone !== undefined && zone !== '';
  if (!named) cx.session.assume('clock.zone');
  const compute = functionNamed(named ? `${which}InZone` : which);
  if (compute === undefined) throw new Error(`internal: the evaluator does not know ${which}`);
  const found = compute(argumentsOf([], named ? [zone] : []), surroundings(cx.session, cx.frame));
  if (!isFailed(found)) return found;
  throw new ConditionFailed(evaluationError(found.reason));
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 0 (Sunday) to 6, by number, by name or by the beginning of the name. */
function dayNamed(word: string): number {
  const lower = word.toLowerCase();
  const number = ['0', '1', '2', '3', '4', '5', '6'].indexOf(lower);
  const found =
    number >= 0 || lower.length < 2 ? number : dayNames.findIndex((name) => name.startsWith(lower));
  if (found < 0) throw new NotRunnable(`"${word}" is no day of the week`);
  return found;
}

/** A moment that is written wrong means nothing. */
function checked(range: Range, within: typeof isTimeWithin, what: string): Range {
  for (const end of range)
    if (end === '' || isFailed(within(end, end, end))) throw new NotRunnable(`"${end}" is no ${what}`);
  return range;
}

/** A telephone number as its digits; leading zeros do not count. */
function digitsOf(number: string): bigint | undefined {
  const digits = [...number].filter((character) => character >= '0' && character <= '9').join('');
  return digits === '' ? undefined : BigInt(digits);
}

/** One number, several with commas between, the beginning of one before a star, or a range. */
function numberFits(number: string, [from, to]: Range): boolean {
  if (from !== to) {
    const [value, first, last] = [number, from, to].map(digitsOf);
    return (
      value !== undefined && first !== undefined && last !== undefined && value >= first && value <= last
    );
  }
  const words = from.split(',').map((word) => word.trim());
  return words.some(
    (word) => word !== '' && (word.endsWith('*') ? number.startsWith(word.slice(0, -1)) : number === word),
  );
}

function byNumber(segments: readonly Segment[], which: 'ani' | 'dnis', cx: BlockContext): BlockExit {
  const number = surroundings(cx.session, cx.frame).call(which);
  return choose(segments, rangeOf, (range) => numberFits(number, range));
}

/** Branches on a value that stands in the attached data. */
function byAttached(key: string, segments: readonly Segment[], cx: BlockContext): BlockExit {
  cx.session.assume('segmentation.attached-key');
  const value = cx.session.data.read(key) ?? '';
  const wanted = (segment: Segment): string => segment.value?.value ?? segment.port?.value ?? '';
  return choose(segments, wanted, (text) => text === value);
}

export const segmentation = defineRunners({
  *ANI({ properties }, cx) {
    return byNumber(properties.segments, 'ani', cx);
  },
  *DNIS({ properties }, cx) {
    return byNumber(properties.segments, 'dnis', cx);
  },
  *Date({ properties: { segments, zone } }, cx) {
    const today = toText(clock('Date', zone?.value, cx));
    return choose(
      segments,
      (segment) => checked(rangeOf(segment), isDateWithin, 'date'),
      ([from, to]) => isDateWithin(today, from, to),
    );
  },
  *Time({ properties: { segments, zone } }, cx) {
    const now = toText(clock('Time', zone?.value, cx));
    return choose(
      segments,
      (segment) => checked(rangeOf(segment), isTimeWithin, 'time'),
      ([from, to]) => isTimeWithin(now, from, to),
    );
  },
  *DayOfWeek({ properties: { segments, zone } }, cx) {
    const today = toInteger(clock('Day', zone?.value, cx));
    return choose(
      segments,
      (segment) => rangeOf(segment).map(dayNamed),
      ([from = 0, to = 0]) => isDayWithin(today, from, to),
    );
  },
  *Generic({ properties: { segments } }, cx): Flow<BlockExit> {
    if (segments.some(({ condition }) => condition === undefined))
      throw new NotRunnable('a segment has no expression');
    for (const { port, condition } of segments)
      if (condition !== undefined && (yield* cx.condition(condition))) return { port: port?.value ?? '' };
    return otherwise;
  },
  *Business({ properties: { attribute, segments } }, cx) {
    return byAttached(attribute?.value ?? 'CustomerSegment', segments, cx);
  },
  *ClassifySegmentation({ properties }, cx) {
    return byAttached('CategoryName', properties.segments, cx);
  },
  *ScreenSegmentation({ properties }, cx) {
    return byAttached('ScreenRuleName', properties.segments, cx);
  },
});
