// The data that events carry: parameters, name lists, content.
import type { Content, DoneData, Param } from '../document/nodes.js';
import type { Plain } from '../script/engine.js';
import type { Session } from './session-state.js';

/**
 * Evaluates parameters into `values`; one that fails is left out (SCXML 5.7). False when one failed.
 */
export function addParams(
  session: Session,
  params: readonly Param[],
  values: Record<string, Plain>,
): boolean {
  let complete = true;
  for (const { name, expression } of params) {
    const found = session.data.value(expression);
    if (found) setOwn(values, name, found.value);
    else complete = false;
  }
  return complete;
}

// A parameter may be called `__proto__`.
function setOwn(values: Record<string, Plain>, name: string, value: Plain): void {
  Object.defineProperty(values, name, { value, writable: true, enumerable: true, configurable: true });
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

/** What `donedata` and `send` carry; undefined when there is nothing. */
export function eventData(
  session: Session,
  source: DoneData & { readonly namelist?: readonly Param[] },
): { readonly value: Plain; readonly complete: boolean } {
  if (source.content) return { value: contentValue(session, source.content), complete: true };
  const names = source.namelist ?? [];
  if (names.length === 0 && source.params.length === 0) return { value: undefined, complete: true };
  const values: Record<string, Plain> = {};
  const complete = addParams(session, names, values);
  addParams(session, source.params, values);
  // Nothing is left of parameters that all failed.
  return { value: Object.keys(values).length > 0 ? values : undefined, complete };
}
