// The scenarios of a smoke run without a scenario file. They need no knowledge of the page.
import type { Scenario } from './types.js';

const answers = {
  treatments: [
    { match: 'dialog:playandcollect', digits: '1' },
    { match: 'dialog:collect', digits: '1' },
  ],
} as const;

/** Somebody is ready at once, nobody ever is, the caller does not wait. */
export const defaultScenarios: readonly Scenario[] = [
  {
    scenario: 1,
    name: 'an agent is ready at once',
    description: 'Every target that the page names takes the call; every menu is answered with 1.',
    world: { allTargetsReady: true, defaultDestination: 'default' },
    answers,
  },
  {
    scenario: 1,
    name: 'nobody is ready',
    description: 'No agent is ever ready; the default destination takes what is left.',
    world: { defaultDestination: 'default' },
    limit: 4 * 3600,
  },
  {
    scenario: 1,
    name: 'the caller hangs up',
    description: 'No agent is ready, and the caller hangs up after three seconds.',
    interaction: { hangup: 3 },
    world: { defaultDestination: 'default' },
    limit: 4 * 3600,
  },
];
