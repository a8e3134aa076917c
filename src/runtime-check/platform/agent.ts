// The agent module: logs agents out and changes their state, for voice only. It acts on the agents of the world.
import type { Plain } from '../script/engine.js';
import type { AgentState } from '../world/agent-state.js';
import { isMember } from './constants.js';
import { asText, isRecord, type ActionCall, type PlatformModule, type Services } from './module.js';
import { recordAction } from './record-action.js';

type Wanted = (call: ActionCall) => AgentState | undefined;

const set =
  (wanted: Wanted) =>
  (call: ActionCall, services: Services): void => {
    const { world } = services;
    recordAction(call, services);
    if (call.refused()) return;
    const { agent, media } = call.values;
    const place = call.values['for'];
    const [dn, switchName] = isRecord(place) ? [asText(place['dn']), asText(place['switch'])] : ['', ''];
    const resource = world.staff.resources.find(
      (each) =>
        each.kind === 'agent' &&
        (agent === undefined || each.id === asText(agent)) &&
        (dn === '' || each.dn === dn) &&
        (switchName === '' || each.switchName === switchName) &&
        (agent !== undefined || dn !== ''),
    );
    const state = wanted(call);
    const problem =
      resource === undefined
        ? 'There is no such agent.'
        : media !== undefined && !isVoice(media)
          ? 'The state can be set for voice only.'
          : state === undefined
            ? `The state "${asText(call.values['state'])}" is not known.`
            : undefined;
    if (resource === undefined || state === undefined || problem !== undefined) {
      call.fail('invalidattribute', problem ?? 'The agent is not known.');
      return;
    }
    world.staff.setState(resource, state, world.at());
    call.done();
  };

const isVoice = (media: Plain): boolean =>
  media === 'voice' || isMember('_genesys.ixn.mediaType', 'TMediaVoice', media);

const word = (call: ActionCall): string =>
  asText(call.values['state'])
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');

export const agent: PlatformModule = {
  prefix: 'agent',
  elements: {
    logout: set(() => 'loggedOut'),
    setmediastate: set((call) => {
      const state = word(call);
      if (['ready', 'true', '1'].includes(state)) return 'ready';
      return ['notready', 'false', '0'].includes(state) ? 'notReady' : undefined;
    }),
    setdnd: set((call) => {
      const state = word(call);
      // Who switches it off is not ready until he says so.
      if (['off', 'false', '0'].includes(state)) return 'notReady';
      return ['', 'on', 'true', '1'].includes(state) ? 'doNotDisturb' : undefined;
    }),
  },
  functions: {},
};
