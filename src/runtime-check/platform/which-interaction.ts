// Which interaction an action means: by id; left out or "0" is the first one of the session.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interaction.js';
import { firstInteraction } from './interaction-object.js';
import { asText, type Services } from './module.js';

export function interactionOf(given: Plain, services: Services): Interaction | undefined {
  const { all, find } = services.world.interactions;
  const id = asText(given);
  if (id !== '' && id !== '0') return find(id);
  const own = all.filter((each) => services.ownerOf(each) === services);
  return firstInteraction(own) ?? firstInteraction(all);
}
