// What a block takes of the answer of a service: single values by name, the whole as text or as a list.
import type { PropertiesOf } from '../../../ir/nodes.js';
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Statement } from '../../js.js';
import { storedAs } from '../../stored-value.js';
import type { Action, StateNode } from '../../target-tree.js';

type Wanted = Pick<PropertiesOf<'DatabaseWizard'>, 'outputs' | 'result'>;

const answer = (cx: BlockContext): js.Js => cx.shared('answer', 'What a service answered last.');

/** Keeps the answer as it came. */
export const keepAnswer = (cx: BlockContext): Action => ({
  kind: 'assign',
  location: answer(cx),
  value: cx.library('text', js.path('_event.data.content')),
});

/** The state after the answer: an answer that cannot be read takes the red port. */
export function resultsState({ outputs, result }: Wanted, cx: BlockContext): StateNode {
  const statements: Statement[] = [];
  const reply = cx.library('reply', answer(cx));
  for (const { key, variable } of outputs) {
    if (key === undefined || variable === undefined) {
      cx.review('a row of its outputs does not say which value goes to which variable');
      continue;
    }
    cx.use(variable);
    const given = cx.library('replyValue', reply, js.text(key.value));
    statements.push(
      js.assign(cx.variable(variable.name), storedAs(variable.type, 'STRING', given, cx.library)),
    );
  }
  if (result) {
    cx.use(result);
    const whole = result.type === 'LIST' ? cx.library('replyList', reply) : answer(cx);
    statements.push(js.assign(cx.variable(result.name), storedAs(result.type, 'STRING', whole, cx.library)));
  }
  const state = cx.scriptState({
    statements,
    throws: outputs.length > 0 || result?.type === 'LIST',
    success: cx.target('green'),
    failure: cx.target('red'),
  });
  // The block has been logged where it asked.
  return { ...state, id: cx.stateId('results'), onentry: (state.onentry ?? []).slice(1) };
}
