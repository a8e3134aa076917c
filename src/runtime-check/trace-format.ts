// A run as text for people, and as JSON lines for tools that compare runs (docs/trace.md).
import type { Detail, RunPeaks, RunResult, Step } from './trace.js';

export interface TraceOptions {
  /** States, transitions, events, data and assumptions too; left out: when the run kept them. */
  readonly verbose?: boolean;
}

/** Colours of a stream. */
export interface TracePaint {
  readonly good: (text: string) => string;
  readonly error: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Version of the JSON lines. Additions keep it: readers pass over keys and lines that they do not know. */
export const traceVersion = 1;

const isVerbose = (result: RunResult, { verbose }: TraceOptions): boolean =>
  verbose ?? result.details.some(({ kind }) => kind === 'enter');

/** The steps of a run in order of time, one line each. */
export function formatTrace(result: RunResult, options: TraceOptions = {}, paint?: TracePaint): string {
  const lines = inOrder(result.steps, isVerbose(result, options) ? result.details : []).map((entry) =>
    traceLine(entry, paint),
  );
  const target = result.target === undefined ? '' : ` to ${printable(result.target)}`;
  const heading = `${printable(result.scenario)}: ${result.end}${target}`;
  return [
    paint === undefined ? heading : paint.strong(heading),
    ...lines,
    `  ${clock(result.duration)}  end: ${printable(result.reason)}`,
    ...(isVerbose(result, options) ? [`  ${clock(result.duration)}  ${highest(result.peaks)}`] : []),
  ].join('\n');
}

/** What a run came to, to be compared with the limits of an engine. */
function highest({ stateEntries, microsteps, pendingEvents }: RunPeaks): string {
  const shown = ({ count, state }: RunPeaks['microsteps']): string =>
    `${String(count)}${state === '' ? '' : ` in "${state}"`}`;
  return printable(
    `most: entries of a state ${shown(stateEntries)}, microsteps ${shown(microsteps)}, pending events ${shown(pendingEvents)}`,
  );
}

/** One step or detail as a line for people. */
export function traceLine(entry: Step | Detail, paint?: TracePaint): string {
  const isStep = 'params' in entry;
  const kind = entry.kind.padEnd(10);
  const text = isStep ? describe(entry.params) : printable(entry.text);
  const line = `  ${clock(entry.at)}  ${kind} ${text}`.trimEnd();
  if (paint === undefined) return line;
  if (!isStep) return paint.faint(line);
  const painted = ends.has(entry.kind) ? paint.good(kind) : paint.strong(kind);
  return `  ${clock(entry.at)}  ${painted} ${text}`.trimEnd();
}

const ends: ReadonlySet<string> = new Set(['routed', 'defaulted', 'ended']);

/**
 * One JSON object for each line: what the trace is, the steps and logs (and other details when `verbose`), how the run ended. Keys keep
 * their order between versions.
 */
export function traceJsonLines(
  result: RunResult,
  options: TraceOptions & { readonly page?: string } = {},
): string {
  const verbose = isVerbose(result, options);
  const { scenario, end, reason, target, udata, duration, microsteps, visited, peaks } = result;
  const kept = inOrder(
    result.steps,
    result.details.filter(({ kind }) => verbose || alwaysKept.has(kind)),
  );
  const lines: readonly unknown[] = [
    { trace: traceVersion, page: options.page ?? null, scenario, verbose },
    ...kept.map(toFact),
    { at: duration, end, target: target ?? null, reason, udata },
    // Last, so that what differs first between two runs is what they did.
    { at: duration, microsteps, peaks, visited },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Details that stand beside the steps whether the trace is verbose or not. */
const alwaysKept: ReadonlySet<string> = new Set(['log', 'queue', 'cut']);

const toFact = (entry: Step | Detail): unknown =>
  'params' in entry
    ? { at: entry.at, step: entry.kind, params: entry.params }
    : { at: entry.at, detail: entry.kind, ...(entry.facts ?? { text: entry.text }) };

/** Steps and details in the order in which they came. */
export function inOrder(steps: readonly Step[], details: readonly Detail[]): readonly (Step | Detail)[] {
  const entries: (Step | Detail)[] = [];
  let next = 0;
  const detailsUpTo = (after: number): void => {
    for (
      let detail = details[next];
      detail !== undefined && detail.after <= after;
      detail = details[++next]
    ) {
      entries.push(detail);
    }
  };
  for (const [index, step] of steps.entries()) {
    detailsUpTo(index);
    entries.push(step);
  }
  detailsUpTo(Number.POSITIVE_INFINITY);
  return entries;
}

const describe = (params: Step['params']): string =>
  printable(
    Object.entries(params)
      .filter(([, value]) => value !== '' && value !== null && value !== undefined)
      .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(' '),
  );

/** Seconds as `h:mm:ss.mmm`. */
export function clock(at: number): string {
  const milliseconds = Math.round(at * 1000);
  const parts = [
    Math.floor(milliseconds / 3_600_000),
    Math.floor(milliseconds / 60_000) % 60,
    Math.floor(milliseconds / 1000) % 60,
  ];
  const [hours = 0, minutes = 0, seconds = 0] = parts;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(hours)}:${two(minutes)}:${two(seconds)}.${String(milliseconds % 1000).padStart(3, '0')}`;
}

// What pages log goes to a terminal: control characters must not.
const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (found) =>
    /\s/.test(found) ? ' ' : '\u00b7',
  );
