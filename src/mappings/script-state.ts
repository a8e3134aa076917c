// A state that runs a script and goes on. When the script may throw, its last statement leaves a mark, and only the mark opens the way on: an eventless
// transition would be taken before the error event is looked at.
import * as js from './js.js';
import type { Js, Statement } from './js.js';
import type { Action, StateNode, Transition } from './target-tree.js';

/** Data of the frame: the block whose script ran to its end. */
export const doneMark: Js = js.path('_data.ird_done');

export interface ScriptStateOptions {
  readonly statements: readonly Statement[];
  readonly throws: boolean;
  /** A state id, or transitions in order (their conditions are joined with the mark). */
  readonly success: string | readonly Transition[];
  readonly failure: string;
}

/** Builds the state `id`. */
export function scriptState(id: string, log: Action, options: ScriptStateOptions): StateNode {
  const { statements, throws, success, failure } = options;
  const ways: readonly Transition[] = typeof success === 'string' ? [{ target: success }] : success;
  if (!throws) {
    const script: readonly Action[] = statements.length > 0 ? [{ kind: 'script', statements }] : [];
    return { kind: 'state', id, onentry: [log, ...script], transitions: ways };
  }
  const marked = js.binary(doneMark, '==', js.text(id));
  return {
    kind: 'state',
    id,
    onentry: [
      log,
      { kind: 'assign', location: doneMark, value: js.text('') },
      { kind: 'script', statements: [...statements, js.assign(doneMark, js.text(id))] },
    ],
    transitions: [
      ...ways.map((way) => ({ ...way, cond: way.cond ? js.binary(marked, '&&', way.cond) : marked })),
      { event: 'error.script', target: failure },
    ],
  };
}
