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
});
