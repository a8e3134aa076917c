// Gives the options of a verb what the environment and the configuration file say. What stands on the command line counts more and is left alone.
import path from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { contentHash } from '../../batch/content-hash.js';
import type { LocatedConfig } from '../../config/read-text.js';
import { saidAbout, type Environment, type Origin, type Said } from '../../config/resolve.js';
import { configuredVerbs, fileVariable, optionOf, variables, type Setting } from '../../config/settings.js';
import { diagnose, wholeFile } from '../../diagnostics/index.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { inert } from '../../report/formats/inert.js';
import { settingsFault } from '../given-files.js';
import type { GivenFile } from '../pipeline.js';
import type { UsedConfiguration } from '../report-run.js';
import type { Terminal } from '../terminal.js';
import { factsFrom, optionsFor, verbOf } from './command-tree.js';
import { findConfig } from './find.js';

/** The configuration of a run. */
export interface Configuration {
  /** Absolute path; undefined when there is none. */
  readonly file: string | undefined;
  readonly config: LocatedConfig | undefined;
}

/** Whether a configuration can say anything to it. */
export const isConfigured = (command: Command): boolean => configuredVerbs.includes(verbOf(command));

/** Whether it can do nothing without inputs. `convert` says itself what it lacks: a list may name them. */
export const needsInputs = (command: Command): boolean =>
  ['audit', 'check', 'verify'].includes(verbOf(command));

/** What a report tells of the configuration of its run. */
export const usedOf = (
  { file, config }: Configuration,
  origins: ReadonlyMap<string, Origin>,
): UsedConfiguration => {
  const variables = [...origins.values()].flatMap((each) =>
    each.from === 'environment' ? [each.variable] : [],
  );
  return {
    ...(file === undefined || config === undefined
      ? {}
      : { file, hash: contentHash(JSON.stringify(config.value ?? {})) }),
    variables: [...new Set(variables)].sort(),
  };
};

/** Finds and loads the configuration. `named` is the value of `--config`, false after `--no-config`. */
export async function openConfiguration(
  program: Command,
  named: string | boolean | undefined,
  { cwd, env, err }: Terminal,
): Promise<Configuration> {
  warnOfVariables(env, err.write);
  const variable = env[fileVariable];
  const asked = typeof named === 'string' ? named : variable === '' ? undefined : variable;
  const file = named === false ? undefined : asked === undefined ? findConfig(cwd) : path.resolve(cwd, asked);
  if (file === undefined) return { file, config: undefined };
  const { loadConfig } = await import('./load.js');
  return { file, config: await loadConfig(file, cwd, factsFrom(program)) };
}

/** Sets the options and arguments of the command, and says where each value that it set comes from, by option in camel case. */
export function applyConfiguration(
  command: Command,
  { file, config }: Configuration,
  { cwd, env }: Terminal,
): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  const folder = file === undefined ? cwd : path.dirname(file);
  const all = saidAbout(verbOf(command), config, env);
  // Rows about another option look at what it has got.
  const ordered = [...all.filter(({ setting }) => setting.onlyWith === undefined), ...all];
  for (const said of ordered) {
    const { setting, origin } = said;
    const name = optionOf(setting);
    if (origins.has(name)) continue;
    const isGiven = isOnCommandLine(command, setting);
    // Each answer is a setting of its own: the command line changes some of them.
    if (isGiven && setting.kind !== 'answers') continue;
    if (setting.onlyWith !== undefined && command.getOptionValue(setting.onlyWith) !== true) continue;
    if (setting.notWith !== undefined && command.getOptionValueSource(setting.notWith) === 'cli') continue;
    const base = origin.from === 'file' ? folder : cwd;
    const place = (written: string): string => relativeTo(cwd, path.resolve(base, written));
    const value = optionValue(said, command, place, config === undefined ? [] : [config]);
    if (setting.isArgument === true) {
      command.processedArgs = [value];
      origins.set(name, origin);
      continue;
    }
    const before = isGiven ? (command.getOptionValue(name) as readonly string[]) : []; // lists hold texts
    command.setOptionValueWithSource(
      name,
      setting.kind === 'answers' ? [...(value as readonly string[]), ...before] : value,
      isGiven ? 'cli' : origin.from === 'file' ? 'config' : 'env',
    );
    origins.set(name, origin);
  }
  return origins;
}

const isOnCommandLine = (command: Command, setting: Setting): boolean =>
  setting.isArgument === true
    ? command.args.length > 0
    : command.getOptionValueSource(optionOf(setting)) === 'cli';

const relativeTo = (cwd: string, place: string): string => path.relative(cwd, place) || '.';

/** The value as the option would have it from the command line. */
function optionValue(
  said: Said,
  command: Command,
  place: (written: string) => string,
  given: readonly GivenFile[],
): unknown {
  const { setting, value } = said;
  if (typeof value === 'boolean') return value;
  if (setting.isArgument === true) return writtenAs(said, place);
  const [option] = optionsFor(command, setting).filter(({ negate }) => !negate);
  const parse = (text: string, before: unknown): unknown => {
    if (option?.parseArg === undefined) return text;
    try {
      return option.parseArg(text, before);
    } catch (error) {
      if (error instanceof InvalidArgumentError) throw refused(said, text, error.message, given);
      throw error;
    }
  };
  return writtenAs(said, place).reduce<unknown>((before, text) => parse(text, before), listStart(said));
}

const listStart = ({ setting }: Said): unknown =>
  ['paths', 'formats', 'answers'].includes(setting.kind) ? [] : undefined;

/** The words that would stand on the command line. */
function writtenAs({ setting, value }: Said, place: (written: string) => string): readonly string[] {
  const items = Array.isArray(value) ? value.map(String) : [String(value)];
  switch (setting.kind) {
    case 'flag':
    case 'text':
    case 'word':
    case 'count':
    case 'number':
      return items;
    case 'path':
    case 'path-or-false':
    case 'paths':
      return items.map((item) => (item === '-' ? item : place(item)));
    case 'formats':
      return items.map((item) => {
        const at = item.indexOf('=');
        return at < 0 ? item : `${item.slice(0, at)}=${place(item.slice(at + 1))}`;
      });
    case 'answers':
      return Object.entries(value as Readonly<Record<string, unknown>>).map(
        ([id, answer]) => `${id}=${String(answer)}`,
      ); // the schema has seen that it is a map
  }
}

function refused({ setting, origin }: Said, text: string, why: string, given: readonly GivenFile[]): Error {
  const reason = `"${text}": ${why}`;
  if (origin.from === 'environment') {
    const { variable: name } = origin;
    return settingsFault([diagnose('IRD8216', '', wholeFile(''), { name, reason })], []);
  }
  const wrong = { path: `"${setting.key}"`, what: `cannot be ${reason}` };
  return settingsFault([diagnose('IRD8212', '', origin.span, wrong)], given);
}

const ownPart = (name: string): string => name.replace(/^IRD2SCXML_/, '');

/** A misspelled variable would do nothing, and nobody would know. */
function warnOfVariables(env: Environment, write: (text: string) => void): void {
  for (const name of Object.keys(env).sort()) {
    if (!name.startsWith('IRD2SCXML_') || variables.includes(name)) continue;
    const nearest = nearestName(ownPart(name), variables.map(ownPart));
    if (nearest === undefined) continue;
    const hint = `; did you mean "IRD2SCXML_${nearest}"?`;
    const { code, message } = diagnose('IRD8217', '', wholeFile(''), { name, hint });
    write(`${code}  ${inert(message)}\n`);
  }
}
