// Blocks of a diagram that compute, branch, wait and end.
import type { Variable } from '../../../ir/nodes.js';
import type { Plain } from '../../../runtime-check/script/engine.js';
import { BlockFailure } from '../faults.js';
import { wait } from '../flow.js';
import type { SourceSession } from '../session.js';
import { stopInteraction } from '../stopping.js';
import { means } from './errors.js';
import type { RunComposer } from './define.js';
import { given, number, rowsOf, valueNow, word } from './values.js';

/** What Composer sets by itself when a workflow starts; undefined for names that the diagram sets. */
function systemValue(name: string, session: SourceSession): Plain {
  const { id, category, device, callid, ani, dnis } = session.interaction();
  const ofCall = (value: string): string => (category === 'voice' ? value : '');
  switch (name) {
    case 'system.InteractionID':
    case 'system.InitialInteractionID':
    case 'system.InteractionUID':
      return id;
    case 'system.ThisDN':
      return device;
    case 'system.CallID':
      return ofCall(callid);
    case 'system.ANI':
      return ofCall(ani);
    case 'system.DNIS':
      return ofCall(dnis);
    case 'system.TenantName':
      return 'Environment';
    case 'system.StartEvent':
      return { data: { interactionid: id, focusdeviceid: device } };
    default:
      return undefined;
  }
}

const isSystem = ({ declaredType }: Variable): boolean => declaredType === 'System';

export const entry: RunComposer = function* (_block, { session, frame, scripts }) {
  const { variables, blocks } = frame.strategy;
  const isDeclared = variables.some(({ name }) => name === exitFlag);
  const hasExit = blocks.some(({ type, reachable }) => type === 'ComposerExit' && reachable);
  if (hasExit && !isDeclared && session.assume('exit.messages') === 'are terminated')
    scripts.assign(exitFlag, 1);
  for (const variable of variables.filter(isSystem)) {
    const own = systemValue(variable.name, session);
    if (own !== undefined) scripts.assign(variable.name, own);
  }
  for (const { name, initial } of variables.filter((each) => isSystem(each))) {
    if (systemValue(name, session) !== undefined || initial === undefined) continue;
    // A start value that needs what the project brings leaves the variable without one.
    try {
      scripts.assign(name, valueNow(initial, scripts));
    } catch (error) {
      if (!(error instanceof BlockFailure)) throw error;
    }
  }
  for (const variable of variables.filter((each) => !isSystem(each))) {
    scripts.assign(variable.name, valueNow(variable.initial, scripts));
  }
  return { port: 'default' };
};

const exitFlag = 'system.TerminateIxnOnExit';

/** Ends a chat or e-mail that is still here, when the diagram wants that; a call it leaves to what follows the end of a strategy. */
export const exit: RunComposer = function* (_block, { session, scripts }) {
  const ends =
    session.isPresent() && session.interaction().category !== 'voice' && scripts.holds(`${exitFlag} == 1`);
  return ends && stopInteraction(session, 'Auto-stop interaction') === undefined ? 'over' : 'end';
};

export const disconnect: RunComposer = function* (_block, { session }) {
  return stopInteraction(session, 'Disconnect interaction') === undefined ? 'over' : 'end';
};

export const assign: RunComposer = function* (block, { scripts }) {
  for (const { columns } of rowsOf(block, 'assignments')) {
    const { variable, expression } = columns;
    if (variable?.kind === 'variable' && expression !== undefined)
      scripts.assign(variable.name, valueNow(expression, scripts));
  }
  return { port: 'default' };
};

export const ecmaScript: RunComposer = function* (block, { scripts }) {
  const script = given(block, 'script');
  if (script?.kind === 'ecmascript') scripts.run(script.code);
  return { port: 'default' };
};

/** Conditions in their order; one that fails does not hold. */
export const branching: RunComposer = function* (block, { session, scripts }) {
  for (const { columns } of rowsOf(block, 'conditions')) {
    const { expression, name } = columns;
    if (expression?.kind !== 'ecmascript') continue;
    const held = scripts.holds(expression.code);
    session.observer.condition?.(expression.id, held);
    if (held) return { port: word(name) };
  }
  return { port: 'default' };
};

export const log: RunComposer = function* () {
  return { port: 'default' };
};

/** Seconds that a Wait lasts when it does not say. */
const usualWait = 30;

/** Waits for one of its events, which come from outside, or for the end of its time. */
export const waitBlock: RunComposer = function* (block, { session, scripts }) {
  const timeout = given(block, 'timeout');
  const seconds = Math.max(0, number(valueNow(timeout, scripts), usualWait));
  const rows = rowsOf(block, 'events');
  const events = (session.scenario.answers?.events ?? []).filter(
    ({ at }) => at !== undefined && at >= session.seconds() && at <= session.seconds() + seconds,
  );
  type Heard = { readonly row: number; readonly name: string; readonly data: Plain } | 'timeout';
  const heard = yield* wait<Heard>('an event', (resume) => {
    const { host } = session.world;
    const timer = host.schedule(seconds * 1000, () => {
      resume('timeout');
    });
    const handles = events.map(({ at = 0, name, data }) =>
      host.schedule((at - session.seconds()) * 1000, () => {
        const plain = (data ?? {}) as Plain;
        scripts.setEvent({ name, data: plain });
        const row = rows.findIndex(({ columns }) => {
          const { event, condition } = columns;
          if (!means(word(event), name)) return false;
          return condition?.kind !== 'ecmascript' || condition.code === '' || scripts.holds(condition.code);
        });
        if (row >= 0) resume({ row, name, data: plain });
      }),
    );
    return () => {
      for (const handle of [timer, ...handles]) host.withdraw(handle);
    };
  });
  const isConnected = (port: string): boolean =>
    block.ports.some(({ name, target }) => name === port && target !== undefined);
  if (heard === 'timeout') return { port: isConnected('timeout') || rows.length > 0 ? 'timeout' : 'default' };
  const name = word(rows[heard.row]?.columns['name']);
  return { port: isConnected(name) ? name : 'default' };
};
