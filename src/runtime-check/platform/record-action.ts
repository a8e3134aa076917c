// Writes an action into the trace that has no kind of step of its own: the element and what its attributes were evaluated to.
import type { Plain } from '../script/engine.js';
import type { ActionCall, Services } from './module.js';

/** One `action` step. `more` is what the attributes do not say: params, content. The location of the request id is left out. */
export function recordAction(
  call: ActionCall,
  { recorder }: Services,
  more: Readonly<Record<string, Plain>> = {},
): void {
  const given = Object.entries({ ...call.values, ...more }).filter(([, value]) => value !== undefined);
  recorder.step('action', { element: call.name, ...Object.fromEntries(given) });
}
