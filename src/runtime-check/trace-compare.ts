// Where a trace differs first from one that was kept, line by line. What a run took (its last line) and which page it was do not count.
import { traceVersion } from './trace-format.js';

export interface TraceDifference {
  /** Number of the line in the kept trace, from 1; one behind its last line when it ends there. */
  readonly line: number;
  /** Lines that both have before, the nearest last. */
  readonly before: readonly string[];
  /** Undefined where a trace has no more lines. */
  readonly kept: string | undefined;
  readonly now: string | undefined;
}

export interface KeptTrace {
  readonly scenario: string;
  readonly verbose: boolean;
  /** Number of its first line in the file. */
  readonly first: number;
  /** Without header and effort. */
  readonly lines: readonly string[];
}

/** The traces of a file of JSON lines; a sentence when it is none. */
export function readTraces(text: string): readonly KeptTrace[] | string {
  const traces: { scenario: string; verbose: boolean; first: number; lines: string[] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const fact = readFact(line);
    if (fact === undefined) return `line ${String(index + 1)} is no JSON object`;
    if ('trace' in fact) {
      const { trace, scenario, verbose } = fact;
      if (trace !== traceVersion)
        return `it has version ${JSON.stringify(trace) ?? ''}, not ${String(traceVersion)}`;
      traces.push({ scenario: String(scenario), verbose: verbose === true, first: index + 2, lines: [] });
    } else if (!('microsteps' in fact)) {
      const current = traces.at(-1);
      if (current === undefined) return 'it does not begin with a header';
      current.lines.push(line);
    }
  }
  return traces.length === 0 ? 'it is empty' : traces;
}

function readFact(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Lines of context. */
const context = 2;

/** The first difference of a trace to one that was kept; undefined when there is none. */
export function firstDifference(kept: KeptTrace, now: KeptTrace): TraceDifference | undefined {
  const longest = Math.max(kept.lines.length, now.lines.length);
  for (let at = 0; at < longest; at++) {
    if (kept.lines[at] === now.lines[at]) continue;
    const before = kept.lines.slice(Math.max(0, at - context), at);
    return { line: kept.first + at, before, kept: kept.lines[at], now: now.lines[at] };
  }
  return undefined;
}
