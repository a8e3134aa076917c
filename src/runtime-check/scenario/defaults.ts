// The scenarios of a smoke run without a scenario file. They need no knowledge of the page. In each the caller gives up in the end, so that a wait or a
// menu without limit is no fault of the page.
import type { Scenario } from './types.js';

const patience = 3600;

/** Somebody is ready at once, nobody ever is, the caller does not wait. */
export const defaultScenarios: readonly Scenario[] = [
  {
    scenario: 1,
    name: 'an agent is ready at once',
    description: 'Every target that the page names takes the call; every menu is answered with 1.',
    interaction: { hangup: patience },
    world: { allTargetsReady: true, defaultDestination: 'default' },
    answers: { treatments: [{ digits: '1' }] },
  },
  {
    scenario: 1,
    name: 'nobody is ready',
    description:
      'No agent is ever ready; the default destination takes what is left; the caller waits for an hour.',
    interaction: { hangup: patience },
    world: { defaultDestination: 'default' },
  },
  {
    scenario: 1,
    name: 'the caller hangs up',
    description: 'No agent is ready, and the caller hangs up after three seconds.',
    interaction: { hangup: 3 },
    world: { defaultDestination: 'default' },
  },
];
