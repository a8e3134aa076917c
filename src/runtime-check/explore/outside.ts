// What people and the switch do, as far as it makes events of interactions: the natural way to bring such an event about.
import { matchesEvent } from '../document/event-descriptors.js';
import type { Scenario } from '../scenario/types.js';
import { withInteraction } from './edit-scenario.js';

type Happening = NonNullable<Scenario['happenings']>[number];

/** What happens, by the event that comes of it; the first of several is the most usual. */
const causes: readonly (readonly [string, Omit<Happening, 'in'>])[] = [
  ['interaction.deleted', { hangup: true }],
  ['interaction.deleted', { taken: { by: 'deleted' } }],
  ['interaction.notcontrolled', { taken: true }],
  ['interaction.present', { present: true }],
  ['interaction.onrouterequest', { routeRequest: true }],
  ['interaction.partystatechanged', { party: { device: '7001', devicetype: 'agent' } }],
  ['interaction.partystatechanged', { party: { device: '8001', devicetype: 'routepoint' } }],
  ['interaction.partyadded', { conference: { device: '7002', devicetype: 'agent' } }],
  ['interaction.added', { consult: { to: '7003', id: 'question' } }],
  ['interaction.udata.changed', { udata: { Explored: '1' } }],
  ['interaction.held', { held: true }],
  ['interaction.message', { message: { from: 'customer', text: 'Hello' } }],
  ['interaction.onmerge', { merge: true }],
];

/** A call that consults the session for a caller who waits elsewhere. */
export const asConsultCall = (scenario: Scenario): Scenario => ({
  ...withInteraction(scenario, { parent: 'caller', calltype: 'consult' }),
  interactions: [{ id: 'caller', ani: '5550123' }],
});

/** Scenarios in which an event comes while a state is active, by what happens from outside. */
export function happeningIn(scenario: Scenario, descriptor: string, place: string): readonly Scenario[] {
  return causes
    .filter(([name]) => matchesEvent(descriptor, name))
    .map(([name, happening]) => {
      const before = name === 'interaction.onmerge' ? asConsultCall(scenario) : scenario;
      return { ...before, happenings: [...(scenario.happenings ?? []), { in: place, ...happening }] };
    });
}
