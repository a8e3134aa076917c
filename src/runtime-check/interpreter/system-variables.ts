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
  engine.define('_sessionid', session.id, true);
  engine.define('_name', name, true);
  const processor = { location: sessionTarget(session.id) };
  engine.define(
    '_ioprocessors',
    Object.fromEntries(dialect.sessionTypes.map((type) => [type, processor])),
    true,
  );
  for (const builtIn of dialect.functions) {
    engine.expose(builtIn, (...args) => builtIns[builtIn](session, args));
  }
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
