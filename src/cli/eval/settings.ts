// What the options of `eval` say: variables with types, the interaction, the clock, the draws. What cannot be used ends the command.
import path from 'node:path';
import { toFloat, toInteger } from '../../equivalence/evaluate/values.js';
import { allowedValues, isAssumption } from '../../ir/assumptions/table.js';
import { findConstant } from '../../ir/vocabulary/functions.js';
import type { IrdType } from '../../ir/nodes.js';
import type { Override } from '../../mappings/overrides/model.js';
import { defaultTarget, isVersion } from '../../mappings/target-version.js';
import type { Scenario } from '../../runtime-check/index.js';
import { clockTime } from '../../runtime-check/scenario/check-meaning.js';
import { zoneName } from '../../runtime-check/world/calendar.js';
import type { EvalOptions } from '../commands/eval.js';
import { scenarioSource } from '../scenario-files.js';
import { UsageError } from '../usage-error.js';

export interface EvalVariable {
  readonly name: string;
  readonly type: IrdType;
  /** As a variable of that type holds it. */
  readonly value: string | number;
}

export interface EvalSettings {
  readonly variables: readonly EvalVariable[];
  readonly scenario: Scenario;
  readonly assumptions: Readonly<Record<string, string>>;
  /** The user's own mappings, in the order in which they are tried. */
  readonly own: readonly Override[];
  /** Version of Orchestration Server that the page is for. */
  readonly target: string;
}

/** Reads the options; `cwd` is where a scenario file is looked for, `own` what the options about own mappings say. */
export function evalSettings(options: EvalOptions, cwd: string, own: readonly Override[]): EvalSettings {
  const variables = options.var.map((given) => variableOf(...pair('--var', given)));
  const twice = variables.find(({ name }, index) => variables.findIndex((v) => v.name === name) < index);
  if (twice !== undefined) throw new UsageError(`The variable "${twice.name}" is given twice.`);
  const assumptions = Object.fromEntries(options.assume.map((given) => pair('--assume', given)));
  for (const [id, answer] of Object.entries(assumptions)) checkAnswer(id, answer);
  const base = scenarioOf(options.scenario, cwd);
  const { interaction = {}, ...world } = base;
  const given = Object.fromEntries(options.udata.map((each) => pair('--udata', each)));
  return {
    variables,
    assumptions,
    own,
    target: targetOf(options.target),
    scenario: {
      ...world,
      interaction: { ...interaction, udata: { ...interaction.udata, ...given } },
      ...(options.now === undefined ? {} : { clock: moment(options.now) }),
      ...(options.zone === undefined ? {} : { zone: zone(options.zone) }),
      ...(options.random.length === 0 ? {} : { random: options.random.map(draw) }),
    },
  };
}

function targetOf(version = defaultTarget): string {
  if (!isVersion(version))
    throw new UsageError(`"${version}" is no version of Orchestration Server, such as ${defaultTarget}.`);
  return version;
}

function checkAnswer(id: string, answer: string): void {
  if (!isAssumption(id)) {
    throw new UsageError(`There is no assumption "${id}"; docs/assumptions.md lists them.`);
  }
  const allowed = allowedValues(id);
  if (!allowed.includes(answer)) {
    throw new UsageError(
      `"${id}" can be ${allowed.map((each) => `"${each}"`).join(' or ')}, not "${answer}".`,
    );
  }
}

function pair(option: string, given: string): readonly [string, string] {
  const at = given.indexOf('=');
  if (at <= 0) throw new UsageError(`"${option} ${given}" should read ${option} name=value.`);
  return [given.slice(0, at), given.slice(at + 1)];
}

const typesOfVariables: readonly IrdType[] = ['INTEGER', 'FLOAT', 'STRING', 'LIST', 'DATE', 'TIME', 'DAY'];

/** `n=5` is an INTEGER, `n=5.5` a FLOAT, everything else a STRING; `n:TIME=9:00` says it. */
function variableOf(declared: string, text: string): EvalVariable {
  const [name = '', written] = declared.split(':');
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new UsageError(`"${name}" is no name of a variable.`);
  const type =
    written === undefined ? typeOf(text) : typesOfVariables.find((t) => t === written.toUpperCase());
  if (type === undefined) {
    throw new UsageError(`"${written ?? ''}" is no type; the types are ${typesOfVariables.join(', ')}.`);
  }
  return { name, type, value: stored(type, text) };
}

function typeOf(text: string): IrdType {
  if (/^[-+]?\d+$/.test(text)) return 'INTEGER';
  return /^[-+]?\d+\.\d+$/.test(text) ? 'FLOAT' : 'STRING';
}

function stored(type: IrdType, text: string): string | number {
  if (type === 'FLOAT') return toFloat(text);
  if (type !== 'INTEGER' && type !== 'DAY') return text;
  const named = type === 'DAY' ? findConstant(text) : undefined;
  return named?.returns === 'DAY' && typeof named.value === 'number' ? named.value : toInteger(text);
}

function moment(text: string): string {
  if (clockTime(text) === undefined) {
    throw new UsageError(`"--now ${text}" is no moment in UTC such as 2026-03-02T09:00:00Z.`);
  }
  return text;
}

function zone(name: string): string {
  if (zoneName(name) === undefined) throw new UsageError(`The time zone "${name}" is not known.`);
  return name;
}

function draw(text: string): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= 0 && value < 1)) throw new UsageError(`"--random ${text}" is no number from 0 up to 1.`);
  return value;
}

/** The first scenario of the file. */
function scenarioOf(file: string | undefined, cwd: string): Scenario {
  if (file === undefined) return { scenario: 1, name: 'eval' };
  const { value, diagnostics } = scenarioSource([path.resolve(cwd, file)], cwd).scenariosFor(file);
  const [first] = value;
  if (first !== undefined) return first;
  throw new UsageError(diagnostics[0]?.message ?? `"${file}" holds no scenario.`);
}
