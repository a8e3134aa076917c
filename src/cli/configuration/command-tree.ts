// The command tree, looked at by settings: which command a verb is, which option a setting stands for, and what that option says about itself.
import type { Command, Option } from 'commander';
import type { FactsOf } from '../../config/schema.js';
import { optionOf, type Setting } from '../../config/settings.js';

/** `report merge`: how a command is called below the program. */
export const verbOf = (command: Command): string =>
  command.parent === null ? '' : `${verbOf(command.parent)} ${command.name()}`.trim();

/** The command of a verb. */
export const commandOf = (program: Command, verb: string): Command | undefined =>
  verb
    .split(' ')
    .reduce<Command | undefined>(
      (command, name) => command?.commands.find((each) => each.name() === name),
      program,
    );

/** The options of a setting: `--no-x` and `--x` may stand beside each other. */
export const optionsFor = (command: Command | undefined, setting: Setting): readonly Option[] =>
  command?.options.filter((option) => option.attributeName() === optionOf(setting)) ?? [];

/** Facts for the schema. */
export const factsFrom =
  (program: Command): FactsOf =>
  (setting, verb) => {
    const [argument] = commandOf(program, verb)?.registeredArguments ?? [];
    if (setting.isArgument === true) return { about: argument?.description ?? '', choices: undefined };
    const options = optionsFor(commandOf(program, verb), setting);
    const said = options.find(({ negate }) => !negate) ?? options[0];
    return {
      about: said?.negate === true ? `false: ${said.description}` : (said?.description ?? ''),
      choices: said?.argChoices,
    };
  };
