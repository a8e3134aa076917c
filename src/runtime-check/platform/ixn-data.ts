// User data of interactions: setuData, deleteuData, getuData.
import type { Plain } from '../script/engine.js';
import { ownValue } from '../world/own-value.js';
import { asText, isRecord, type PlatformFunction, type Services } from './module.js';
import type { Interaction } from '../world/interaction.js';
import { interactionOf } from './which-interaction.js';

// The id of a consult call that was completed is nobody's any more.
function holder(id: Plain, services: Services): Interaction | undefined {
  const interaction = interactionOf(id, services);
  return interaction?.state === 'merged' ? undefined : interaction;
}

/** The functions of `_genesys.ixn`. */
export const dataFunctions: Readonly<Record<string, PlatformFunction>> = {
  'ixn.setuData': ([pairs, id], services) => {
    const interaction = holder(id, services);
    if (interaction !== undefined && isRecord(pairs)) {
      services.recorder.step('udata', { set: pairs });
      services.changeData(interaction.id, pairs);
    }
    return undefined;
  },
  'ixn.deleteuData': ([keys, id], services) => {
    const interaction = holder(id, services);
    if (interaction === undefined) return undefined;
    const named = isRecord(keys) ? keys : undefined;
    services.recorder.step('udata', { deleted: named === undefined ? 'all' : Object.keys(named) });
    services.recorder.assume('udata-visible');
    services.context.schedule(0, () => {
      const now = services.world.interactions.current(interaction.id) ?? interaction;
      services.world.interactions.deleteData(now.id, named);
      services.refresh();
      services.ownerOf(now).post('interaction.udata.changed', { interactionid: now.id });
    });
    return undefined;
  },
  'ixn.getuData': ([key, id], services) => {
    const data = holder(id, services)?.udata ?? {};
    const name = asText(key);
    // User data come from the scenario and from scripts: plain data on both ways.
    return ownValue(data, name) as Plain;
  },
};
