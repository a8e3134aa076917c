// The settings and the options of the command line belong together: every option is in the table, or on the list of exceptions with its reason.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandOf, optionsFor, verbOf } from '../../src/cli/configuration/command-tree.js';
import { exceptions } from '../../src/cli/configuration/exceptions.js';
import { schemas } from '../../src/cli/configuration/published.js';
import { createProgram } from '../../src/cli/program.js';
import { optionOf, settings, settingsOf, variables, verbsOf } from '../../src/config/settings.js';
import { plainPaint } from '../../src/report/formats/format.js';

const sink = { write: () => undefined, paint: plainPaint, isTerminal: false };
const program = createProgram({ cwd: '/', out: sink, err: sink, env: {} }, () => undefined);
const commands = (from: Command): readonly Command[] => [from, ...from.commands.flatMap(commands)];
const page = readFileSync(path.join(import.meta.dirname, '../../docs/configuration.md'), 'utf8');

describe('settings', () => {
  it('or exceptions know every option', () => {
    const unknown = commands(program).flatMap((command) => {
      const verb = verbOf(command);
      const settled = settingsOf(verb).map(optionOf);
      return command.options
        .filter(({ negate }) => !negate)
        .filter((option) => !settled.includes(option.attributeName()))
        .map(({ long }) => long ?? '')
        .filter((long) => !(long in exceptions) && !(`${verb} ${long}` in exceptions))
        .map(
          (long) => `${verb} ${long}: add a row to src/config/settings.ts, or the reason to exceptions.ts`,
        );
    });
    expect(unknown).toEqual([]);
  });

  it('stand for options that exist', () => {
    const missing = settings.flatMap((setting) =>
      verbsOf(setting)
        .filter((verb) => {
          const command = commandOf(program, verb);
          return setting.isArgument === true
            ? command?.registeredArguments.length !== 1
            : optionsFor(command, setting).length === 0;
        })
        .map((verb) => `${verb} has no option for "${setting.key}"`),
    );
    expect(missing).toEqual([]);
  });

  it('have exceptions that are needed', () => {
    const all = commands(program).flatMap((command) =>
      command.options.flatMap(({ long }) => [long ?? '', `${verbOf(command)} ${long ?? ''}`]),
    );
    const known = [...all, '--help'];
    expect(Object.keys(exceptions).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('and their variables stand in docs/configuration.md', () => {
    expect(
      [...settings.map(({ key }) => key), ...variables].filter((name) => !page.includes(`\`${name}\``)),
    ).toEqual([]);
  });

  it('of one key mean one option each', () => {
    const twice = settings.flatMap((setting, index) =>
      settings
        .slice(index + 1)
        .filter(({ key }) => key === setting.key)
        .flatMap((other) => verbsOf(other).filter((verb) => verbsOf(setting).includes(verb))),
    );
    expect(twice).toEqual([]);
  });
});

describe('the published schema', () => {
  const schema = schemas['config.schema.json'] ?? {};
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

  it('knows the words of the options and describes every key', () => {
    expect(JSON.stringify(schema)).toContain('"enum":["error","warning","info","never"]');
    expect(JSON.stringify(schema)).not.toContain('"description":""');
  });

  it.each([
    [{}, true],
    [
      { $schema: 'x', failOn: 'warning', overrides: false, convert: { output: 'pages', failOn: 'never' } },
      true,
    ],
    [{ eval: { format: 'json' }, check: { format: ['json', 'md=summary.md'] } }, true],
    [{ inputs: ['exports/'], check: { inputs: ['pages'] } }, true],
    [{ inputs: 'exports/' }, false],
    [{ eval: { format: ['json'] } }, false],
    [{ output: 'pages' }, false],
    [{ overrides: true }, false],
    [{ failOn: 'warn' }, false],
    [[], false],
  ])('judges %j', (value, isGood) => {
    expect(validate(value)).toBe(isGood);
  });
});
