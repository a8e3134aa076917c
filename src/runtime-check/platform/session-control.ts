// `session:start`, `session:terminate` and `session:updatestart`: sessions that a page begins beside its own.
import { evaluateParams } from './evaluate-attributes.js';
import { asNumber, asText, type ActionCall, type Services } from './module.js';
import { recordAction } from './record-action.js';

/** Starts a session now, or at the time that is wanted for it. */
export function start(call: ActionCall, services: Services): void {
  const { context, recorder, state } = services;
  const params = evaluateParams(call.element, context);
  if (params === undefined) return;
  recordAction(call, services, Object.keys(params).length === 0 ? {} : { params });
  if (call.refused()) return;
  const source = asText(call.values['src']);
  if (source === '') {
    call.fail('invalidattribute', 'The page to start is not named.', { sessionid: '' });
    return;
  }
  const begin = (): void => {
    const session = context.startSession(source, params);
    if (session === undefined) {
      state.starts.delete(call.requestId);
      call.fail('unreachable', `The page "${source}" cannot be loaded.`, { sessionid: '' });
      return;
    }
    if (call.requestId !== '') state.starts.set(call.requestId, { handle: undefined, session, begin });
    const location = call.element.attributes.find(({ name }) => name === 'sessionid');
    if (location !== undefined && !context.write(location.value.text, session, location.value.span())) return;
    call.done({ sessionid: session });
  };
  const wait = (asNumber(call.values['idealtime']) ?? 0) - context.now();
  if (wait <= 0) {
    begin();
    return;
  }
  recorder.assume('scheduled-start');
  const handle = context.schedule(wait, begin);
  if (call.requestId !== '') state.starts.set(call.requestId, { handle, session: undefined, begin });
}

/** Ends a session that was started, or takes back one that waits for its time. */
export function terminate(call: ActionCall, services: Services): void {
  const { context, state } = services;
  recordAction(call, services);
  if (call.refused()) return;
  const id = asText(call.values['sessionid']);
  const known = state.starts.get(id);
  const withdrawn = known?.handle !== undefined && context.withdraw(known.handle);
  if (withdrawn) state.starts.delete(id);
  if (withdrawn || context.terminateSession(known?.session ?? id)) {
    call.done({ sessionid: id });
  } else {
    call.fail('invalidsession', `There is no session "${id}" that could be ended.`);
  }
}

/** Moves a start that has not taken place yet to another time. */
export function updatestart(call: ActionCall, services: Services): void {
  const { context, state } = services;
  recordAction(call, services);
  if (call.refused()) return;
  const id = asText(call.values['sessionid']);
  const known = state.starts.get(id);
  const time = asNumber(call.values['idealtime']);
  if (time === undefined) {
    call.fail('invalidattribute', 'The new time is not a number of milliseconds since 1970.');
  } else if (known?.handle === undefined || !context.withdraw(known.handle)) {
    call.fail('invalidsession', `No session "${id}" waits for its start.`);
  } else {
    known.handle = context.schedule(Math.max(0, time - context.now()), known.begin);
    call.done({ sessionid: id });
  }
}
