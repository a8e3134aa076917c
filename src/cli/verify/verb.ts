// The verb `verify` with its options and help; its code is loaded when it is called.
import { Option, type Command } from 'commander';
import { sandboxNames } from '../../sandbox-file.js';
import { jobsOption, shardOption } from '../batch-options.js';
import type { VerifyOptions } from '../commands/verify.js';
import type { ExitCode } from '../exit-codes.js';
import { repeated } from '../own-options.js';
import { addPipelineOptions } from '../pipeline-options.js';
import { addBaselineOption, addReportOptions } from '../report-options.js';
import type { Terminal } from '../terminal.js';
import { budgetOption, seedOption } from './budget.js';

/** Adds `verify`; `finish` takes the exit code. */
export function addVerify(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('verify')
    .description('show that strategies and their pages do the same, or where they differ')
    .argument(
      '[inputs...]',
      'exported strategies (.xml), archives (.zip), folders or patterns; with pages (.scxml), these are compared, without them what the strategies convert to',
    )
    .addOption(
      repeated(
        '--scenario <file>',
        'compare in these scenarios alone, unless --budget asks for more; may be repeated',
      ),
    )
    .addOption(budgetOption())
    .addOption(seedOption())
    .option('--save <folder>', 'write the scenario of each difference to a file there')
    .addOption(
      new Option('--engine <name>', 'engine that runs the scripts of the pages')
        .choices(sandboxNames)
        .default('quickjs-wasi'),
    )
    .addOption(jobsOption('verify'))
    .addOption(shardOption('verify'));
  addPipelineOptions(command);
  addReportOptions(addBaselineOption(command))
    .addHelpText('after', examples)
    .action(async (inputs: string[], options: VerifyOptions) => {
      const { verify } = await import('../commands/verify.js');
      finish(await verify(inputs, options, terminal));
    });
}

const examples = `
Examples:
  ird2scxml verify Main.xml                            the strategy against what it converts to
  ird2scxml verify Main.xml pages/Main.scxml           against a page, fresh or edited by hand
  ird2scxml verify exports/ --min-claim equivalent     in CI: every strategy must be shown to be equivalent
  ird2scxml verify Main.xml pages/Main.scxml --save differences
  ird2scxml verify Main.xml pages/Main.scxml --scenario differences/Main-1.scenarios.yaml

Exit codes: 0 no difference, 1 a difference or another finding, 2 usage or internal error, 130 interrupted (docs/equivalence.md).
`;
