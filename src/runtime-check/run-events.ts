// Events of a scenario that come from outside when the page is in a certain state: they are posted the first time that it is entered.
import type { Observer, ScxmlEvent } from './interpreter/types.js';
import { outside } from './platform/ws.js';
import type { Scenario } from './scenario/types.js';
import type { Plain } from './script/engine.js';

/** Posts an event after a delay in milliseconds. */
export type PostEvent = (event: ScxmlEvent, delay: number) => void;

/** Watches for the states that events of the scenario wait for; undefined when there are none. */
export function eventsOnEntry(scenario: Scenario, post: PostEvent): Observer | undefined {
  const waiting = (scenario.answers?.events ?? []).filter((event) => event.in !== undefined);
  if (waiting.length === 0) return undefined;
  const left = new Set(waiting);
  return {
    enter: (state) => {
      for (const event of left) {
        if (event.in !== state) continue;
        left.delete(event);
        // Data of a scenario file are plain by the way they were read.
        const data = (event.data ?? {}) as Plain;
        post({ ...outside(event), data }, (event.at ?? 0) * 1000);
      }
    },
  };
}
