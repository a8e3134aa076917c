// Actions on calls: createcall, hold, retrieve. Their errors carry the id of the interaction.
import { described } from '../world/interaction.js';
import { deviceOf, failByState } from './ixn-state.js';
import { isRecord, type ActionCall, type Services } from './module.js';
import { recordAction } from './record-action.js';
import { interactionOf } from './which-interaction.js';

/** `ixn:createcall`: the new call is with the session, and rings until it is answered. */
export function createCall(call: ActionCall, services: Services): void {
  const { world, recorder } = services;
  const [from, to] = [deviceOf(call.values['from']), deviceOf(call.values['to'])];
  recordAction(call, services);
  if (call.refused({ interactionid: '' })) return;
  const fail = (error: string, description: string): void => {
    call.fail(error, description, { interactionid: '' });
  };
  const open = world.given.destinations;
  if (from === '') {
    fail('invalidsource', 'Nobody is named to call from.');
    return;
  }
  if (to === '' || (open !== undefined && !open.includes(to))) {
    fail('invaliddestination', to === '' ? 'Nobody is named to call.' : `"${to}" does not take calls.`);
    return;
  }
  const answer = world.answers.delivery([to]);
  const lasts = answer?.lasts ?? 0;
  if (answer?.error !== undefined) {
    const { error } = answer;
    services.context.schedule(lasts * 1000, () => {
      fail(error, `The call failed: ${error}.`);
    });
    return;
  }
  recorder.assume('after-createcall');
  const { id, number } = world.interactions.next();
  const udata = call.values['udata'];
  const made = described({ ani: from, dnis: to, thisDN: from, calltype: 'outbound' }, id, number);
  const called = { device: to, devicetype: 'unknown', state: lasts > 0 ? 'ringing' : 'established' };
  world.interactions.add({
    ...made,
    born: world.at(),
    owner: services.context.sessionId,
    udata: isRecord(udata) ? udata : {},
    parties: [{ device: from, devicetype: 'unknown', state: 'established' }, called],
  });
  services.refresh();
  call.done({ interactionid: id });
  services.post('interaction.added', { interactionid: id, focusdeviceid: from });
  if (lasts === 0) return;
  services.context.schedule(lasts * 1000, () => {
    const now = world.interactions.find(id);
    if (now?.state === 'present') world.control.party(id, { ...called, state: 'established' });
  });
}

const holding =
  (held: boolean) =>
  (call: ActionCall, services: Services): void => {
    const interaction = interactionOf(call.values['interactionid'], services);
    const data = { interactionid: interaction?.id ?? '' };
    recordAction(call, services);
    if (call.refused(data)) return;
    if (interaction?.known !== true || !['present', 'delivered'].includes(interaction.state)) {
      failByState(call, 'null', data);
    } else if (interaction.category !== 'voice') {
      call.fail('unknown', 'Only a call can be put on hold.', data);
    } else if (interaction.moving) {
      failByState(call, 'transferring', data);
    } else if (interaction.held === held) {
      if (held) failByState(call, 'hold', data);
      else call.fail('invalidstate', 'The call is not on hold.', data);
    } else {
      services.recorder.assume('hold');
      call.done(data);
      services.world.control.hold(interaction.id, held);
    }
  };

/** `ixn:hold`. */
export const hold = holding(true);

/** `ixn:retrieve`. */
export const retrieve = holding(false);
