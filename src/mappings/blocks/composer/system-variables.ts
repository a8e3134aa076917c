// Composer's system variables: those that the diagram reads, by what the frame of the page knows. The rest has no reader.
import type { BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js, Statement } from '../../js.js';
import { checkScript } from './script-check.js';

/** What a system variable is on this page; `system.X` of any other name keeps the value that the diagram gives it. */
function known(name: string, cx: BlockContext): Js | undefined {
  const voice = (property: string): Js => cx.library('voice', cx.interaction, js.text(property));
  switch (name) {
    case 'system.InteractionID':
    case 'system.InitialInteractionID':
    case 'system.InteractionUID':
      return cx.interaction;
    case 'system.ThisDN':
      return cx.thisDN;
    case 'system.CallID':
      return voice('callid');
    case 'system.ANI':
      return voice('ani');
    case 'system.DNIS':
      return voice('dnis');
    case 'system.TenantName':
      return js.path('_genesys.session.tenant');
    case 'system.StartEvent':
      return js.object({ data: js.object({ interactionid: cx.interaction, focusdeviceid: cx.thisDN }) });
    default:
      return undefined;
  }
}

/** The variable by which a diagram says whether its Exit ends interactions that are no calls: 1 does. */
export const terminatesOnExit = 'system.TerminateIxnOnExit';

/** Its value where the diagram does not declare it; Composer gives it to every diagram that it opens. */
function undeclaredExit(cx: BlockContext): readonly Statement[] {
  const isDeclared = cx.variables.some(({ name }) => name === terminatesOnExit);
  if (isDeclared || !cx.hasBlock('ComposerExit')) return [];
  return cx.assume('exit.messages') === 'are terminated'
    ? [js.assign(cx.variable(terminatesOnExit), js.number(1))]
    : [];
}

/** Assignments of the system variables that something on the page reads; accounts for all of them. */
export function systemVariables(cx: BlockContext): readonly Statement[] {
  const statements: Statement[] = [...undeclaredExit(cx)];
  for (const { name, declaredType, initial } of cx.variables) {
    if (declaredType !== 'System') continue;
    const isRead = cx.isMentioned(name) || (name === terminatesOnExit && cx.hasBlock('ComposerExit'));
    if (!isRead) {
      if (initial) cx.omit(initial.id, 'nothing in the diagram reads it');
      continue;
    }
    const ours = known(name, cx);
    if (ours !== undefined) {
      if (initial) cx.use(initial);
      statements.push(js.assign(cx.variable(name), ours));
      continue;
    }
    if (initial?.kind !== 'ecmascript') continue;
    const { syntax, foreign } = checkScript(initial.code, 'expression');
    if (syntax === undefined && foreign.length === 0) {
      statements.push(js.assign(cx.variable(name), cx.expression(initial).js));
    } else {
      cx.review(
        `"${name}" has no value: its start value needs ${foreign.join(', ') || 'another language'}`,
        initial.id,
      );
    }
  }
  return statements;
}
