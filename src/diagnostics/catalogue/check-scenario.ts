// Codes 53xx: scenario files.
import { defineCatalogue, entry } from '../define.js';

export const scenarioEntries = defineCatalogue({
  IRD5301: entry<{ message: string }>({
    severity: 'error',
    title: 'Scenario file cannot be read',
    text: (d) => `The scenario file cannot be read: ${d.message}`,
    help: 'Correct the YAML or JSON at this place; docs/scenarios.md shows the format.',
    about:
      'A scenario file is YAML or JSON with one scenario, a list of scenarios, or several YAML documents.',
    since: '0.1.0',
  }),
  IRD5302: entry<{ key: string; where: string }>({
    severity: 'error',
    title: 'Unknown key in a scenario',
    text: (d) => `"${d.key}" is not a key of ${d.where}`,
    help: 'Correct the key or remove it; docs/scenarios.md lists all keys.',
    about:
      'An unknown key would be ignored in silence, and the scenario would test something else than its author thinks. So it is an error.',
    since: '0.1.0',
  }),
  IRD5303: entry<{ key: string; where: string }>({
    severity: 'error',
    title: 'Key missing in a scenario',
    text: (d) => `"${d.key}" is missing in ${d.where}`,
    help: 'Add the key; docs/scenarios.md lists which keys are required.',
    about: 'Every scenario needs `scenario: 1` and a name; some groups of keys need more.',
    since: '0.1.0',
  }),
  IRD5304: entry<{ path: string; message: string }>({
    severity: 'error',
    title: 'Wrong value in a scenario',
    text: (d) => (d.path === '' ? `A scenario ${d.message}` : `"${d.path}" ${d.message}`),
    help: 'Correct the value; docs/scenarios.md says what each key takes.',
    about:
      'Telephone numbers, DNs and ids are text: without quotes YAML reads them as numbers and drops leading zeros.',
    since: '0.1.0',
  }),
  IRD5305: entry<object>({
    severity: 'warning',
    title: 'Scenario file without scenarios',
    text: () => 'The file holds no scenario',
    help: 'Write at least one scenario, or leave the file out to use the default ones.',
    about: 'An empty scenario file runs nothing, so that a check with it proves nothing.',
    since: '0.1.0',
  }),
  IRD5306: entry<{ name: string }>({
    severity: 'warning',
    title: 'Two scenarios with one name',
    text: (d) => `Another scenario of this file is called "${d.name}" too`,
    help: 'Give each scenario a name of its own, so that its result can be told apart.',
    about: 'Results are reported by the name of the scenario.',
    since: '0.1.0',
  }),
  IRD5316: entry<{ found: string; kinds: string }>({
    severity: 'error',
    title: 'Happening that does not say one thing',
    text: (d) => `A happening says exactly one of ${d.kinds}; this one says ${d.found}`,
    help: 'Write one entry of "happenings" for each thing that happens.',
    about:
      'An entry of `happenings` says when something happens, to which interaction, and what it is. Of the keys that say what, it has exactly one, so that the order of what happens is never in doubt.',
    since: '0.2.0',
  }),
  IRD5317: entry<{ id: string; near: string }>({
    severity: 'error',
    title: 'Interaction that the scenario does not have',
    text: (d) => `No interaction of the scenario is called "${d.id}"${d.near}`,
    help: 'Name an interaction of "interaction" or "interactions"; without an `id` they are called ixn0001, ixn0002 and so on.',
    about:
      'Happenings and parents name interactions by their ids. One that does not exist would never happen, and the scenario would test something else than its author thinks.',
    since: '0.2.0',
  }),
  IRD5318: entry<{ id: string }>({
    severity: 'error',
    title: 'Two interactions with one id',
    text: (d) => `Another interaction of this scenario is called "${d.id}" too`,
    help: 'Give each interaction an id of its own.',
    about: 'The page and the happenings of a scenario tell interactions apart by their ids.',
    since: '0.2.0',
  }),
  IRD5326: entry<{ agent: string; of: string }>({
    severity: 'error',
    title: 'State of an agent said twice',
    text: (d) => `Agent "${d.agent}" has both "ready" and "state"${d.of}`,
    help: 'Keep "state" where the kind of unavailability matters, else "ready".',
    about:
      '`ready: true` is the state `ready`, `ready: false` the state `notReady`; two accounts could contradict each other.',
    since: '0.1.0',
  }),
  IRD5327: entry<{ group: string; member: string; near: string }>({
    severity: 'warning',
    title: 'Member of a group not in the scenario',
    text: (d) =>
      `Group "${d.group}" has the member "${d.member}", which the scenario does not describe${d.near}`,
    help: 'Add the agent, target or queue to "world", or correct the name.',
    about: 'Members are named by the id, place or number of an agent, or by the name of a target or queue.',
    since: '0.1.0',
  }),
  IRD5328: entry<{ group: string; message: string }>({
    severity: 'error',
    title: 'Skill expression of a group cannot be read',
    text: (d) => `The skills of group "${d.group}" cannot be read: ${d.message}`,
    help: 'Write comparisons joined by & and |, such as English > 5 & Loans > 0.',
    about: 'A virtual group has the agents who fulfil its skill expression at the moment.',
    since: '0.1.0',
  }),
  IRD5329: entry<{ agent: string }>({
    severity: 'warning',
    title: 'Agent described twice',
    text: (d) => `Agent "${d.agent}" is described twice`,
    help: 'Give each agent an id of its own.',
    about: 'Both count as agents, but reports and expectations cannot tell them apart.',
    since: '0.1.0',
  }),
  IRD5330: entry<{ name: string; near: string }>({
    severity: 'warning',
    title: 'Medium not known',
    text: (d) => `"${d.name}" is not a medium${d.near}`,
    help: 'Use the name of a medium, such as voice, email, chat, sms or workitem.',
    about:
      'Agents and queues take the media that they name and no others; a medium that no interaction has is never asked for.',
    since: '0.1.0',
  }),
});
