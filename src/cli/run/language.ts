// The commands of `run` by name: what a line means, what the help says, what a terminal completes.
import path from 'node:path';
import { inert } from '../../report/formats/inert.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { writeScenarios } from '../../runtime-check/scenario/write.js';
import type { Scenario } from '../../runtime-check/index.js';
import { acting } from './act.js';
import type { Command, CommandGroup, Complaint, Console } from './console.js';
import { going } from './go.js';
import { looking } from './look.js';

const saving = (name: string, overwrite: boolean, about: string): Command => ({
  name,
  usage: '<file> [name of the scenario]',
  about,
  perform: (rest, console) => {
    const [, file = '', title = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
    if (!/\.(?:ya?ml)$/.test(file)) return `Which file? ${name} <file>.yaml`;
    const text = writeScenarios([played(console, title === '' ? path.parse(file).name : title)]);
    const refusal = console.save(file, text, overwrite);
    if (refusal !== undefined) return inert(refusal);
    console.print(`  ${inert(file)} written`);
    return undefined;
  },
});

/** What was done, as a scenario that expects what came of it. */
function played({ run }: Console, name: string): Scenario {
  const { expect: _expected, ...scenario } = run.scenario;
  const isOver = run.stop !== undefined && run.stop.kind !== 'idle';
  if (!isOver) return { ...scenario, name };
  const { end, target } = run.result().value;
  return { ...scenario, name, expect: { end, ...(target === undefined ? {} : { target }) } };
}

const help: Command = {
  name: 'help',
  short: 'h',
  usage: '[command]',
  about: 'all commands, or one',
  completions: () => names(),
  perform: (rest, { print, paint }) => {
    if (rest === '') {
      for (const { heading, commands } of groups()) {
        print(paint.strong(heading), ...commands.flatMap(described));
      }
      return undefined;
    }
    const command = find(rest);
    if (command === undefined) return unknown(rest);
    print(...described(command));
    return undefined;
  },
};

const quit: Command = {
  name: 'quit',
  short: 'q',
  usage: '',
  about: 'leave',
  perform: (_rest, { settings }) => {
    settings.over = true;
    return undefined;
  },
};

/** All commands, as the help shows them. */
export const groups = (): readonly CommandGroup[] => [
  { heading: 'Go on', commands: going },
  { heading: 'Look', commands: looking },
  { heading: 'Do something from outside', commands: acting },
  {
    heading: 'Keep',
    commands: [
      saving('save', false, 'write what was done as a scenario for "check --scenario"'),
      saving('overwrite', true, 'the same, over a file that exists'),
      help,
      quit,
    ],
  },
];

const all = (): readonly Command[] => groups().flatMap(({ commands }) => commands);
const names = (): readonly string[] => all().map(({ name }) => name);

const titleOf = ({ name, short, usage }: Command): string =>
  `${name}${short === undefined ? '' : ` (${short})`} ${usage}`.trimEnd();

/** Columns before the explanation, and those of a line. */
const indent = 32;
const width = 100;

/** A command with its explanation beside it, below where that is too long. */
function described(command: Command): readonly string[] {
  const title = `  ${titleOf(command)}`;
  const lines: string[] = [];
  for (const word of command.about.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > width - indent) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  const [first = '', ...others] = lines.map((line) => `${' '.repeat(indent)}${line}`);
  return title.length + 2 > indent
    ? [title, first, ...others]
    : [`${title.padEnd(indent)}${first.trimStart()}`, ...others];
}

const find = (word: string): Command | undefined =>
  all().find(({ name, short }) => name === word || short === word);

const unknown = (word: string): string =>
  `There is no command "${inert(word)}"${suggestion(word, names()) || '; "help" lists them.'}`;

/** Carries out one line. Blank lines and those that begin with `#` do nothing. */
export async function perform(line: string, console: Console): Promise<Complaint> {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(line.trim()) ?? [];
  if (word === '' || word.startsWith('#')) return undefined;
  const command = find(word);
  return command === undefined ? unknown(word) : command.perform(rest.trim(), console);
}

/** What the last word of a line may become, and that word. The only one that it may become is complete: a blank follows. */
export function complete(line: string, console: Console): readonly [readonly string[], string] {
  const words = line.trimStart().split(/\s+/);
  const last = words.at(-1) ?? '';
  const known = words.length <= 1 ? names() : (find(words[0] ?? '')?.completions?.(words, console) ?? []);
  const fitting = known.filter((word) => word.startsWith(last)).map(inert);
  const [only = '', ...others] = fitting;
  return [others.length === 0 && /\w$/.test(only) ? [`${only} `] : fitting, last];
}
