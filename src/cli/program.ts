// The verbs with their options and help. Each verb's code is loaded when it is called, so that the others cost nothing.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { sandboxNames } from '../sandbox-file.js';
import { version } from '../version.js';
import { jobsOption, shardOption } from './batch-options.js';
import type { CheckOptions } from './commands/check.js';
import type { ConvertOptions } from './commands/convert.js';
import type { RunOptions } from './commands/run.js';
import { addAudit } from './audit/verb.js';
import { addConfigurationVerbs } from './configuration/verbs.js';
import { addDiff } from './diff/verb.js';
import { addEval } from './eval/verb.js';
import { addGraph } from './graph/verb.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { addLookUpVerbs } from './look-up-verbs.js';
import { addPipelineOptions } from './pipeline-options.js';
import { repeated } from './own-options.js';
import { addBaselineOption, addReportOptions } from './report-options.js';
import { addReportVerbs } from './report-verbs.js';
import { budgetOption, seedOption } from './verify/budget.js';
import { addVerify } from './verify/verb.js';
import { systemTerminal, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Parses the arguments, runs the verb, gives the exit code. */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  const terminal = systemTerminal(colourOption(args));
  let code: ExitCode = exitCodes.clean;
  const finish = (result: ExitCode): void => {
    code = result;
  };
  try {
    await createProgram(terminal, finish).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.trouble;
    if (!(error instanceof UsageError)) throw error;
    terminal.err.write(`${error.message}\n`);
    return exitCodes.trouble;
  }
}

/** The command tree; `finish` takes the exit code of the verb that ran. */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command('ird2scxml')
    .description(
      'Converts Genesys IRD routing strategies and Composer diagrams to SCXML for Orchestration Server, and runs the result in a bundled interpreter.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option(
      '--config <file>',
      'settings from that file (default: ird2scxml.config.yaml; docs/configuration.md)',
    )
    .option('--no-config', 'no settings from a file')
    .helpCommand(false)
    .configureOutput({ writeOut: terminal.out.write, writeErr: terminal.err.write })
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .showSuggestionAfterError(true)
    .exitOverride()
    .addHelpText('after', programExamples)
    .addHelpText('afterAll', settingsLine)
    .hook('preAction', async (_, command) => {
      await configure(program, command, terminal);
    });
  addConvert(program, terminal, finish);
  addAudit(program, terminal, finish);
  addCheck(program, terminal, finish);
  addRun(program, terminal, finish);
  addVerify(program, terminal, finish);
  addReportVerbs(program, terminal, finish);
  addGraph(program, terminal, finish);
  addDiff(program, terminal, finish);
  addLookUpVerbs(program, terminal, finish);
  addEval(program, terminal, finish);
  addConfigurationVerbs(program, terminal, finish);
  return program;
}

/** What the environment and the configuration file say reaches the options of the verb before its code runs. */
async function configure(program: Command, command: Command, terminal: Terminal): Promise<void> {
  const { isConfigured, openConfiguration, applyConfiguration, needsInputs, usedOf } =
    await import('./configuration/apply.js');
  if (isConfigured(command)) {
    const { config } = program.opts<{ readonly config?: string | boolean }>();
    const configuration = await openConfiguration(program, config, terminal);
    const origins = applyConfiguration(command, configuration, terminal);
    command.setOptionValueWithSource('usedConfiguration', usedOf(configuration, origins), 'config');
  }
  // A file may say these, so that commander cannot ask for them while it reads the command line.
  if (command.name() === 'convert' && command.getOptionValue('output') === undefined)
    command.error("error: required option '-o, --output <folder>' not specified");
  if (needsInputs(command) && [command.processedArgs[0]].flat().length === 0)
    command.error(`error: missing required argument '${command.registeredArguments[0]?.name() ?? ''}'`);
}

function addConvert(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('convert')
    .description('convert strategies to SCXML pages')
    .argument(
      '[inputs...]',
      'exported strategies (.xml), diagrams (.workflow), archives (.zip), folders or patterns',
    )
    .option('-o, --output <folder>', 'folder for the pages')
    .option('--files-from <file>', 'more inputs, one a line; - reads them from standard input')
    .option('--check', 'run every page through its scenarios', false)
    .addOption(repeated('--scenario <file>', 'scenarios to run (implies --check); may be repeated'))
    .option('--verify', 'show that every page does what its strategy does (implies --check)', false)
    .addOption(budgetOption())
    .addOption(seedOption())
    .option('--force', 'overwrite pages that exist with other content', false)
    .option('--merge', 'merge pages that were edited by hand with what is new (docs/batch.md)', false)
    .option('--dry-run', 'write nothing, print the patch of what would be written', false)
    .option('--no-cache', 'convert what is unchanged as well')
    .addOption(jobsOption('convert'))
    .addOption(shardOption('convert'));
  addPipelineOptions(command);
  addReportOptions(addBaselineOption(command))
    .addHelpText('after', convertExamples)
    .action(async (inputs: string[], options: ConvertOptions) => {
      const { convert } = await import('./commands/convert.js');
      finish(await convert(inputs, options, terminal));
    });
}

function addCheck(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .description('validate SCXML pages and run them through scenarios')
    .argument('[pages...]', 'pages (.scxml), folders or patterns')
    .addOption(
      repeated('--scenario <file>', 'scenarios to run instead of those beside the page; may be repeated'),
    )
    .option('--trace', 'show states, transitions, events, data and logs in the trace', false)
    .option(
      '--trace-file <file>',
      'write the traces of all runs as JSON lines, in full with --verbose or --trace (docs/trace.md)',
    )
    .option('--coverage', 'show which states and transitions the runs of a page have not reached', false)
    .option('--explore', 'look for scenarios that reach every state and transition, and run them', false)
    .addOption(
      new Option('--budget <runs>', 'runs that --explore may take for a page (default: 2000)').argParser(
        runCount,
      ),
    )
    .option('--write-scenarios <place>', 'write what --explore found to a file (.yaml) or folder')
    .addOption(engineOption());
  addReportOptions(addBaselineOption(command))
    .addHelpText('after', checkExamples)
    .action(async (pages: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.js');
      finish(await check(pages, options, terminal));
    });
}

function addRun(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('run')
    .description('run one page step by step, from a terminal or a list of commands')
    .argument('<page>', 'page (.scxml)')
    .option('--scenario <file>', 'scenario to begin with instead of those beside the page')
    .option('--name <scenario>', 'which scenario of the file; the first when left out')
    .option('--commands <file>', 'read the commands from a file instead of standard input')
    .option('--trace', 'show states, transitions, events and data, too', false)
    .option('--trace-file <file>', 'write the trace as JSON lines in the end (docs/trace.md)')
    .option('--compare <file>', 'show the first difference to a trace that was kept')
    .addOption(engineOption())
    .option('--color', 'colour, whatever the terminal says')
    .option('--no-color', 'no colour')
    .addHelpText('after', runExamples)
    .action(async (page: string, options: RunOptions) => {
      const { run } = await import('./commands/run.js');
      finish(await run(page, options, terminal));
    });
}

const engineOption = (): Option =>
  new Option('--engine <name>', 'engine that runs the scripts of the pages')
    .choices(sandboxNames)
    .default('quickjs-wasi');

function runCount(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('It is not a number of runs.');
  return Number(value);
}

function colourOption(args: readonly string[]): boolean | undefined {
  const last = args.findLast((arg) => arg === '--color' || arg === '--no-color');
  return last === undefined ? undefined : last === '--color';
}

const programExamples = `
Examples:
  ird2scxml convert exports/ -o pages            convert a folder
  ird2scxml convert exports/ -o pages --check    and run every page
  ird2scxml audit exports/ -o audit              what is there and what is to be done; writes no page
  ird2scxml check pages/Main.scxml               run a page, print the trace
  ird2scxml run pages/Main.scxml                 run a page step by step
  ird2scxml verify Main.xml pages/Main.scxml     do the strategy and its page do the same
  ird2scxml report report.json --format md       a stored report in another format
  ird2scxml graph Main.xml -o Main.svg           the flow of a strategy as a drawing
  ird2scxml diff old.json new.json               what is different between two reports, or strategies
  ird2scxml explain IRD8001                      what a finding means; functions and objects, too
  ird2scxml mappings --kind object               what is known, and what becomes of it
  ird2scxml eval "7 / 2"                         the value of an expression, by URS and on a page
  ird2scxml config print convert                 every setting, and where it comes from

Exit codes: 0 clean, 1 findings or failed runs, 2 usage, unwritten results or internal error, 130 interrupted.
`;

const settingsLine =
  'Settings: ird2scxml.config.yaml up to the root of the repository, or --config <file>; --no-config (docs/configuration.md).';

const convertExamples = `
Examples:
  ird2scxml convert Main.xml -o pages
  ird2scxml convert exports/ -o pages --check --format json=report.json
  ird2scxml convert "exports/**/*.xml" -o pages --profile our-export.json
  ird2scxml convert exports/ -o pages --assume selection.timeout=red --fail-on warning

A page exists afterwards as <strategy>.scxml, with <strategy>.trace.json beside it. Scenarios are looked for
beside each input (Main.xml: Main.scenarios.yaml). Files with other content are not overwritten without --force.
`;

const checkExamples = `
Examples:
  ird2scxml check pages/Main.scxml
  ird2scxml check pages/Main.scxml --scenario closed.yaml --trace
  ird2scxml check pages/ --trace-file runs.jsonl
  ird2scxml check pages/Main.scxml --explore --write-scenarios Main.scenarios.yaml
  ird2scxml check pages/ --coverage --format junit=tests.xml
  ird2scxml check pages/ --format json=checked.json
`;

const runExamples = `
Examples:
  ird2scxml run pages/Main.scxml                          then "help", "until state selection", "hangup", ...
  ird2scxml run pages/Main.scxml --scenario calls.yaml --name "closed on a holiday"
  ird2scxml run pages/Main.scxml --commands session.txt --trace-file run.jsonl
  echo continue | ird2scxml run pages/Main.scxml --compare run.jsonl

What is done to the page is kept as a scenario: "save calls.yaml" writes it, "check --scenario calls.yaml" repeats it (docs/run.md).
Exit codes: 0 clean, 1 the run failed, differs, or the page is not valid, 2 usage or a command that could not be carried out, 130 interrupted.
`;
