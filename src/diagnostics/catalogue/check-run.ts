// Codes 54xx: what running a page in a scenario found.
import { defineCatalogue, entry } from '../define.js';

export const checkRunEntries = defineCatalogue({
  IRD5401: entry<{ scenario: string; what: string }>({
    severity: 'error',
    title: 'Expectation of a scenario is not met',
    text: (d) => `Scenario "${d.scenario}": ${d.what}`,
    help: 'Read the trace of the run; correct the page, or the expectation when the page is right.',
    about:
      'A scenario with `expect` is a test of the page: how the run ends, where the call goes, which steps occur.',
    since: '0.1.0',
  }),
  IRD5402: entry<{ scenario: string; error: string; message: string }>({
    severity: 'warning',
    title: 'Script error while the page ran',
    text: (d) => `Scenario "${d.scenario}": ${d.error}: ${d.message}`,
    help: 'Correct the expression, or guard it against the missing value.',
    about:
      'The expression failed in the sandbox, which knows what ES5.1 knows. Orchestration raises error.script for it, and what follows in the same block is not executed.',
    since: '0.1.0',
  }),
  IRD5403: entry<{ scenario: string; what: string; state: string }>({
    severity: 'error',
    title: 'Run stopped by a limit',
    text: (d) =>
      `Scenario "${d.scenario}": the run was stopped ${d.state === '' ? 'before a state was entered' : `in state "${d.state}"`}, because ${d.what}`,
    help: 'Look for a loop without a wait around this state; raise the limit of the scenario when the wait is meant to be long.',
    about:
      'Every run has limits on steps, events and virtual time, so that a page that never ends is reported instead of hanging.',
    since: '0.1.0',
  }),
  IRD5404: entry<{ scenario: string; element: string }>({
    severity: 'warning',
    title: 'Unknown element was executed',
    text: (d) =>
      `Scenario "${d.scenario}": "${d.element}" is no element that the simulated platform knows; it raised error.unsupported`,
    help: 'Correct the name or the namespace of the element.',
    about:
      'An element of a known module that the simulator does not carry out answers with its error event instead; the trace says so.',
    since: '0.1.0',
  }),
  IRD5405: entry<{ scenario: string; state: string; claim: string; world: string }>({
    severity: 'error',
    title: 'Final state and what happened differ',
    text: (d) =>
      `Scenario "${d.scenario}": the page ended in "${d.state}", which says the call was ${d.claim}, but ${d.world}`,
    help: 'Find the way into this final state that passes no delivery, or the delivery that ends in another state.',
    about:
      'Generated pages name their final states by what became of the call. The simulated world keeps its own record; the two must agree.',
    since: '0.1.0',
  }),
  IRD5406: entry<{ scenario: string; states: string }>({
    severity: 'error',
    title: 'Run got stuck',
    text: (d) =>
      `Scenario "${d.scenario}": the page waits in ${d.states}, and nothing is left that could happen`,
    help: 'Add a transition for the reply that came, or a timeout.',
    about:
      'No event is queued or scheduled any more, and no final state is reached: a session of Orchestration would hang until it is stopped.',
    since: '0.1.0',
  }),
  IRD5407: entry<{ scenario: string; block: string; code: string }>({
    severity: 'warning',
    title: 'Placeholder was reached',
    text: (d) =>
      `Scenario "${d.scenario}": the run reached the placeholder of block "${d.block}"${d.code === '' ? '' : ` (${d.code})`}`,
    help: 'Finish the block by hand, then run the scenario again.',
    about:
      'A placeholder stands for a block that could not be converted. What the page does after it proves nothing.',
    since: '0.1.0',
  }),
  IRD5408: entry<{ scenario: string; reason: string }>({
    severity: 'warning',
    title: 'Call was not delivered',
    text: (d) => `Scenario "${d.scenario}": ${d.reason}`,
    help: 'Let every end of the page pass the default routing, and give it a destination.',
    about:
      'The end of a session does not route a call: it stays where it is until the switch takes it or the caller gives up.',
    since: '0.1.0',
  }),
  IRD5409: entry<{ scenario: string; message: string }>({
    severity: 'error',
    title: 'Page could not be run',
    text: (d) => `Scenario "${d.scenario}": the page could not be run: ${d.message}`,
    help: 'Correct the page; validation says where.',
    about: 'The page could not be compiled or the data of the scenario do not fit the page.',
    since: '0.1.0',
  }),
  IRD5410: entry<{ scenario: string; id: string; near: string }>({
    severity: 'warning',
    title: 'Scenario sets data that the page does not have',
    text: (d) =>
      `Scenario "${d.scenario}" has a value for the data "${d.id}", which the page does not declare${d.near}`,
    help: 'Correct the id under "data" in the scenario.',
    about: 'Values of `data` replace those of the data elements of the page with the same id.',
    since: '0.1.0',
  }),
  IRD5416: entry<{ scenario: string; limit: string; state: string; count: number; allowed: number }>({
    severity: 'error',
    title: 'Engine limit exceeded',
    text: (d) =>
      `Scenario "${d.scenario}": the session exceeded ${d.limit} in state "${d.state}": it came to ${String(d.count)}, and ${String(d.allowed)} are allowed`,
    help: 'Let the page wait longer in each round, or raise the option of Orchestration, and "limits" in the scenario with it.',
    about:
      'Orchestration stops a session that enters a state too often, takes too many transitions in a row, lives too long, or has too many events pending. A scenario says under `limits` what the installation allows; the names of the options are from memory, so compare them with the configuration. A wait of 30 seconds that is repeated for an hour enters its state 120 times.',
    since: '0.1.0',
  }),
});
