// Runs executable content. An error ends the block in which it happens (SCXML 4.1).
import type { Action, Block } from '../document/nodes.js';
import { paramsData } from './event-data.js';
import { executeForeach } from './foreach.js';
import { clipped, logText } from './log-text.js';
import { executeCancel, executeSend } from './send.js';
import { enqueueInternal, raiseError, type Session } from './session-state.js';

/** False when an action failed: the ones behind it were not run. */
export function executeBlock(session: Session, block: Block): boolean {
  for (const action of block) {
    if (session.runtime.stop || !execute(session, action)) return false;
  }
  return true;
}

function execute(session: Session, action: Action): boolean {
  switch (action.kind) {
    case 'raise': {
      const carried = action.params.length > 0 ? { data: paramsData(session, action.params) } : {};
      enqueueInternal(session, { name: action.event, type: 'internal', ...carried });
      return true;
    }
    case 'if': {
      const branch = action.branches.find(({ cond }) => !cond || session.data.condition(cond));
      return branch ? executeBlock(session, branch.content) : true;
    }
    case 'log': {
      const found = action.expression ? session.data.value(action.expression) : { value: '' };
      if (found) session.observer.log?.(action.label, clipped(logText(found.value)), action.level);
      return found !== undefined;
    }
    case 'assign':
      return session.data.run(action.assignment);
    case 'store':
      return session.data.assign(action.location, action.value);
    case 'script':
      return session.data.run(action.script);
    case 'send':
      return executeSend(session, action);
    case 'cancel':
      return executeCancel(session, action);
    case 'foreach':
      return executeForeach(session, action, () => executeBlock(session, action.content));
    case 'foreign':
      return executeForeign(session, action);
  }
}

function executeForeign(session: Session, { element, state }: Extract<Action, { kind: 'foreign' }>): boolean {
  const { platform } = session.runtime.options;
  const failures = session.data.failures;
  session.data.within(state);
  if (!platform?.execute(element, session.context)) {
    raiseError(session, 'unsupported', `The element "${element.name}" is not supported`);
    return false;
  }
  return session.data.failures === failures;
}
