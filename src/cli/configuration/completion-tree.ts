// What shells complete, as plain data out of the command tree: verbs, their options, and what each option takes.
import type { Command } from 'commander';

export interface CompletedOption {
  readonly flags: readonly string[];
  readonly about: string;
  /** `none`: takes no value; `file`: a path, or anything else that has no list. */
  readonly takes: 'none' | 'file' | readonly string[];
}

export interface CompletedVerb {
  /** `report merge`; '' for the program itself. */
  readonly verb: string;
  readonly about: string;
  readonly verbs: readonly string[];
  readonly options: readonly CompletedOption[];
}

/** Every verb, the program first. */
export function completedVerbs(program: Command, verb = ''): readonly CompletedVerb[] {
  const own: CompletedVerb = {
    verb,
    about: program.description(),
    verbs: program.commands.map((command) => command.name()),
    options: [
      ...program.options.map((option) => ({
        flags: [option.short, option.long].flatMap((flag) => (flag === undefined ? [] : [flag])),
        about: option.description,
        takes:
          option.argChoices ?? (option.required || option.optional ? ('file' as const) : ('none' as const)),
      })),
      { flags: ['-h', '--help'], about: 'print this help', takes: 'none' },
    ],
  };
  return [
    own,
    ...program.commands.flatMap((command) => completedVerbs(command, `${verb} ${command.name()}`.trim())),
  ];
}
