// The verbs `config`, `init` and `completion` with their options and help; their code is loaded when it is called.
import { Argument, Option, type Command } from 'commander';
import type { ConfigPrintOptions } from '../commands/config.js';
import type { Shell } from '../commands/completion.js';
import type { InitOptions } from '../commands/init.js';
import type { ExitCode } from '../exit-codes.js';
import { failLevels } from '../exit.js';
import type { Terminal } from '../terminal.js';

const printFormats = ['pretty', 'json'] as const;

const shells: readonly Shell[] = ['bash', 'zsh', 'fish', 'pwsh'];

/** Adds `config print`, `init` and `completion`; `finish` takes the exit code. */
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
  program
    .command('init')
    .description('write a configuration to begin with, and overrides with what has no mapping yet')
    .argument('[inputs...]', 'exported strategies, folders or patterns that are audited for it')
    .option('-o, --output <folder>', 'folder for the pages', 'pages')
    .option('--profile <file>', 'export profile that describes the layout of the XML')
    .addOption(
      new Option('--fail-on <level>', 'lowest severity that makes the exit code 1')
        .choices(failLevels)
        .default('error'),
    )
    .option('--yes', 'ask nothing', false)
    .addHelpText('after', initExamples)
    .action(async (inputs: string[], options: InitOptions) => {
      const { init } = await import('../commands/init.js');
      finish(await init(program, inputs, options, terminal));
    });
  program
    .command('completion')
    .description('print a script that completes the command line in a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText('after', completionExamples)
    .action(async (shell: Shell) => {
      const { completion } = await import('../commands/completion.js');
      finish(completion(program, shell, terminal));
    });
}

const printExamples = `
Examples:
  ird2scxml config print
  ird2scxml config print convert --fail-on warning
  ird2scxml config print convert --format json

Flags count more than the environment, that more than the file, and the section of a verb more than the top of the file.
`;

const completionExamples = `
Examples:
  eval "$(ird2scxml completion bash)"                                    in ~/.bashrc
  source <(ird2scxml completion zsh)                                     in ~/.zshrc, after compinit
  ird2scxml completion fish > ~/.config/fish/completions/ird2scxml.fish
  ird2scxml completion pwsh | Out-String | Invoke-Expression             in $PROFILE
`;

const initExamples = `
Examples:
  ird2scxml init exports/
  ird2scxml init exports/ -o pages --fail-on warning --yes

It writes ird2scxml.config.yaml and, with inputs, ird2scxml.overrides.yaml into the working directory, and never over a file that exists.
It asks only on a terminal. Exit codes: 0 written, 1 everything exists already, 2 usage.
`;
