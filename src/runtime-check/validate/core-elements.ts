// The elements of SCXML as Orchestration takes them: Working Draft of May 2009 with the vendor's additions. A table, so that another dialect is a table.
import { scxmlNamespace } from '../document/content.js';
import { dialects } from '../interpreter/dialects.js';

export type CoreAttributeKind =
  /** A value expression, a condition, a left-hand side. */
  | 'value'
  | 'condition'
  | 'location'
  /** Text as it stands. */
  | 'text'
  /** Ids of states. */
  | 'targets';

export interface CoreRow {
  readonly attributes: Readonly<Record<string, CoreAttributeKind>>;
  readonly required: readonly string[];
  /** Local names of SCXML children. */
  readonly children: readonly string[];
  /** Executable content and action elements may stand inside. */
  readonly executable: boolean;
  /** What its text is, when it may have any. */
  readonly text: 'none' | 'script' | 'free';
}

const row = (
  attributes: CoreRow['attributes'],
  rest: Partial<Omit<CoreRow, 'attributes'>> = {},
): CoreRow => ({ attributes, required: [], children: [], executable: false, text: 'none', ...rest });

/** Elements that do something when they are reached. */
export const executableElements = [
  'assign',
  'script',
  'if',
  'raise',
  'event',
  'log',
  'send',
  'cancel',
] as const;

const inState = ['onentry', 'onexit', 'transition', 'state', 'parallel', 'datamodel', 'invoke'];

/** Attributes that any state may carry: `_` marks the vendor's own. */
const stateAttributes = { id: 'text', _type: 'text', _persist: 'text' } as const;

export const coreElements: Readonly<Record<string, CoreRow>> = {
  scxml: row(
    {
      initial: 'targets',
      name: 'text',
      version: 'text',
      profile: 'text',
      exmode: 'text',
      _type: 'text',
      _persist: 'text',
    },
    { children: ['state', 'parallel', 'final', 'datamodel', 'script', 'initial'] },
  ),
  state: row({ ...stateAttributes, initial: 'targets' }, { children: [...inState, 'initial', 'final'] }),
  parallel: row(stateAttributes, { children: inState }),
  final: row(stateAttributes, { children: ['onentry', 'onexit', 'donedata'] }),
  initial: row({ id: 'text' }, { children: ['transition'] }),
  transition: row({ event: 'text', cond: 'condition', target: 'targets' }, { executable: true }),
  onentry: row({}, { executable: true }),
  onexit: row({}, { executable: true }),
  datamodel: row({}, { children: ['data'] }),
  data: row(
    { id: 'text', expr: 'value', src: 'text', _type: 'text', _desc: 'text' },
    { required: ['id'], text: 'free' },
  ),
  assign: row({ location: 'location', expr: 'value' }, { required: ['location'], text: 'free' }),
  script: row({}, { text: 'script' }),
  if: row({ cond: 'condition' }, { required: ['cond'], children: ['elseif', 'else'], executable: true }),
  elseif: row({ cond: 'condition' }, { required: ['cond'] }),
  else: row({}),
  raise: row({ event: 'text' }, { required: ['event'], children: ['param'] }),
  event: row({ name: 'text' }, { required: ['name'], children: ['param'] }),
  log: row({ expr: 'value', label: 'text', level: 'text' }),
  send: row(
    {
      event: 'value',
      target: 'value',
      targettype: 'value',
      type: 'value',
      delay: 'value',
      timeout: 'value',
      hints: 'value',
      sendid: 'text',
      id: 'text',
      idlocation: 'location',
      namelist: 'text',
    },
    { children: ['param', 'content'] },
  ),
  cancel: row({ sendid: 'value', id: 'value' }),
  invoke: row(
    {
      type: 'text',
      targettype: 'text',
      src: 'text',
      srcexpr: 'value',
      id: 'text',
      invokeid: 'text',
      idlocation: 'location',
      autoforward: 'text',
      namelist: 'text',
    },
    { children: ['param', 'content', 'finalize'] },
  ),
  finalize: row({}, { executable: true }),
  donedata: row({}, { children: ['param', 'content'] }),
  param: row({ name: 'text', expr: 'value', location: 'location' }, { required: ['name'] }),
  content: row({ expr: 'value', _expr: 'value' }, { text: 'free' }),
};

/** The row of an SCXML element; undefined for another element. */
export function coreRow(uri: string, local: string): CoreRow | undefined {
  return uri === scxmlNamespace && Object.hasOwn(coreElements, local) ? coreElements[local] : undefined;
}

/** What Orchestration leaves out of elements that it has, by element, then attribute. Elements that it lacks are a matter of its dialect. */
export const unsupportedAttributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  scxml: {
    datamodel: 'the data model is named by profile="ecmascript"',
    binding: 'data are bound when the session starts',
  },
  state: { src: 'a state cannot be loaded from a file; include it with xi:include' },
  script: { src: dialects.ors.refused['script src']?.reason ?? '' },
  transition: { anchor: 'it has no anchors', type: 'every transition is external' },
  send: {
    eventexpr: 'event is an expression already',
    targetexpr: 'target is an expression already',
    typeexpr: 'type is an expression already',
    delayexpr: 'delay is an expression already',
  },
  cancel: { sendidexpr: 'sendid is an expression already' },
  invoke: { typeexpr: 'only sessions of type scxml can be invoked' },
  log: {},
};
