// How sessions are made, whatever binary of QuickJS runs them: a realm is prepared once for each dialect, and sessions start from an image of its memory.
import { createCodeStore, type CodeStore } from './code-store.js';
import { es5Surface } from './es5-surface.js';
import { defaultScriptLimits, type ScriptEngineFactory } from './engine.js';
import type { Machine, MachineHost } from './machine.js';
import type { Pointer } from './quickjs-exports.js';
import { createRealm } from './realm.js';
import { realmFunctions, realmSource, type RealmFunction } from './realm-source.js';

/** Milliseconds that pass outside: the backstop of scripts that the instruction count does not stop. */
export type WallClock = () => number;

/** The clock of the process. */
export const wallClock: WallClock = () => performance.now();

/** A fresh machine, or one that continues where `image` was taken and gives scripts that many bytes of memory. */
export type MachineMaker<I> = (host: MachineHost, image?: I, memory?: number) => Machine & { image(): I };

/** A realm that is ready for page scripts, as memory, and where its functions stand in it. */
interface Template<I> {
  readonly image: I;
  readonly functions: Readonly<Record<RealmFunction, Pointer>>;
  /** For the pages that run in it. */
  readonly store: CodeStore;
}

/**
 * Makes engines that are independent of each other, and makes them without waiting. `getters`: read-only variables of the global
 * object must be getters, as the engine does not keep other ones as they are.
 */
export function createFactory<I>(
  create: MachineMaker<I>,
  clock: WallClock,
  getters = false,
): ScriptEngineFactory {
  const templates = new Map<string, Template<I>>();
  return (options) => {
    const key = `${String(options.es5)} ${options.prelude ?? ''}`;
    const template = templates.get(key) ?? prepareRealm(create, getters, options.es5, options.prelude ?? '');
    templates.set(key, template);
    return createRealm(options, clock, template, (host) =>
      create(host, template.image, options.limits.memory),
    );
  };
}

const idleHost: MachineHost = {
  now: () => 0,
  zoneSeconds: () => 0,
  interrupt: () => false,
  call: () => 0,
};

function prepareRealm<I>(
  create: MachineMaker<I>,
  getters: boolean,
  es5: boolean,
  prelude: string,
): Template<I> {
  const machine = create(idleHost);
  const succeed = (value: Pointer): Pointer => {
    if (machine.isException(value)) throw new Error(`internal: the realm fails: ${describe(machine)}`);
    return value;
  };
  const functions = succeed(machine.evaluate(realmSource, 'realm'));
  const named = Object.fromEntries(
    realmFunctions.map((name) => [name, machine.property(functions, name)]),
  ) as Record<RealmFunction, Pointer>; // one entry for each of the names
  if (getters) succeed(machine.call(named.useGetters));
  if (es5) succeed(machine.call(named.strip, machine.newText(JSON.stringify(es5Surface))));
  if (prelude !== '') succeed(machine.evaluate(prelude, 'prelude'));
  const image = machine.image();
  const store = createCodeStore((host) => create(host, image, defaultScriptLimits.memory));
  return { image, functions: named, store };
}

function describe(machine: Machine): string {
  const error = machine.exception();
  const message = machine.property(error, 'message');
  return machine.typeOf(message) === 'string' ? machine.text(message) : 'unknown error';
}
