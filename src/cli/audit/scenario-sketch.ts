// A scenario as a tester needs it: when, from where, to where, which keys, and what is expected.
import type { ScenarioSketch } from '../../audit/test-plan.js';
import type { Scenario } from '../../runtime-check/index.js';

/** The part of a scenario that can be told in a line. */
export function sketchOf({ name, clock, interaction, answers, expect }: Scenario): ScenarioSketch {
  return {
    name,
    clock: String(clock ?? ''),
    ani: String(interaction?.ani ?? ''),
    dnis: String(interaction?.dnis ?? ''),
    digits: (answers?.treatments ?? []).flatMap(({ digits }) =>
      digits === undefined ? [] : [String(digits)],
    ),
    hangup: interaction?.hangup,
    end: String(expect?.end ?? ''),
    target: String(expect?.target ?? ''),
  };
}
