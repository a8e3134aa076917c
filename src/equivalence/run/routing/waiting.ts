// The wait for a target: what a Selection and its relatives do. A request that an earlier pass through the block left in place is taken up again, so that the
// call keeps its place.
import type { Order } from '../../../runtime-check/world/candidates.js';
import type { WantedTarget } from '../../../runtime-check/world/target-string.js';
import type { BusyTreatment } from '../../../runtime-check/world/treatments.js';
import { BlockFailure } from '../faults.js';
import { wait, type Flow } from '../flow.js';
import type { BlockExit, SourceSession } from '../session.js';
import { beginGrowth, grownPriority, growWhileWaiting, renewGrowth } from './priority.js';
import { giveUp, submit, wantedText } from './requests.js';
import { submitError } from './selected.js';
import { routingOf, type LiveRequest, type Outcome } from './state.js';

export interface WaitGiven {
  /** The block. */
  readonly owner: string;
  readonly targets: readonly WantedTarget[];
  readonly queue: string;
  readonly priority: number;
  readonly order: Order;
  readonly statistic: string;
  /** Seconds. */
  readonly timeout: number;
  /** Seconds that the request shows, where an entry Exit ends the wait earlier. */
  readonly shown?: number;
  /** The targets are dropped when the call moves on. */
  readonly clears: boolean;
  readonly route: boolean;
  readonly busy: (exit: () => void) => readonly BusyTreatment[];
}

/** Waits until a target is found, the time is over, or the list of busy treatments says to go on. */
export function* waitForTarget(session: SourceSession, given: WaitGiven): Flow<Outcome> {
  const earlier = [...routingOf(session).live.values()].find(({ owner }) => owner === given.owner);
  let early: Outcome | undefined;
  let resume: ((outcome: Outcome) => void) | undefined;
  const tell = (outcome: Outcome): void => {
    if (resume === undefined) early ??= outcome;
    else resume(outcome);
  };
  const busy = given.busy(() => {
    tell({ how: 'exit' });
  });
  let live: LiveRequest;
  let stopTimer = (): void => undefined;
  renewGrowth(session);
  // A wait that is refused at once has begun, too.
  beginGrowth(session);
  if (earlier === undefined) {
    const grown = grownPriority(session, given.priority);
    const made = submit(session, { ...given, grown, clearOnTimeout: given.clears, busy }, tell);
    if (!('id' in made)) return { how: 'failed', error: made };
    live = made;
  } else {
    takeUp(session, earlier, given, busy);
    earlier.tell = tell;
    live = earlier;
    const { host } = session.world;
    const end = (): void => {
      session.treatments.endBusy(live.id);
      tell({ how: 'timeout' });
    };
    const handle = host.schedule(given.timeout * 1000, end, 'the time of a wait is over');
    stopTimer = () => void host.withdraw(handle);
  }
  const stopGrowth = growWhileWaiting(session);
  const outcome = yield* wait<Outcome>('a target', (goOn) => {
    resume = goOn;
    if (early !== undefined) goOn(early);
    return () => {
      live.tell = undefined;
      stopGrowth();
      stopTimer();
    };
  });
  live.tell = undefined;
  stopGrowth();
  stopTimer();
  return outcome;
}

/** A request that waits already gets what has changed since. */
function takeUp(
  session: SourceSession,
  live: LiveRequest,
  given: WaitGiven,
  busy: readonly BusyTreatment[],
): void {
  const { world, recorder, treatments } = session;
  const known = new Set(live.targets.map(wantedText));
  const added = given.targets.filter((target) => !known.has(wantedText(target)));
  const priority = grownPriority(session, given.priority);
  const changed = world.requests.state(live.id)?.priority !== priority;
  if (changed) world.requests.setPriority(live.id, priority);
  if (added.length > 0) world.requests.widen(live.id, added);
  routingOf(session).live.set(live.id, {
    ...live,
    priority: given.priority,
    targets: [...live.targets, ...added],
  });
  if (changed || added.length > 0)
    recorder.step('update', {
      request: recorder.requestName(live.id),
      ...(changed ? { priority } : {}),
      ...(added.length > 0 ? { targets: added.map(wantedText) } : {}),
    });
  treatments.busy(session.interaction().id, live.id, busy);
}

/** Where control goes when a wait is over. A call that was routed goes on behind the green port (assumption `selection.after-green`). */
export function exitOf(
  session: SourceSession,
  outcome: Outcome,
  owner: string,
  clears: boolean,
  setError: (error: ReturnType<typeof submitError>) => void,
): BlockExit {
  if (outcome.how === 'selected') return 'success';
  for (const live of [...routingOf(session).live.values()].filter((each) => each.owner === owner)) {
    session.treatments.endBusy(live.id);
    if (clears) giveUp(session, live.id, outcome.how === 'exit' ? 'silent' : undefined);
  }
  if (outcome.how === 'failed')
    throw new BlockFailure(outcome.error.error, outcome.error.description, outcome.error.event);
  const isExit = outcome.how === 'exit';
  const port = session.assume(isExit ? 'busy.exit-port' : 'selection.timeout');
  const error = submitError('timeout');
  if (port === 'green') {
    setError(error);
    return 'success';
  }
  throw new BlockFailure(error.error, error.description, error.event);
}
