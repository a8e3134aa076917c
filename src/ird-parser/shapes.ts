// What blocks look like on the source side: canonical block types, the properties each may carry, and the language that each
// property is written in. Profiles and the Composer reader map a file's own names to these. Names follow IRD's dialogs where those are
// known (evidence in src/ir/vocabulary); they are our spelling, not a claim about IRD's export.

import {
  addRecord,
  categories,
  contactService,
  message,
  queueInteraction,
  queuesOfRoute,
  record,
  screening,
  sending,
  severalRules,
  stopInteraction,
  workbin,
} from './message-shapes.js';
import { businessRule, customServer, databaseWizard, externalService, webService } from './service-shapes.js';
import { nestedRows, rows, scalar, type BlockShape } from './shape-words.js';

export type { BlockShape, PropertyLanguage, PropertyShape, RowsShape, ScalarShape } from './shape-words.js';

const prompts = rows({
  /** announcement | text | digits | number | date | time | money | user */
  type: 'text',
  /** Announcement id, or the text or number to speak. */
  value: 'expression',
  interruptible: 'boolean',
});

const digitInput = {
  maxDigits: scalar('expression'),
  abortDigits: scalar('text'),
  terminateDigits: scalar('text'),
  ignoreDigits: scalar('text'),
  backspaceDigits: scalar('text'),
  resetDigits: scalar('text'),
  clearInput: scalar('boolean'),
  /** Seconds. */
  startTimeout: scalar('expression'),
  digitTimeout: scalar('expression'),
  totalTimeout: scalar('expression'),
  /** Variable that receives the digits. */
  result: scalar('variable'),
} as const;

const treatmentColumns = {
  /** A treatment type, e.g. `Music`; resolved as a block type. */
  type: 'text',
  duration: 'expression',
  source: 'expression',
  text: 'expression',
  language: 'text',
  target: 'expression',
  application: 'expression',
  maxDigits: 'expression',
  abortDigits: 'text',
  terminateDigits: 'text',
  ignoreDigits: 'text',
  backspaceDigits: 'text',
  resetDigits: 'text',
  clearInput: 'boolean',
  startTimeout: 'expression',
  digitTimeout: 'expression',
  totalTimeout: 'expression',
  destination: 'expression',
  userId: 'expression',
  announcementId: 'expression',
  attempts: 'expression',
  expected: 'expression',
} as const;

const busyTreatments = nestedRows(treatmentColumns, {
  prompts,
  parameters: rows({ key: 'text', value: 'expression' }),
});

const targetRows = rows({
  /** Agent, Agent Group, Place, Place Group, Queue, Routing Point, Destination Label, Skill, Campaign Group, Queue Group, Variable, List, DN. */
  type: 'text',
  /** A name, a skill expression for type Skill, a variable for type Variable. */
  name: 'text',
  server: 'text',
  threshold: 'threshold',
  weight: 'expression',
  switch: 'text',
});

const virtualQueue = {
  virtualQueue: scalar('text'),
  virtualQueueSwitch: scalar('text'),
  virtualQueueNumber: scalar('text'),
  /** The virtual queue comes from this variable instead. */
  virtualQueueVariable: scalar('variable'),
} as const;

const selectionLike = {
  targets: targetRows,
  /** All targets in one text, `{threshold}[weight]name@server.type, ...`; beside or instead of `targets`. */
  targetList: scalar('targets'),
  statistic: scalar('text'),
  /** max | min */
  statisticOrder: scalar('text'),
  statServer: scalar('text'),
  ...virtualQueue,
  /** Seconds. */
  timeout: scalar('expression'),
  clearTargets: scalar('boolean'),
  threshold: scalar('threshold'),
  priority: scalar('expression'),
  useTreatments: scalar('boolean'),
  busyTreatments,
} as const;

const duration = { duration: scalar('expression') } as const;
const segments = {
  segments: rows({ port: 'text', value: 'text', from: 'text', to: 'text', list: 'text' }),
  /** Time zone in which date, day and time are read; the zone of the platform when empty. */
  zone: scalar('text'),
} as const;

/**
 * Blocks whose properties this version reads by name. A block that is not listed in `blockShapes` is still read: all its properties are kept
 * as text, so that the placeholder shows them.
 */
export const blockShapes = {
  Entry: {},
  Exit: {},
  Assign: { variable: scalar('variable'), expression: scalar('expression') },
  MultiAssign: { assignments: rows({ variable: 'variable', expression: 'expression' }) },
  Function: { result: scalar('variable'), expression: scalar('expression') },
  MultiFunction: { calls: rows({ result: 'variable', expression: 'expression' }) },
  If: { condition: scalar('expression') },
  CallSubroutine: {
    subroutine: scalar('text'),
    inputs: rows({ parameter: 'text', expression: 'expression' }),
    outputs: rows({ parameter: 'text', variable: 'variable' }),
  },
  Attach: { key: scalar('text'), value: scalar('expression') },
  MultiAttach: { pairs: rows({ key: 'text', value: 'expression' }) },
  ANI: segments,
  DNIS: segments,
  Date: segments,
  DayOfWeek: segments,
  Time: segments,
  Generic: { segments: rows({ port: 'text', condition: 'expression' }) },
  Business: {
    attribute: scalar('text'),
    segments: rows({ port: 'text', value: 'text' }),
  },
  ClassifySegmentation: { segments: rows({ port: 'text', value: 'text' }) },
  ScreenSegmentation: { segments: rows({ port: 'text', value: 'text' }) },
  /** `value`: the error, by number, words or event; the name of the port when it is empty. */
  ErrorSegmentation: { segments: rows({ port: 'text', value: 'text' }) },
  Macro: {
    macro: scalar('text'),
    inputs: rows({ parameter: 'text', expression: 'expression' }),
    outputs: rows({ parameter: 'text', variable: 'variable' }),
  },
  DatabaseWizard: databaseWizard,
  CustomServer: customServer,
  BusinessRule: businessRule,
  ExternalService: externalService,
  WebService: webService,
  SwitchToStrategy: { strategy: scalar('text') },
  Busy: duration,
  FastBusy: duration,
  Ringback: duration,
  Silence: duration,
  Pause: duration,
  Music: { ...duration, source: scalar('expression') },
  RAN: { ...duration, source: scalar('expression') },
  CancelCall: {},
  CollectDigits: digitInput,
  PlayAnnouncement: { prompts, language: scalar('text') },
  PlayAnnouncementAndCollectDigits: { prompts, language: scalar('text'), ...digitInput },
  TextToSpeech: { text: scalar('expression'), language: scalar('text') },
  TextToSpeechAndCollectDigits: { text: scalar('expression'), language: scalar('text'), ...digitInput },
  VerifyDigits: {
    prompts,
    language: scalar('text'),
    ...digitInput,
    attempts: scalar('expression'),
    expected: scalar('expression'),
  },
  PlayApplication: {
    application: scalar('expression'),
    parameters: rows({ key: 'text', value: 'expression' }),
    result: scalar('variable'),
    timeout: scalar('expression'),
  },
  IVR: { target: scalar('expression'), timeout: scalar('expression') },
  RecordUserAnnouncement: { userId: scalar('expression'), prompts, result: scalar('variable') },
  DeleteUserAnnouncement: { userId: scalar('expression'), announcementId: scalar('expression') },
  SetDefaultDestination: { destination: scalar('expression') },
  Selection: { ...selectionLike, customRouting: scalar('text') },
  Statistics: selectionLike,
  Percentage: selectionLike,
  LoadBalancing: selectionLike,
  ServiceLevel: {
    ...selectionLike,
    /** Percent, and the seconds within which they are to be answered. */
    serviceLevel: scalar('text'),
    serviceTime: scalar('text'),
    /** Targets that are added, each after so many seconds. */
    widening: rows({ after: 'integer', ...targetRows.columns }),
  },
  RoutingRule: { rule: scalar('text'), ...virtualQueue, timeout: scalar('expression'), busyTreatments },
  ForceRouting: { targets: targetRows, targetList: scalar('targets'), routeType: scalar('text') },
  Default: {},
  QueueInteraction: queueInteraction,
  RouteInteraction: { ...selectionLike, ...queuesOfRoute },
  StopInteraction: stopInteraction,
  Workbin: workbin,
  Comment: { text: scalar('text') },
  Acknowledgement: message,
  AttachCategories: { categories },
  Autoresponse: message,
  ChatTranscript: message,
  Classify: { categoryRoot: scalar('text'), relevancy: scalar('expression'), server: scalar('text') },
  CreateEmailOut: message,
  CreateInteraction: contactService,
  CreateNotification: message,
  CreateSmsOut: message,
  FindInteraction: contactService,
  FindInteractions: contactService,
  ForwardEmail: message,
  IdentifyContact: contactService,
  MultiScreen: { ...screening, rules: severalRules },
  RedirectEmail: message,
  RenderMessage: contactService,
  ReplyEmailFromExternalResource: message,
  Screen: { ...screening, rule: scalar('text') },
  SendEmail: sending,
  SendSmsOut: sending,
  SubmitNewInteraction: contactService,
  UpdateContact: contactService,
  UpdateInteraction: contactService,
  ViewInteractionProperties: contactService,
  AddRecord: addRecord,
  CancelRecord: record,
  DoNotCall: record,
  RecordProcessed: record,
  RescheduleRecord: record,
  UpdateRecord: record,
  CreateSms: message,
  SendSms: sending,
} as const satisfies Readonly<Record<string, BlockShape>>;

/** Types with a shape: their properties are read by name and language. */
export type ShapedBlockType = keyof typeof blockShapes;

/** Known IRD objects that this version turns into placeholders: the type is known, the properties are kept as text. */
export const unshapedBlockTypes = ['Workforce', 'BusyTreatmentExit'] as const;
export type UnshapedBlockType = (typeof unshapedBlockTypes)[number];

/** Blocks of Composer diagrams; their values are ECMAScript. Read by src/ird-parser/composer. */
export const composerBlockTypes = [
  'ComposerEntry',
  'ComposerExit',
  'ComposerDisconnect',
  'ComposerAssign',
  'ComposerEcmaScript',
  'ComposerBranching',
  'ComposerTarget',
  'ComposerForceRoute',
  'ComposerPlayApplication',
  'ComposerPlayMessage',
  'ComposerPlaySound',
  'ComposerUserInput',
  'ComposerUserData',
  'ComposerHttpRest',
  'ComposerWebRequest',
  'ComposerLog',
  'ComposerWait',
  'ComposerSubroutine',
  'ComposerBeginParallel',
  'ComposerEndParallel',
  'ComposerOpm',
  'ComposerCreateEmail',
  'ComposerIdentifyCustomer',
  'ComposerIpdNode',
] as const;
export type ComposerBlockType = (typeof composerBlockTypes)[number];

/** A type that no table knows: read, kept, and reported. */
export type BlockType = ShapedBlockType | UnshapedBlockType | ComposerBlockType | 'Unknown';
