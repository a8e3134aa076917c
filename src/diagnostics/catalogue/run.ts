// Codes 55xx to 59xx: runs of a page in the interpreter.
import { defineCatalogue, entry } from '../define.js';

export const runEntries = defineCatalogue({
  IRD5501: entry<{ found: string }>({
    severity: 'error',
    title: 'Not an SCXML document',
    text: (d) => `The root element is "${d.found}" and not "scxml" of the SCXML namespace`,
    help: 'Check that the file is an SCXML page and declares xmlns="http://www.w3.org/2005/07/scxml".',
    about: 'The interpreter runs SCXML pages only. A page without the SCXML namespace is not one.',
    since: '0.1.0',
  }),
  IRD5502: entry<{ target: string }>({
    severity: 'error',
    title: 'Transition leads to no state',
    text: (d) => `There is no state "${d.target}" to go to`,
    help: 'Correct the id, or add the state.',
    about: 'A page whose transitions or initial attributes name unknown states does not load in any engine.',
    since: '0.1.0',
  }),
  IRD5503: entry<{ id: string; line: number }>({
    severity: 'error',
    title: 'Two states have one id',
    text: (d) => `The state in line ${d.line} has the id "${d.id}", too`,
    help: 'Give each state an id of its own.',
    about: 'Transitions name their targets by id, so that an id may occur once in a page.',
    since: '0.1.0',
  }),
  IRD5504: entry<{ state: string; problem: string }>({
    severity: 'error',
    title: 'Entry into a state is not defined',
    text: (d) => (d.state === '' ? `The page ${d.problem}` : `The state "${d.state}" ${d.problem}`),
    help: 'Name a state inside it in the initial attribute, or in the transition of the initial element.',
    about:
      'Entering a state with states inside enters one of them as well: the one that `initial` names, else the first.',
    since: '0.1.0',
  }),
  IRD5505: entry<{ kind: string; message: string }>({
    severity: 'error',
    title: 'Script or expression cannot be parsed',
    text: (d) => `The ${d.kind} cannot be parsed: ${d.message}`,
    help: 'Correct it; when the page runs, it fails each time it is met.',
    about:
      'The page still runs: whatever cannot be parsed raises error.script.SyntaxError in Orchestration Server (error.execution by SCXML 1.0), and a condition counts as false.',
    since: '0.1.0',
  }),
  IRD5506: entry<{ element: string; dialect: string; reason: string }>({
    severity: 'error',
    title: 'Element is not supported',
    text: (d) => `"${d.element}" is not supported in the ${d.dialect} dialect: ${d.reason}`,
    help: 'Write it as the reason says.',
    about:
      'Orchestration Server leaves out parts of SCXML 1.0, and the interpreter does not fetch other files.',
    since: '0.1.0',
  }),
  IRD5507: entry<{ element: string; attribute: string }>({
    severity: 'error',
    title: 'Attribute is missing',
    text: (d) => `"${d.element}" needs the attribute "${d.attribute}"`,
    help: 'Add the attribute.',
    about: 'Without it the element cannot be run.',
    since: '0.1.0',
  }),
  IRD5508: entry<{ element: string; parent: string }>({
    severity: 'error',
    title: 'Element stands in the wrong place',
    text: (d) => `"${d.element}" has no meaning inside "${d.parent}"`,
    help: 'Move it to where it belongs, or remove it.',
    about: 'It would never run, so that the page is refused as a whole.',
    since: '0.1.0',
  }),
  IRD5509: entry<{ element: string; first: string; second: string }>({
    severity: 'error',
    title: 'Two attributes exclude each other',
    text: (d) => `"${d.element}" cannot have both ${d.first} and ${d.second}`,
    help: 'Keep one of the two.',
    about: 'Both say the same thing in different ways, or contradict each other.',
    since: '0.1.0',
  }),
  IRD5510: entry<{ first: string; second: string }>({
    severity: 'error',
    title: 'Targets cannot be active together',
    text: (d) => `The states "${d.first}" and "${d.second}" can never be active at the same time`,
    help: 'Name one target, or targets in different regions of one parallel state.',
    about:
      'A transition with several targets enters all of them; they must lie in different regions of a parallel state.',
    since: '0.1.0',
  }),
  IRD5511: entry<{ id: string }>({
    severity: 'error',
    title: 'Data id is no variable name',
    text: (d) => `The data id "${d.id}" is not a variable name`,
    help: 'Use letters, digits and _, and begin with a letter.',
    about: 'Data is read and written by ECMAScript, so that its id must be an identifier.',
    since: '0.1.0',
  }),
  IRD5512: entry<{ href: string; reason: string }>({
    severity: 'error',
    title: 'File cannot be included',
    text: (d) =>
      d.href === ''
        ? `An include is not followed: ${d.reason}`
        : `"${d.href}" cannot be included: ${d.reason}`,
    help: 'Correct href, xpointer or the file; paths are relative to the file that includes.',
    about:
      'Pages of Composer include scripts (parse="text") and workflows (parse="xml"). Orchestration Server makes one document of them before it runs it, and so does the check. Only files that are named by a relative path are read, never a network address.',
    since: '0.1.0',
  }),
  IRD5513: entry<Record<never, never>>({
    severity: 'info',
    title: 'Page is a part of another one',
    text: () => 'The page is meant to be included by another one: its targets carry the mark $$_MY_PREFIX_$$',
    help: 'Check the page that includes it, or write one; scenarios named with --scenario run the part alone.',
    about:
      'Workflows that Composer generates are included by the page of the interaction process. Alone they end at once or wait for ever, so that the default scenarios are not run.',
    since: '0.1.0',
  }),
  IRD5530: entry<{ found: string; known: readonly string[] }>({
    severity: 'error',
    title: 'Data model is not known',
    text: (d) =>
      `The data model "${d.found}" is not known; there is ${d.known.map((name) => `"${name}"`).join(' and ')}`,
    help: 'Write the expressions and scripts of the page in ECMAScript, and name that data model in the root.',
    about:
      'The root names the language of expressions, conditions and scripts: in SCXML 1.0 by "datamodel", for Orchestration Server by "profile".',
    since: '0.1.0',
  }),
  IRD5531: entry<{ id: string; file: string }>({
    severity: 'error',
    title: 'File of data cannot be read',
    text: (d) => `The data "${d.id}" stands in the file "${d.file}", which cannot be read`,
    help: 'Correct src, or write the value into the page.',
    about:
      'The page still runs: the data has no value, and error.execution is raised when the page starts, or, with late binding, when its state is entered for the first time.',
    since: '0.1.0',
  }),
});
