// Who is measured: our interpreter with its sandbox, the same with a script engine of the kind that the others use, and the others, behind one interface.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileDocument } from '../src/runtime-check/document/compile.js';
import { dialects } from '../src/runtime-check/interpreter/dialects.js';
import { createSession } from '../src/runtime-check/interpreter/session.js';
import { defaultBudget } from '../src/runtime-check/interpreter/types.js';
import type { ScriptEngineFactory } from '../src/runtime-check/script/engine.js';
import { loadQuickJs } from '../src/runtime-check/script/quickjs-wasi.js';
import { readXml } from '../src/xml/index.js';
import { createHostEngine } from './host-engine.js';

/** A started page. */
export interface Machine {
  /** Processes an event to the end of its macrostep. */
  send(name: string): unknown;
  /** Ids of the innermost active states. */
  active(): readonly string[];
  dispose(): void;
}

/** Reads, compiles and starts a page. */
export type Load = (text: string) => Promise<Machine>;

export const contestantNames = ['sandboxed', 'host', 'scion', 'xstate'] as const;
export type ContestantName = (typeof contestantNames)[number];

/** Where the others are installed. */
const others = path.resolve('bench/engines');

export async function contestant(name: ContestantName): Promise<Load> {
  switch (name) {
    case 'sandboxed':
      return ours(
        await loadQuickJs(() => readFileSync(path.resolve('node_modules/quickjs-wasi/quickjs.wasm'))),
      );
    case 'host':
      return ours(createHostEngine);
    case 'scion':
      return (await loadOthers()).loadScion;
    case 'xstate':
      return (await loadOthers()).loadXstate;
  }
}

interface Others {
  readonly loadScion: Load;
  readonly loadXstate: Load;
}

const loadOthers = (): Promise<Others> =>
  // That file exports exactly these; it cannot be imported by name, because its packages are not the product's.
  import(pathToFileURL(path.join(others, 'load.mjs')).href) as Promise<Others>;

/** Long runs are what is measured: no budget may end them. */
const noBudget = Object.fromEntries(Object.keys(defaultBudget).map((name) => [name, Infinity]));

function ours(engine: ScriptEngineFactory): Load {
  const load = (text: string): Machine => {
    const read = readXml(new TextEncoder().encode(text), 'page.scxml');
    const compiled = read.value && compileDocument(read.value, dialects.w3c).value;
    if (!compiled) throw new Error('The page does not compile');
    const session = createSession(compiled, {
      engine,
      start: 0,
      budget: noBudget,
      limits: { total: Infinity },
    });
    const innermost = new Set(
      compiled.states.filter(({ children }) => children.length === 0).map(({ id }) => id),
    );
    session.run();
    return {
      send(name) {
        session.send({ name, type: 'external' });
        session.run();
      },
      active: () => session.configuration().filter((id) => innermost.has(id)),
      dispose: session.dispose,
    };
  };
  return (text) => Promise.resolve(load(text));
}
