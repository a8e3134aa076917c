// Codes 5017 to 5019, 5108 to 5112, 5310 to 5312: what the catalogue of the ORS modules says about children, events and their data, words and errors.
import { defineCatalogue, entry } from '../define.js';

export const moduleEntries = defineCatalogue({
  IRD5017: entry<{ element: string; child: string }>({
    severity: 'warning',
    title: 'Required element is missing inside',
    text: (d) => `"${d.element}" has no "${d.child}" inside, which is required`,
    help: 'Add the element.',
    about:
      'The documentation says that the element stands inside at least once: without it there is nothing to act on.',
    since: '0.1.0',
  }),
  IRD5018: entry<{ element: string; child: string; most: number }>({
    severity: 'warning',
    title: 'Element stands inside too often',
    text: (d) =>
      `"${d.element}" has "${d.child}" inside more than ${d.most === 1 ? 'once' : `${String(d.most)} times`}`,
    help: 'Keep one of them.',
    about: 'What Orchestration does with the second one is not documented.',
    since: '0.1.0',
  }),
  IRD5019: entry<{ what: string; reason: string }>({
    severity: 'warning',
    title: 'Elements do not go together',
    text: (d) => `${d.what}: ${d.reason}`,
    help: 'Leave one of them out, or write it as the reason says.',
    about: 'The documentation excludes the combination.',
    since: '0.1.0',
  }),
  IRD5108: entry<{ module: string; event: string; near: string }>({
    severity: 'warning',
    title: 'Event that no module sends',
    text: (d) => `The module "${d.module}" sends no event "${d.event}"${d.near}`,
    help: 'Correct the name; a transition on it never takes place.',
    about:
      'The name belongs to a module of Orchestration, but either all events of that module are known and this is none of them, or it differs from a known one by a slip. Names that the page raises or sends itself are not reported.',
    since: '0.1.0',
  }),
  IRD5109: entry<{ module: string; event: string }>({
    severity: 'info',
    title: 'Event is not in the catalogue',
    text: (d) => `"${d.event}" is no known event of the module "${d.module}"`,
    help: 'Check the spelling; the list of known events of this module is not complete.',
    about:
      'Only parts of the documentation could be read, so that an event may exist without being known here.',
    since: '0.1.0',
  }),
  IRD5110: entry<{ element: string; attribute: string; value: string; near: string }>({
    severity: 'warning',
    title: 'Text is none of the documented words',
    text: (d) => `"${d.attribute}" of "${d.element}" knows no "${d.value}"${d.near}`,
    help: 'Use one of the documented words.',
    about: 'The attribute is an expression; its value is one of a few words.',
    since: '0.1.0',
  }),
  IRD5111: entry<{ element: string; attribute: string; value: string }>({
    severity: 'warning',
    title: 'Truth value in quotes',
    text: (d) => `"${d.attribute}" of "${d.element}" is the text ${d.value}, not true or false`,
    help: 'Write true or false without inner quotes.',
    about: 'A text is not a truth value: what Orchestration makes of it is not documented.',
    since: '0.1.0',
  }),
  IRD5112: entry<{ event: string; field: string; near: string }>({
    severity: 'warning',
    title: 'Field that the event does not carry',
    text: (d) => `"${d.event}" carries no "${d.field}"; did you mean "${d.near}"?`,
    help: 'Correct the name of the field; it is undefined as it stands.',
    about:
      'The data of the event are known by the documentation or by generated code, and the name differs from one of their fields by a slip. Names are case-sensitive.',
    since: '0.1.0',
  }),
  IRD5310: entry<{ action: string; error: string; near: string }>({
    severity: 'warning',
    title: 'Error that the action does not have',
    text: (d) => `"${d.error}" is none of the documented errors of "${d.action}"${d.near}`,
    help: 'Use an error that the action can give; the page may have a branch for it.',
    about:
      'The documentation lists the values of the field error for this action. A scenario with another one tests what will not happen.',
    since: '0.1.0',
  }),
  IRD5311: entry<{ action: string; error: string; near: string }>({
    severity: 'info',
    title: 'Error is not known of the action',
    text: (d) => `"${d.error}" is no known error of "${d.action}"${d.near}`,
    help: 'Check the spelling; the errors of this action are known by observation or analogy only.',
    about: 'No list of the errors of this action is documented.',
    since: '0.1.0',
  }),
  IRD5312: entry<{ action: string }>({
    severity: 'warning',
    title: 'Action without events cannot fail',
    text: (d) => `"${d.action}" raises no events: the page does not learn that it failed`,
    help: 'Remove the failure from the scenario.',
    about: 'Most actions answer by a done or an error event; this one does not.',
    since: '0.1.0',
  }),
});
