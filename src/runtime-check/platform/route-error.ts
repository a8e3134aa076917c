// What URS does when it cannot deliver to the target of a submit with route="true": the option on_route_error, or onRouteError of the page, decides.
import type { Candidate } from '../world/candidates.js';
import { deliver, deliveryTo } from './deliver.js';
import type { ActionCall, Services } from './module.js';

const reactions = ['default', 'ignore', 'delete', 'reroute', 'try_other'] as const;
type Reaction = (typeof reactions)[number];

/** Asked before a target is taken: whether the delivery works, fails and is tried with the next target, or fails for good. */
export function tryDelivery(candidate: Candidate, services: Services): 'taken' | 'next' | 'failed' {
  const { target, aliases } = deliveryTo(candidate, 'submit');
  const error = services.world.answers.delivery([target, ...aliases])?.error;
  if (error === undefined) return 'taken';
  services.recorder.assume('route-error');
  services.recorder.detail('action', `the delivery to ${target} fails: ${error}`);
  return ['reroute', 'try_other'].includes(reactionOf(services)) ? 'next' : 'failed';
}

/** The request has ended because its delivery failed for good. */
export function afterRouteError(call: ActionCall, interaction: string, services: Services): void {
  const { world, recorder, treatments } = services;
  const reaction = reactionOf(services);
  const destination = world.given.defaultDestination;
  if (reaction === 'delete') {
    world.end(interaction, 'terminated');
    treatments.stopAll(interaction, 'silent');
    recorder.step('ended', { by: 'urs', reason: 'on_route_error' });
    services.refresh();
    services.post('interaction.deleted', { interactionid: interaction, resultof: 'deletion' });
    return;
  }
  if (reaction === 'default' && destination !== undefined) {
    const delivery = { by: 'default', target: destination, aliases: [] } as const;
    deliver(services, interaction, delivery, destination, { by: 'on_route_error' });
    treatments.stopAll(interaction);
  }
  call.fail('routeerror', 'The interaction could not be delivered to the target.');
}

function reactionOf({ state, world }: Services): Reaction {
  const said = state.options.get('on_route_error') ?? world.given.options?.['on_route_error'];
  return reactions.find((known) => known === said) ?? 'try_other';
}
