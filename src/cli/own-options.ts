// The options that name mappings of one's own; `convert` and the verbs that look something up take them alike.
import { InvalidArgumentError, Option, type Command } from 'commander';

/** An option that may be given several times, each with one value, so that it never takes an input for itself. */
export const repeated = (flags: string, description: string): Option =>
  new Option(flags, description).default([], 'none').argParser((value: string, before: readonly string[]) => {
    if (value === '') throw new InvalidArgumentError('It is empty.');
    return [...before, value];
  });

/** What these options give. */
export interface OwnOptions {
  /** False: `--no-overrides`. */
  readonly overrides?: string | false;
  readonly plugin: readonly string[];
}

/** Adds `--overrides`, `--plugin` and `--no-overrides`. */
export const addOwnOptions = (command: Command): Command =>
  command
    .option(
      '--overrides <file>',
      'what becomes of functions and objects otherwise (default: ird2scxml.overrides.yaml; docs/overrides.md)',
    )
    .addOption(
      repeated('--plugin <file>', 'ES module with mappings of your own (docs/plugins.md); may be repeated'),
    )
    .option('--no-overrides', 'leave ird2scxml.overrides.yaml alone');
