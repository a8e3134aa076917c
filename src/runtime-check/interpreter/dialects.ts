// What the dialects of SCXML do differently, as a table: `w3c` is SCXML 1.0 with ECMAScript data model, `ors` is Orchestration Server 8.1.
// The algorithm is one for both; whatever depends on the dialect is a row here. Rows of `ors` are documented or observed in published pages unless they
// say inferred.
import type { ScriptFailure } from '../script/engine.js';
import { orsPrelude } from './ors-prelude.js';

/** How an attribute is read: as it stands, or as an expression. */
export interface AttributeForm {
  readonly attribute: string;
  readonly form: 'literal' | 'value';
}

/** An element that the dialect does not have, and why. */
export interface Refused {
  readonly reason: string;
}

export interface Dialect {
  readonly name: 'w3c' | 'ors';
  /** The attribute of the root that names the data model, and those that there are by their names; '' when it is not named. */
  readonly dataModels: { readonly attribute: string; readonly byName: ReadonlyMap<string, DataModelKind> };
  /** The data model that a page has which does not choose another one. */
  readonly dataModel: DataModelKind;
  /** Version of ECMAScript that scripts are parsed as. */
  readonly ecmaVersion: 5 | 'latest';
  /** Whether `const` is taken for `var` where the version does not have it. */
  readonly constAsVar: boolean;
  /** Whether the sandbox keeps what ES5.1 lacks from scripts. */
  readonly es5: boolean;
  /** Script that runs in the realm before the page's own. */
  readonly prelude: string;
  /** The object that holds the page's data; undefined: each is a global variable. */
  readonly dataObject: string | undefined;
  /** Where data of an invoked session take the values of parameters of their name: at the top of the page only, or in any state. */
  readonly givenData: 'top' | 'everywhere';
  /** Whether XInclude is followed. */
  readonly includes: boolean;
  /** Whether variables that scripts in a state declare belong to that state. */
  readonly stateScopes: boolean;
  /** What becomes of a page whose data stand in a file that cannot be had. */
  readonly missingData: 'error event' | 'refused';
  /** What XML in the data is to scripts: a document with the methods of the DOM, or its text. */
  readonly xmlData: 'document' | 'text';
  /** What a parameter that comes more than once is in the data of an event: all of its values, or the last one. */
  readonly repeatedParams: 'list' | 'last';
  /** Fields that every event has, if only undefined (SCXML 5.10.1). */
  readonly eventFields: readonly string[];
  /** SCXML elements, and attributes behind an element's name, that are refused. */
  readonly refused: Readonly<Record<string, Refused>>;
  /** Elements that raise an internal event, with the attribute that names it. */
  readonly raise: Readonly<Record<string, string>>;
  /** Whether `raise` takes parameters. */
  readonly raiseParams: boolean;
  readonly initialElementOfRoot: boolean;
  /** Whether the `initial` of a state without states inside leads on to another one. */
  readonly initialLeadsOut: boolean;
  readonly send: Readonly<Record<'event' | 'target' | 'type' | 'delay', readonly AttributeForm[]>>;
  /** Literal ids of `send`, in order of preference. */
  readonly sendId: readonly string[];
  /** Literal ids of `invoke`, in order of preference. */
  readonly invokeId: readonly string[];
  readonly cancel: readonly AttributeForm[];
  /** Attributes of `content` that hold an expression. */
  readonly contentExpression: readonly string[];
  /** Names of a send target that mean the internal queue. */
  readonly internalTargets: readonly string[];
  /** Names of the type that sends to sessions; no type means this one. */
  readonly sessionTypes: readonly string[];
  /** Names of the type that sends by HTTP, where the run has a transport for it. */
  readonly httpTypes: readonly string[];
  /** The event that tells of a failure in a script or expression. */
  readonly scriptError: (kind: ScriptFailure['kind']) => string;
  readonly errors: Readonly<Record<'execution' | 'communication' | 'unsupported', string>>;
  /** Events that answer `cancel`; undefined: it is not answered. */
  readonly cancelReplies: { readonly done: string; readonly tooLate: string } | undefined;
  /** Functions that the interpreter offers to scripts. */
  readonly functions: readonly BuiltIn[];
}

/** `null` has nothing but the condition whether a state is active (SCXML B.1). */
export type DataModelKind = 'ecmascript' | 'null';

/** Functions that read or change the session. */
export type BuiltIn = 'In' | '__Log' | '__Raise' | '__GetCurrentStates' | '__GetDocumentURL';

const literal = (attribute: string): AttributeForm => ({ attribute, form: 'literal' });
const value = (attribute: string): AttributeForm => ({ attribute, form: 'value' });

const scxmlProcessor = 'http://www.w3.org/TR/scxml/#SCXMLEventProcessor';

const httpProcessor = 'http://www.w3.org/TR/scxml/#BasicHTTPEventProcessor';

const eventFields = ['name', 'type', 'sendid', 'origin', 'origintype', 'invokeid', 'data'];

const w3c: Dialect = {
  name: 'w3c',
  dataModels: {
    attribute: 'datamodel',
    byName: new Map([
      ['', 'ecmascript'],
      ['ecmascript', 'ecmascript'],
      ['null', 'null'],
    ]),
  },
  dataModel: 'ecmascript',
  ecmaVersion: 'latest',
  constAsVar: false,
  es5: false,
  prelude: '',
  dataObject: undefined,
  givenData: 'top',
  includes: false,
  stateScopes: false,
  missingData: 'error event',
  xmlData: 'document',
  // All of them must be there (SCXML 6.2.3).
  repeatedParams: 'list',
  // The message by which an event came in by HTTP is in `raw` (SCXML C.2).
  eventFields: [...eventFields, 'raw'],
  refused: {},
  raise: { raise: 'event' },
  raiseParams: false,
  initialElementOfRoot: false,
  initialLeadsOut: false,
  send: {
    event: [literal('event'), value('eventexpr')],
    target: [literal('target'), value('targetexpr')],
    type: [literal('type'), value('typeexpr')],
    delay: [literal('delay'), value('delayexpr')],
  },
  sendId: ['id'],
  invokeId: ['id'],
  cancel: [literal('sendid'), value('sendidexpr')],
  contentExpression: ['expr'],
  internalTargets: ['#_internal'],
  sessionTypes: [scxmlProcessor, 'scxml'],
  httpTypes: [httpProcessor, 'basichttp'],
  scriptError: () => 'error.execution',
  errors: {
    execution: 'error.execution',
    communication: 'error.communication',
    unsupported: 'error.execution',
  },
  cancelReplies: undefined,
  functions: ['In'],
};

const ors: Dialect = {
  name: 'ors',
  dataModels: {
    attribute: 'profile',
    byName: new Map([
      ['', 'ecmascript'],
      ['ecmascript', 'ecmascript'],
    ]),
  },
  dataModel: 'ecmascript',
  ecmaVersion: 5,
  // Observed in pages; that the engine takes it is inferred.
  constAsVar: true,
  es5: true,
  prelude: orsPrelude,
  dataObject: '_data',
  givenData: 'everywhere',
  includes: true,
  stateScopes: true,
  // Inferred: a page that lacks a part of it must not pass for one that works.
  missingData: 'refused',
  // Inferred: no document names a DOM.
  xmlData: 'text',
  // Inferred: data are objects there.
  repeatedParams: 'last',
  eventFields,
  refused: {
    history: {
      reason:
        'it has no history states; keep the state to return to in the data, and choose the target by conditions',
    },
    anchor: {
      reason:
        'it has no anchors; keep the state to return to in the data, and choose the target by conditions',
    },
    // Inferred: the draft of May 2009 does not have it, and no page was seen to use it.
    foreach: { reason: 'the Working Draft of 2009 has no loop; write it in a script' },
    'script src': { reason: 'script files are included with xi:include parse="text"' },
    validate: { reason: 'it has no validation of data' },
  },
  raise: { raise: 'event', event: 'name' },
  raiseParams: true,
  initialElementOfRoot: true,
  // Inferred: a subroutine that comes with Composer is written so.
  initialLeadsOut: true,
  send: {
    event: [value('event')],
    target: [value('target')],
    type: [value('targettype'), value('type')],
    delay: [value('delay')],
  },
  // That `sendid` of send is a literal, as `id` is, is inferred; pages use `idlocation`.
  sendId: ['id', 'sendid'],
  invokeId: ['invokeid', 'id'],
  cancel: [value('sendid'), literal('id')],
  contentExpression: ['_expr', 'expr'],
  internalTargets: ['_internal', '#_internal'],
  sessionTypes: ['scxml', scxmlProcessor],
  httpTypes: ['basichttp', httpProcessor],
  // Documented for syntax and reference errors, inferred for the other kinds.
  scriptError: (kind) => `error.script.${kind}`,
  // Inferred: no document names the errors of `send`.
  errors: { execution: 'error.execution', communication: 'error.send', unsupported: 'error.unsupported' },
  cancelReplies: { done: 'cancel.successful', tooLate: 'error.notallowed' },
  // `In` is part of the draft and was not seen in pages.
  functions: ['In', '__Log', '__Raise', '__GetCurrentStates', '__GetDocumentURL'],
};

export const dialects = { w3c, ors } as const;
