// One run of a page in a scenario's world, step by step: who drives it decides how far it goes. The page's text is all that is known of the page.
import type { Outcome } from '../diagnostics/index.js';
import { attribute, elementsWithin, type XmlElement } from '../xml/index.js';
import { classify } from './classify.js';
import { watchCoverage } from './coverage.js';
import type { CompiledDocument } from './document/nodes.js';
import { createDraws } from './draws.js';
import { createSession } from './interpreter/session.js';
import type { Observer, Platform, Stop } from './interpreter/types.js';
import { createBasicHttp } from './platform/basic-http.js';
import { createPlatform } from './platform/platform.js';
import { queueVisits } from './platform/queue-visits.js';
import { createRecorder } from './platform/recorder.js';
import { dataChanges } from './run-data.js';
import { eventsOnEntry, type PostEvent } from './run-events.js';
import { watchRun } from './run-observer.js';
import type { RunPageOptions } from './run-prepare.js';
import { joinObservers, probedContext, probedExecute, type RunProbe } from './run-probe.js';
import { scenarioBudget } from './run-limits.js';
import { reportRun } from './run-report.js';
import { followPlace, viewOf, type RunView } from './run-view.js';
import { clockTime } from './scenario/check-meaning.js';
import { unmetExpectations } from './scenario/expectations.js';
import type { Scenario } from './scenario/types.js';
import type { Plain, ScriptEngineFactory, ScriptResult } from './script/engine.js';
import type { Detail, RunResult, Step } from './trace.js';
import { inOrder } from './trace-format.js';
import { detailWithNames, furtherNames } from './trace-requests.js';
import { zoneName, zoneOffset } from './world/calendar.js';
import { defaultClock } from './world/world.js';

/** A run that goes on as far as it is asked to. */
export interface Run {
  /** One microstep, one event, or one scheduled action, not later than `until` virtual seconds; undefined while there is more to do. */
  step(until?: number): Stop | undefined;
  /** Runs to its end, or until nothing is left that could happen. */
  run(): Stop;
  /** What has come of it, and how it ended: by `stop`. */
  result(stop: Stop): Outcome<RunResult>;
  /** Virtual seconds since the start. */
  seconds(): number;
  /** What can be seen of it now, or `at` a later moment up to which nothing happens. */
  view(at?: number): RunView;
  /** Steps and details since a mark (of `mark`), in their order. */
  since(mark: RunMark): readonly (Step | Detail)[];
  mark(): RunMark;
  /** The value of an expression in the page's data, or why it has none. It may change the data. */
  examine(source: string): ScriptResult;
  /** Frees the sandbox. */
  dispose(): void;
}

/** A moment in the trace of a run. */
export interface RunMark {
  readonly steps: number;
  readonly details: number;
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
  const place = followPlace();
  let post: PostEvent = () => undefined;
  const events = eventsOnEntry(scenario, (event, delay) => {
    post(event, delay);
  });
  const world: Observer = { enter: (state) => simulated.world?.entered(state) };
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
    http: createBasicHttp(recorder, () => simulated.world),
    start,
    zoneOffset: offsets(zone),
    seed: scenario.seed ?? 1,
    budget: { ...options.budget, ...scenarioBudget(scenario) },
    platform,
    observer: joinObservers([
      watch.observer,
      coverage.observer,
      place.observer,
      events,
      world,
      probe?.observer,
    ]),
    // Data of a scenario file are plain by the way they were read.
    data: (scenario.data ?? {}) as Readonly<Record<string, Plain>>,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
  });
  probe?.begun({ inspect: (source, state) => session.inspect(source, state), seconds });

  let data: Plain = {};
  const noteData = (): void => {
    const next = session.inspect('_data');
    for (const { path, ...change } of dataChanges('_data', data, next)) {
      const text = 'value' in change ? `${path} = ${JSON.stringify(change.value) ?? ''}` : `${path} deleted`;
      recorder.detail('data', text, { path, ...change });
    }
    data = next;
  };
  const step: Run['step'] = (until) => {
    const stop = session.step(until === undefined ? undefined : start + until * 1000);
    if (options.verbose === true) noteData();
    return stop;
  };
  const details = (): readonly Detail[] => {
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
      queues: queueVisits(simulated.world, recorder),
      peaks: { ...session.reached, sessionAge: seconds() },
    };
    const diagnostics = reportRun({
      scenario,
      page: root.tagSpan,
      stop,
      states,
      peaks: value.peaks,
      ending,
      unmet: unmetExpectations(scenario, value, {
        aliases: interaction?.delivery?.aliases ?? [],
        data: () => session.inspect('_data'),
      }),
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
    seconds,
    view: (at = seconds()) =>
      viewOf({
        at,
        idle: at - seconds(),
        start,
        states: session.configuration(),
        pending: session.pending(),
        recorder,
        world: simulated.world,
        place,
      }),
    mark: () => ({ steps: recorder.steps.length, details: recorder.details.length }),
    since: ({ steps, details: first }) =>
      inOrder(
        recorder.steps.slice(steps),
        recorder.details.slice(first).map((detail) => {
          const named = detailWithNames(detail, (id) => recorder.requestNames.get(id) ?? id);
          return { ...named, after: detail.after - steps };
        }),
      ),
    examine: (source) => session.examine(source),
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
