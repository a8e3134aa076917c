// `config print`: every setting that a verb would use, and where it was said.
import type { Command } from 'commander';
import { displayPath } from '../../batch/discover.js';
import type { Origin } from '../../config/resolve.js';
import { configuredVerbs, optionOf, settingsOf } from '../../config/settings.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { inert } from '../../report/formats/inert.js';
import { applyConfiguration, openConfiguration, type Configuration } from '../configuration/apply.js';
import { commandOf } from '../configuration/command-tree.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Sink, Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

export interface ConfigPrintOptions {
  readonly format: 'pretty' | 'json';
}

/** One line of the answer. */
interface PrintedSetting {
  readonly key: string;
  readonly value: unknown;
  readonly from: 'flag' | 'environment' | 'file' | 'default';
  /** `ird2scxml.config.yaml:3`, or the name of the variable; '' for the others. */
  readonly place: string;
}

/** Prints the settings of the verb that `words` begin with; the rest of them are flags for it. */
export async function printConfig(
  program: Command,
  words: readonly string[],
  { format }: ConfigPrintOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { verb, flags } = verbIn(words);
  const { config: named } = program.opts<{ readonly config?: string | boolean }>();
  const configuration = await openConfiguration(program, named, terminal);
  const verbs = verb === undefined ? configuredVerbs : [verb];
  const printed = verbs.map((each) => ({
    verb: each,
    settings: settingsPrinted(program, each, flags, configuration, terminal),
  }));
  const file = configuration.file === undefined ? undefined : displayPath(configuration.file, terminal.cwd);
  if (format === 'json') {
    const entries = printed.map(({ verb: name, settings }) => [
      name,
      Object.fromEntries(settings.map(({ key, ...rest }) => [key, rest])),
    ]);
    const answer = { file: file ?? null, verbs: Object.fromEntries(entries) as unknown };
    terminal.out.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    terminal.out.write(`Configuration file: ${file === undefined ? 'none' : inert(file)}\n`);
    for (const { verb: name, settings } of printed) writeSettings(name, settings, terminal.out);
  }
  return exitCodes.clean;
}

function verbIn(words: readonly string[]): { readonly verb?: string; readonly flags: readonly string[] } {
  const [first = '', second = ''] = words;
  if (words.length === 0) return { flags: [] };
  const verb = [`${first} ${second}`, first].find((each) => configuredVerbs.includes(each));
  if (verb !== undefined) return { verb, flags: words.slice(verb.split(' ').length) };
  const hint = suggestion(first, configuredVerbs);
  throw new UsageError(
    `"${inert(first)}" is no verb that has settings${hint || `; those are ${configuredVerbs.join(', ')}.`}`,
  );
}

function settingsPrinted(
  program: Command,
  verb: string,
  flags: readonly string[],
  configuration: Configuration,
  terminal: Terminal,
): readonly PrintedSetting[] {
  const command = commandOf(program, verb);
  if (command === undefined) throw new Error(`"${verb}" has settings and is no verb`);
  const { operands, unknown } = command.parseOptions([...flags]);
  command.args = operands;
  command.processedArgs = [operands];
  const [stranger] = unknown;
  if (stranger !== undefined) throw new UsageError(`"${verb}" has no option ${inert(stranger)}.`);
  const origins = applyConfiguration(command, configuration, terminal);
  return settingsOf(verb).map((setting) => {
    const name = optionOf(setting);
    const origin = origins.get(name);
    const isArgument = setting.isArgument === true;
    const value: unknown = (isArgument ? command.processedArgs[0] : command.getOptionValue(name)) ?? null;
    const isFlag = isArgument ? operands.length > 0 : command.getOptionValueSource(name) === 'cli';
    return { key: setting.key, value, ...whence(origin, isFlag) };
  });
}

function whence(origin: Origin | undefined, isFlag: boolean): Pick<PrintedSetting, 'from' | 'place'> {
  if (origin === undefined) return { from: isFlag ? 'flag' : 'default', place: '' };
  if (origin.from === 'environment') return { from: 'environment', place: origin.variable };
  const { file, start, end } = origin.span;
  // Modules have no lines that anybody could be sent to.
  const isPlaced = end.offset > start.offset;
  const place = isPlaced ? `${file}:${String(start.line)}` : file;
  // Answers of the command line join those of the file.
  return { from: 'file', place: isFlag ? `${place} and flags` : place };
}

function writeSettings(verb: string, settings: readonly PrintedSetting[], { write, paint }: Sink): void {
  const rows = settings.map(({ key, value, from, place }) => ({
    key,
    value: shown(value),
    from: place === '' ? from : place,
    isUsual: from === 'default',
  }));
  const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const keys = widest(rows.map(({ key }) => key));
  const values = Math.min(40, widest(rows.map(({ value }) => value)));
  write(`\n${paint.strong(verb)}\n`);
  for (const { key, value, from, isUsual } of rows) {
    const line = `  ${key.padEnd(keys)}  ${value.padEnd(values)}  ${inert(from)}`;
    write(`${isUsual ? paint.faint(line) : line}\n`);
  }
}

function shown(value: unknown): string {
  if (value === null) return '-';
  if (Array.isArray(value)) return value.length === 0 ? '-' : inert(value.map(String).join(', '));
  return inert(String(value));
}
