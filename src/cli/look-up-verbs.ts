// The verbs that look something up in the tables: what is built in, and what the user decides about it.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { evidences } from '../ir/vocabulary/facts.js';
import { dispositions } from '../mappings/define.js';
import { entryKinds } from '../mappings/entry-kinds.js';
import type { MappingsOptions } from './commands/mappings.js';
import type { ExitCode } from './exit-codes.js';
import { addOwnOptions, type OwnOptions } from './own-options.js';
import type { Terminal } from './terminal.js';

/** What `mappings --format` takes. */
export const listingFormats = ['pretty', 'json', 'csv', 'md'] as const;

/** Adds `explain` and `mappings`; `finish` takes the exit code. */
export function addLookUpVerbs(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .description('print what a finding, a function or an object means and what becomes of it')
    .argument(
      '<words...>',
      'code of a finding, or name of a function or object, e.g. IRD8001, GetPriority, Selection',
    );
  addOwnOptions(command)
    .addHelpText('after', explainExamples)
    .action(async (words: string[], options: OwnOptions) => {
      const { explain } = await import('./commands/explain.js');
      finish(await explain(words.join(' '), options, terminal));
    });
  addMappings(program, terminal, finish);
}

function addMappings(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const filter = (flags: string, about: string, choices: readonly string[]): Option =>
    new Option(flags, `${about}; may be repeated`)
      .choices(choices)
      .default([], 'all')
      .argParser((value: string, before: readonly string[]) => {
        if (choices.includes(value)) return [...before, value];
        throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
      });
  const command = program
    .command('mappings')
    .description('list every function and object that is known, with what becomes of it')
    .addOption(
      new Option('--format <name>', 'how the list is written').choices(listingFormats).default('pretty'),
    )
    .addOption(filter('--kind <kind>', 'only entries of that kind', entryKinds))
    .addOption(filter('--disposition <word>', 'only entries that become that', dispositions))
    .option('--target <version>', 'mark what needs a later version of Orchestration Server than that')
    .addOption(filter('--evidence <word>', 'only entries that are known that well', evidences));
  addOwnOptions(command)
    .addHelpText('after', mappingsExamples)
    .action(async (options: MappingsOptions) => {
      const { mappings } = await import('./commands/mappings.js');
      finish(await mappings(options, terminal));
    });
}

const explainExamples = `
Examples:
  ird2scxml explain IRD8001
  ird2scxml explain GetPriority
  ird2scxml explain Routing Rule
`;

const mappingsExamples = `
Examples:
  ird2scxml mappings --kind object
  ird2scxml mappings --disposition placeholder --disposition urs
  ird2scxml mappings --evidence unverified --format csv > unverified.csv
`;
