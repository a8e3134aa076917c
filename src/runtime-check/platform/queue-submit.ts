// The submit of the queue module: asks the world for a target, plays the busy treatments meanwhile, delivers when the page wants it so.
import type { Plain } from '../script/engine.js';
import type { Order } from '../world/candidates.js';
import { attachSelected, attachWaiting } from './attached-keys.js';
import { deliver, deliveryTo, selectionData } from './deliver.js';
import { busyTreatments } from './dialog-busy.js';
import { asNumber, asText, type ActionCall, type Services } from './module.js';
import { readTargets, storedTargets, targetText } from './queue-targets.js';
import { afterRouteError, tryDelivery } from './route-error.js';
import { interactionOf } from './which-interaction.js';

const orders: readonly Order[] = ['any', 'max', 'min', 'percentage'];

/** `queue:submit` on the world's requests. */
export function submit(call: ActionCall, services: Services): void {
  const { values } = call;
  const { world, treatments, recorder } = services;
  // A submit whose id the page does not keep waits like any other.
  const requestId = call.requestId === '' ? services.newRequestId() : call.requestId;
  const interaction = interactionOf(values['interactionid'], services);
  const queue = noneOrText(values['queue']);
  const orderText = values['ordertype'] === undefined ? 'any' : asText(values['ordertype']);
  const order = orders.find((known) => known === orderText);
  const timeout = values['timeout'] === undefined ? undefined : asNumber(values['timeout']);
  const read = storedTargets(asText(values['src']), services) ?? readTargets(call.element, services);
  if (!read.ok && read.message === undefined) return;
  const busy = busyTreatments(call.element, interaction?.id ?? '', services);
  if (busy === undefined) return;

  services.post('queue.submit.requestid', {
    requestid: call.requestId,
    interactionid: interaction?.id ?? '',
  });
  if (interaction?.state !== 'present') {
    call.fail('invalidinteraction', 'The interaction is not with the session.');
    return;
  }
  if (!read.ok || read.targets.length === 0) {
    call.fail('invalidtarget', read.ok ? 'The submit has no targets.' : sentence(read.message));
    return;
  }
  if (order === undefined) {
    call.fail('invalidattribute', `The order "${orderText}" is none of ${orders.join(', ')}.`);
    return;
  }
  if (values['timeout'] !== undefined && (timeout === undefined || timeout < 0)) {
    call.fail('invalidattribute', `The timeout "${asText(values['timeout'])}" is not a number of seconds.`);
    return;
  }
  const route = values['route'] === true;
  const clearOnTimeout = values['clearontimeout'] === true;
  const priority = asNumber(values['priority']) ?? 0;
  const statistic = noneOrText(values['orderstat']);
  recorder.step('submit', {
    request: recorder.requestName(requestId),
    queue,
    priority,
    ordertype: order,
    orderstat: statistic,
    timeout: timeout ?? null,
    clearontimeout: clearOnTimeout,
    route,
    targets: read.targets.map(targetText),
  });
  if (call.refused()) return;
  if (asText(values['src']) !== '') recorder.assume('submit-src');
  if (values['clearqueue'] === true) clearQueue(interaction.id, undefined, services);
  if (world.requests.waitingFor(interaction.id).length > 0) recorder.assume('several-submits');
  attachWaiting(services, interaction.id, requestId, queue, read.targets);
  // A merge may have given the call that waits another id.
  const current = (): string => world.interactions.current(interaction.id)?.id ?? interaction.id;
  world.requests.submit({
    id: requestId,
    interaction: interaction.id,
    queue,
    priority,
    targets: read.targets,
    order,
    statistic,
    timeout,
    clearOnTimeout,
    ...(route ? { tried: (candidate) => tryDelivery(candidate, services) } : {}),
    failed: () => {
      afterRouteError(call, current(), services);
      treatments.endBusy(requestId);
    },
    selected: (candidate) => {
      const id = current();
      const device = candidate.resource.dn;
      // A delivery ends what plays in any case.
      if (!route) treatments.endBusy(requestId);
      if (!route && queue !== '') recorder.assume('selected-is-routed');
      const data = selectionData(candidate, id, queue);
      attachSelected(services, id, queue, candidate);
      if (route) {
        const params = {
          by: 'submit',
          request: recorder.requestName(requestId),
          component: data['targetcomponentselected'],
          object: data['targetobjectselected'],
          queue,
        };
        deliver(services, id, deliveryTo(candidate, 'submit'), device, params);
      }
      call.done(data);
      if (route) {
        if (treatments.isPlaying(id)) recorder.assume('cut-by-delivery');
        recorder.assume('after-delivery');
        treatments.stopAll(id);
        services.post('interaction.partystatechanged', {
          interactionid: id,
          focusdeviceid: device,
        });
      }
    },
    timedOut: () => {
      if (busy.length > 0) recorder.assume('busy-treatments-end');
      treatments.endBusy(requestId);
      call.fail('timeout', 'No target was found in time.');
    },
  });
  treatments.busy(interaction.id, requestId, busy);
}

/** The text of a value; `'none'` is written for no queue and no statistic. */
export const noneOrText = (value: Plain): string => (asText(value) === 'none' ? '' : asText(value));

/** A message of a reader as a sentence. */
export const sentence = (text: string | undefined): string => {
  const words = text ?? '';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

/** Ends the waiting requests of an interaction, in one queue or in all; gives their ids. */
export function clearQueue(
  interaction: string,
  queue: string | undefined,
  services: Services,
): readonly string[] {
  const { world, treatments } = services;
  const ended = world.requests.waitingFor(interaction, queue);
  for (const id of ended) {
    treatments.endBusy(id);
    world.requests.end(id, 'cleared');
  }
  return ended;
}
