// Which interaction an action means: by id; left out or "0" is the first one of the session.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interaction.js';
import { asText, type Services } from './module.js';

export function interactionOf(given: Plain, services: Services): Interaction | undefined {
  const { interactions } = services.world;
  const id = asText(given);
  if (id !== '' && id !== '0') return interactions.find(id);
  return interactions.all.find(({ known, state }) => known && state !== 'merged');
}
