// Branching on conditions in order: what If, Segmentation objects and Composer's Branching have in common.
import type { Value } from '../../ir/nodes.js';
import type { BlockContext, Built, Region } from '../define.js';
import * as js from '../js.js';
import type { Statement } from '../js.js';
import type { Transition } from '../target-tree.js';

export interface Branch {
  readonly condition: Built;
  /** State that it leads to. */
  readonly target: string;
}

/**
 * The state that tries `branches` in order and else goes to `otherwise`. Conditions that can throw are computed in a script first: a
 * condition that throws counts as false in a transition, which would quietly take the wrong way.
 */
export function branchState(branches: readonly Branch[], otherwise: string, cx: BlockContext): Region {
  if (!branches.some((b) => b.condition.throws)) {
    const ways: readonly Transition[] = [
      ...branches.map((b) => ({ cond: b.condition.js, target: b.target })),
      { target: otherwise },
    ];
    return { states: [cx.scriptState({ statements: [], throws: false, success: ways, failure: otherwise })] };
  }
  const choice = js.path('_data.ird_choice');
  const statements = choose(branches, choice);
  const ways: readonly Transition[] = [
    ...branches.map((b, i) => ({ cond: js.binary(choice, '==', js.number(i + 1)), target: b.target })),
    { target: otherwise },
  ];
  const failure = cx.assume('error.condition') === 'red' ? otherwise : cx.frame.defaultRouting;
  return {
    states: [cx.scriptState({ statements, throws: true, success: ways, failure })],
  };
}

/** A condition of the strategy, and the state that it leads to. */
export interface Test {
  readonly condition: Value;
  readonly target: string;
}

/** The same for conditions that are not translated yet: what a later one asks for is asked for only when no earlier one holds. */
export function branchesInOrder(tests: readonly Test[], otherwise: string, cx: BlockContext): Region {
  if (!tests.some(({ condition }) => cx.asks(condition))) {
    const branches = tests.map((test) => ({ condition: cx.condition(test.condition), target: test.target }));
    return branchState(branches, otherwise, cx);
  }
  const choice = js.path('_data.ird_choice');
  const open = js.binary(choice, '==', js.number(0));
  cx.before([js.assign(choice, js.number(0))], false);
  tests.forEach(({ condition }, i) => {
    const choose = (): void => {
      const built = cx.condition(condition);
      const test = i === 0 || cx.asks(condition) ? built.js : js.binary(open, '&&', built.js);
      cx.before([js.when(test, [js.assign(choice, js.number(i + 1))])], built.throws);
    };
    if (i > 0 && cx.asks(condition)) cx.only(open, choose);
    else choose();
  });
  const ways: readonly Transition[] = [
    ...tests.map(({ target }, i) => ({ cond: js.binary(choice, '==', js.number(i + 1)), target })),
    { target: otherwise },
  ];
  return { states: [cx.scriptState({ statements: [], throws: false, success: ways, failure: otherwise })] };
}

/** `choice = 0; if (a) choice = 1; if (choice == 0 && b) choice = 2; ...`: flat, however many branches there are. */
function choose(branches: readonly Branch[], choice: js.Js): readonly Statement[] {
  const open = js.binary(choice, '==', js.number(0));
  return [
    js.assign(choice, js.number(0)),
    ...branches.map((b, i) =>
      js.when(i === 0 ? b.condition.js : js.binary(open, '&&', b.condition.js), [
        js.assign(choice, js.number(i + 1)),
      ]),
    ),
  ];
}
