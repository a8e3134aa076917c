// A run as text for people, and as JSON lines for tools that compare runs.
import type { Detail, RunResult, Step } from './trace.js';

export interface TraceOptions {
  /** States, transitions, events, logs and assumptions too; left out: when the run kept them. */
  readonly verbose?: boolean;
}

const isVerbose = (result: RunResult, { verbose }: TraceOptions): boolean =>
  verbose ?? result.details.some(({ kind }) => kind === 'enter');

/** The steps of a run in order of time, one line each. */
export function formatTrace(result: RunResult, options: TraceOptions = {}): string {
  const lines = merged(result, isVerbose(result, options)).map(({ at, text }) => `  ${clock(at)}  ${text}`);
  const target = result.target === undefined ? '' : ` to ${result.target}`;
  return [
    `${result.scenario}: ${result.end}${target}`,
    ...lines,
    `  ${clock(result.duration)}  end: ${result.reason}`,
  ].join('\n');
}

/** One JSON object for each line: the steps (and details when `verbose`), then the result. Keys keep their order between versions. */
export function traceJsonLines(result: RunResult, options: TraceOptions = {}): string {
  const lines: unknown[] = merged(result, isVerbose(result, options)).map(({ at, entry }) =>
    'params' in entry
      ? { at, step: entry.kind, params: entry.params }
      : { at, detail: entry.kind, text: entry.text },
  );
  const { scenario, end, reason, target, udata, duration, microsteps, visited } = result;
  lines.push({ scenario, end, target: target ?? null, reason, duration, microsteps, udata, visited });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

interface Line {
  readonly at: number;
  readonly entry: Step | Detail;
  readonly text: string;
}

function merged(result: RunResult, verbose: boolean): readonly Line[] {
  const details = verbose ? result.details : [];
  const lines: Line[] = [];
  let next = 0;
  const detailsUpTo = (after: number): void => {
    for (
      let detail = details[next];
      detail !== undefined && detail.after <= after;
      detail = details[++next]
    ) {
      lines.push({
        at: detail.at,
        entry: detail,
        text: `${detail.kind.padEnd(10)} ${printable(detail.text)}`,
      });
    }
  };
  for (const [index, step] of result.steps.entries()) {
    detailsUpTo(index);
    const text = `${step.kind.padEnd(10)} ${describe(step.params)}`.trimEnd();
    lines.push({ at: step.at, entry: step, text });
  }
  detailsUpTo(Number.POSITIVE_INFINITY);
  return lines;
}

const describe = (params: Readonly<Record<string, unknown>>): string =>
  printable(
    Object.entries(params)
      .filter(([, value]) => value !== '' && value !== null && value !== undefined)
      .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(' '),
  );

/** Seconds as `h:mm:ss.mmm`. */
function clock(at: number): string {
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
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (found) =>
    /\s/.test(found) ? ' ' : '\u00b7',
  );
