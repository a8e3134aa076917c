// ixn:redirect: sends an interaction to a resource, at once or in the time that the scenario says, and answers for what comes in between.
import type { Interaction } from '../world/interaction.js';
import { placesOf, type Resource } from '../world/resources.js';
import { memberOf } from './constants.js';
import { deliver } from './deliver.js';
import { failByState, forbidding } from './ixn-state.js';
import { asText, type ActionCall, type Services } from './module.js';
import { destinationOf, type Destination } from './resource.js';
import { interactionOf } from './which-interaction.js';

/** `ixn:redirect`. */
export function redirect(call: ActionCall, services: Services): void {
  const { world } = services;
  const interaction = interactionOf(call.values['interactionid'], services);
  const to = destinationOf(call.values['to'], interaction);
  const agent = to === undefined ? undefined : agentAt(to, services);
  const release = (): void => {
    if (agent === undefined || interaction === undefined) return;
    // A merge may have given the call another id meanwhile.
    const now = world.interactions.current(interaction.id) ?? interaction;
    world.staff.release(agent, now.id);
  };
  const fail = (error: string, description: string): void => {
    release();
    call.fail(error, description);
  };
  const word = forbidding(interaction, services);
  if (interaction === undefined || word !== undefined) {
    release();
    failByState(call, word ?? 'null');
    return;
  }
  if (to === undefined) {
    fail('invaliddestination', 'The destination is empty.');
    return;
  }
  if (call.refused()) {
    release();
    return;
  }
  if (!standsAt(interaction, asText(call.values['from']))) {
    fail('invalidsource', `The interaction does not stand at "${asText(call.values['from'])}".`);
    return;
  }
  const names = namesOf(to);
  const open = world.given.destinations;
  if (open !== undefined && !names.some((name) => open.includes(name))) {
    fail('invaliddestination', `"${to.target}" does not take the interaction.`);
    return;
  }
  if (agent !== undefined && world.staff.isTaken(agent, interaction.id, world.at(), interaction.media)) {
    fail('remote', `Another router has given "${agent.id}" something else meanwhile.`);
    return;
  }
  const answer = world.answers.delivery(names);
  const finish = (): void => {
    const now = world.interactions.current(interaction.id);
    if (now?.state !== 'present') {
      // A caller who has hung up is told by the end of the interaction, and nothing else.
      if (now?.state === 'taken') fail('remote', 'The interaction was taken away meanwhile.');
      else release();
      return;
    }
    world.interactions.change(now.id, { moving: false });
    if (answer?.error !== undefined) fail(answer.error, `The redirect failed: ${answer.error}.`);
    else if (routeType(call) === 'RouteTypeReject') reject(call, now, services);
    else arrive(call, now, to, services);
  };
  if (answer?.lasts === undefined || answer.lasts === 0) finish();
  else {
    world.interactions.change(interaction.id, { moving: true });
    services.context.schedule(answer.lasts * 1000, finish);
  }
}

const namesOf = ({ target, device, aliases }: Destination): readonly string[] => [target, device, ...aliases];

/** The agent who is meant, whether the page names him, his number or his place. */
function agentAt(to: Destination, { world }: Services): Resource | undefined {
  const names = namesOf(to);
  const agents = world.staff.resources.filter(({ kind }) => kind === 'agent');
  return (
    agents.find(({ id }) => id === to.agent) ??
    agents.find((each) => placesOf(each).some((place) => names.includes(place)))
  );
}

/** Left out, the platform knows where it stands. Only calls have devices that can be wrong. */
const standsAt = ({ category, device, parties }: Interaction, from: string): boolean =>
  from === '' || category !== 'voice' || device === from || parties.some((party) => party.device === from);

const routeType = (call: ActionCall): string => memberOf('_genesys.queue.rType', call.values['type']);

function arrive(call: ActionCall, { id }: Interaction, to: Destination, services: Services): void {
  const fallback = services.defaultDestination();
  const { target, aliases, device, location } = to;
  const isDefault = fallback !== undefined && fallback !== '' && [target, ...aliases].includes(fallback);
  const by = isDefault ? 'default' : 'redirect';
  const type = routeType(call);
  const hints = call.values['hints'];
  deliver(services, id, { by, target, aliases }, device, {
    by: 'ixn:redirect',
    ...(location === undefined ? {} : { location }),
    ...(['', 'RouteTypeUnknown', 'RouteTypeDefault'].includes(type) ? {} : { type }),
    ...(hints === undefined || hints === null ? {} : { hints }),
  });
  call.done({ interactionid: id });
  services.treatments.stopAll(id);
  if (call.values['detach'] === true) leave(id, services);
  else {
    services.recorder.assume('after-delivery');
    services.post('interaction.partystatechanged', { interactionid: id, focusdeviceid: device });
  }
}

// The switch refuses the call: nobody gets it.
function reject(call: ActionCall, { id }: Interaction, services: Services): void {
  services.recorder.assume('route-type-reject');
  services.world.end(id, 'terminated');
  services.treatments.stopAll(id, 'silent');
  services.recorder.step('ended', { by: 'page', reason: 'rejected' });
  services.refresh();
  call.done({ interactionid: id });
  services.post('interaction.deleted', { interactionid: id, resultof: 'deletion' });
}

/** What follows a detach is not documented. A session that gave the interaction away is told with a `resultof` that does not mean its end. */
export function leave(interactionid: string, services: Services): void {
  services.recorder.assume('after-detach');
  services.world.interactions.attach(interactionid, false);
  services.post('interaction.notcontrolled', { interactionid, resultof: 'detach' });
}
