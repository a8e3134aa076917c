// `foreach` (SCXML 4.6). The list never leaves the sandbox: its items are those of the page, not copies, so that what the loop does to them stays done.
import type { ForeachAction } from '../document/nodes.js';
import { raiseError, type Session } from './session-state.js';

/** `runContent` runs what stands in the loop, once for each item; false ends the loop. */
export function executeForeach(session: Session, action: ForeachAction, runContent: () => boolean): boolean {
  const { data } = session;
  const list = data.openList(action.array);
  if (!list) return false;
  const isDone = list.length === undefined ? refuse(session) : loop(session, action, list.length, runContent);
  data.closeList(action.array);
  return isDone;
}

function refuse(session: Session): false {
  raiseError(session, 'execution', 'The array of foreach is none');
  return false;
}

function loop(session: Session, action: ForeachAction, length: number, runContent: () => boolean): boolean {
  const { data, runtime } = session;
  // Variables that do not exist yet are declared.
  if (!declare(session, action.itemName) || !declare(session, action.indexName)) return false;
  for (let index = 0; index < length; index++) {
    if (runtime.stop) return false;
    const isReady =
      data.assignNext(action.array, action.item) && (!action.index || data.assign(action.index, index));
    if (!isReady || !runContent()) return false;
  }
  return true;
}

/** False when `name` cannot name a variable. */
function declare(session: Session, name: string | undefined): boolean {
  if (name === undefined || name.includes('.') || name.includes('[')) return true;
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) {
    raiseError(session, 'execution', `"${name}" is no variable`);
    return false;
  }
  session.data.declareName(name);
  return true;
}
