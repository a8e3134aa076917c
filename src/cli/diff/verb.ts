// The verb `diff` with its options and help; its code is loaded when it is called.
import { Option, type Command } from 'commander';
import { diffFormats, type DiffOptions } from './options.js';
import type { ExitCode } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

/** Adds `diff`; `finish` takes the exit code. */
export function addDiff(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('diff')
    .description('say what is different between two reports, or two versions of a strategy')
    .argument('<old>', 'report (.json, .jsonl), or file with strategies')
    .argument('<new>', 'the same, later')
    .addOption(new Option('--format <name>', 'how it is said').choices(diffFormats).default('pretty'))
    .option('-o, --output <file>', 'write it to a file instead of standard output')
    .option(
      '--profile <file>',
      'export profile that describes the layout of the XML (docs/export-profile.md)',
    )
    .option('--exit-code', 'end with 1 when there is a difference', false)
    .option('--color', 'colour, whatever the terminal says')
    .option('--no-color', 'no colour')
    .addHelpText('after', examples)
    .action(async (old: string, now: string, options: DiffOptions) => {
      const { diff } = await import('../commands/diff.js');
      finish(diff(old, now, options, terminal));
    });
}

const examples = `
Examples:
  ird2scxml diff last-week.json today.json                  what became better, what worse
  ird2scxml diff main.json branch.json --format md -o pull-request.md
  ird2scxml diff exports/2024/Main.xml exports/Main.xml     blocks, links and settings, whatever the order in the file
  ird2scxml diff old/Main.xml new/Main.xml --exit-code --format json

Exit codes: 0 compared, 1 different (with --exit-code), 2 usage or a file that cannot be read (docs/diff.md).
`;
