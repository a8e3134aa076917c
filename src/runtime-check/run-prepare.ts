// A page ready to be run: read and compiled once, with the sandbox that its scripts get. Any number of runs can be started on it.
import { diagnose, hasErrors, wholeFile, type Outcome } from '../diagnostics/index.js';
import { compileDocument } from './document/compile.js';
import type { ResolveFile } from './document/include.js';
import { readPage } from './document/read-page.js';
import type { CompiledDocument } from './document/nodes.js';
import { dialects } from './interpreter/dialects.js';
import type { Budget } from './interpreter/types.js';
import type { RunProbe } from './run-probe.js';
import { startRun, type Run } from './run-steps.js';
import type { Scenario } from './scenario/types.js';
import type { ScriptEngineFactory, ScriptLimits } from './script/engine.js';
import { loadQuickJs } from './script/quickjs-wasi.js';

export interface RunPageOptions {
  /** The bytes of the script sandbox (`quickjs-wasi/quickjs.wasm`), or the sandbox itself. */
  readonly wasm: Uint8Array | ScriptEngineFactory;
  /** Keep states, transitions, events and data in the result. */
  readonly verbose?: boolean;
  readonly budget?: Partial<Budget>;
  /** Reads the files that the page includes, and the pages that it starts; without it, it has none. */
  readonly resolve?: ResolveFile;
  /** Limits of the sandbox. */
  readonly limits?: Partial<ScriptLimits>;
}

export interface RunnablePage {
  /** Ids of its states, in document order. */
  readonly states: readonly string[];
  /** What its transitions wait for, as they write it. */
  readonly events: readonly string[];
  readonly document: CompiledDocument;
  /** Starts a run: the first states are entered, and nothing has been processed yet. */
  start(scenario: Scenario, probe?: RunProbe): Run;
}

/** Reads and compiles a page; undefined when it cannot be, which a diagnostic says. Never throws on input. */
export async function preparePage(
  text: string,
  file: string,
  options: RunPageOptions,
): Promise<Outcome<RunnablePage | undefined>> {
  const engine = typeof options.wasm === 'function' ? options.wasm : await sandboxOf(options.wasm);
  const page = readPage(text, file, options.resolve);
  if (page.value === undefined) return { value: undefined, diagnostics: page.diagnostics };
  const { resolve } = options;
  const compiled = compileDocument(page.value, dialects.ors, resolve ? { resolve } : {});
  if (compiled.value === undefined) {
    return { value: undefined, diagnostics: [...page.diagnostics, ...compiled.diagnostics] };
  }
  const document = compiled.value;
  const value: RunnablePage = {
    states: document.states.map(({ id }) => id).filter((id) => id !== ''),
    events: [...new Set(document.transitions.flatMap(({ events }) => events ?? []))].filter(
      (name) => name !== '',
    ),
    document,
    start: (scenario, probe) => startRun(document, scenario, engine, options, probe),
  };
  return { value, diagnostics: [] };
}

/** Why a page could not be run, as an error in any case. */
export function notRunnable(
  file: string,
  scenario: string,
  { diagnostics }: Outcome<unknown>,
): { readonly reason: string; readonly diagnostics: Outcome<unknown>['diagnostics'] } {
  const reason = diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'it cannot be compiled';
  return {
    reason,
    diagnostics: hasErrors(diagnostics)
      ? diagnostics
      : [...diagnostics, diagnose('IRD5409', '', wholeFile(file), { scenario, message: reason })],
  };
}

// One sandbox for the same bytes: compiling it takes longer than most runs.
const sandboxes = new WeakMap<Uint8Array, Promise<ScriptEngineFactory>>();

function sandboxOf(wasm: Uint8Array): Promise<ScriptEngineFactory> {
  const known = sandboxes.get(wasm) ?? loadQuickJs(() => wasm);
  sandboxes.set(wasm, known);
  return known;
}
