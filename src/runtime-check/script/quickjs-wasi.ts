// The sandbox: quickjs-ng in WebAssembly behind `ScriptEngine`. One instance of the module for each session, one compiled module for the process.
// See docs/decisions.md for why this engine, and `machine.ts` for why without the package's wrapper.
import { es5Surface } from './es5-surface.js';
import type { ScriptEngine, ScriptEngineFactory, ScriptOptions } from './engine.js';
import { createMachine, type Image, type Machine, type MachineHost } from './machine.js';
import type { Pointer } from './quickjs-exports.js';
import { createRealm } from './realm.js';
import { realmFunctions, realmSource, type RealmFunction } from './realm-source.js';
import { addFuel } from './wasm-fuel.js';
import { webAssembly, type WasmModule } from './web-assembly.js';

/** Milliseconds that pass outside: the backstop of scripts that the instruction count does not stop. */
export type WallClock = () => number;

/** A realm that is ready for page scripts, as memory, and where its functions stand in it. */
interface Template {
  readonly image: Image;
  readonly functions: Readonly<Record<RealmFunction, Pointer>>;
}

/**
 * Loads the sandbox from the bytes of `quickjs-wasi/quickjs.wasm`; who calls knows where the file is. The engines that the result
 * makes are independent of each other.
 */
export async function loadQuickJs(
  readWasm: () => Uint8Array | Promise<Uint8Array>,
  wallClock: WallClock = () => performance.now(),
): Promise<ScriptEngineFactory> {
  const module = await webAssembly.compile(addFuel(await readWasm(), 'host_interrupt'));
  const templates = new Map<string, Template>();
  return (options: ScriptOptions): ScriptEngine => {
    const key = `${String(options.es5)} ${options.prelude ?? ''}`;
    const template = templates.get(key) ?? prepareRealm(module, options.es5, options.prelude ?? '');
    templates.set(key, template);
    return createRealm(options, wallClock, template.functions, (host) =>
      createMachine(module, host, template.image),
    );
  };
}

const idleHost: MachineHost = {
  now: () => 0,
  zoneSeconds: () => 0,
  interrupt: () => false,
  call: () => 0,
};

function prepareRealm(module: WasmModule, es5: boolean, prelude: string): Template {
  const machine = createMachine(module, idleHost);
  const succeed = (value: Pointer): Pointer => {
    if (machine.isException(value)) throw new Error(`internal: the realm fails: ${describe(machine)}`);
    return value;
  };
  const functions = succeed(machine.evaluate(realmSource, 'realm'));
  const named = Object.fromEntries(
    realmFunctions.map((name) => [name, machine.property(functions, name)]),
  ) as Record<RealmFunction, Pointer>; // one entry for each of the names
  if (es5) succeed(machine.call(named.strip, machine.newText(JSON.stringify(es5Surface))));
  if (prelude !== '') succeed(machine.evaluate(prelude, 'prelude'));
  return { image: machine.image(), functions: named };
}

function describe(machine: Machine): string {
  const error = machine.exception();
  const message = machine.property(error, 'message');
  return machine.typeOf(message) === 'string' ? machine.text(message) : 'unknown error';
}
