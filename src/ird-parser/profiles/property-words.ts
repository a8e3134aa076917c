// What IRD's dialogs, and people who write them down, call the properties, tables and columns of src/ird-parser/shapes.ts. The
// canonical names are understood in any case (blanks, case and punctuation do not count); here stand the other words.
import type { ShapedBlockType } from '../shapes.js';
import type { Synonyms } from './words.js';

/** Properties and tables of any block that has one of that name. A word that could mean two of them there means none. */
export const propertySynonyms: Synonyms = {
  condition: ['Expression', 'Formula'],
  expression: ['Value', 'Formula'],
  result: ['Result Variable', 'Return Variable', 'Store Result In', 'Output Variable', 'Variable'],
  subroutine: ['Subroutine Name', 'Name', 'Strategy'],
  attribute: ['Attributes', 'Attribute Name', 'Business Attribute'],
  zone: ['Time Zone', 'TZ'],
  duration: ['Time', 'Seconds', 'Play Time', 'Length'],
  source: ['Music Source', 'Announcement DN', 'RAN DN', 'Music DN', 'Announcement', 'DN'],
  text: ['Prompt Text'],
  application: ['Application ID', 'Application URL', 'Application ID/URL', 'Application Name', 'Script'],
  target: ['IVR', 'IVR DN', 'Destination', 'DN'],
  userId: ['User'],
  announcementId: ['Announcement'],
  destination: ['Default Destination', 'DN', 'Number'],
  maxDigits: ['Maximum Digits', 'Number of Digits', 'Digits', 'Max Number of Digits'],
  abortDigits: ['Abort'],
  terminateDigits: ['Termination Digits', 'Terminating Digits', 'Terminate'],
  ignoreDigits: ['Ignore'],
  backspaceDigits: ['Backspace'],
  resetDigits: ['Reset'],
  clearInput: ['Clear Buffer', 'Clear Input Buffer'],
  startTimeout: ['Initial Timeout', 'First Digit Timeout'],
  digitTimeout: ['Inter-Digit Timeout', 'Interdigit Timeout'],
  totalTimeout: ['Timeout', 'Collect Timeout'],
  timeout: ['Wait Time', 'Waiting Time', 'Time'],
  attempts: ['Max Attempts', 'Number of Attempts', 'Maximum Attempts'],
  expected: ['Expected Value', 'Expected Digits'],
  rule: ['Routing Rule', 'Rule Name', 'Name'],
  routeType: ['Type of Route', 'Type'],
  customRouting: ['Custom Routing Subroutine'],
  clearTargets: ['Clear Target'],
  threshold: ['Additional Threshold'],
  statistic: ['Statistics Name', 'Statistic Name', 'Statistics'],
  statisticOrder: ['Statistics Min/Max', 'Statistics Order', 'Min/Max', 'Order'],
  statServer: ['Stat Server Name', 'Statistics Server'],
  virtualQueue: ['Virtual Queue Alias', 'VQ', 'VQ Alias'],
  virtualQueueSwitch: ['VQ Switch'],
  virtualQueueNumber: ['VQ Number'],
  virtualQueueVariable: ['VQ Variable'],
  targetList: ['Targets', 'Target'],
  useTreatments: ['Use Busy Treatments'],
  assignments: ['Assigns', 'Assignment List', 'Variables'],
  calls: ['Functions', 'Function Calls'],
  inputs: ['Input Parameters', 'Input', 'In', 'In Parameters'],
  outputs: ['Output Parameters', 'Output', 'Out', 'Out Parameters'],
  pairs: ['Data', 'Attached Data', 'User Data', 'Key-Value Pairs', 'Keys'],
  segments: ['Segment List', 'Expressions', 'Conditions', 'Values', 'Ranges', 'Categories', 'Rules'],
  targets: ['Target List', 'ACD Queues', 'Queues'],
  busyTreatments: ['Treatments', 'Busy', 'Treatment List'],
  prompts: ['Announcements', 'Prompt List', 'Messages'],
  parameters: ['Arguments', 'Params', 'Application Parameters'],
};

/** Words that mean something else in one block type. */
export const typePropertySynonyms: Readonly<Partial<Record<ShapedBlockType, Synonyms>>> = {
  Assign: { variable: ['Variable Name', 'Name'] },
  Function: { expression: ['Function', 'Call'] },
  Attach: { key: ['Name', 'Attribute'], value: ['Expression'] },
  PlayApplication: { application: ['Name', 'URL'] },
  Comment: { text: ['Comment', 'Note'] },
};

/** Columns of tables: by table, `*` for all. */
export const columnSynonyms: Readonly<Record<string, Synonyms>> = {
  '*': {
    type: ['Kind'],
    key: ['Name', 'Attribute', 'Parameter'],
    value: ['Expression'],
    expression: ['Value', 'Formula'],
    variable: ['Variable Name', 'Name'],
    interruptible: ['Interruptable', 'Interrupt', 'Can be Interrupted', 'Barge-in'],
  },
  assignments: { expression: ['Value', 'Right'], variable: ['Variable Name', 'Name', 'Left'] },
  calls: { result: ['Variable', 'Result Variable'], expression: ['Function', 'Call', 'Value'] },
  inputs: {
    parameter: ['Formal', 'Formal Parameter', 'Parameter Name', 'Name'],
    expression: ['Value', 'Actual', 'Actual Parameter'],
  },
  outputs: {
    parameter: ['Formal', 'Formal Parameter', 'Parameter Name', 'Name'],
    variable: ['Value', 'Actual', 'Actual Parameter', 'Variable Name'],
  },
  segments: {
    port: ['Port Name', 'Name', 'Label', 'Segment'],
    value: ['ANI', 'DNIS', 'Number', 'Date', 'Day', 'Time', 'Category', 'Rule', 'Attribute Value'],
    from: ['Start', 'Begin', 'From Time', 'From Date', 'From Day', 'Low'],
    to: ['End', 'Until', 'To Time', 'To Date', 'To Day', 'High'],
    list: ['List Object', 'List Name'],
    condition: ['Expression', 'Formula'],
  },
  targets: {
    type: ['Target Type'],
    name: ['Target', 'Target Name', 'Queue', 'Skill Expression', 'Expression'],
    server: ['Stat Server', 'Statistics Server'],
    weight: ['Percent', 'Percentage', '%'],
    switch: ['Switch Name'],
  },
  busyTreatments: { type: ['Treatment', 'Treatment Type', 'Name'] },
  prompts: { type: ['Prompt Type'], value: ['Id', 'Announcement', 'Announcement ID', 'Prompt', 'Text'] },
};
