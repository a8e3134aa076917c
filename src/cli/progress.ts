// One line that says how far a long run is; only where a person looks at it.
import type { Sink } from './terminal.js';

export interface Progress {
  readonly show: (done: number, total: number, what: string) => void;
  readonly clear: () => void;
}

/** Progress on `sink`; silent unless it is a terminal and `isWanted`. */
export function progressOn(sink: Sink, isWanted: boolean): Progress {
  if (!isWanted || !sink.isTerminal || (process.env['CI'] ?? '') !== '') {
    return { show: () => undefined, clear: () => undefined };
  }
  const erase = '\r\u001b[K';
  return {
    show: (done, total, what) => {
      sink.write(`${erase}${done}/${total} ${what}`.slice(0, 79 + erase.length));
    },
    clear: () => {
      sink.write(erase);
    },
  };
}
