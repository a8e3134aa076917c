// Evaluates an expression that is written as text, in the world of a scenario.
import type { Span } from '../../../src/diagnostics/index.js';
import { evaluate, type Evaluation } from '../../../src/equivalence/evaluate/evaluate.js';
import type { EvaluationContext } from '../../../src/equivalence/evaluate/context.js';
import { scenarioContext } from '../../../src/equivalence/evaluate/scenario-context.js';
import type { IrdValue } from '../../../src/equivalence/evaluate/values.js';
import { parseLanguage, print } from '../../../src/ird-parser/languages/index.js';
import { lowerAlone } from '../../../src/ir/lower-alone.js';
import type { IrdType } from '../../../src/ir/nodes.js';
import type { Scenario } from '../../../src/runtime-check/index.js';

export interface World {
  readonly variables?: Readonly<Record<string, readonly [type: IrdType, value: IrdValue]>>;
  readonly assumptions?: Readonly<Record<string, string>>;
  readonly scenario?: Partial<Scenario>;
  readonly ask?: EvaluationContext['ask'];
}

const afternoon = '2026-03-04T14:05:06.789Z';

/** The context of a scenario that begins on an afternoon in March unless it says otherwise. */
export function contextOf(world: World): EvaluationContext {
  const scenario: Scenario = { scenario: 1, name: 'test', clock: afternoon, ...world.scenario };
  return scenarioContext(scenario, {
    variables: new Map(Object.entries(world.variables ?? {}).map(([name, [, value]]) => [name, value])),
    assumptions: world.assumptions ?? {},
    now: () => Date.parse(scenario.clock ?? ''),
    ...(world.ask === undefined ? {} : { ask: world.ask }),
  });
}

/** What an expression comes to. */
export function evaluation(text: string, world: World = {}, cx = contextOf(world)): Evaluation {
  const span = (start = 0, end = text.length): Span => ({
    file: 'test',
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  });
  const { value, diagnostics } = parseLanguage('expression', { text, span }, '');
  const declared = Object.entries(world.variables ?? {}).map(([name, [type]]) => ({ name, type }));
  const lowered = lowerAlone(value, declared, {
    print: (tree) => print('threshold', tree),
    assumptions: world.assumptions ?? {},
  });
  const errors = [...diagnostics, ...lowered.diagnostics].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return evaluate(lowered.expr, cx);
}

/** The value of an expression, or `error: ` with the reason. */
export function valueOf(text: string, world: World = {}, cx = contextOf(world)): IrdValue {
  const found = evaluation(text, world, cx);
  return found.ok ? found.value : `${found.why}: ${found.reason}`;
}
