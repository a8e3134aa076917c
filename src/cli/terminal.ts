// The two streams and their colour. stdout is for what was asked for, stderr for everything else.
import { Chalk, type ColorSupportLevel } from 'chalk';
import type { Paint } from '../report/formats/format.js';

export interface Sink {
  readonly write: (text: string) => void;
  readonly paint: Paint;
  readonly isTerminal: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What a command sees of the outside besides files. */
export interface Terminal {
  readonly cwd: string;
  readonly out: Sink;
  readonly err: Sink;
  readonly env: Environment;
}

/** Colour by, in this order: the option, NO_COLOR, FORCE_COLOR, whether the stream is a terminal. */
export function colourLevel(
  option: boolean | undefined,
  env: Environment,
  isTerminal: boolean,
): ColorSupportLevel {
  if (option !== undefined) return option ? 1 : 0;
  if ((env['NO_COLOR'] ?? '') !== '') return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : 1;
  return isTerminal && env['TERM'] !== 'dumb' ? 1 : 0;
}

function sink(stream: NodeJS.WriteStream, option: boolean | undefined): Sink {
  // Node leaves isTTY undefined on files and pipes, against its own types.
  const isTerminal = Boolean(stream.isTTY);
  const chalk = new Chalk({ level: colourLevel(option, process.env, isTerminal) });
  return {
    write: (text) => {
      stream.write(text);
    },
    paint: {
      error: chalk.red,
      warning: chalk.yellow,
      info: chalk.blue,
      good: chalk.green,
      strong: chalk.bold,
      faint: chalk.dim,
    },
    isTerminal,
  };
}

/** The streams of this process; `colour` is the value of `--color` / `--no-color`, undefined when neither was given. */
export const systemTerminal = (colour: boolean | undefined): Terminal => ({
  cwd: process.cwd(),
  out: sink(process.stdout, colour),
  err: sink(process.stderr, colour),
  env: process.env,
});
