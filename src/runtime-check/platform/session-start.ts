// What happens around a session by itself: the interaction that starts it, events that the scenario sends, the caller who hangs up.
import { hearNews } from './interaction-news.js';
import type { Services } from './module.js';
import { outside } from './ws.js';
import type { Plain } from '../script/engine.js';

/** Posts the first events and starts the world. */
export function beginSession(services: Services): void {
  const { world, context } = services;
  const hear = hearNews(services);
  const first = world.interactions.main;
  if (first !== undefined) {
    hear({ what: 'added', interaction: first.id });
    if (first.category !== 'voice' && first.presented) hear({ what: 'presented', interaction: first.id });
  }
  for (const event of world.scenario.answers?.events ?? []) {
    // Those that wait for a state come when it is entered.
    if (event.at === undefined || event.in !== undefined) continue;
    // Data of a scenario file are plain by the way they were read.
    const data = (event.data ?? {}) as Plain;
    context.post({ ...outside(event), data }, event.at * 1000);
  }
  world.begin(hear);
}
