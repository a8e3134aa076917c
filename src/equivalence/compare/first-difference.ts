// Where two runs differ first: in what was done and when, in what virtual queues reported, in the end, in the data that remain.
import { clock } from '../../runtime-check/trace-format.js';
import { comparable, type ComparableRun, type ComparableStep } from './comparable.js';
import type { ObservedRun } from '../run/run-source.js';
import { normalise } from './normalise.js';
import { isSameValue } from './same-value.js';

/** A step of a run, by its place in the run's steps. */
export interface StepAt {
  readonly index: number;
  /** Virtual seconds. */
  readonly at: number;
}

export interface Difference {
  readonly what: 'step' | 'queue' | 'end' | 'target' | 'udata' | 'duration';
  /** Virtual seconds at which it shows. */
  readonly at: number;
  /** What each side did there, in words. */
  readonly source: string;
  readonly page: string;
  /** The steps that differ, where steps do; undefined on a side that does nothing more. */
  readonly sourceStep: StepAt | undefined;
  readonly pageStep: StepAt | undefined;
  /** What kind of difference it is, without times and values: the same fault in two scenarios has the same. */
  readonly kind: string;
}

export type Comparison =
  | { readonly verdict: 'same' }
  | { readonly verdict: 'different'; readonly difference: Difference }
  /** One side could not be run: nothing can be said. */
  | { readonly verdict: 'none'; readonly reason: string };

/** Compares a run of the strategy with a run of its page in the same scenario. */
export function compareRuns(source: ObservedRun, page: ObservedRun): Comparison {
  for (const [side, run] of [
    ['the strategy', source],
    ['the page', page],
  ] as const)
    if (run.end === 'notExecutable') return { verdict: 'none', reason: `${side}: ${run.reason}` };
  const difference = firstDifference(source, page);
  return difference === undefined ? { verdict: 'same' } : { verdict: 'different', difference };
}

/** The first difference; undefined when both did the same. */
export function firstDifference(source: ObservedRun, page: ObservedRun): Difference | undefined {
  const left = normalise(comparable(source));
  const right = normalise(comparable(page));
  // A side that was stopped has not come to its end: what it would have done is not known.
  const isStopped = left.end === 'stuck' && right.end === 'stuck' && isCut(source) && isCut(page);
  return (
    stepDifference(left, right, isStopped) ??
    (isStopped
      ? undefined
      : (queueDifference(left, right) ??
        endDifference(left, right) ??
        dataDifference(source, page, left, right)))
  );
}

/** Whether a run was stopped by a limit: else it waited for what never comes. */
const isCut = ({ reason }: ObservedRun): boolean => !/\bwaits\b/.test(reason);

function stepDifference(
  left: ComparableRun,
  right: ComparableRun,
  isStopped: boolean,
): Difference | undefined {
  const shorter = Math.min(left.steps.length, right.steps.length);
  const longest = isStopped ? shorter : Math.max(left.steps.length, right.steps.length);
  for (let i = 0; i < longest; i++) {
    const source = left.steps[i];
    const page = right.steps[i];
    if (source !== undefined && page !== undefined && isSameStep(source, page)) continue;
    return {
      what: 'step',
      at: Math.min(source?.at ?? Infinity, page?.at ?? Infinity) / 1000,
      source: source === undefined ? nothingMore(left) : stepInWords(source),
      page: page === undefined ? nothingMore(right) : stepInWords(page),
      sourceStep: placeOf(source),
      pageStep: placeOf(page),
      kind: `step ${kindOf(source)}/${kindOf(page)}${manner(source, page)}`,
    };
  }
  return undefined;
}

const isSameStep = (a: ComparableStep, b: ComparableStep): boolean =>
  a.at === b.at && a.kind === b.kind && isSameValue(a.params, b.params);

const placeOf = (step: ComparableStep | undefined): StepAt | undefined =>
  step && { index: step.origin, at: step.at / 1000 };

/** Kind of a step, with the element that it stands for. */
function kindOf(step: ComparableStep | undefined): string {
  if (step === undefined) return 'nothing';
  const { element } = step.params;
  return typeof element === 'string' ? `${step.kind} ${element}` : step.kind;
}

/** In what two steps of one kind differ: the parameters, or only the moment. */
function manner(source: ComparableStep | undefined, page: ComparableStep | undefined): string {
  if (source === undefined || page === undefined || kindOf(source) !== kindOf(page)) return '';
  const keys = [...new Set([...Object.keys(source.params), ...Object.keys(page.params)])].sort();
  const differing = keys.filter((key) => !isSameValue(source.params[key], page.params[key]));
  return differing.length === 0 ? ' at another time' : ` in ${differing.join(', ')}`;
}

const nothingMore = ({ end, duration }: ComparableRun): string =>
  `nothing more (${end} at ${clock(duration / 1000)})`;

const stepInWords = ({ at, kind, params }: ComparableStep): string =>
  `${clock(at / 1000)} ${kind} ${paramsInWords(params)}`.trimEnd();

/** Parameters as the trace shows them. */
export const paramsInWords = (params: Readonly<Record<string, unknown>>): string =>
  Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : (JSON.stringify(value) ?? '')}`)
    .join(' ');

function queueDifference(left: ComparableRun, right: ComparableRun): Difference | undefined {
  const longest = Math.max(left.queues.length, right.queues.length);
  for (let i = 0; i < longest; i++) {
    const source = left.queues[i];
    const page = right.queues[i];
    if (isSameValue(source, page)) continue;
    const at = Math.min(source?.left ?? Infinity, page?.left ?? Infinity, left.duration);
    return plain('queue', at, visitInWords(source), visitInWords(page), `queue ${manners(source, page)}`);
  }
  return undefined;
}

const manners = (source: object | undefined, page: object | undefined): string => {
  if (source === undefined || page === undefined) return 'visit missing';
  const other = new Map<string, unknown>(Object.entries(page));
  return Object.entries(source)
    .filter(([key, value]) => !isSameValue(value, other.get(key)))
    .map(([key]) => key)
    .join(', ');
};

function visitInWords(visit: ComparableRun['queues'][number] | undefined): string {
  if (visit === undefined) return 'no visit of a virtual queue';
  const { queue, entered, left, exit } = visit;
  const until = left === undefined ? '' : ` to ${clock(left / 1000)}`;
  return `virtual queue ${queue === '' ? '(none)' : queue}: ${clock(entered / 1000)}${until}, ${exit}`;
}

function endDifference(left: ComparableRun, right: ComparableRun): Difference | undefined {
  const at = Math.min(left.duration, right.duration);
  if (left.end !== right.end) return plain('end', at, left.end, right.end, `end ${left.end}/${right.end}`);
  if (left.target !== right.target)
    return plain('target', at, left.target ?? 'nobody', right.target ?? 'nobody', 'target');
  return undefined;
}

/** Attached data in the end, told at the writes that made them so; and how long it took. */
function dataDifference(
  source: ObservedRun,
  page: ObservedRun,
  left: ComparableRun,
  right: ComparableRun,
): Difference | undefined {
  const at = Math.min(left.duration, right.duration);
  const keys = [...new Set([...Object.keys(left.udata), ...Object.keys(right.udata)])].sort();
  const key = keys.find((each) => !isSameValue(left.udata[each], right.udata[each]));
  if (key !== undefined)
    return {
      ...plain('udata', at, pair(key, left.udata), pair(key, right.udata), `udata ${key}`),
      sourceStep: lastWriteOf(key, source),
      pageStep: lastWriteOf(key, page),
    };
  if (left.duration !== right.duration)
    return plain('duration', at, clock(left.duration / 1000), clock(right.duration / 1000), 'duration');
  return undefined;
}

/** The last step that wrote the key; undefined: it came with the interaction. */
function lastWriteOf(key: string, { steps }: ObservedRun): StepAt | undefined {
  const index = steps.findLastIndex(({ kind, params: { set, deleted } }) => {
    if (kind !== 'udata') return false;
    const isGone = deleted === 'all' || (Array.isArray(deleted) && deleted.includes(key));
    return isGone || (typeof set === 'object' && set !== null && Object.hasOwn(set, key));
  });
  const step = steps[index];
  return step && { index, at: step.at };
}

const pair = (key: string, data: Readonly<Record<string, unknown>>): string =>
  data[key] === undefined ? `no "${key}"` : `"${key}" is ${JSON.stringify(data[key]) ?? ''}`;

const plain = (
  what: Difference['what'],
  at: number,
  source: string,
  page: string,
  kind: string,
): Difference => ({
  what,
  at: at / 1000,
  source,
  page,
  sourceStep: undefined,
  pageStep: undefined,
  kind,
});
