// The verb `audit` with its options and help; its code is loaded when it is called.
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { AuditOptions } from '../commands/audit.js';
import type { ExitCode } from '../exit-codes.js';
import { addPipelineOptions } from '../pipeline-options.js';
import { addBaselineOption, addReportOptions } from '../report-options.js';
import type { Terminal } from '../terminal.js';

/** Adds `audit`; `finish` takes the exit code. */
export function addAudit(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('audit')
    .description('say what strategies hold and need, without writing a page')
    .argument(
      '[inputs...]',
      'exported strategies (.xml), diagrams (.workflow), archives (.zip), folders or patterns',
    )
    .option('-o, --output <folder>', 'folder for the tables, the plan of test calls and the report')
    .option('--dns <file>', 'table of DNs and their strategies, for the cut-over sheet (docs/audit.md)')
    .addOption(
      new Option('--minutes-per-unit <minutes>', 'what one cost unit of effort is worth')
        .argParser(minutes)
        .default(5),
    );
  addPipelineOptions(command);
  addReportOptions(addBaselineOption(command))
    .addHelpText('after', examples)
    .action(async (inputs: string[], options: AuditOptions) => {
      const { audit } = await import('../commands/audit.js');
      finish(await audit(inputs, options, terminal));
    });
}

function minutes(value: string): number {
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(value) || Number(value) === 0)
    throw new InvalidArgumentError('It is not a number of minutes.');
  return Number(value);
}

const examples = `
Examples:
  ird2scxml audit exports/                                  the summary
  ird2scxml audit exports/ -o audit                         and tables, report.json, calls.mmd, tests.md
  ird2scxml audit exports/ -o audit --dns dns.csv           and the cut-over sheet
  ird2scxml audit exports/ --minutes-per-unit 15 --format json=report.json
  ird2scxml audit exports/ --assume selection.timeout=green --fail-on never

The summary goes to standard output, findings go to standard error. Files of an earlier audit in the folder give way.
`;
