// The interaction module: redirect, terminate, accept, attach, detach and user data. What it knows by name only answers with an error.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interaction.js';
import { deliver } from './deliver.js';
import {
  asText,
  isRecord,
  type ActionCall,
  type Handler,
  type PlatformModule,
  type Services,
} from './module.js';
import { destinationOf } from './resource.js';
import { interactionOf } from './which-interaction.js';

function redirect(call: ActionCall, services: Services): void {
  const { world, recorder } = services;
  const interaction = interactionOf(call.values['interactionid'], services);
  const to = destinationOf(call.values['to']);
  const fail = (error: string, description: string): void => {
    recorder.detail('action', `ixn:redirect to ${to?.target ?? '""'} fails: ${error}`);
    const agent = world.staff.resources.find((resource) => resource.id === to?.agent);
    if (agent !== undefined) world.staff.release(agent);
    call.fail(error, description);
  };
  if (interaction === undefined || interaction.state !== 'present') {
    fail(`invalidstate.${stateWord(interaction)}`, 'The interaction is not with the session.');
    return;
  }
  if (to === undefined) {
    fail('invaliddestination', 'The destination is empty.');
    return;
  }
  if (call.refused()) {
    const agent = world.staff.resources.find((resource) => resource.id === to.agent);
    if (agent !== undefined) world.staff.release(agent);
    return;
  }
  const open = world.given.destinations;
  if (open !== undefined && ![to.target, to.device, ...to.aliases].some((name) => open.includes(name))) {
    fail('invaliddestination', `"${to.target}" does not take the interaction.`);
    return;
  }
  const fallback = services.defaultDestination();
  const isDefault =
    fallback !== undefined && fallback !== '' && [to.target, ...to.aliases].includes(fallback);
  const { target, aliases, device } = to;
  const by = isDefault ? 'default' : 'redirect';
  deliver(services, interaction.id, { by, target, aliases }, device, { by: 'ixn:redirect' });
  call.done({ interactionid: interaction.id });
  services.treatments.stopAll(interaction.id);
  if (call.values['detach'] === true) leave(interaction.id, services);
  else moved(interaction.id, device, services);
}

// What follows a delivery is not documented. A session that gave the interaction away is told with a `resultof` that does not mean its end.
function leave(interactionid: string, services: Services): void {
  services.recorder.assume('after-detach');
  services.world.interactions.attach(interactionid, false);
  services.post('interaction.notcontrolled', { interactionid, resultof: 'detach' });
}

function moved(interactionid: string, focusdeviceid: string, services: Services): void {
  services.recorder.assume('after-delivery');
  services.post('interaction.partystatechanged', { interactionid, focusdeviceid });
}

function stateWord(interaction: Interaction | undefined): string {
  return interaction?.state === 'delivered' ? 'routed' : 'null';
}

function terminate(call: ActionCall, services: Services): void {
  const { world, recorder } = services;
  const interaction = interactionOf(call.values['interactionid'], services);
  if (call.refused()) return;
  if (interaction?.state !== 'present') {
    call.fail(`invalidstate.${stateWord(interaction)}`, 'The interaction is not with the session.');
    return;
  }
  if (services.treatments.isPlaying(interaction.id)) {
    call.fail('invalidstate.treating', 'A treatment is playing.');
    return;
  }
  world.end(interaction.id, 'terminated');
  services.treatments.stopAll(interaction.id, 'silent');
  recorder.step('ended', { by: 'page', reason: asText(call.values['reason']) });
  services.refresh();
  call.done({ interactionid: interaction.id });
  services.post('interaction.deleted', { interactionid: interaction.id, resultof: 'deletion' });
}

function attach(call: ActionCall, services: Services): void {
  const interaction = interactionOf(call.values['interactionid'], services);
  if (call.refused()) return;
  if (interaction === undefined || interaction.state !== 'present') {
    call.fail('unknown', 'There is no such interaction.');
    return;
  }
  services.world.interactions.attach(interaction.id, true);
  services.recorder.detail('action', 'ixn:attach');
  call.done({ interactionid: interaction.id });
}

function detach(call: ActionCall, services: Services): void {
  const interaction = interactionOf(call.values['interactionid'], services);
  if (call.refused()) return;
  if (interaction === undefined || services.treatments.isPlaying(interaction.id)) {
    call.fail('invalidstate', 'The interaction cannot be detached now.');
    return;
  }
  services.recorder.detail('action', 'ixn:detach');
  call.done({ interactionid: interaction.id });
  leave(interaction.id, services);
}

function accept(call: ActionCall, services: Services): void {
  const interaction = interactionOf(call.values['interactionid'], services);
  if (call.refused()) return;
  if (interaction === undefined) {
    call.fail('unknown', 'There is no such interaction.');
    return;
  }
  services.recorder.detail('action', `ixn:accept ${asText(call.values['resource'])}`);
  call.done({ interactionid: interaction.id });
}

/** Known to the catalogue, not simulated: answers with its documented error. */
export const notSimulated: Handler = (call, services) => {
  services.recorder.assume('not-simulated', call.name);
  if (!call.refused()) call.fail('unknown', `The simulator does not carry out ${call.name}.`);
};

export const ixn: PlatformModule = {
  prefix: 'ixn',
  elements: { redirect, terminate, attach, detach, accept },
  functions: {
    'ixn.setuData': ([pairs, id], services) => {
      const interaction = interactionOf(id, services);
      if (interaction !== undefined && isRecord(pairs)) {
        services.recorder.step('udata', { set: pairs });
        services.changeData(interaction.id, pairs);
      }
      return undefined;
    },
    'ixn.deleteuData': ([keys, id], services) => {
      const interaction = interactionOf(id, services);
      if (interaction === undefined) return undefined;
      const named = isRecord(keys) ? keys : undefined;
      services.recorder.step('udata', { deleted: named === undefined ? 'all' : Object.keys(named) });
      services.context.schedule(0, () => {
        services.world.interactions.deleteData(interaction.id, named);
        services.refresh();
        services.post('interaction.udata.changed', { interactionid: interaction.id });
      });
      return undefined;
    },
    'ixn.getuData': ([key, id], services) => {
      const data = interactionOf(id, services)?.udata ?? {};
      const name = asText(key);
      // User data come from the scenario and from scripts: plain data on both ways.
      return Object.hasOwn(data, name) ? (data[name] as Plain) : undefined;
    },
  },
};
