// Runs one page in one scenario: compile, simulate, run to an end, judge. The page's text is all that it knows of the page.
import { diagnose, hasErrors, wholeFile, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import { attribute, elementsWithin, type XmlDocument, type XmlElement } from '../xml/index.js';
import { classify } from './classify.js';
import { compileDocument } from './document/compile.js';
import type { CompiledDocument } from './document/nodes.js';
import { createDraws } from './draws.js';
import { dialects } from './interpreter/dialects.js';
import { createSession } from './interpreter/session.js';
import type { Budget, Platform } from './interpreter/types.js';
import { createPlatform } from './platform/platform.js';
import { createRecorder } from './platform/recorder.js';
import { reportRun } from './run-report.js';
import { watchRun } from './run-observer.js';
import { clockTime } from './scenario/check-meaning.js';
import { unmetExpectations } from './scenario/expectations.js';
import type { Scenario } from './scenario/types.js';
import type { Plain, ScriptEngineFactory, ScriptLimits } from './script/engine.js';
import { loadQuickJs } from './script/quickjs-wasi.js';
import type { RunResult } from './trace.js';
import { readPage } from './validate/page.js';
import { zoneName, zoneOffset } from './world/calendar.js';
import { defaultClock } from './world/world.js';

export interface RunPageOptions {
  /** The bytes of the script sandbox (`quickjs-wasi/quickjs.wasm`), or the sandbox itself. */
  readonly wasm: Uint8Array | ScriptEngineFactory;
  /** Keep states, transitions, events and logs in the result. */
  readonly verbose?: boolean;
  readonly budget?: Partial<Budget>;
  /** Limits of the sandbox. */
  readonly limits?: Partial<ScriptLimits>;
}

/** Runs a page in a scenario's world. Diagnostics: failed expectations, script errors, budgets. Never throws on input. */
export async function runPage(
  text: string,
  file: string,
  scenario: Scenario,
  options: RunPageOptions,
): Promise<Outcome<RunResult>> {
  const engine = typeof options.wasm === 'function' ? options.wasm : await sandboxOf(options.wasm);
  const page = readPage(text, file);
  if (page.value === undefined) return notRun(scenario, file, page.diagnostics);
  const compiled = compileDocument(page.value, dialects.ors);
  if (compiled.value === undefined) {
    return notRun(scenario, file, [...page.diagnostics, ...compiled.diagnostics]);
  }
  return execute(page.value, compiled.value, scenario, engine, options);
}

// One sandbox for the same bytes: compiling it takes longer than most runs.
const sandboxes = new WeakMap<Uint8Array, Promise<ScriptEngineFactory>>();

function sandboxOf(wasm: Uint8Array): Promise<ScriptEngineFactory> {
  const known = sandboxes.get(wasm) ?? loadQuickJs(() => wasm);
  sandboxes.set(wasm, known);
  return known;
}

function notRun(scenario: Scenario, file: string, found: readonly Diagnostic[]): Outcome<RunResult> {
  const first = found.find(({ severity }) => severity === 'error')?.message ?? 'it cannot be compiled';
  const diagnostics = hasErrors(found)
    ? found
    : [...found, diagnose('IRD5409', '', wholeFile(file), { scenario: scenario.name, message: first })];
  const value: RunResult = {
    scenario: scenario.name,
    end: 'stuck',
    reason: `the page could not be run: ${first}`,
    target: undefined,
    steps: [],
    details: [],
    visited: {},
    udata: {},
    duration: 0,
    microsteps: 0,
  };
  return { value, diagnostics };
}

function execute(
  page: XmlDocument,
  compiled: CompiledDocument,
  scenario: Scenario,
  engine: ScriptEngineFactory,
  options: RunPageOptions,
): Outcome<RunResult> {
  const start = clockTime(scenario.clock ?? defaultClock) ?? 0;
  const zone = zoneName(scenario.zone ?? 'UTC') ?? 'UTC';
  const draw = createDraws(scenario.random ?? [], scenario.seed ?? 1);
  let now = (): number => start;
  const seconds = (): number => (now() - start) / 1000;
  const recorder = createRecorder(seconds);
  const watch = watchRun(recorder, options.verbose ?? false);
  const simulated = createPlatform({ scenario, recorder, random: draw, page: page.root.tagSpan });
  const platform: Platform = {
    start: (context) => {
      now = () => context.now();
      // Scripts and percentage order take their draws from one sequence.
      context.expose('Math.random', draw);
      simulated.start(context);
    },
    execute: (element, context) => simulated.execute(element, context),
    observe: (event) => simulated.observe?.(event),
    end: (final) => {
      simulated.end(final);
    },
  };
  const session = createSession(compiled, {
    engine,
    start,
    zoneOffset: offsets(zone),
    seed: scenario.seed ?? 1,
    budget: { ...options.budget, ...(scenario.limit === undefined ? {} : { time: scenario.limit * 1000 }) },
    platform,
    observer: watch.observer,
    // Data of a scenario file are plain by the way they were read.
    data: (scenario.data ?? {}) as Readonly<Record<string, Plain>>,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  try {
    const stop = session.run();
    const interaction = simulated.world?.interactions.all[0];
    const states = session.configuration();
    const placeholder = watch.placeholders()[0]?.block;
    const ending = classify({ stop, interaction, placeholder, states });
    const result: RunResult = {
      scenario: scenario.name,
      end: ending.end,
      reason: ending.reason,
      target: interaction?.delivery?.target,
      steps: recorder.steps,
      details: recorder.details,
      visited: watch.visited(),
      udata: interaction?.udata ?? {},
      duration: seconds(),
      microsteps: session.microsteps,
    };
    const unmet = unmetExpectations(scenario, result, { aliases: interaction?.delivery?.aliases ?? [] });
    const diagnostics = reportRun({
      scenario,
      page: page.root.tagSpan,
      stop,
      states,
      ending,
      unmet,
      failures: watch.failures(),
      placeholders: watch.placeholders(),
      unknown: simulated.unknown,
      data: dataIds(page.root),
    });
    return { value: result, diagnostics };
  } finally {
    session.dispose();
  }
}

const dataIds = (root: XmlElement): readonly string[] =>
  [...elementsWithin(root)]
    .filter(({ local, uri }) => local === 'data' && uri === root.uri)
    .flatMap((data) => attribute(data, 'id')?.value.text ?? []);

// Asking for the offset of a zone is slow; it changes at most every quarter of an hour.
function offsets(zone: string): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / 900_000);
    const offset = known.get(quarter) ?? zoneOffset(zone, at);
    if (known.size < 1_000) known.set(quarter, offset);
    return offset;
  };
}
