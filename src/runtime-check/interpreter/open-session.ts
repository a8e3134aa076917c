// Starts and ends sessions: data model, system variables, first states; last states, and what is thrown away.
import { planEntry } from '../document/entry-set.js';
import type { CompiledDocument } from '../document/nodes.js';
import { defaultScriptLimits, type Plain, type ScriptEngine } from '../script/engine.js';
import { actionContext } from './action-context.js';
import { createDataModel, type OnFailure } from './data-model.js';
import { eventData } from './event-data.js';
import { executeBlock } from './execute.js';
import { declareData, initializeData } from './initialize.js';
import { enterStates, exitState } from './microstep.js';
import { createQueue } from './queue.js';
import {
  enqueueInternal,
  exhaust,
  isTopFinal,
  type Runtime,
  type Session,
  type SessionOptions,
  type SessionStart,
} from './session-state.js';
import { defineSystemVariables } from './system-variables.js';

export function openSession(runtime: Runtime, document: CompiledDocument, start: SessionStart): Session {
  const session = newSession(runtime, document, start);
  runtime.sessions.set(session.id, session);
  defineSystemVariables(session);
  return session;
}

/** Initialises the data, runs the page's scripts and enters its first states. */
export function startSession(session: Session): void {
  const { runtime, document } = session;
  const { root, states, scripts } = document;
  const { platform } = runtime.options;
  if (session.isMain) platform?.start(session.context);
  else platform?.join?.(session.context);
  // What included files read without declaring it; how the platform supplies it is inferred.
  if (document.dialect.includes) {
    session.data.engine.define('_my_prefix', '');
    session.data.engine.define('args_', session.given['args_'] ?? {});
  }
  declareData(session);
  // With late binding, the data of a state waits until it is entered for the first time.
  for (const state of document.binding === 'early' ? states : [root]) initializeData(session, state);
  for (const script of scripts) session.data.run(script);
  session.configuration.push(root);
  if (root.initial && !runtime.stop) {
    session.observer.enter?.(root.id, root);
    executeBlock(session, root.initial.content);
    enterStates(session, root.initial.plan ?? planEntry(root.initial, session.history));
  }
}

function newSession(runtime: Runtime, document: CompiledDocument, start: SessionStart): Session {
  const { options } = runtime;
  const engine = newEngine(runtime, document, options);
  const fail: OnFailure = (failure, span, tag) => {
    session.observer.scriptFailure?.(failure, span);
    if (failure.kind === 'budget') exhaust(session, 'script');
    else if (failure.kind === 'memory') exhaust(session, 'memory');
    else {
      const { line, column } = span.start;
      const data = { reason: failure.message, line, column, ...(tag === undefined ? {} : { tagname: tag }) };
      enqueueInternal(session, { name: document.dialect.scriptError(failure.kind), type: 'platform', data });
    }
  };
  const session: Session = {
    ...start,
    document,
    runtime,
    data: createDataModel(document, engine, fail),
    get context() {
      return context;
    },
    internal: createQueue(),
    external: createQueue(),
    configuration: [],
    history: new Map(),
    entered: new Set(),
    toInvoke: new Set(),
    children: new Map(),
    delayed: new Map(),
    observer: options.observer ?? {},
    running: true,
    left: undefined,
    last: undefined,
    macrostep: 0,
    started: runtime.scheduler.now(),
    entries: [],
  };
  const context = actionContext(session);
  return session;
}

function newEngine(runtime: Runtime, { dialect }: CompiledDocument, options: SessionOptions): ScriptEngine {
  return options.engine({
    limits: { ...defaultScriptLimits, ...options.limits },
    now: () => runtime.scheduler.now(),
    zoneOffset: options.zoneOffset ?? (() => 0),
    seed: options.seed ?? 1,
    es5: dialect.es5,
    prelude: dialect.prelude,
  });
}

/** exitInterpreter of Appendix D: all states are left, innermost first. */
export function closeSession(session: Session): Plain {
  const final = session.configuration.find(isTopFinal);
  session.last = [...session.configuration];
  for (const state of session.last.toReversed()) exitState(session, state);
  const data = final?.donedata && eventData(session, final.donedata).value;
  if (!session.isMain) {
    session.runtime.sessions.delete(session.id);
    session.data.engine.dispose();
  }
  return data;
}
