// Gives the page's data its initial values (SCXML 5.3).
import type { State } from '../document/nodes.js';
import { raiseError, type Session } from './session-state.js';

/** Declares all data before any of it gets a value, so that expressions may name each other. */
export function declareData(session: Session): void {
  for (const state of session.document.states) {
    for (const item of state.data) session.data.declare(item);
  }
}

/**
 * Evaluates the data of one state. What was given to the session from outside goes before the page's own values: for an invoked
 * session of SCXML 1.0 only at the top (6.4.4), else wherever a state declares data of that name.
 */
export function initializeData(session: Session, state: State): void {
  const isGiven =
    state.kind === 'scxml' || !session.parent || session.document.dialect.givenData === 'everywhere';
  const given = isGiven ? session.given : {};
  for (const item of state.data) {
    if (Object.hasOwn(given, item.id)) session.data.assign(item.location, given[item.id]);
    else if (item.missing !== undefined) raiseError(session, 'execution', `"${item.missing}" cannot be read`);
    else if (item.assignment) session.data.run(item.assignment);
    else if (item.value !== undefined) session.data.assign(item.location, item.value);
  }
}
