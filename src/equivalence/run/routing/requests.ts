// Requests for a target: what the router does from the moment when a call begins to wait until it is delivered, given up, or lost.
import type { Candidate, Order } from '../../../runtime-check/world/candidates.js';
import type { WantedTarget } from '../../../runtime-check/world/target-string.js';
import type { BusyTreatment } from '../../../runtime-check/world/treatments.js';
import type { IrdError } from '../faults.js';
import type { SourceSession } from '../session.js';
import { attachSelected, attachWaiting } from './attached-keys.js';
import { afterRouteError, tryDelivery } from './route-error.js';
import { selectedBy, submitError } from './selected.js';
import { routingOf, type LiveRequest, type Outcome, type Selected } from './state.js';

export interface RequestGiven {
  readonly owner: string;
  readonly targets: readonly WantedTarget[];
  readonly queue: string;
  /** Without what it has grown by. */
  readonly priority: number;
  /** With it. */
  readonly grown: number;
  readonly order: Order;
  readonly statistic: string;
  /** Seconds. */
  readonly timeout: number;
  /** Seconds that the request shows, where an entry Exit of the busy treatments ends it earlier. */
  readonly shown?: number;
  readonly clearOnTimeout: boolean;
  /** It delivers by itself; else it only selects. */
  readonly route: boolean;
  readonly busy: readonly BusyTreatment[];
  readonly leftOut?: readonly string[];
  /** When it began to wait, for one that keeps its place; milliseconds since the start of the run. */
  readonly since?: number;
}

/** A target as URS writes it, threshold and weight in front. */
export const wantedText = ({ threshold, weight, text }: WantedTarget): string =>
  `${threshold === undefined ? '' : `{${threshold}}`}${weight === undefined ? '' : `[${String(weight)}]`}${text}`;

/** Begins to wait for a target; gives the request, or the error for which it was refused. `tell` hears how it ends while somebody waits for it. */
export function submit(
  session: SourceSession,
  given: RequestGiven,
  tell: (outcome: Outcome) => void,
): LiveRequest | IrdError {
  const { world, recorder, treatments } = session;
  const refused = world.answers.failure('queue:submit');
  if (!session.isPresent()) return submitError('invalidinteraction');
  if (given.targets.length === 0) return submitError('invalidtarget');
  if (given.timeout < 0) return submitError('invalidattribute');
  const id = session.newRequest();
  recorder.step('submit', {
    request: recorder.requestName(id),
    queue: given.queue,
    priority: given.grown,
    ordertype: given.order,
    orderstat: given.statistic,
    timeout: given.shown ?? given.timeout,
    clearontimeout: given.clearOnTimeout,
    route: given.route,
    targets: given.targets.map(wantedText),
  });
  if (refused !== undefined) return submitError(refused.error ?? 'unknown');
  const { id: interaction } = session.interaction();
  const routing = routingOf(session);
  const live: LiveRequest = {
    id,
    owner: given.owner,
    queue: given.queue,
    route: given.route,
    targets: given.targets,
    priority: given.priority,
    tell,
  };
  routing.live.set(id, live);
  attachWaiting(session, id, given.queue, given.targets);
  const over = (outcome: Outcome): void => {
    routing.live.delete(id);
    live.tell?.(outcome);
  };
  world.requests.submit({
    id,
    interaction,
    queue: given.queue,
    priority: given.grown,
    targets: given.targets,
    order: given.order,
    statistic: given.statistic,
    timeout: given.timeout,
    clearOnTimeout: given.clearOnTimeout,
    ...(given.since === undefined ? {} : { since: given.since }),
    ...(given.leftOut === undefined ? {} : { leftOut: given.leftOut }),
    ...(given.route ? { tried: (candidate: Candidate) => tryDelivery(session, candidate) } : {}),
    failed: () => {
      treatments.endBusy(id);
      if (afterRouteError(session)) over({ how: 'failed', error: submitError('routeerror') });
    },
    selected: (candidate) => {
      const chosen = selectedBy(candidate, given.queue);
      treatments.endBusy(id);
      routing.selected = chosen;
      attachSelected(session, chosen);
      if (given.route) delivered(session, live, chosen);
      over({ how: 'selected', chosen });
    },
    timedOut: () => {
      treatments.endBusy(id);
      if (given.clearOnTimeout) over({ how: 'timeout' });
      else live.tell?.({ how: 'timeout' });
    },
  });
  treatments.busy(interaction, id, given.busy);
  return live;
}

/** The call goes to its target: all its other requests are over. Nobody waits for a kept request: the strategy ends where it is. */
function delivered(session: SourceSession, live: LiveRequest, chosen: Selected): void {
  const { world, recorder, treatments } = session;
  const { id } = session.interaction();
  const { candidate, component, object, queue } = chosen;
  const { resource, target } = candidate;
  const aliases = [resource.dn, target.text, target.name, component];
  const others = [...routingOf(session).live.keys()].filter((each) => each !== live.id);
  world.deliver(id, { by: 'submit', target: resource.id, aliases }, resource.dn);
  recorder.step('routed', {
    target: resource.id,
    by: 'submit',
    request: recorder.requestName(live.id),
    component,
    object,
    queue,
  });
  for (const other of others) forget(session, other);
  if (live.tell === undefined) session.interrupt({ how: 'routed' });
  treatments.stopAll(id, live.tell === undefined ? 'silent' : undefined);
}

function forget(session: SourceSession, id: string): void {
  session.treatments.endBusy(id);
  routingOf(session).live.delete(id);
}

/** Takes a request out of its queue; `silent`: the end of its time does that by itself. */
export function giveUp(session: SourceSession, id: string, silent?: 'silent'): void {
  const { world, recorder } = session;
  forget(session, id);
  if (world.requests.end(id, 'cleared') && silent === undefined)
    recorder.step('cancel', { request: recorder.requestName(id) });
}

/** Takes the call out of all queues, or of one; gives how many requests there were. */
export function giveUpAll(session: SourceSession, queue?: string): number {
  const ended = [...routingOf(session).live.values()].filter(
    (live) => queue === undefined || live.queue === queue,
  );
  for (const { id } of ended) giveUp(session, id);
  return ended.length;
}
