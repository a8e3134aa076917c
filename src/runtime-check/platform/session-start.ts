// What happens around a session by itself: the interaction that starts it, events that the scenario sends, the caller who hangs up.
import type { Services } from './module.js';
import type { Plain } from '../script/engine.js';

/** Posts the first events and starts the world. */
export function beginSession(services: Services): void {
  const { world, recorder, treatments, context } = services;
  const first = world.interactions.all[0];
  if (first !== undefined) {
    const data = { interactionid: first.id, focusdeviceid: first.device };
    services.post('interaction.added', data);
    if (first.category !== 'voice') services.post('interaction.present', data);
  }
  for (const event of world.scenario.answers?.events ?? []) {
    // Those that wait for a state come when it is entered.
    if (event.at === undefined || event.in !== undefined) continue;
    // Data of a scenario file are plain by the way they were read.
    const data = (event.data ?? {}) as Plain;
    context.post({ name: event.name, type: 'external', data }, event.at * 1000);
  }
  world.begin((id) => {
    const interaction = world.interactions.find(id);
    if (interaction?.state === 'abandoned') {
      treatments.stopAll(id, 'silent');
      recorder.step('ended', { by: 'caller' });
      recorder.assume('after-hangup');
    } else if (interaction?.attached !== true) return;
    services.refresh();
    services.post('interaction.deleted', { interactionid: id, resultof: 'deletion' });
  });
}
