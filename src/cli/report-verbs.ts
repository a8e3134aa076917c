// The verbs about stored reports: `report`, `report merge`, `baseline write`, `baseline prune`.
import type { Command } from 'commander';
import type { BaselineOptions } from './commands/baseline.js';
import type { MergeOptions } from './commands/report.js';
import type { ExitCode } from './exit-codes.js';
import { addReportOptions, type ReportOptions } from './report-options.js';
import type { Terminal } from './terminal.js';

/** The file that `baseline write` writes when nothing is said. */
const usualBaseline = 'ird2scxml.baseline.json';

/** Adds `report` and `baseline`; `finish` takes the exit code. */
export function addReportVerbs(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  addReport(program, terminal, finish);
  addBaseline(program, terminal, finish);
}

function addReport(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('report')
    .description('render a stored report in other formats, or merge several')
    .argument('<report>', 'report as JSON or JSON lines');
  addReportOptions(command, 'never')
    .addHelpText('after', reportExamples)
    .action(async (file: string, options: ReportOptions) => {
      const { report } = await import('./commands/report.js');
      finish(await report(file, options, terminal));
    });
  command
    .command('merge')
    .description('put the reports of parts of an estate together')
    .argument('<reports...>', 'reports as JSON or JSON lines')
    .requiredOption('-o, --output <file>', 'merged report; JSON lines when it ends in .jsonl')
    .option('--mixed', 'also reports that different versions or tables have made', false)
    .action(async (files: string[], options: MergeOptions) => {
      const { merge } = await import('./commands/report.js');
      finish(merge(files, options, terminal));
    });
}

function addBaseline(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('baseline')
    .description('accept known findings until they are dealt with')
    .addHelpText('after', baselineExamples);
  const add = (verb: string, about: string): Command =>
    command
      .command(verb)
      .description(about)
      .argument('<report>', 'report as JSON or JSON lines')
      .option('--baseline <file>', 'the file of the baseline', usualBaseline);
  add('write', 'write the errors and warnings of a report down as known')
    .option('--accept-new', 'also those that the present file does not have', false)
    .action(async (file: string, options: BaselineOptions) => {
      const { writeBaseline } = await import('./commands/baseline.js');
      finish(writeBaseline(file, options, terminal));
    });
  add('prune', 'take out what a report no longer has').action(
    async (file: string, options: BaselineOptions) => {
      const { pruneBaseline } = await import('./commands/baseline.js');
      finish(pruneBaseline(file, options, terminal));
    },
  );
}

const reportExamples = `
Examples:
  ird2scxml report report.json --format sarif=out.sarif --format md=summary.md
  ird2scxml report report.jsonl --format csv --csv-delimiter semicolon > findings.csv
  ird2scxml report report.json --min-status review --max-warnings 10
  ird2scxml report merge part1.json part2.json -o report.json
`;

const baselineExamples = `
Examples:
  ird2scxml convert exports/ -o pages --format json=report.json
  ird2scxml baseline write report.json
  ird2scxml convert exports/ -o pages --baseline ird2scxml.baseline.json    fails on new findings and on stale entries
  ird2scxml baseline prune report.json
`;
