// The data that events carry: parameters, name lists, content.
import type { Content, DoneData, Param } from '../document/nodes.js';
import type { Plain } from '../script/engine.js';
import type { Session } from './session-state.js';

/** A name and its value. */
export type Pair = readonly [string, Plain];

/** Evaluates parameters; one that fails is left out (SCXML 5.7). */
function pairsOf(session: Session, params: readonly Param[]): readonly Pair[] {
  return params.flatMap(({ name, expression }) => {
    const found = session.data.value(expression);
    return found ? [[name, found.value] as const] : [];
  });
}

/** Parameters by their names. */
export const paramsData = (session: Session, params: readonly Param[]): Plain =>
  recordOf(session, pairsOf(session, params));

function recordOf(session: Session, pairs: readonly Pair[]): Plain {
  const values = new Map<string, readonly Plain[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  const isList = session.document.dialect.repeatedParams === 'list';
  // A parameter may be called `__proto__`, which `fromEntries` takes as any other name.
  return Object.fromEntries(
    [...values].map(([name, found]) => [name, isList && found.length > 1 ? found : found.at(-1)]),
  );
}

/** The value of `content`; nothing when its expression fails (SCXML 5.6). */
function contentValue(session: Session, content: Content): Plain {
  switch (content.kind) {
    case 'expression':
      return session.data.value(content.expression)?.value;
    case 'data':
      return content.value;
    case 'xml':
      return content.value;
  }
}

/** What an event carries: as one value, and, unless it is content, as the names and values that it is made of. */
export interface EventData {
  /** Undefined when there is nothing. */
  readonly value: Plain;
  readonly pairs: readonly Pair[] | undefined;
  /** False when a name of the list failed. */
  readonly complete: boolean;
}

/** What `donedata`, `send` and `invoke` carry. */
export function eventData(
  session: Session,
  source: DoneData & { readonly namelist?: readonly Param[] },
): EventData {
  if (source.content)
    return { value: contentValue(session, source.content), pairs: undefined, complete: true };
  const names = source.namelist ?? [];
  const listed = pairsOf(session, names);
  const pairs = [...listed, ...pairsOf(session, source.params)];
  // Nothing is left of parameters that all failed.
  const value = pairs.length > 0 ? recordOf(session, pairs) : undefined;
  return { value, pairs, complete: listed.length === names.length };
}
