// The queue module: submit, cancel, query, update, default on the world's requests.
import { deliver } from './deliver.js';
import { busyTreatments } from './dialog-busy.js';
import { asNumber, asText, type ActionCall, type PlatformModule, type Services } from './module.js';
import { queueFunctions } from './queue-functions.js';
import { clearQueue, noneOrText, sentence, submit } from './queue-submit.js';
import { recordAction } from './record-action.js';
import { readTargets, targetText } from './queue-targets.js';
import { interactionOf } from './which-interaction.js';

function cancel(call: ActionCall, services: Services): void {
  if (call.refused()) return;
  const { world, treatments, recorder } = services;
  const id = asText(call.values['requestid']);
  const interaction = interactionOf(call.values['interactionid'], services)?.id ?? '';
  const queue = call.values['queue'] === undefined ? undefined : noneOrText(call.values['queue']);
  if (id === '' && call.values['interactionid'] === undefined) {
    call.fail('invalidattribute', 'Neither a request nor an interaction is named.');
    return;
  }
  const ended = id === '' ? clearQueue(interaction, queue, services) : [id];
  if (id !== '') {
    treatments.endBusy(id);
    world.requests.end(id, 'cleared');
  }
  recorder.step(
    'cancel',
    id === ''
      ? { queue: queue ?? null, requests: ended.map((each) => recorder.requestName(each)) }
      : { request: recorder.requestName(id) },
  );
  call.done({ ...(id === '' ? {} : { requestid: id }), interactionid: interaction, queue: queue ?? '' });
}

function query(call: ActionCall, services: Services): void {
  recordAction(call, services);
  if (call.refused()) return;
  const id = asText(call.values['requestid']);
  const state = services.world.requests.state(id);
  if (state === undefined) {
    call.fail('invalidrequest', 'The request does not wait.');
    return;
  }
  call.done({
    requestid: id,
    priority: state.priority,
    positioninqueue: state.position,
    invqwaittime: state.waited,
  });
}

function update(call: ActionCall, services: Services): void {
  if (call.refused()) return;
  const { world, treatments, recorder } = services;
  const id = asText(call.values['requestid']);
  const priority = asNumber(call.values['priority']);
  const state = world.requests.state(id);
  const interaction = interactionOf(call.values['interactionid'], services)?.id ?? '';
  if (state === undefined) {
    call.fail('invalidrequest', 'The request does not wait.');
    return;
  }
  const read = readTargets(call.element, services);
  if (!read.ok && read.message === undefined) return;
  const busy = busyTreatments(call.element, interaction, services);
  if (busy === undefined) return;
  if (!read.ok) {
    call.fail('invalidtarget', sentence(read.message));
    return;
  }
  recorder.assume('queue-update');
  if (priority !== undefined) world.requests.setPriority(id, priority);
  if (read.targets.length > 0) world.requests.widen(id, read.targets);
  recorder.step('update', {
    request: recorder.requestName(id),
    ...(priority === undefined ? {} : { priority }),
    ...(read.targets.length === 0 ? {} : { targets: read.targets.map(targetText) }),
  });
  // What it plays comes after it, as with a submit.
  if (busy.length > 0) treatments.busy(interaction, id, busy);
  call.done({ requestid: id });
}

function defaultRoute(call: ActionCall, services: Services): void {
  if (call.refused()) return;
  const interaction = interactionOf(call.values['interactionid'], services);
  const destination = services.world.given.defaultDestination;
  if (interaction?.state !== 'present') {
    call.fail('invalidinteraction', 'The interaction is not with the session.');
  } else if (destination === undefined) {
    call.fail('invaliddestination', 'The scenario has no default destination.');
  } else {
    const delivery = { by: 'default', target: destination, aliases: [] } as const;
    deliver(services, interaction.id, delivery, destination, { by: 'queue:default' });
    call.done({ interactionid: interaction.id });
    services.treatments.stopAll(interaction.id);
  }
}

export const queue: PlatformModule = {
  prefix: 'queue',
  elements: { submit, cancel, query, update, default: defaultRoute },
  functions: queueFunctions,
};
