// The failures that the sandbox tells of: what a script threw, what ran out, what broke.
import type { ScriptFailure } from './engine.js';
import { webAssembly } from './web-assembly.js';

/** A failure without a place. */
export const failureOf = (kind: ScriptFailure['kind'], message: string): ScriptFailure => ({
  kind,
  message,
  line: 0,
  column: 0,
});

/** Instructions have run out. */
export const overBudget = failureOf('budget', 'The script used up its instructions');

/** Thrown through the engine when it cannot be stopped otherwise. */
export const tornDown = new Error('internal: the sandbox is torn down');

/** Thrown when what the host hands over finds no room. */
export const outOfMemory = new Error('internal: no room in the sandbox');

/**
 * What an error means that came through the engine: an instance that was left in the middle of its work cannot be used again, so that it
 * always ends the session. Undefined for errors of ours.
 */
export function breakdown(error: unknown): ScriptFailure | undefined {
  if (error === tornDown) return overBudget;
  if (error === outOfMemory) return failureOf('memory', 'The script used up its memory');
  if (error instanceof RangeError) return failureOf('budget', 'The script or its data are nested too deeply');
  if (error instanceof webAssembly.RuntimeError) return failureOf('budget', 'The sandbox broke down');
  return undefined;
}

/** Whether an error that came out of a host function has come through the engine, and has broken it; else it is a defect of ours. */
export const breaksInstance = (error: unknown): boolean =>
  error === tornDown ||
  error === outOfMemory ||
  error instanceof webAssembly.RuntimeError ||
  (error instanceof RangeError && error.message.includes('call stack'));

/** Kind and message of what a script threw, by the name that it bears. */
export function thrown(name: string, message: string): Pick<ScriptFailure, 'kind' | 'message'> {
  // One of the engines has an error of its own where the other one throws a RangeError.
  if (name === 'InternalError' && message === 'stack overflow') return { kind: 'RangeError', message };
  return { kind: kindOf(name), message: shortened(messageOf(name, message)) };
}

function kindOf(name: string): ScriptFailure['kind'] {
  switch (name) {
    case 'SyntaxError':
    case 'ReferenceError':
    case 'TypeError':
    case 'RangeError':
      return name;
    default:
      return 'Error';
  }
}

/** What a page says of its errors may fill screens. */
const mostCharacters = 500;
const shortened = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;

const messageOf = (name: string, message: string): string =>
  kindOf(name) === 'Error' && name !== '' && name !== 'Error' ? `${name}: ${message}` : message;
