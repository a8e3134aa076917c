// Hands an interaction over to where it is delivered, and tells the page what changes for it.
import type { Plain } from '../script/engine.js';
import type { Candidate } from '../world/candidates.js';
import type { Delivery } from '../world/interaction.js';
import type { Services } from './module.js';

/** The data of `queue.submit.done` for a candidate. */
export function selectionData(
  candidate: Candidate,
  interaction: string,
  queue: string,
): Readonly<Record<string, Plain>> {
  const { target, resource } = candidate;
  const isAgent = resource.kind === 'agent';
  const type = isAgent ? 'DN' : target.type === 'DL' ? 'DN' : target.type;
  return {
    interactionid: interaction,
    targetselected: `${resource.dn}@${resource.switchName}.${type}`,
    targetcomponentselected: isAgent ? `${resource.id}@${target.server}.A` : target.text,
    targetobjectselected: target.text,
    vqselected: queue,
    resource: {
      type: isAgent ? 'A' : type,
      ...(isAgent ? { agent: resource.id } : { id: resource.id }),
      ...(resource.place === undefined ? {} : { place: resource.place }),
      dn: resource.dn,
      switch: resource.switchName,
      vq: queue,
    },
  };
}

/** How a candidate is called when the interaction goes there. */
export function deliveryTo(candidate: Candidate, by: Delivery['by']): Delivery {
  const { target, resource } = candidate;
  return {
    by,
    target: resource.id,
    aliases: [
      resource.dn,
      target.text,
      target.name,
      resource.kind === 'agent' ? `${resource.id}@${target.server}.A` : target.text,
    ],
  };
}

/** Delivers. The treatment that is still playing is cut by the caller, after the reply to the action that delivered. */
export function deliver(
  services: Services,
  interaction: string,
  delivery: Delivery,
  device: string,
  params: Readonly<Record<string, unknown>>,
): void {
  const { world, recorder } = services;
  world.deliver(interaction, delivery, device);
  recorder.step(delivery.by === 'default' ? 'defaulted' : 'routed', { target: delivery.target, ...params });
  services.refresh();
}
