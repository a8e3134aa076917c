// Actions on interactions of any kind: terminate, accept, attach, detach, associate, userevent.
import { failByState, forbidding, deviceOf } from './ixn-state.js';
import { leave } from './ixn-redirect.js';
import { asText, type ActionCall, type Services } from './module.js';
import { recordAction } from './record-action.js';
import { interactionOf } from './which-interaction.js';

/** `ixn:terminate`: messages and chats only while they are presented. */
export function terminate(call: ActionCall, services: Services): void {
  const { world, recorder } = services;
  const interaction = interactionOf(call.values['interactionid'], services);
  if (call.refused()) return;
  const word = forbidding(interaction, services, 'treating');
  if (interaction === undefined || word !== undefined) {
    failByState(call, word ?? 'null');
    return;
  }
  world.end(interaction.id, 'terminated');
  services.treatments.stopAll(interaction.id, 'silent');
  const other = world.interactions.main?.id === interaction.id ? {} : { interaction: interaction.id };
  recorder.step('ended', { by: 'page', reason: asText(call.values['reason']), ...other });
  services.refresh();
  call.done({ interactionid: interaction.id });
  services.post('interaction.deleted', { interactionid: interaction.id, resultof: 'deletion' });
}

/** `ixn:attach`: the interaction is this session's from now on. */
export function attach(call: ActionCall, services: Services): void {
  const { interactions } = services.world;
  const interaction = interactionOf(call.values['interactionid'], services);
  recordAction(call, services);
  if (call.refused()) return;
  if (interaction === undefined || !['present', 'talking'].includes(interaction.state)) {
    call.fail('unknown', 'There is no such interaction.');
    return;
  }
  const before = services.ownerOf(interaction);
  interactions.attach(interaction.id, true);
  interactions.change(interaction.id, { owner: services.context.sessionId });
  services.recorder.assume('after-attach');
  services.refresh();
  call.done({ interactionid: interaction.id });
  if (interaction.attached && before !== services) {
    before.post('interaction.notcontrolled', { interactionid: interaction.id, resultof: 'attach' });
  }
}

/** `ixn:detach`: the next session can have it. */
export function detach(call: ActionCall, services: Services): void {
  const interaction = interactionOf(call.values['interactionid'], services);
  recordAction(call, services);
  if (call.refused()) return;
  if (
    interaction === undefined ||
    !interaction.known ||
    interaction.moving ||
    services.treatments.isPlaying(interaction.id)
  ) {
    call.fail('invalidstate', 'The interaction cannot be detached now.');
    return;
  }
  call.done({ interactionid: interaction.id });
  leave(interaction.id, services);
}

/** `ixn:associate`: gives the interaction to another session of the run. */
export function associate(call: ActionCall, services: Services): void {
  const { world, recorder } = services;
  const interaction = interactionOf(call.values['interactionid'], services);
  recordAction(call, services);
  if (call.refused()) return;
  const word = forbidding(interaction, services);
  if (interaction === undefined || word !== undefined) {
    failByState(call, word ?? 'null');
    return;
  }
  const session = asText(call.values['sessionid']);
  const other = services.session(session);
  recorder.assume('associate');
  if (other === undefined) {
    call.fail('unknown', `There is no session "${session}".`);
    return;
  }
  const { id, device } = interaction;
  call.done({ interactionid: id });
  if (other === services) return;
  world.interactions.change(id, { owner: session });
  services.post('interaction.notcontrolled', { interactionid: id, resultof: 'associate' });
  other.post('interaction.added', { interactionid: id, focusdeviceid: device });
}

/** `ixn:accept`: a resource answers. */
export function accept(call: ActionCall, services: Services): void {
  const interaction = interactionOf(call.values['interactionid'], services);
  recordAction(call, services);
  if (call.refused()) return;
  if (interaction === undefined) {
    call.fail('unknown', 'There is no such interaction.');
    return;
  }
  const word = forbidding(interaction, services);
  if (word === 'null') {
    failByState(call, word);
    return;
  }
  const resource = deviceOf(call.values['resource']);
  const party = interaction.parties.find(
    ({ device, state }) => state === 'ringing' && (resource === '' || device === resource),
  );
  if (party !== undefined) {
    services.world.interactions.party(interaction.id, { ...party, state: 'established' });
    services.refresh();
  }
  call.done({ interactionid: interaction.id });
}

/** `ixn:userevent`: neither attributes nor events are documented. */
export function userEvent(call: ActionCall, services: Services): void {
  recordAction(call, services);
  if (call.refused()) return;
  services.recorder.assume('userevent');
  call.done();
}
