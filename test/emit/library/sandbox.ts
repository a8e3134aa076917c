// The realm of the library's tests: the sandbox in which pages run, with a set clock and time zone, in both of its engines at once. Whatever is run
// gives the same in both, or the test fails.
import { isDeepStrictEqual } from 'node:util';
import type { Plain, ScriptEngine, ScriptResult } from '../../../src/runtime-check/script/engine.js';
import { engineNames, newEngine } from '../../runtime-check/load-engine.js';

export interface SandboxOptions {
  /** Moment that `new Date()` gives, as ISO text. */
  readonly now?: string;
  /** Minutes that local time is ahead of UTC. */
  readonly offset?: number;
}

export interface Sandbox {
  /** Runs ES5 and gives the value of its last expression; throws what it throws. */
  run(code: string): Plain;
  dispose(): void;
}

/** Opens a realm in each engine and runs `setup` in it. */
export async function openSandbox(setup: string, options: SandboxOptions = {}): Promise<Sandbox> {
  const now = Date.parse(options.now ?? '2026-03-04T14:05:06.789Z');
  const settings = { es5: true, now: () => now, zoneOffset: () => options.offset ?? 0 };
  const engines = await Promise.all(engineNames.map((name) => newEngine(settings, name)));
  const run = (code: string): Plain => sameIn(engines, code);
  for (const engine of engines) {
    const begun = engine.run(engine.compile(setup, 'script'));
    if (!begun.ok) throw new Error(begun.failure.message);
  }
  return {
    run,
    dispose: () => {
      for (const engine of engines) engine.dispose();
    },
  };
}

function sameIn(engines: readonly ScriptEngine[], code: string): Plain {
  const results = engines.map((engine) => evaluate(engine, code));
  const [first, ...others] = results;
  for (const other of others) {
    if (!isDeepStrictEqual(outcome(first), outcome(other))) {
      throw new Error(`the engines differ about ${code}: ${JSON.stringify(results)}`);
    }
  }
  if (first?.ok !== true) throw new Error(first?.failure.message);
  return first.value;
}

/** A script has no value of its own; what `eval` gives is that of its last expression. */
const evaluate = (engine: ScriptEngine, code: string): ScriptResult =>
  engine.run(engine.compile(`(0, eval)(${JSON.stringify(code)})`, 'expression'));

const outcome = (result: ScriptResult | undefined): unknown =>
  result?.ok === true ? { value: result.value } : { failed: true };
