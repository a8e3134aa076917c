// The options that every command with a report has: formats, what is shown, and the gates.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { csvDelimiters } from '../report/formats/format.js';
import type { RenderOptions } from '../report/formats/format.js';
import { listedFormats } from '../report/formats/table.js';
import type { OpenBaseline } from './baseline-file.js';
import { failLevels, gateClaims, gateStatuses, type FailLevel, type Gates } from './exit.js';
import { repeated } from './own-options.js';
import type { Terminal } from './terminal.js';

export interface ReportOptions extends Gates {
  readonly format: readonly string[];
  readonly baseline?: string;
  readonly maxProblems?: number;
  readonly htmlPages?: number;
  readonly csvDelimiter: keyof typeof csvDelimiters;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** What the renderers get of the options. */
export const renderingOf = (options: ReportOptions): Omit<RenderOptions, 'paint' | 'source'> => ({
  verbose: options.verbose,
  csvDelimiter: csvDelimiters[options.csvDelimiter],
  failOn: options.failOn,
  ...(options.maxProblems === undefined ? {} : { maxProblems: options.maxProblems }),
  ...(options.htmlPages === undefined ? {} : { htmlLimit: options.htmlPages }),
});

/** Opens the baseline that the options name. Reading one takes libraries that most runs do without. */
export async function baselineFor(
  { baseline }: Pick<ReportOptions, 'baseline'>,
  { cwd }: Terminal,
): Promise<OpenBaseline | undefined> {
  if (baseline === undefined) return undefined;
  const { openBaseline } = await import('./baseline-file.js');
  return openBaseline(baseline, cwd);
}

/** Adds the options; `failOn` is what holds when nothing is said. */
export function addReportOptions(command: Command, failOn: FailLevel = 'error'): Command {
  return addOutputOptions(command)
    .addOption(
      new Option('--fail-on <level>', 'lowest severity that makes the exit code 1')
        .choices(failLevels)
        .default(failOn),
    )
    .addOption(new Option('--max-warnings <count>', 'more warnings make the exit code 1').argParser(count))
    .addOption(
      new Option('--min-status <status>', 'a strategy below it makes the exit code 1').choices(gateStatuses),
    )
    .addOption(
      new Option('--min-claim <claim>', 'a strategy below it makes the exit code 1').choices(gateClaims),
    );
}

/** Adds `--baseline`: for the commands that find something. */
export const addBaselineOption = (command: Command): Command =>
  command.option('--baseline <file>', 'accept the findings that this file lists (docs/reports.md)');

function addOutputOptions(command: Command): Command {
  const names = listedFormats.map(({ name }) => name).join(', ');
  return command
    .addOption(
      repeated('--format <name[=file]>', `report as ${names}, to standard output or a file; may be repeated`),
    )
    .addOption(
      new Option('--max-problems <count>', 'problems that are shown (default: 100)').argParser(count),
    )
    .addOption(
      new Option(
        '--html-pages <count>',
        'more strategies make the HTML report an index and a folder of pages (default: 200)',
      ).argParser(count),
    )
    .addOption(
      new Option('--csv-delimiter <name>', 'between the cells of CSV')
        .choices(Object.keys(csvDelimiters))
        .default('comma'),
    )
    .option('--verbose', 'show notes and repeated findings in full', false)
    .addOption(
      new Option('--quiet', 'no findings and no summary on standard error')
        .default(false)
        .conflicts('verbose'),
    )
    .option('--color', 'colour, whatever the terminal says')
    .option('--no-color', 'no colour');
}

function count(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It is not a whole number.');
  return Number(value);
}
