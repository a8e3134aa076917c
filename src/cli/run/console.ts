// What the commands of `run` work with, and what a command is.
import type { DebugRun } from '../../runtime-check/run-debug.js';
import type { RunnablePage } from '../../runtime-check/run-prepare.js';
import type { Paint } from '../../report/formats/format.js';

/** One session of `run`. */
export interface Console {
  readonly page: RunnablePage;
  readonly run: DebugRun;
  readonly paint: Paint;
  /** Text of a page by the name that places use. */
  readonly source: (file: string) => string | undefined;
  /** Writes lines to where results go. They must be inert. */
  readonly print: (...lines: readonly string[]) => void;
  /** Lets signals arrive; true when somebody wants a long command to stop. */
  readonly isInterrupted: () => Promise<boolean>;
  /** Writes a file that the user named; gives the reason when it cannot. */
  readonly save: (file: string, text: string, overwrite: boolean) => string | undefined;
  readonly settings: Settings;
}

/** What commands change besides the run. */
export interface Settings {
  /** Show states, transitions, events and data while the run goes on. */
  detailed: boolean;
  /** Commands that did something to the run, with the moment when. */
  readonly history: { readonly at: number; readonly line: string }[];
  over: boolean;
}

/** Why a command could not be carried out; undefined when it was. */
export type Complaint = string | undefined;

export interface Command {
  readonly name: string;
  readonly short?: string;
  /** Its arguments, as the help shows them. */
  readonly usage: string;
  readonly about: string;
  /** Words that may stand where the last of `words` does. */
  readonly completions?: (words: readonly string[], console: Console) => readonly string[];
  readonly perform: (rest: string, console: Console) => Complaint | Promise<Complaint>;
}

/** Commands under one heading of the help. */
export interface CommandGroup {
  readonly heading: string;
  readonly commands: readonly Command[];
}
