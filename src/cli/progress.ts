// How far a long run is: one line that is written over where a person looks at it, a plain line now and then elsewhere.
import type { Sink } from './terminal.js';

export interface Progress {
  /** `failed`: how many have failed so far. */
  readonly show: (done: number, total: number, what: string, failed?: number) => void;
  readonly clear: () => void;
}

/** A line in a log at most so often, in milliseconds. */
const logEvery = 10_000;
/** The line on a terminal at most so often. */
const showEvery = 50;

/** Progress on `sink`; silent unless `isWanted`. Short runs leave nothing in a log. `now` is in milliseconds. */
export function progressOn(sink: Sink, isWanted: boolean, now: () => number = Date.now): Progress {
  if (!isWanted) return { show: () => undefined, clear: () => undefined };
  const isShown = sink.isTerminal && (process.env['CI'] ?? '') === '';
  const erase = '\r\u001b[K';
  let first = now();
  let last = isShown ? 0 : first;
  let before = 0;
  return {
    show: (done, total, what, failed = 0) => {
      const time = now();
      // A new phase counts from 0 again.
      if (done < before) first = time;
      before = done;
      if (time - last < (isShown ? showEvery : logEvery)) return;
      last = time;
      const rate = time - first < 1_000 ? '' : `, ${((done * 1_000) / (time - first)).toFixed(1)}/s`;
      const failures = failed === 0 ? '' : `, ${String(failed)} failed`;
      const line = `${String(done)}/${String(total)}${rate}${failures}  ${what}`;
      sink.write(isShown ? `${erase}${line.slice(0, 79)}` : `${line}\n`);
    },
    clear: () => {
      if (isShown) sink.write(erase);
    },
  };
}
