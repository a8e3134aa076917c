// The verb `config` with its options and help; its code is loaded when it is called.
import { Option, type Command } from 'commander';
import type { ConfigPrintOptions } from '../commands/config.js';
import type { ExitCode } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

const printFormats = ['pretty', 'json'] as const;

/** Adds `config print`; `finish` takes the exit code. */
export function addConfigurationVerbs(
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('config')
    .description('show the settings that hold')
    .command('print')
    .description('print each setting of a verb, and where it comes from')
    .argument('[verb...]', 'verb, with options as they would be given; every verb when left out')
    .addOption(
      new Option('--format <name>', 'how the settings are written').choices(printFormats).default('pretty'),
    )
    .allowUnknownOption()
    .addHelpText('after', printExamples)
    .action(async (words: string[], options: ConfigPrintOptions) => {
      const { printConfig } = await import('../commands/config.js');
      finish(await printConfig(program, words, options, terminal));
    });
}

const printExamples = `
Examples:
  ird2scxml config print
  ird2scxml config print convert --fail-on warning
  ird2scxml config print convert --format json

Flags count more than the environment, that more than the file, and the section of a verb more than the top of the file.
`;
