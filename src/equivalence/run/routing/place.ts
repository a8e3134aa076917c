// A target that was selected as a place to send the call to.
import type { Place } from '../delivering.js';
import type { Selected } from './state.js';

export function placeOf({ candidate, component, target }: Selected): Place {
  const { resource, target: wanted } = candidate;
  return {
    target: resource.id,
    device: resource.dn,
    aliases: [resource.dn, wanted.text, wanted.name, component, target].filter(
      (name) => name !== resource.id,
    ),
  };
}
