// `init`: writes a commented configuration, and overrides with what an audit of the inputs found no mapping for. What exists is left alone.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { discover } from '../../batch/discover.js';
import { writeTogether } from '../../batch/write-output.js';
import {
  areKept,
  firstConfig,
  firstOverrides,
  type FirstAnswers,
  type WantedMapping,
} from '../../config/init-text.js';
import { defaultTarget } from '../../mappings/target-version.js';
import { inert } from '../../report/formats/inert.js';
import { plural } from '../../report/formats/plural.js';
import { auditBatch } from '../audit/audit-batch.js';
import { factsFrom } from '../configuration/command-tree.js';
import { configNames } from '../configuration/find.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { failLevels } from '../exit.js';
import { watchInterrupt } from '../interrupt.js';
import { progressOn } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import { endings, preparePipeline, readOptionFiles, type PipelineOptions } from './convert.js';

export interface InitOptions {
  readonly output: string;
  readonly failOn: string;
  readonly profile?: string;
  /** Ask nothing. */
  readonly yes: boolean;
}

const configFile = 'ird2scxml.config.yaml';
const overridesFile = 'ird2scxml.overrides.yaml';

/** Writes the files into the working directory. */
export async function init(
  program: Command,
  given: readonly string[],
  options: InitOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd, err } = terminal;
  const present = configNames.find((name) => name !== 'package.json' && existsSync(path.join(cwd, name)));
  const hasOverrides = existsSync(path.join(cwd, overridesFile));
  for (const name of [present, hasOverrides ? overridesFile : undefined])
    if (name !== undefined) err.write(`${name} exists and is left alone\n`);
  if (present !== undefined && hasOverrides) return exitCodes.findings;
  // Node leaves isTTY undefined on files and pipes, against its own types.
  const mayAsk = !options.yes && Boolean(process.stdin.isTTY) && err.isTerminal;
  const { inputs, answers } = mayAsk
    ? await ask(given, options, terminal)
    : { inputs: given, answers: { ...options, inputs: given, profile: options.profile } };
  const wanted = hasOverrides ? undefined : await wantedIn(inputs, answers.profile, terminal);
  const files = [
    ...(present === undefined ? [{ name: configFile, text: firstConfig(answers, factsFrom(program)) }] : []),
    ...(wanted === undefined ? [] : [{ name: overridesFile, text: firstOverrides(wanted) }]),
  ];
  if (files.length === 0) {
    err.write('Nothing was written\n');
    return exitCodes.findings;
  }
  const result = writeTogether(cwd, files, false);
  if (result.status === 'failed')
    throw new UsageError(`"${result.name}" cannot be written: ${result.reason}.`);
  if (result.status === 'refused') throw new UsageError(`"${result.name}" has come into being meanwhile.`);
  for (const { name } of files) err.write(`${name} written\n`);
  if (wanted !== undefined)
    err.write(`${plural(wanted.length, 'function or object', 'functions and objects')} without a mapping\n`);
  const isConfigured = present === undefined && areKept(inputs);
  const named = inputs.map((input) => (/^[\w./-]+$/.test(input) ? input : `"${inert(input)}"`)).join(' ');
  err.write(`Next: ird2scxml convert${isConfigured ? '' : ` ${named || '<inputs>'}`}\n`);
  return exitCodes.clean;
}

/** What an audit of the inputs finds no mapping for; undefined without inputs. */
async function wantedIn(
  inputs: readonly string[],
  profile: string | undefined,
  terminal: Terminal,
): Promise<readonly WantedMapping[] | undefined> {
  if (inputs.length === 0) return undefined;
  const found = await discover(inputs, { cwd: terminal.cwd, endings, except: [] });
  if (found.value.length === 0)
    throw new UsageError(found.diagnostics.map(({ message }) => `${inert(message)}.`).join('\n'));
  const options: PipelineOptions = {
    ...(profile === undefined ? {} : { profile }),
    overrides: false,
    plugin: [],
    notes: true,
    selection: 'urs',
    ursCalls: true,
    priorityIncrements: 'resubmit',
    target: defaultTarget,
    assume: [],
  };
  const pipeline = preparePipeline(options, readOptionFiles(options, terminal.cwd), [], {
    audit: { minutesPerUnit: 5 },
    pages: false,
  });
  const interrupt = watchInterrupt();
  const progress = progressOn(terminal.err, true);
  const result = await auditBatch(found.value, pipeline, {
    isInterrupted: interrupt.isRequested,
    progress: progress.show,
    scenarios: undefined,
    add: () => undefined,
  });
  progress.clear();
  interrupt.release();
  result.close();
  if (result.interruptedAfter !== undefined) throw new UsageError('Interrupted: nothing was written.');
  if (result.estate.lines.length === 0)
    throw new UsageError('The inputs hold no strategy that can be read; "ird2scxml audit" says why.');
  return result.estate.inventory.filter(
    (line) => line.class === 'placeholder' || line.class === 'unsupported',
  );
}

interface Asked {
  readonly inputs: readonly string[];
  readonly answers: FirstAnswers;
}

/** Asks what the command line left out. */
async function ask(given: readonly string[], options: InitOptions, { err }: Terminal): Promise<Asked> {
  const lines = createInterface({ input: process.stdin });
  const typed = lines[Symbol.asyncIterator]();
  const question = async (text: string, usual: string): Promise<string> => {
    err.write(`${text} [${usual}] `);
    const { value, done } = await typed.next();
    // The end of the input takes what is usual for all that was not answered.
    const answer = done === true ? '' : value.trim();
    return answer === '' ? usual : answer;
  };
  const inputs = given.length > 0 ? given : [await question('Where are the exported strategies?', 'none')];
  const output = await question('Folder for the pages?', options.output);
  let failOn = await question(`Which findings fail the run (${failLevels.join(', ')})?`, options.failOn);
  while (!failLevels.some((level) => level === failOn)) {
    err.write(`"${inert(failOn)}" is none of ${failLevels.join(', ')}\n`);
    failOn = await question('Which findings fail the run?', options.failOn);
  }
  lines.close();
  const named = inputs.filter((input) => input !== 'none');
  return { inputs: named, answers: { inputs: named, output, failOn, profile: options.profile } };
}
