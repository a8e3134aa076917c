// Looks into a run while it goes, for who asks: the exploration learns from it what a page depends on. A run without a probe pays nothing.
import type { XmlElement } from '../xml/index.js';
import type { ActionContext, Observer, Platform } from './interpreter/types.js';
import type { Plain } from './script/engine.js';

export interface RunProbe {
  readonly observer: Observer;
  /** An action element is executed. */
  acted(element: XmlElement): void;
  /** A function of the platform was called by a script. */
  called(path: string, args: readonly Plain[], result: Plain): void;
  /** The session exists, its first states are entered. */
  begun(session: ProbedSession): void;
}

/** What a probe may ask at any later moment. */
export interface ProbedSession {
  /** The value of an expression in the page's data, as the state at an index sees them. */
  readonly inspect: (source: string, state?: number) => Plain;
  /** Virtual seconds since the start. */
  readonly seconds: () => number;
}

/** Tells each of several observers. */
export function joinObservers(given: readonly (Observer | undefined)[]): Observer {
  const observers = given.filter((observer) => observer !== undefined);
  const [only, ...others] = observers;
  if (others.length === 0) return only ?? {};
  const all: readonly (keyof Observer)[] = [...new Set(observers.flatMap(namesOf))];
  return Object.fromEntries(all.map((name) => [name, joined(observers, name)]));
}

// The keys of an observer are those of its type: it is one.
const namesOf = (observer: Observer): readonly (keyof Observer)[] =>
  Object.keys(observer) as (keyof Observer)[];

function joined(observers: readonly Observer[], name: keyof Observer): (...args: unknown[]) => void {
  // All methods of observers take what the interpreter gives them, and give nothing back.
  const methods = observers.flatMap(
    (each) => (each[name] as ((...args: unknown[]) => void) | undefined) ?? [],
  );
  return (...args) => {
    for (const method of methods) method(...args);
  };
}

/** A context whose platform functions tell the probe of each call. */
export const probedContext = (context: ActionContext, probe: RunProbe): ActionContext => ({
  ...context,
  expose: (path, call) => {
    context.expose(path, (...args) => {
      const result = call(...args);
      probe.called(path, args, result);
      return result;
    });
  },
});

/** Executes elements by the platform, and tells the probe before. */
export const probedExecute =
  (platform: Platform, probe: RunProbe): Platform['execute'] =>
  (element, context) => {
    probe.acted(element);
    return platform.execute(element, context);
  };
