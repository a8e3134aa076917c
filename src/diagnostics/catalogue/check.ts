// Codes 50xx to 56xx: validation of a page, scenario files, what a run or an exploration found.
import { defineCatalogue, entry } from '../define.js';
import { exploreEntries } from './check-explore.js';
import { checkRunEntries } from './check-run.js';
import { moduleEntries } from './check-modules.js';
import { scenarioEntries } from './check-scenario.js';

const documentEntries = defineCatalogue({
  IRD5001: entry<{ found: string }>({
    severity: 'error',
    title: 'Root element is not scxml',
    text: (d) =>
      `The root element is "${d.found}", not "scxml" in the namespace http://www.w3.org/2005/07/scxml`,
    help: 'Check that the file is an SCXML page, and that its root declares the SCXML namespace.',
    about:
      'A page of Orchestration is one scxml element. Fragments that are meant to be included are scxml elements as well.',
    since: '0.1.0',
  }),
  IRD5002: entry<{ attribute: string; wanted: string; found: string }>({
    severity: 'warning',
    title: 'Root attribute is missing or unusual',
    text: (d) =>
      d.found === ''
        ? `The root has no attribute "${d.attribute}"; "${d.wanted}" is expected`
        : `The root attribute "${d.attribute}" is "${d.found}"; "${d.wanted}" is expected`,
    help: 'Write the attribute as expected.',
    about: 'Orchestration knows version 1.0 and the profile ecmascript only.',
    since: '0.1.0',
  }),
  IRD5003: entry<{ id: string; line: number }>({
    severity: 'error',
    title: 'Id is used twice',
    text: (d) => `The id "${d.id}" is used already in line ${String(d.line)}`,
    help: 'Give each state an id of its own.',
    about:
      'Targets of transitions are ids: with two states of one id the page is ambiguous and does not load.',
    since: '0.1.0',
  }),
  IRD5004: entry<{ target: string; near: string }>({
    severity: 'error',
    title: 'Target state does not exist',
    text: (d) => `There is no state "${d.target}"${d.near}`,
    help: 'Correct the target, or add the state.',
    about: 'A transition, `initial` or `xpointer` names a state that the page does not have.',
    since: '0.1.0',
  }),
  IRD5005: entry<{ element: string; parent: string; allowed: string }>({
    severity: 'error',
    title: 'Element may not stand here',
    text: (d) => `"${d.element}" may not stand in "${d.parent}"${d.allowed}`,
    help: 'Move the element to where it may stand.',
    about: 'The structure of SCXML and of the action elements says which element may contain which.',
    since: '0.1.0',
  }),
  IRD5006: entry<{ what: string; reason: string }>({
    severity: 'error',
    title: 'Orchestration does not support it',
    text: (d) => `Orchestration does not support ${d.what}: ${d.reason}`,
    help: 'Write it as the reason says.',
    about:
      'Orchestration is based on the Working Draft of May 2009, not on SCXML 1.0, and leaves out parts of it. Other engines accept what is reported here.',
    since: '0.1.0',
  }),
  IRD5007: entry<{ element: string; attribute: string }>({
    severity: 'error',
    title: 'Required attribute is missing',
    text: (d) => `"${d.element}" has no attribute "${d.attribute}", which is required`,
    help: 'Add the attribute.',
    about: 'Without it the element cannot do what it is for.',
    since: '0.1.0',
  }),
  IRD5008: entry<{ element: string; attribute: string; near: string }>({
    severity: 'warning',
    title: 'Unknown attribute of an SCXML element',
    text: (d) => `"${d.element}" has no attribute "${d.attribute}" that is known${d.near}`,
    help: 'Correct or remove the attribute.',
    about:
      'The attribute is neither in the Working Draft nor among the documented additions of Orchestration; it is most likely ignored.',
    since: '0.1.0',
  }),
  IRD5009: entry<{ element: string; near: string }>({
    severity: 'error',
    title: 'Unknown SCXML element',
    text: (d) => `"${d.element}" is no element of SCXML${d.near}`,
    help: 'Correct the name, or the namespace when it belongs to a module.',
    about: 'Elements without prefix belong to the SCXML namespace.',
    since: '0.1.0',
  }),
  IRD5010: entry<{ href: string }>({
    severity: 'info',
    title: 'Include is not followed',
    text: (d) => `The included file "${d.href}" is not part of this check`,
    help: 'Nothing, when the page is checked for its own part; states that are defined in the included file are not known here.',
    about:
      'Pages that Composer generates include each other and script files; the platform merges them when it loads the start page.',
    since: '0.1.0',
  }),
  IRD5011: entry<{ state: string }>({
    severity: 'info',
    title: 'State cannot be reached',
    text: (d) => `No transition leads to the state "${d.state}"`,
    help: 'Remove the state, or add the transition that is missing.',
    about: 'Neither an initial state nor the target of any transition of a state that can be reached.',
    since: '0.1.0',
  }),
  IRD5012: entry<{ target: string; state: string }>({
    severity: 'warning',
    title: 'Initial state is outside',
    text: (d) => `The initial state "${d.target}" does not stand inside "${d.state}"`,
    help: 'Name a state inside it.',
    about:
      'The initial state of a compound state must be one of its descendants. Orchestration seems to accept another one: a page of the vendor has it.',
    since: '0.1.0',
  }),
  IRD5013: entry<{ what: string }>({
    severity: 'warning',
    title: 'Page cannot end',
    text: (d) => `The page has no ${d.what}`,
    help: 'Add a final state at the top level and a transition to it.',
    about: 'A session that reaches no final state at the top level stays until Orchestration stops it.',
    since: '0.1.0',
  }),
  IRD5014: entry<{ id: string; reason: string }>({
    severity: 'error',
    title: 'Data id is not usable',
    text: (d) => `The data id "${d.id}" cannot be used: ${d.reason}`,
    help: 'Choose an ECMAScript variable name without ".", "-" and blanks.',
    about: 'Each data element becomes a property of `_data`, read as `_data.<id>` in expressions.',
    since: '0.1.0',
  }),
  IRD5015: entry<object>({
    severity: 'info',
    title: 'No XML declaration with an encoding',
    text: () => 'The page does not begin with an XML declaration that names its encoding',
    help: 'Begin the file with <?xml version="1.0" encoding="UTF-8"?>.',
    about: 'The reference of Orchestration asks for the declaration at the top of each document.',
    since: '0.1.0',
  }),
  IRD5016: entry<{ element: string; event: string; reason: string }>({
    severity: 'error',
    title: 'Event name is not usable',
    text: (d) => `The event "${d.event}" of "${d.element}" cannot match: ${d.reason}`,
    help: 'Write plain event names, separated by blanks where several are meant.',
    about:
      'The event of a transition or raise is text as it stands: names of letters, digits and dots, `*` for any. Only send takes an expression.',
    since: '0.1.0',
  }),
});

const elementEntries = defineCatalogue({
  IRD5101: entry<{ element: string; module: string; near: string }>({
    severity: 'error',
    title: 'Unknown action element',
    text: (d) => `The module "${d.module}" has no element "${d.element}"${d.near}`,
    help: 'Correct the name; the element would raise error.unsupported.',
    about:
      'The catalogue of action elements was made from the documented and observed ones. A newer release may have more.',
    since: '0.1.0',
  }),
  IRD5102: entry<{ uri: string }>({
    severity: 'warning',
    title: 'Unknown namespace',
    text: (d) => `The namespace "${d.uri}" is none of Orchestration`,
    help: 'Correct the namespace; modules are called http://www.genesyslab.com/modules/<name>.',
    about: 'Only the namespaces of SCXML, XInclude and the modules of Orchestration are allowed in a page.',
    since: '0.1.0',
  }),
  IRD5103: entry<{ element: string; attribute: string; near: string }>({
    severity: 'error',
    title: 'Unknown attribute',
    text: (d) => `"${d.element}" has no attribute "${d.attribute}"${d.near}`,
    help: 'Correct or remove the attribute.',
    about: 'The list of attributes of this element is documented completely.',
    since: '0.1.0',
  }),
  IRD5104: entry<{ element: string; attribute: string; near: string }>({
    severity: 'info',
    title: 'Attribute is not in the catalogue',
    text: (d) => `"${d.attribute}" is no known attribute of "${d.element}"${d.near}`,
    help: 'Check the spelling; the list of known attributes of this element is not complete.',
    about:
      'Only parts of the documentation could be read, so that an attribute may exist without being known here.',
    since: '0.1.0',
  }),
  IRD5105: entry<{ element: string; attribute: string; value: string; near: string }>({
    severity: 'error',
    title: 'Word is not allowed here',
    text: (d) => `"${d.attribute}" of "${d.element}" cannot be "${d.value}"${d.near}`,
    help: 'Use one of the documented words; literal attributes take no inner quotes.',
    about: 'Most attributes of action elements are expressions, but some take a word as it stands.',
    since: '0.1.0',
  }),
  IRD5106: entry<{ path: string; near: string }>({
    severity: 'warning',
    title: 'Unknown member of _genesys',
    text: (d) => `"${d.path}" is no known function or value of the platform${d.near}`,
    help: 'Check the spelling; an unknown function raises error.script.',
    about: 'The functions of the platform are known by the documentation and by generated code.',
    since: '0.1.0',
  }),
  IRD5107: entry<{ element: string; attribute: string; word: string }>({
    severity: 'warning',
    title: 'Text without inner quotes',
    text: (d) =>
      `"${d.attribute}" of "${d.element}" is an expression: the word ${d.word} is read as a variable`,
    help: 'Put single quotes inside the attribute when text is meant.',
    about:
      'Attributes of action elements and of send are value expressions in Orchestration, so that literal text needs quotes of its own.',
    since: '0.1.0',
  }),
});

const scriptEntries = defineCatalogue({
  IRD5201: entry<{ what: string; message: string }>({
    severity: 'error',
    title: 'Script cannot be parsed',
    text: (d) => `The ${d.what} cannot be parsed: ${d.message}`,
    help: 'Correct the expression.',
    about: 'Orchestration raises error.script.SyntaxError for it when it is evaluated.',
    since: '0.1.0',
  }),
  IRD5202: entry<{ what: string; message: string }>({
    severity: 'error',
    title: 'Script is newer than ES5',
    text: (d) => `The ${d.what} uses syntax that ES5 does not have: ${d.message}`,
    help: 'Write it in ES5: var, function, no arrows, templates, classes, spread or destructuring.',
    about: 'The script engine of Orchestration is taken to be ES5.',
    since: '0.1.0',
  }),
  IRD5203: entry<{ what: string }>({
    severity: 'error',
    title: 'Location cannot be assigned to',
    text: (d) => `The ${d.what} is not something that can be assigned to`,
    help: 'Write a variable or a member, such as _data.request or App_X["requestid"].',
    about: 'The platform writes to locations, for example the id of a request.',
    since: '0.1.0',
  }),
  IRD5204: entry<{ what: string }>({
    severity: 'warning',
    title: 'Script uses const',
    text: (d) => `The ${d.what} declares a constant with "const", which ES5 does not have`,
    help: 'Write "var".',
    about:
      'Pages in production contain it, and the engine of Orchestration seems to take it as a constant of the whole function. It is not ES5.',
    since: '0.1.0',
  }),
});

export const checkEntries = {
  ...documentEntries,
  ...elementEntries,
  ...moduleEntries,
  ...scriptEntries,
  ...scenarioEntries,
  ...checkRunEntries,
  ...exploreEntries,
};
