// Words that every profile understands: IRD's own names for objects, ports, types and flags, and near spellings of them. Names are
// compared without case, blanks and punctuation, so only true synonyms stand here. A profile adds its own words, which come first.
import type { BlockType } from '../shapes.js';

/** Meaning -> other words for it. The meaning itself is always understood. */
export type Synonyms<Meaning extends string = string> = Readonly<Partial<Record<Meaning, readonly string[]>>>;

/** How names are compared: letters and digits only, in lower case. A name without any stands for itself. */
export function comparable(name: string): string {
  const letters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? name.trim() : letters;
}

export const typeSynonyms: Synonyms<BlockType> = {
  Entry: ['Start', 'Begin'],
  Exit: ['End', 'Finish'],
  Assign: ['Assignment'],
  MultiAssign: ['Multiple Assign', 'Multi Assignment'],
  MultiFunction: ['Multiple Function'],
  If: ['Condition', 'If Then Else'],
  CallSubroutine: ['Subroutine', 'Call', 'Subroutine Call'],
  Attach: ['Attach Data'],
  MultiAttach: ['Multiple Attach', 'Multi Attach Data'],
  ANI: ['ANI Segmentation'],
  DNIS: ['DNIS Segmentation'],
  Date: ['Date Segmentation'],
  DayOfWeek: ['Day', 'Weekday', 'Day of Week Segmentation', 'Day Segmentation'],
  Time: ['Time Segmentation', 'Time of Day'],
  Generic: ['Generic Segmentation'],
  Business: ['Business Segmentation', 'Business Attribute'],
  ClassifySegmentation: ['Classification Segmentation'],
  ScreenSegmentation: ['Screening Segmentation'],
  Music: ['Play Music'],
  RAN: ['Recorded Announcement'],
  PlayAnnouncement: ['Play', 'Announcement'],
  PlayAnnouncementAndCollectDigits: ['Play and Collect', 'Play Announcement & Collect Digits'],
  TextToSpeech: ['TTS'],
  TextToSpeechAndCollectDigits: ['TTS and Collect Digits', 'Text to Speech & Collect Digits'],
  VerifyDigits: ['Verify'],
  SetDefaultDestination: ['Default Destination'],
  Selection: ['Target Selection', 'Select', 'Route Selection'],
  Statistics: ['Statistics Routing'],
  Percentage: ['Percent', 'Percentage Routing', 'Percent Allocation'],
  LoadBalancing: ['Load Balance'],
  RoutingRule: ['Rule'],
  ForceRouting: ['Force Route', 'Force', 'Force Target'],
  Default: ['Default Routing', 'Default Route', 'Route Default'],
  Comment: ['Note', 'Remark'],
  Macro: ['Call Macro'],
  SwitchToStrategy: ['Switch Strategy', 'Jump to Strategy'],
  BusinessRule: ['Business Rules'],
  DatabaseWizard: ['Database', 'DB Wizard'],
  ServiceLevel: ['Service Level Routing'],
  RecordProcessed: ['Processed'],
  RescheduleRecord: ['Reschedule'],
  ViewInteractionProperties: ['Update UCS Record', 'View Interaction Properties / Update UCS Record'],
  UpdateInteraction: ['Update Interaction (UCS record)'],
  BusyTreatmentExit: ['Exit (busy treatment)'],
};

/** Ports of every block. */
export const portSynonyms: Synonyms = {
  green: ['success', 'ok', 'out', 'output', 'next', 'done', 'right', 'normal'],
  red: ['error', 'failure', 'failed', 'fail', 'bottom', 'exception'],
  default: ['other', 'else', 'otherwise', 'default/other'],
};
/** Ports of blocks that do not name their own: for them a number or an answer can only mean green or red. */
export const answerSynonyms: Synonyms = {
  green: ['1', 'true', 'yes'],
  red: ['0', '2', 'false', 'no'],
};

export const kindSynonyms: Synonyms<'strategy' | 'subroutine' | 'macro'> = {
  strategy: ['routing strategy', 'simple routing', 'main'],
  subroutine: ['sub', 'routing subroutine'],
  macro: ['routing macro'],
};

export const directionSynonyms: Synonyms<'local' | 'script' | 'in' | 'out' | 'inout'> = {
  local: ['private', 'internal'],
  script: ['shared', 'script scope'],
  in: ['input', 'input parameter', 'parameter'],
  out: ['output', 'output parameter', 'result', 'return'],
  inout: ['in/out', 'input/output', 'both', 'in and out'],
};

export const variableTypeSynonyms: Synonyms = {
  INTEGER: ['int', 'long', 'number', 'numeric'],
  STRING: ['str', 'text', 'char', 'varchar'],
  FLOAT: ['double', 'real', 'decimal'],
  LIST: ['key-value list', 'kvlist', 'key value list'],
  DATE: [],
  TIME: [],
  DAY: ['day of week', 'weekday'],
  SKILL: [],
};

export const trueWords = ['true', 'yes', 'on', '1', 'checked', 'y', 't'];
export const falseWords = ['false', 'no', 'off', '0', 'unchecked', 'n', 'f'];

const targetTypes: Synonyms = {
  Agent: ['A', 'Person'],
  'Agent Group': ['GA'],
  Place: ['AP'],
  'Place Group': ['GP'],
  Queue: ['Q', 'ACD Queue'],
  'Queue Group': ['GQ'],
  'Routing Point': ['RP'],
  'Destination Label': ['DL'],
  Skill: ['Skill Expression'],
  'Campaign Group': ['C', 'GC', 'Campaign'],
  Variable: [],
  List: ['List Object'],
  DN: [],
};

/** Fixed words of properties and of table columns (`table.column`). Words that are not listed stay as they are. */
export const valueSynonyms: Readonly<Record<string, Synonyms>> = {
  statisticOrder: { max: ['maximum', 'highest'], min: ['minimum', 'lowest'] },
  'targets.type': targetTypes,
  'prompts.type': {
    announcement: ['interruptable announcement', 'interruptible announcement', 'id', 'file'],
    text: ['tts', 'text to speech'],
    digits: ['digit string'],
    number: ['integer'],
    date: [],
    time: [],
    money: ['currency', 'amount'],
    user: ['user announcement'],
  },
};
