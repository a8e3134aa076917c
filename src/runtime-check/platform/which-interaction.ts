// Which interaction an action means: by id; left out or "0" is the first one of the session.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interactions.js';
import { asText, type Services } from './module.js';

export function interactionOf(given: Plain, services: Services): Interaction | undefined {
  const { interactions } = services.world;
  const id = asText(given);
  return id === '' || id === '0' ? interactions.all[0] : interactions.find(id);
}
