// How long a timer of the page waits. SCXML knows no delay below 0: an event that asks for one is never sent, and the state would wait for ever.
import type { Js } from './js.js';
import * as js from './js.js';

/**
 * Seconds as the delay of an event. What is computed may be below 0, as in "what is left of a limit": such a wait is over at once
 * (assumption `wait.negative`).
 */
export const delayOf = (seconds: Js, library: (name: string, ...args: readonly Js[]) => Js): Js =>
  seconds.kind === 'number' ? js.text(`${Math.max(0, seconds.value)}s`) : library('delay', seconds);
