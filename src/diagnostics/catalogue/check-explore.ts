// Codes 560x: what the exploration of a page found.
import { defineCatalogue, entry } from '../define.js';

export const exploreEntries = defineCatalogue({
  IRD5601: entry<{ states: number; transitions: number; runs: number }>({
    severity: 'info',
    title: 'Exploration has left parts of the page',
    text: (d) =>
      `Exploration has not reached ${count(d.states, 'state')} and ${count(d.transitions, 'transition')} of the page in ${count(d.runs, 'run')}`,
    help: 'Read in the coverage why; raise --budget, or write a scenario for what only a person can know.',
    about:
      'The exploration looks for scenarios by itself. What it leaves may need values that it cannot guess, or be dead: by the graph of the states alone it could be reached.',
    since: '0.2.0',
  }),
  IRD5602: entry<{ scenario: string; message: string }>({
    severity: 'warning',
    title: 'Exploration has found a fault',
    text: (d) => `Exploration, scenario "${d.scenario}": ${d.message}`,
    help: 'Write the scenarios with --write-scenarios, and run this one with --scenario and --trace.',
    about:
      'The scenario came of the exploration; nothing in it is beyond what callers, agents, servers and the switch do. It shows a script that fails, a page that waits for ever, or an end that differs from what happened.',
    since: '0.2.0',
  }),
});

const count = (number: number, word: string): string => `${String(number)} ${word}${number === 1 ? '' : 's'}`;
