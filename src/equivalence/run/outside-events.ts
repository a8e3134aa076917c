// Events that come from outside while a strategy runs, as the scenario lists them: at a moment, or some time after a block is entered for the first time.
import type { Scenario } from '../../runtime-check/scenario/types.js';
import type { Begin } from './flow.js';

export interface OutsideEvents {
  /** A block of this name is entered. */
  entered(place: string): void;
  /** Waits for an event of this name, and gives it. One that comes while nobody waits for it is lost. */
  next(name: string): Begin<string>;
}

/** `schedule` calls back after so many virtual milliseconds. */
export function outsideEvents(
  scenario: Scenario,
  schedule: (delay: number, call: () => void) => void,
): OutsideEvents {
  const given = scenario.answers?.events ?? [];
  const waiting = new Set<{ readonly name: string; readonly resume: (name: string) => void }>();
  const come = (name: string): void => {
    for (const each of [...waiting]) if (each.name === name) each.resume(name);
  };
  const expect = ({ name, at = 0 }: { readonly name: string; readonly at?: number }): void => {
    schedule(at * 1000, () => {
      come(name);
    });
  };
  for (const event of given) if (event.in === undefined) expect(event);
  const left = new Set(given.filter((event) => event.in !== undefined));
  return {
    entered: (place) => {
      for (const event of left) {
        if (event.in !== place) continue;
        left.delete(event);
        expect(event);
      }
    },
    next: (name) => (resume) => {
      const entry = { name, resume };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
  };
}
