// The statistic module: subscriptions and current values. Statistics of URS are there unless the scenario leaves URS out.
import type { Plain } from '../script/engine.js';
import { predefinedStatistics, ursStatistics } from '../validate/catalogue/statistic.js';
import {
  asNumber,
  asText,
  isRecord,
  type ActionCall,
  type PlatformFunction,
  type PlatformModule,
  type Services,
} from './module.js';
import { recordAction } from './record-action.js';
import type { Subscription } from './run-state.js';

/** The value of a statistic; one that neither the scenario nor the world knows counts as 0. */
function valueOf(object: string, statistic: string, services: Services): number {
  const { world, recorder } = services;
  const value = world.statistics.value(object, statistic, world.at());
  if (value === undefined) {
    recorder.assume('unknown-statistic', `"${statistic}" of "${object}"`);
  }
  return value ?? 0;
}

/** URS counts it, and the scenario has no URS: Stat Server does not know it. */
const isRefused = (statistic: string, { world }: Services): boolean =>
  world.given.directStatistics === true && ursStatistics.includes(statistic);

const keyOf = (object: string, statistic: string): string => JSON.stringify([object, statistic]);

function subscribe(call: ActionCall, services: Services): void {
  recordAction(call, services);
  const object = asText(call.values['object']);
  const statistic = asText(call.values['statistic']);
  const { subscriptions } = services.state;
  const key = keyOf(object, statistic);
  // Before a refusal of the scenario: Stat Server is not asked again.
  if (subscriptions.has(key)) {
    call.fail('Subscription Already Active', 'The statistic is subscribed already.');
    return;
  }
  if (call.refused()) return;
  if (object === '' || statistic === '' || isRefused(statistic, services)) {
    const reason =
      object === '' || statistic === ''
        ? 'Object or statistic is empty.'
        : `Stat Server has no "${statistic}": URS counts it.`;
    call.fail('Request Invalid', reason);
    return;
  }
  call.done();
  report(object, statistic, asNumber(call.values['interval']) ?? 0, services);
}

/** Tells the value now, and again when it has changed: at once, or at the end of the interval. */
function report(object: string, statistic: string, interval: number, services: Services): void {
  const { world, context, recorder, state } = services;
  const key = keyOf(object, statistic);
  if (interval > 0) recorder.assume('statistic-interval');
  const step = interval * 1000;
  const begun = world.at();
  let last: number | undefined;
  let told = begun;
  let isAwaited = false;
  const look = (): void => {
    const value = valueOf(object, statistic, services);
    if (value === last) return;
    last = value;
    told = world.at();
    recorder.step('statistic', { object, statistic, value });
    services.post('statistic.update', { object, statistic, value });
  };
  const isLive = (): boolean => state.subscriptions.get(key) === subscription;
  /** A change within an interval is told at its end. */
  const lookLater = (): void => {
    if (isAwaited || valueOf(object, statistic, services) === last) return;
    isAwaited = true;
    const left = (step - ((world.at() - begun) % step)) % step;
    context.schedule(left === 0 && told === world.at() ? step : left, () => {
      isAwaited = false;
      if (isLive()) look();
    });
  };
  // What happens in the run changes values, too: it is looked at with every event.
  const subscription: Subscription = { look: step > 0 ? lookLater : look };
  state.subscriptions.set(key, subscription);
  const tell = (): void => {
    if (!isLive()) return;
    look();
    const next = nextLook(world.at() - begun);
    if (next !== undefined) context.schedule(next, tell);
  };
  /** Milliseconds until the value may be another one; undefined when nothing will change it. */
  const nextLook = (since: number): number | undefined => {
    const moments = [world.statistics.nextChange(world.at()), world.staff.nextChange(world.at())].filter(
      (moment) => moment !== undefined,
    );
    if (moments.length === 0) return undefined;
    const change = Math.min(...moments) - begun;
    return (step > 0 ? Math.ceil(change / step) * step : change) - since;
  };
  tell();
}

function unsubscribe(call: ActionCall, services: Services): void {
  recordAction(call, services);
  if (call.refused()) return;
  services.recorder.assume('unsubscribe');
  const key = keyOf(asText(call.values['object']), asText(call.values['statistic']));
  if (services.state.subscriptions.delete(key)) call.done();
  else call.fail('Request Invalid', 'The statistic is not subscribed.');
}

const sData: PlatformFunction = ([given, name], services) => {
  const { recorder, state } = services;
  // Since 8.1.400.45 the first argument may define the statistic itself; the members are not documented.
  if (isRecord(given)) recorder.assume('function-signature', 'sData with an object');
  const object = isRecord(given) ? asText(given['object'] ?? given['name'] ?? given['id']) : asText(given);
  const statistic = isRecord(given) ? asText(name ?? given['statistic']) : asText(name);
  if (isRefused(statistic, services)) {
    recorder.assume('no-urs-statistic', `"${statistic}"`);
    return undefined;
  }
  if (!predefinedStatistics.includes(statistic) && !state.subscriptions.has(keyOf(object, statistic))) {
    recorder.assume('not-subscribed', `"${statistic}"`);
  }
  const value = valueOf(object, statistic, services);
  recorder.step('statistic', { object, statistic, value });
  return value;
};

/** Combines a statistic over several objects: comma separated text or a list. */
const over =
  (name: string, combine: (values: readonly number[]) => number): PlatformFunction =>
  ([objects, statistic], services) => {
    services.recorder.assume('function-signature', name);
    const listed = Array.isArray(objects)
      ? (objects as readonly Plain[]).map(asText)
      : asText(objects).split(',');
    const named = listed.map((object) => object.trim()).filter((object) => object !== '');
    if (isRefused(asText(statistic), services)) {
      services.recorder.assume('no-urs-statistic', `"${asText(statistic)}"`);
      return undefined;
    }
    const values = named.map((object) => valueOf(object, asText(statistic), services));
    const value = values.length === 0 ? 0 : combine(values);
    services.recorder.step('statistic', {
      object: named.join(','),
      statistic: asText(statistic),
      value,
      by: name,
    });
    return value;
  };

export const statistic: PlatformModule = {
  prefix: 'statistic',
  elements: { subscribe, unsubscribe },
  functions: {
    'statistic.sData': sData,
    'statistic.getAvgData': over('getAvgData', (values) => values.reduce((a, b) => a + b, 0) / values.length),
    'statistic.getMinData': over('getMinData', (values) => Math.min(...values)),
    'statistic.getMaxData': over('getMaxData', (values) => Math.max(...values)),
  },
};
