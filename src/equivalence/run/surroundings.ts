// What an expression sees of a running strategy: its variables, and the simulated world as it is at this moment.
import { predefinedStatistics } from '../../runtime-check/validate/catalogue/statistic.js';
import { isSpecialDay, localTime } from '../../runtime-check/world/calendar.js';
import { extensionOf, propertyOf } from '../evaluate/call-properties.js';
import type { EvaluationContext } from '../evaluate/context.js';
import { failedWith, type Failed, type IrdValue } from '../evaluate/values.js';
import type { Frame } from './frame.js';
import type { SourceRead } from './observer.js';
import { waitingState } from './routing/queue-place.js';
import { optionOf } from './routing/state.js';
import type { SourceSession } from './session.js';

export function surroundings(session: SourceSession, frame: Frame): EvaluationContext {
  const { world, program, observer } = session;
  const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
    record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
  const seen = <T extends IrdValue | undefined>(
    kind: SourceRead['kind'],
    name: readonly string[],
    value: T,
  ): T => {
    observer.read?.({ kind, name, value });
    return value;
  };
  return {
    watch: observer,
    variable: (name) => frame.read(name) ?? '',
    data: session.data,
    call: (property) => seen('call', [property], propertyOf(session.interaction(), property)),
    extension: (key) => seen('extension', [key], extensionOf(session.interaction(), key)),
    option: (name) => seen('option', [name], optionOf(session, name)),
    now: () => {
      const now = world.host.now();
      observer.read?.({ kind: 'clock', name: [], value: now });
      return now;
    },
    zone: world.zone,
    draw: () => seen('draw', [], world.host.random()),
    isSpecialDay: (table, day, when) => {
      const found = isSpecialDay(
        world.given.specialDays,
        table,
        day,
        localTime(when.zone, when.at),
        when.useTime,
      );
      return seen('special-day', [table, day], found);
    },
    listValue: (list, item, key) =>
      seen('list', [list, item, key], own(own(own(world.given.lists, list), item), key)),
    statistic: (object, name) => {
      if (isRefused(session, object, name)) return failedWith(`nobody tells "${name}" of "${object}"`);
      return seen('statistic', [object, name], world.statistics.value(object, name, world.at()));
    },
    // Other functions of the router are run by the session: they may wait.
    ask: (name) => ownPlace(session, name),
    assume: (id) => {
      session.assume(id);
      return program.assume(id);
    },
  };
}

const subscriptions = 'subscriptions';

/** Statistics that the platform does not keep by itself are ordered at their first use; the scenario may have that refused, and then it is tried again. */
function isRefused({ world, state }: SourceSession, object: string, name: string): boolean {
  if (predefinedStatistics.includes(name)) return false;
  const known = state.notes.get(subscriptions) as ReadonlySet<string> | undefined; // this file alone writes it
  const key = `${name} of ${object}`;
  if (known?.has(key) === true) return false;
  const failure = world.answers.failure('statistic:subscribe');
  // That somebody has ordered it already is an error to who subscribes; there is a value all the same.
  if (failure?.error === 'Subscription Already Active') return false;
  if (failure !== undefined) return true;
  state.notes.set(subscriptions, new Set([...(known ?? []), key]));
  return false;
}

/** Place and wait of the call itself, where a statistic has its name; 0 while nothing waits. */
function ownPlace(session: SourceSession, name: string): IrdValue | Failed | undefined {
  if (name !== 'PositionInQueue' && name !== 'InVQWaitTime') return undefined;
  const state = waitingState(session);
  if (state === 'refused') return failedWith('the queue does not answer');
  return (name === 'PositionInQueue' ? state?.position : state?.waited) ?? 0;
}
