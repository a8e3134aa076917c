// Call Subroutine, Macro and Switch to Strategy: other strategies that run in the place of a block.
import type { PropertiesOf, Strategy, Variable } from '../../../ir/nodes.js';
import { staysInUrs } from '../../../ir/vocabulary/urs-only.js';
import type { IrdValue } from '../../evaluate/values.js';
import { BlockFailure, NotRunnable } from '../faults.js';
import type { Frame } from '../frame.js';
import type { BlockContext, BlockExit, Flow } from '../session.js';
import { failing } from './basics.js';
import { defineRunners } from './define.js';

type Inputs = PropertiesOf<'CallSubroutine'>['inputs'];
type Outputs = PropertiesOf<'CallSubroutine'>['outputs'];

/** More nested calls than these are taken for a subroutine that calls itself without end. */
const mostNested = 50;

const parameterOf = (strategy: Strategy, name: string | undefined): Variable | undefined =>
  strategy.variables.find((variable) => variable.name.toLowerCase() === (name ?? '').toLowerCase());

type Passed = readonly (readonly [formal: string, value: IrdValue])[];

/** The values of the parameters, in the order of the rows; one without a value fails the block, and nothing is called. */
function* parameters(strategy: Strategy, inputs: Inputs, cx: BlockContext): Flow<Passed> {
  const passed: [string, IrdValue][] = [];
  for (const { parameter, expression } of inputs) {
    const formal = parameterOf(strategy, parameter?.value);
    if (formal !== undefined && expression !== undefined)
      passed.push([formal.name, yield* failing(cx.property(expression))]);
  }
  return passed;
}

/** Runs it with its parameters by value: copied in before it starts, results copied back when it returns (assumption `subroutine.parameters`). */
function* run(strategy: Strategy, passed: Passed, outputs: Outputs, cx: BlockContext): Flow<BlockExit> {
  const results: [string, IrdValue][] = [];
  const end = yield* cx.call(
    strategy,
    (frame) => {
      for (const [name, value] of passed) frame.write(name, value);
    },
    (frame: Frame) => {
      for (const { parameter, variable } of outputs) {
        const formal = parameterOf(strategy, parameter?.value);
        const value = formal === undefined ? undefined : frame.read(formal.name);
        if (variable !== undefined && value !== undefined) results.push([variable.name, value]);
      }
    },
  );
  if (end === 'over') return 'over';
  for (const [name, value] of results) cx.frame.write(name, value);
  return 'success';
}

const depthKey = 'subroutine depth';

/** How many calls are open, this one included. */
function depthOf(notes: Map<string, unknown>): number {
  const known = notes.get(depthKey);
  return typeof known === 'number' ? known : 0;
}

const macrosKey = 'macros';

/** The macros that the present block stands in. */
function macrosIn(notes: Map<string, unknown>): readonly Strategy[] {
  const known = notes.get(macrosKey);
  return Array.isArray(known) ? (known as readonly Strategy[]) : []; // this file alone writes it
}

function found(name: string, kind: string, cx: BlockContext): Strategy {
  if (name === '') throw new NotRunnable(`it names no ${kind}`);
  const strategy = cx.session.program.strategy(name);
  if (strategy === undefined) throw new NotRunnable(`${kind} "${name}" is not known`);
  return strategy;
}

export const subroutines = defineRunners({
  *CallSubroutine({ properties }, cx) {
    const name = properties.subroutine?.value ?? '';
    const left = staysInUrs(name);
    if (left !== undefined) throw new NotRunnable(`subroutine "${name}" stays in URS: ${left}`);
    const strategy = found(name, 'subroutine', cx);
    const { notes } = cx.session.state;
    cx.session.assume('subroutine.parameters');
    const depth = depthOf(notes);
    if (depth >= mostNested) throw new BlockFailure('evaluation', 'subroutine calls are nested too deeply');
    const passed = yield* parameters(strategy, properties.inputs, cx);
    // A macro that is used by a subroutine stands there by itself, whatever the call stands in.
    const within = macrosIn(notes);
    notes.set(depthKey, depth + 1).set(macrosKey, []);
    const exit = yield* run(strategy, passed, properties.outputs, cx);
    notes.set(depthKey, depth).set(macrosKey, within);
    return exit;
  },
  *Macro({ properties }, cx) {
    const name = properties.macro?.value ?? '';
    const macro = found(name, 'macro', cx);
    if (macro.kind !== 'macro') throw new NotRunnable(`"${name}" is no macro`);
    cx.session.assume('macro.variables');
    const { notes } = cx.session.state;
    const within = macrosIn(notes);
    if (within.includes(macro)) throw new NotRunnable(`macro "${name}" uses itself`);
    const passed = yield* parameters(macro, properties.inputs, cx);
    notes.set(macrosKey, [...within, macro]);
    const exit = yield* run(macro, passed, properties.outputs, cx);
    notes.set(macrosKey, within);
    return exit;
  },
  *SwitchToStrategy({ properties }, cx) {
    const strategy = found(properties.strategy?.value ?? '', 'strategy', cx);
    cx.session.assume('switch.keeps');
    cx.session.state.notes.set(depthKey, 0).set(macrosKey, []);
    return { strategy };
  },
});
