// Where the commands of `run` come from: a terminal with its prompt, a pipe, or a file.
import { createInterface } from 'node:readline';

/** Gives one line after the other; undefined at the end. */
export interface LineSource {
  readonly isInteractive: boolean;
  next(prompt: string): Promise<string | undefined>;
  /** True once Ctrl-C was pressed since it was asked last. */
  wasInterrupted(): boolean;
  close(): void;
}

export const linesOf = (text: string): LineSource => {
  const lines = text.split(/\r\n|\n/);
  return {
    isInteractive: false,
    next: () => Promise.resolve(lines.shift()),
    wasInterrupted: () => false,
    close: () => undefined,
  };
};

/** Completes the last word of a line. */
export type Completer = (line: string) => readonly [readonly string[], string];

/** The standard input. A prompt is shown only where a person sits before it. */
export function standardInput(complete: Completer): LineSource {
  // Node leaves isTTY undefined on files and pipes, against its own types.
  const isInteractive = Boolean(process.stdin.isTTY) && Boolean(process.stdout.isTTY);
  const reader = createInterface({
    input: process.stdin,
    crlfDelay: Infinity,
    ...(isInteractive
      ? {
          output: process.stdout,
          terminal: true,
          completer: (line: string): [string[], string] => {
            const [words, last] = complete(line);
            return [[...words], last];
          },
        }
      : { terminal: false }),
  });
  const waiting: string[] = [];
  let wanted: ((line: string | undefined) => void) | undefined;
  let isClosed = false;
  let interrupted = false;
  const give = (line: string | undefined): void => {
    const ask = wanted;
    wanted = undefined;
    if (ask !== undefined) ask(line);
    else if (line !== undefined) waiting.push(line);
  };
  reader.on('line', give);
  reader.on('close', () => {
    isClosed = true;
    give(undefined);
  });
  const interrupt = (): void => {
    interrupted = true;
    // Nothing runs: whoever waits for a line gets none.
    if (wanted !== undefined) give(undefined);
  };
  // In a terminal, Ctrl-C is a key that the reader gets; else it is a signal.
  if (isInteractive) reader.on('SIGINT', interrupt);
  else process.once('SIGINT', interrupt);
  return {
    isInteractive,
    next: (prompt) => {
      const line = waiting.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (isClosed) return Promise.resolve(undefined);
      if (isInteractive) {
        reader.setPrompt(prompt);
        reader.prompt();
      }
      return new Promise((resolve) => {
        wanted = resolve;
      });
    },
    wasInterrupted: () => {
      const was = interrupted;
      interrupted = false;
      return was;
    },
    close: () => {
      process.off('SIGINT', interrupt);
      reader.close();
    },
  };
}
