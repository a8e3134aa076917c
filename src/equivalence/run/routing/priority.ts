// The priority with which a call waits, and how it grows (assumptions `priority-increment.*`): it belongs to the call, grows by itself while the call waits,
// and is added to the priority of each wait.
import type { SourceSession } from '../session.js';
import { routingOf, type Growth } from './state.js';

/** What the growth has brought at a moment (milliseconds since the start of the run). */
function brought({ by, every, since }: Growth, at: number): number {
  if (since === undefined || every <= 0) return 0;
  return by * Math.floor((at - since) / (every * 1000));
}

/** A priority with what it has grown by; the limit limits the sum, but not a priority that is beyond it already. */
export function grownPriority(session: SourceSession, priority: number): number {
  const { growth, grown } = routingOf(session);
  if (growth === undefined) return priority + grown;
  const { by, limit } = growth;
  const sum = priority + grown + brought(growth, session.world.at());
  if (limit === undefined || by === 0) return sum;
  return by > 0 ? Math.max(priority, Math.min(sum, limit)) : Math.min(priority, Math.max(sum, limit));
}

/** Sets how the priority grows from now on; what it has grown by stays. */
export function setGrowth(session: SourceSession, next: Omit<Growth, 'since'>): void {
  const routing = routingOf(session);
  const { growth } = routing;
  if (growth !== undefined) routing.grown += brought(growth, session.world.at());
  const isNone = next.by === 0 || next.every <= 0;
  routing.growth = isNone ? undefined : { ...next, since: undefined };
}

/** Before a wait, where each one starts the growth anew. */
export function renewGrowth(session: SourceSession): void {
  const routing = routingOf(session);
  if (routing.growth === undefined) return;
  if (session.assume('priority-increment.start') !== 'each wait anew') return;
  routing.grown = 0;
  routing.growth.since = session.world.at();
}

/** A wait has begun: the first one after the call starts the growth. */
export function beginGrowth(session: SourceSession): void {
  const { growth } = routingOf(session);
  if (growth !== undefined) growth.since ??= session.world.at();
}

/** Lets the priorities of all waiting requests grow at each interval; gives what ends that. */
export function growWhileWaiting(session: SourceSession): () => void {
  const { growth, live } = routingOf(session);
  const { host, requests } = session.world;
  if (growth?.since === undefined) return () => undefined;
  const { since } = growth;
  const every = growth.every * 1000;
  let handle: number | undefined;
  const next = (): void => {
    const passed = session.world.at() - since;
    const delay = every - (passed % every);
    handle = host.schedule(
      delay,
      () => {
        for (const { id, priority } of live.values()) {
          const now = grownPriority(session, priority);
          const before = requests.state(id)?.priority;
          if (before === undefined || before === now) continue;
          requests.setPriority(id, now);
          session.recorder.step('update', { request: session.recorder.requestName(id), priority: now });
        }
        next();
      },
      'the priority grows',
    );
  };
  next();
  return () => {
    if (handle !== undefined) host.withdraw(handle);
  };
}
