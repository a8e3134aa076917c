// What the interpreter offers to scripts: system variables, and the functions that read or change the session.
import type { Plain } from '../script/engine.js';
import type { BuiltIn } from './dialects.js';
import { clipped, logText } from './log-text.js';
import { enqueueInternal, type Session } from './session-state.js';

/** The address of a session for `send`. */
export const sessionTarget = (id: string): string => `#_scxml_${id}`;

export function defineSystemVariables(session: Session): void {
  const { engine } = session.data;
  const { dialect, name } = session.document;
  // SCXML 5.10: every attempt to change one fails.
  engine.define('_sessionid', session.id, 'guarded');
  engine.define('_name', name, 'guarded');
  engine.define('_ioprocessors', ioProcessors(session), 'guarded');
  for (const builtIn of dialect.functions) {
    engine.expose(builtIn, (...args) => builtIns[builtIn](session, args));
  }
}

/** Where a session can be reached, by the names of the ways to it. */
function ioProcessors({ id, document, runtime }: Session): Plain {
  const { sessionTypes, httpTypes } = document.dialect;
  const { http } = runtime.options;
  const entries = (types: readonly string[], location: string): readonly (readonly [string, Plain])[] =>
    types.map((type) => [type, { location }]);
  return Object.fromEntries([
    ...entries(sessionTypes, sessionTarget(id)),
    ...(http ? entries(httpTypes, http.addressOf(id)) : []),
  ]);
}

const builtIns: Readonly<Record<BuiltIn, (session: Session, args: readonly Plain[]) => Plain>> = {
  In: (session, [id]) => session.configuration.some((state) => state.id === id),
  __Log(session, [message, label, level]) {
    session.observer.log?.(
      label === undefined ? '' : clipped(logText(label)),
      clipped(logText(message)),
      typeof level === 'number' ? level : undefined,
    );
    return undefined;
  },
  __Raise(session, [name, params]) {
    enqueueInternal(session, { name: logText(name), type: 'internal', data: params });
    return undefined;
  },
  __GetCurrentStates: (session) => session.configuration.slice(1).map((state) => state.id),
  __GetDocumentURL: (session) => session.document.source.file,
};
