// One run of a strategy by the rules of URS, in the world of a scenario. It is the witness that runs of pages are compared with: it knows no SCXML, no
// mapping and no module of Orchestration.
import type { Strategy } from '../../ir/nodes.js';
import { clockTime } from '../../runtime-check/scenario/check-meaning.js';
import type { RunEnd, Scenario } from '../../runtime-check/scenario/types.js';
import { createDraws } from '../../runtime-check/draws.js';
import { createScheduler } from '../../runtime-check/interpreter/scheduler.js';
import { noteEntered, noteLeft, queueVisits } from '../../runtime-check/platform/queue-visits.js';
import { createRecorder } from '../../runtime-check/platform/recorder.js';
import type { QueueVisit, Step } from '../../runtime-check/trace.js';
import { createTreatments } from '../../runtime-check/world/treatments.js';
import { createWorld, defaultClock } from '../../runtime-check/world/world.js';
import { attachedData } from './attached-data.js';
import { defaultRouting } from './default-routing.js';
import { giveUpAll } from './routing/requests.js';
import { drive } from './drive.js';
import { NotRunnable } from './faults.js';
import { wait, type Flow } from './flow.js';
import type { SharedVariables } from './frame.js';
import { hearLife } from './life.js';
import { watchedAnswers, type SourceObserver } from './observer.js';
import { outsideEvents } from './outside-events.js';
import type { SourceProgram } from './program.js';
import { endOf } from './run-end.js';
import type { Interruption, RouterState, SourceSession } from './session.js';
import { walkStrategy } from './walk.js';

/** What a run of either side shows to the outside. A run of a page (`RunResult`) has all of it. */
export interface ObservedRun {
  readonly end: RunEnd;
  readonly reason: string;
  readonly target: string | undefined;
  readonly steps: readonly Step[];
  readonly queues: readonly QueueVisit[];
  readonly udata: Readonly<Record<string, unknown>>;
  /** Virtual seconds. */
  readonly duration: number;
}

export interface SourceRun extends ObservedRun {
  /** Rows of the assumptions table that the run rests on, sorted. */
  readonly assumptions: readonly string[];
}

/** Blocks that a run may enter; a strategy that loops without waiting is stopped here. */
const mostBlocks = 10_000;
/** Virtual seconds that a run may last. */
const mostSeconds = 24 * 3600;

/** Runs a strategy in a scenario. It never throws for what a strategy or scenario says. */
export function runSource(
  program: SourceProgram,
  scenario: Scenario,
  observer: SourceObserver = {},
): SourceRun {
  const start = clockTime(scenario.clock ?? defaultClock) ?? 0;
  const scheduler = createScheduler(start);
  const seconds = (): number => (scheduler.now() - start) / 1000;
  const recorder = createRecorder(seconds);
  const assumed = new Set<string>();
  const draw = createDraws(scenario.random ?? [], scenario.seed ?? 1);
  const created = createWorld(scenario, {
    now: () => scheduler.now(),
    schedule: (delay, call, what) => scheduler.schedule(delay, 'call', call, what),
    withdraw: (handle) => scheduler.withdraw(handle),
    random: draw,
    assume: recorder.assume,
    entered: (entry) => {
      noteEntered(entry, recorder);
    },
    left: (record) => {
      noteLeft(record, recorder);
    },
  });
  const world = { ...created, answers: watchedAnswers(created.answers, observer) };
  const treatments = createTreatments(world.host);
  const state: RouterState = {
    defaultDestination: undefined,
    isDefaulting: false,
    lastError: undefined,
    notes: new Map(),
  };
  const main = world.interactions.main;
  let over: Interruption | undefined;
  let stuck: string | undefined;
  let finished = false;
  let requests = 0;
  let blocks = 0;
  const endings: (() => void)[] = [];
  const session: SourceSession = {
    program,
    scenario,
    world,
    treatments,
    recorder,
    observer,
    state,
    events: outsideEvents(scenario, (delay, call) => void scheduler.schedule(delay, 'call', call)),
    seconds,
    interaction: () => {
      const found = main === undefined ? undefined : world.interactions.current(main.id);
      if (found === undefined) throw new NotRunnable('the run has no interaction');
      return found;
    },
    isPresent: () => main !== undefined && world.interactions.current(main.id)?.state === 'present',
    assume: (id) => {
      assumed.add(id);
      return program.assume(id);
    },
    data: attachedData({
      world,
      recorder,
      observer,
      interaction: () => world.interactions.current(main?.id ?? '')?.id ?? '',
      addsPair: () => session.assume('attach.existing') === 'adds a pair',
    }),
    *pause(length, what) {
      yield* wait<void>(what, (resume) => {
        const handle = scheduler.schedule(Math.max(0, length) * 1000, 'call', resume, what);
        return () => void scheduler.withdraw(handle);
      });
    },
    newRequest: () => `request-${String(++requests)}`,
    interrupt: (how) => {
      endWith(how, undefined);
    },
    engine: program.engine,
    atEnd: (action) => {
      endings.push(action);
    },
  };
  function endWith(how: Interruption, next: Flow<void> | undefined): void {
    if (over !== undefined) return;
    over = how;
    driven.replace(next);
  }

  const countBlock = (): void => {
    if (++blocks > mostBlocks) throw new TooLong('it entered block after block without end');
  };
  function* walk(strategy: Strategy): Flow<void> {
    const shared: SharedVariables = new Map();
    const end = yield* walkStrategy(strategy, { session, shared, countBlock });
    if (!session.isPresent()) return;
    const isVoice = session.interaction().category === 'voice';
    const isDefaulted =
      end === 'default' ||
      (end === 'returned' && isVoice && session.assume('end.voice') === 'default routing');
    if (isDefaulted) yield* defaultRouting(session);
    // Nothing is sought any more for a message that stays where it is.
    else giveUpAll(session);
  }
  function* begun(): Flow<void> {
    state.defaultDestination = undefined;
    state.lastError = undefined;
    state.notes.clear();
    // What scenarios tie to the event by which a page hears of the interaction.
    world.noticed('interaction.added');
    yield* walk(program.root);
  }

  const driven = drive(
    begun(),
    { soon: (action) => void scheduler.schedule(0, 'event', action) },
    () => {
      finished = true;
    },
    (error) => {
      finished = true;
      if (error instanceof NotRunnable) over ??= { how: 'notRunnable', reason: error.message };
      else if (error instanceof TooLong) stuck = error.message;
      else throw error;
    },
  );
  world.begin(
    hearLife({
      session,
      main: main?.id ?? '',
      driven: () => driven,
      start: begun,
      afterLoss: walk,
      isDefaulting: () => session.state.isDefaulting,
      lost: (next) => {
        endWith({ how: 'gone' }, next);
      },
    }),
  );
  const latest = start + (scenario.limit ?? mostSeconds) * 1000;
  for (;;) {
    const next = finished ? undefined : scheduler.nextTime();
    if (next === undefined) break;
    if (next > latest) {
      stuck = 'the time of the scenario was over';
      break;
    }
    scheduler.runNext();
  }
  for (const end of endings) end();
  const waitingFor = driven.waitingFor?.what;
  if (!finished && stuck === undefined)
    stuck = `it waits for ${waitingFor ?? 'nothing'} and nothing is left that could happen`;
  const interaction = main === undefined ? undefined : world.interactions.current(main.id);
  return {
    ...endOf({ interaction, stuck, over, isDefaulting: session.state.isDefaulting }),
    target: interaction?.delivery?.target,
    steps: recorder.steps,
    queues: queueVisits(world, recorder),
    udata: interaction?.udata ?? {},
    duration: seconds(),
    assumptions: [...assumed].sort(),
  };
}

class TooLong extends Error {
  override readonly name = 'TooLong';
}
