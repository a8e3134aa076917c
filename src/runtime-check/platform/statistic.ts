// The statistic module: subscriptions and current values.
import type { Plain } from '../script/engine.js';
import {
  asText,
  type ActionCall,
  type PlatformFunction,
  type PlatformModule,
  type Services,
} from './module.js';

/** The value of a statistic; one that neither the scenario nor the world knows counts as 0. */
function valueOf(object: string, statistic: string, services: Services): number {
  const { world, recorder } = services;
  const value = world.statistics.value(object, statistic, world.at());
  if (value === undefined) {
    recorder.assume('unknown-statistic', `"${statistic}" of "${object}"`);
  }
  return value ?? 0;
}

function subscribe(call: ActionCall, services: Services): void {
  const object = asText(call.values['object']);
  const statistic = asText(call.values['statistic']);
  if (call.refused()) return;
  if (object === '' || statistic === '') {
    call.fail('Request Invalid', 'Object or statistic is empty.');
    return;
  }
  const { world, context, recorder } = services;
  const { subscriptions } = services.state;
  const key = JSON.stringify([object, statistic]);
  if (subscriptions.has(key)) {
    call.fail('Subscription Already Active', 'The statistic is subscribed already.');
    return;
  }
  subscriptions.set(key, call.requestId);
  call.done();
  let last: number | undefined;
  const tell = (): void => {
    if (!subscriptions.has(key)) return;
    const value = valueOf(object, statistic, services);
    if (value !== last) {
      last = value;
      recorder.step('statistic', { object, statistic, value });
      services.post('statistic.update', { object, statistic, value });
    }
    const next = world.statistics.nextChange(world.at());
    if (next !== undefined) context.schedule(next - world.at(), tell);
  };
  tell();
}

function unsubscribe(call: ActionCall, services: Services): void {
  if (call.refused()) return;
  services.recorder.assume('unsubscribe');
  services.state.subscriptions.delete(
    JSON.stringify([asText(call.values['object']), asText(call.values['statistic'])]),
  );
  call.done();
}

const sData: PlatformFunction = ([object, statistic], services) => {
  const value = valueOf(asText(object), asText(statistic), services);
  services.recorder.step('statistic', { object: asText(object), statistic: asText(statistic), value });
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
    const values = listed.map((object) => valueOf(object.trim(), asText(statistic), services));
    return values.length === 0 ? 0 : combine(values);
  };

export const statistic: PlatformModule = {
  prefix: 'statistic',
  elements: {
    subscribe,
    unsubscribe,
  },
  functions: {
    'statistic.sData': sData,
    'statistic.getAvgData': over('getAvgData', (values) => values.reduce((a, b) => a + b, 0) / values.length),
    'statistic.getMinData': over('getMinData', (values) => Math.min(...values)),
    'statistic.getMaxData': over('getMaxData', (values) => Math.max(...values)),
  },
};
