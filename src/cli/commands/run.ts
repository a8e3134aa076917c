// `run`: a page, step by step. Commands come from a terminal, a pipe or a file; what was done can be saved as a scenario.
import path from 'node:path';
import { displayPath } from '../../batch/discover.js';
import { decodeText, readBytes } from '../../batch/read-file.js';
import { writeTogether } from '../../batch/write-output.js';
import { hasErrors, type Diagnostic } from '../../diagnostics/index.js';
import { buildReport } from '../../report/build.js';
import { inert } from '../../report/formats/inert.js';
import { renderPretty } from '../../report/formats/pretty.js';
import { defaultScenarios, traceJsonLines, validatePage, type Scenario } from '../../runtime-check/index.js';
import { debugRun } from '../../runtime-check/run-debug.js';
import { preparePage, type RunnablePage } from '../../runtime-check/run-prepare.js';
import type { KeptTrace } from '../../runtime-check/trace-compare.js';
import { clock } from '../../runtime-check/trace-format.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { sandboxNamed, type SandboxName } from '../../sandbox-file.js';
import { version } from '../../version.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { decodePage, filesBeside } from '../page-files.js';
import { keepInputs, writeResult } from '../report-targets.js';
import { compareTraces, readKept } from '../run/compare.js';
import type { Console } from '../run/console.js';
import { complete, perform } from '../run/language.js';
import { linesOf, standardInput, type LineSource } from '../run/lines.js';
import { standing } from '../run/show.js';
import { scenarioSource } from '../scenario-files.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

export interface RunOptions {
  readonly scenario?: string;
  /** Which scenario of the file. */
  readonly name?: string;
  /** A file with commands, instead of the standard input. */
  readonly commands?: string;
  /** Show states, transitions, events and data from the beginning. */
  readonly trace: boolean;
  readonly engine: SandboxName;
  readonly traceFile?: string;
  /** A trace that was kept: the first difference to it is shown. */
  readonly compare?: string;
}

/** Without a scenario: a call, and nobody who takes it. */
const emptyScenario: Scenario = { scenario: 1, name: 'by hand', world: { defaultDestination: 'default' } };

/** Runs a page as the commands say. */
export async function run(page: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const place = path.resolve(terminal.cwd, page);
  const shown = displayPath(place, terminal.cwd);
  const named = [page, options.scenario, options.commands, options.compare];
  keepInputs(
    [{ file: options.traceFile === undefined ? undefined : path.resolve(terminal.cwd, options.traceFile) }],
    named.flatMap((file) => (file === undefined ? [] : [{ path: path.resolve(terminal.cwd, file) }])),
  );
  const decoded = decodePage(readNamed(place, shown), shown);
  const { text } = decoded;
  const commands =
    options.commands === undefined
      ? undefined
      : decodeText(readNamed(path.resolve(terminal.cwd, options.commands), options.commands));
  const files = filesBeside(place, shown);
  const source = (file: string): string | undefined => (file === shown ? text : files.texts.get(file));
  const report = (diagnostics: readonly Diagnostic[]): void => {
    // Notes are for the check of a page, not for who steers it.
    const told = diagnostics.filter(({ severity }) => severity !== 'info');
    const found = buildReport({ version, command: 'run', files: 1, strategies: [], diagnostics: told });
    for (const chunk of renderPretty(found, { paint: terminal.err.paint, source, verbose: false })) {
      terminal.err.write(chunk);
    }
  };
  const kept = options.compare === undefined ? undefined : readKept(options.compare, terminal.cwd);
  const scenario = chooseScenario(place, options, terminal, report);
  if (scenario === undefined) return exitCodes.findings;
  const validation = decoded.isDecoded
    ? [...decoded.diagnostics, ...validatePage(text, shown, files.resolve)]
    : decoded.diagnostics;
  const prepared = await preparePage(text, shown, {
    wasm: await sandboxNamed(options.engine),
    verbose: true,
    resolve: files.resolve,
  });
  if (hasErrors(validation) || prepared.value === undefined) {
    report(hasErrors(validation) ? validation : prepared.diagnostics);
    terminal.err.write(`Exit ${exitCodes.findings}: the page is not valid\n`);
    return exitCodes.findings;
  }
  return steer(prepared.value, scenario, { shown, source, commands, kept, report, options, terminal });
}

interface Setting {
  readonly shown: string;
  readonly source: Console['source'];
  /** The text of the file with commands. */
  readonly commands: string | undefined;
  readonly kept: readonly KeptTrace[] | undefined;
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  readonly options: RunOptions;
  readonly terminal: Terminal;
}

async function steer(page: RunnablePage, scenario: Scenario, setting: Setting): Promise<ExitCode> {
  const { shown, options, terminal } = setting;
  const interrupt = watchInterrupt();
  const debug = debugRun(page, scenario);
  const settings = { detailed: options.trace, history: [], over: false };
  const lines: LineSource =
    setting.commands === undefined
      ? standardInput((line) => complete(line, console))
      : linesOf(setting.commands);
  let isInterrupted = false;
  const console: Console = {
    page,
    run: debug,
    paint: terminal.out.paint,
    source: setting.source,
    print: (...printed) => {
      terminal.out.write(printed.map((line) => `${line}\n`).join(''));
    },
    isInterrupted: async () => {
      // A signal ends a script of commands; in a terminal, Ctrl-C ends the one that runs.
      isInterrupted = (await interrupt.isRequested()) || isInterrupted;
      return lines.wasInterrupted() || isInterrupted;
    },
    save: (file, text, overwrite) => saveTo(path.resolve(terminal.cwd, file), file, text, overwrite),
    settings,
  };
  try {
    if (lines.isInteractive)
      terminal.out.write(`${inert(shown)}, scenario "${inert(scenario.name)}"; "help" lists the commands\n`);
    console.print(standing(console));
    const complaints = await converse(lines, console, terminal);
    isInterrupted = (await console.isInterrupted()) || isInterrupted;
    const refusals = writeTrace(console, setting);
    for (const refusal of refusals) terminal.err.write(`${inert(refusal)}\n`);
    if (isInterrupted) {
      terminal.err.write(`Exit ${exitCodes.interrupted}: interrupted\n`);
      return exitCodes.interrupted;
    }
    if (refusals.length > 0) return exitCodes.trouble;
    if (setting.kept !== undefined && compareTraces(console, setting.kept, terminal))
      return exitCodes.findings;
    return verdict(console, lines.isInteractive ? 0 : complaints, setting);
  } finally {
    lines.close();
    interrupt.release();
    debug.dispose();
  }
}

/** Carries out line after line; gives the number of those that could not be. */
async function converse(lines: LineSource, console: Console, terminal: Terminal): Promise<number> {
  let complaints = 0;
  while (!console.settings.over) {
    const line = await lines.next(promptOf(console));
    if (line === undefined) break;
    const complaint = await perform(line, console);
    if (complaint !== undefined) {
      complaints++;
      terminal.err.write(`${terminal.err.paint.error(complaint)}\n`);
    }
    if (!lines.isInteractive && (await console.isInterrupted())) break;
  }
  return complaints;
}

const promptOf = ({ run: { now, view } }: Console): string => {
  const state = view().states.at(-1) ?? '';
  return `${clock(now)} ${inert(state)}> `;
};

function verdict(console: Console, complaints: number, { report, terminal }: Setting): ExitCode {
  const { stop } = console.run;
  if (stop !== undefined && stop.kind !== 'idle') {
    const { diagnostics } = console.run.result();
    report(diagnostics);
    if (hasErrors(diagnostics) && complaints === 0) {
      terminal.err.write(`Exit ${exitCodes.findings}: the run failed\n`);
      return exitCodes.findings;
    }
  }
  if (complaints === 0) return exitCodes.clean;
  const what = complaints === 1 ? '1 command' : `${String(complaints)} commands`;
  terminal.err.write(`Exit ${exitCodes.trouble}: ${what} could not be carried out\n`);
  return exitCodes.trouble;
}

const writeTrace = ({ run: debug }: Console, { options, shown, terminal }: Setting): readonly string[] =>
  options.traceFile === undefined
    ? []
    : writeResult(
        path.resolve(terminal.cwd, options.traceFile),
        traceJsonLines(debug.result().value, { page: shown, verbose: options.trace }),
      );

function saveTo(file: string, shown: string, text: string, overwrite: boolean): string | undefined {
  const result = writeTogether(path.dirname(file), [{ name: path.basename(file), text }], overwrite);
  switch (result.status) {
    case 'written':
    case 'unchanged':
      return undefined;
    case 'refused':
      return `"${shown}" exists with other content; "overwrite" writes over it.`;
    case 'failed':
      return `"${shown}" cannot be written: ${result.reason}.`;
  }
}

function readNamed(place: string, shown: string): Uint8Array {
  const content = readBytes(place);
  if (!content.ok) throw new UsageError(`"${inert(shown)}" cannot be read: ${content.reason}.`);
  return content.bytes;
}

/** The scenario that is asked for; undefined when its file has mistakes, which were reported. */
function chooseScenario(
  page: string,
  { scenario, name }: RunOptions,
  { cwd, err }: Terminal,
  report: (diagnostics: readonly Diagnostic[]) => void,
): Scenario | undefined {
  const found = scenarioSource(scenario === undefined ? [] : [scenario], cwd).scenariosFor(page);
  if (hasErrors(found.diagnostics)) {
    report(found.diagnostics);
    err.write(`Exit ${exitCodes.findings}: the scenarios cannot be used\n`);
    return undefined;
  }
  const isDefault = found.value === defaultScenarios;
  const names = found.value.map((each) => each.name);
  if (name !== undefined) {
    const named = found.value.find((each) => each.name === name);
    if (named !== undefined) return named;
    const hint = suggestion(name, names) || `; there are ${names.map((each) => `"${each}"`).join(', ')}.`;
    throw new UsageError(inert(`There is no scenario "${name}"${hint}`));
  }
  const [first, ...others] = isDefault ? [emptyScenario] : found.value;
  if (first !== undefined && others.length > 0) {
    err.write(
      inert(
        `Scenario "${first.name}"; --name chooses another: ${others.map((each) => `"${each.name}"`).join(', ')}`,
      ) + '\n',
    );
  }
  return first ?? emptyScenario;
}
