// Codes 600x: what the comparison of strategies with their pages found.
import { defineCatalogue, entry } from '../define.js';

export const equivalenceEntries = defineCatalogue({
  IRD6001: entry<{
    scenario: string;
    at: string;
    source: string;
    page: string;
    times: number;
    /** Kind of the difference, without times and values. */
    kind: string;
    /** Other answers to open questions (`id=value`), each of which would let the strategy do what the page does. */
    agreeing: readonly string[];
  }>({
    severity: 'error',
    // Another search finds another scenario for the same difference.
    identity: ({ kind }) => [kind],
    title: 'Strategy and page do not do the same',
    text: (d) =>
      `In scenario "${d.scenario}" at ${d.at} the strategy and its page differ (${count(d.times, 'scenario')} in all); strategy: ${d.source}; page: ${d.page}${d.agreeing.map((each) => `; with --assume "${each}" the strategy does what the page does`).join('')}`,
    help: 'Compare the block with its state; "verify --save folder" writes the scenario to a file that replays it. Correct the page, or accept the finding in a baseline with the reason.',
    about:
      'The strategy was run by the rules of URS, the page in the interpreter, both in the same simulated world. What the caller, the agents or the reports would see is not the same. The scenario was made as small as it can be. docs/equivalence.md says what is compared.',
    since: '0.2.0',
  }),
  IRD6002: entry<{ strategy: string; reason: string }>({
    severity: 'warning',
    identity: ({ strategy }) => [strategy],
    title: 'Equivalence cannot be decided',
    text: (d) => `Whether "${d.strategy}" and its page do the same cannot be said: ${d.reason}`,
    help: 'Finish what could not be converted, or give scenarios that pass it by; the strategy keeps the claim that its runs have shown.',
    about:
      'A comparison says nothing where one side cannot be run: a placeholder on the page, a function whose meaning no document gives, a page that cannot be compiled, or no scenario at all.',
    since: '0.2.0',
  }),
  IRD6003: entry<{ scenario: string; reason: string }>({
    severity: 'info',
    title: 'A scenario was not compared',
    text: (d) => `Scenario "${d.scenario}" says nothing about the strategy: ${d.reason}`,
    help: 'Run it with "check", which is about the page alone.',
    about:
      'Scenarios that make up events of the platform or data that only a page has, or that let something happen after such an event or in a state of the frame, show how the page reacts. The strategy has nothing to compare with.',
    since: '0.2.0',
  }),
  IRD6004: entry<{ text: string }>({
    severity: 'info',
    title: 'No scenario reached a part of the strategy',
    text: (d) => `Not compared: ${d.text}`,
    help: 'Write a scenario that reaches it and give it with --scenario, or raise --budget.',
    about:
      'The claim of a strategy rests on the scenarios in which it was compared. What none of them reached is named with the condition that barred it, where it is known.',
    since: '0.2.0',
  }),
});

const count = (number: number, word: string): string => `${String(number)} ${word}${number === 1 ? '' : 's'}`;
