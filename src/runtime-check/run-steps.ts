// One run of a page in a scenario's world, step by step: who drives it decides how far it goes. The page's text is all that is known of the page.
import type { Outcome } from '../diagnostics/index.js';
import { attribute, elementsWithin, type XmlElement } from '../xml/index.js';
import { classify } from './classify.js';
import { watchCoverage } from './coverage.js';
import type { CompiledDocument } from './document/nodes.js';
import { createDraws } from './draws.js';
import { createSession } from './interpreter/session.js';
import type { Platform, Stop } from './interpreter/types.js';
import { createPlatform } from './platform/platform.js';
import { createRecorder } from './platform/recorder.js';
import { dataChanges } from './run-data.js';
import { eventsOnEntry, type PostEvent } from './run-events.js';
import { watchRun } from './run-observer.js';
import type { RunPageOptions } from './run-prepare.js';
import { joinObservers, probedContext, probedExecute, type RunProbe } from './run-probe.js';
import { reportRun } from './run-report.js';
import { clockTime } from './scenario/check-meaning.js';
import { unmetExpectations } from './scenario/expectations.js';
import type { Scenario } from './scenario/types.js';
import type { Plain, ScriptEngineFactory } from './script/engine.js';
import type { Detail, RunResult } from './trace.js';
import { detailWithNames, furtherNames } from './trace-requests.js';
import { zoneName, zoneOffset } from './world/calendar.js';
import { defaultClock } from './world/world.js';

/** A run that goes on as far as it is asked to. */
export interface Run {
  /** One microstep, one event, or one scheduled action; undefined while there is more to do. */
  step(): Stop | undefined;
  /** Runs to its end, or until nothing is left that could happen. */
  run(): Stop;
  /** What has come of it, and how it ended: by `stop`. */
  result(stop: Stop): Outcome<RunResult>;
  /** Frees the sandbox. */
  dispose(): void;
}

/** Starts a run of a compiled page. */
export function startRun(
  document: CompiledDocument,
  scenario: Scenario,
  engine: ScriptEngineFactory,
  options: RunPageOptions,
  probe?: RunProbe,
): Run {
  const { root } = document.source;
  const start = clockTime(scenario.clock ?? defaultClock) ?? 0;
  const zone = zoneName(scenario.zone ?? 'UTC') ?? 'UTC';
  const draw = createDraws(scenario.random ?? [], scenario.seed ?? 1);
  let now = (): number => start;
  const seconds = (): number => (now() - start) / 1000;
  const recorder = createRecorder(seconds);
  const watch = watchRun(recorder, options.verbose ?? false);
  const coverage = watchCoverage(document);
  let post: PostEvent = () => undefined;
  const events = eventsOnEntry(scenario, (event, delay) => {
    post(event, delay);
  });
  const simulated = createPlatform({ scenario, recorder, random: draw, page: root.tagSpan });
  const platform: Platform = {
    ...simulated,
    start: (context) => {
      now = () => context.now();
      // Scripts and percentage order take their draws from one sequence.
      context.expose('Math.random', draw);
      post = (event, delay) => {
        context.post(event, delay);
      };
      simulated.start(probe === undefined ? context : probedContext(context, probe));
    },
    ...(probe === undefined ? {} : { execute: probedExecute(simulated, probe) }),
  };
  const session = createSession(document, {
    engine,
    start,
    zoneOffset: offsets(zone),
    seed: scenario.seed ?? 1,
    budget: { ...options.budget, ...(scenario.limit === undefined ? {} : { time: scenario.limit * 1000 }) },
    platform,
    observer: joinObservers([watch.observer, coverage.observer, events, probe?.observer]),
    // Data of a scenario file are plain by the way they were read.
    data: (scenario.data ?? {}) as Readonly<Record<string, Plain>>,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
  });
  probe?.begun((source) => session.inspect(source));

  let data: Plain = {};
  const noteData = (): void => {
    const next = session.inspect('_data');
    for (const { path, ...change } of dataChanges('_data', data, next)) {
      const text = 'value' in change ? `${path} = ${JSON.stringify(change.value) ?? ''}` : `${path} deleted`;
      recorder.detail('data', text, { path, ...change });
    }
    data = next;
  };
  const step = (): Stop | undefined => {
    const stop = session.step();
    if (options.verbose === true) noteData();
    return stop;
  };
  const details = (): readonly Detail[] => {
    if (options.verbose !== true) return recorder.details;
    const nameOf = furtherNames(recorder.requestNames);
    return recorder.details.map((detail) => detailWithNames(detail, nameOf));
  };
  if (options.verbose === true) noteData();

  function result(stop: Stop): Outcome<RunResult> {
    const interaction = simulated.world?.interactions.main;
    const states = session.configuration();
    const placeholder = watch.placeholders()[0]?.block;
    const ending = classify({ stop, interaction, placeholder, states });
    const value: RunResult = {
      scenario: scenario.name,
      end: ending.end,
      reason: ending.reason,
      target: interaction?.delivery?.target,
      steps: recorder.steps,
      details: details(),
      visited: watch.visited(),
      covered: coverage.covered(),
      udata: interaction?.udata ?? {},
      duration: seconds(),
      microsteps: session.microsteps,
    };
    const diagnostics = reportRun({
      scenario,
      page: root.tagSpan,
      stop,
      states,
      ending,
      unmet: unmetExpectations(scenario, value, { aliases: interaction?.delivery?.aliases ?? [] }),
      failures: watch.failures(),
      placeholders: watch.placeholders(),
      unknown: simulated.unknown,
      data: dataIds(root),
    });
    return { value, diagnostics };
  }

  return {
    step,
    run: () => {
      if (options.verbose !== true) return session.run();
      for (;;) {
        const stop = step();
        if (stop) return stop;
      }
    },
    result,
    dispose: () => {
      session.dispose();
    },
  };
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
