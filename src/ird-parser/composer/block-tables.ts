// The block types of Composer workflows, with the properties that public diagrams show. Where no diagram showed a block's own properties
// (Subroutine, OPM) the names are those of its neighbours, and docs/composer-diagrams.md says so; what a table lacks is kept as text.
import { blockTable, columns, lookUp, rowTable, type BlockTable, type RowTable } from './tables.js';

const prompts: Readonly<Record<string, RowTable>> = {
  prompts: rowTable(
    'prompts',
    {
      ...columns('expression', ['value']),
      ...columns('text', ['type', 'userid userId']),
      ...columns('flag', ['interruptible']),
    },
    ['value'],
  ),
};

const parameters: Readonly<Record<string, RowTable>> = {
  parameters: rowTable(
    'parameters',
    {
      ...columns('text', ['name', 'type', 'description']),
      value: {
        attribute: 'type',
        when: { output: { as: 'variable', meaning: 'variable' } },
        otherwise: { as: 'value', meaning: 'expression' },
      },
    },
    ['name'],
  ),
};

const namedValues = (as: string): RowTable =>
  rowTable(as, { ...columns('text', ['name']), ...columns('value', ['value']) }, ['name']);
const values = (as: string): RowTable => rowTable(as, columns('value', ['value']));

const webProperties = {
  ...columns('value', ['uri', 'jsonPayload', 'jsonContent', 'SSLprivateKeyPassword sslPrivateKeyPassword']),
  ...columns('text', ['requestMethod', 'encodingType']),
  ...columns('variable', ['result', 'outputResult result', 'statusCode', 'responseStatus']),
  ...columns('flag', ['useJSONPayload useJsonPayload', 'guaranteeHTTPExecution guaranteeHttpExecution']),
  ...columns('number', ['timeout', 'retries', 'retryInterval']),
};
const webRows: Readonly<Record<string, RowTable>> = {
  inputparameters: rowTable(
    'parameters',
    {
      ...columns('text', ['name', 'description', 'expectedValue']),
      ...columns('expression', ['value']),
    },
    ['name'],
  ),
  outputparameters: rowTable(
    'outputs',
    {
      ...columns('text', ['name', 'description', 'expectedValue']),
      ...columns('variable', ['value variable']),
    },
    ['name'],
  ),
  customhttpheaders: namedValues('headers'),
};

const routing = {
  ...columns('value', ['from', 'hints', 'type routeType']),
};

const application = {
  ...columns('value', ['resource', 'uri']),
  ...columns('text', ['type']),
  ...columns('number', ['timeout']),
  ...columns('flag', ['useUserData']),
  ...columns('variable', ['extensions']),
};

const tables: Readonly<Record<string, BlockTable>> = {
  entry: blockTable('ComposerEntry'),
  exit: blockTable('ComposerExit', { ports: [] }),
  disconnect: blockTable('ComposerDisconnect', { ports: [] }),
  assign: blockTable('ComposerAssign', {
    rows: {
      assigndata: rowTable(
        'assignments',
        { ...columns('variable', ['key variable']), ...columns('expression', ['value expression']) },
        ['variable', 'expression'],
      ),
    },
  }),
  ecmascript: blockTable('ComposerEcmaScript', {
    properties: columns('script', ['script']),
    required: ['script'],
  }),
  branching: blockTable('ComposerBranching', {
    rows: {
      conditions: rowTable(
        'conditions',
        { ...columns('text', ['name', 'postAction']), ...columns('expression', ['expression']) },
        ['name', 'expression'],
      ),
    },
  }),
  target: blockTable('ComposerTarget', {
    properties: {
      ...routing,
      ...columns('text', ['statisticsOrder', 'virtualQueueSelected']),
      ...columns('value', ['statistic', 'virtualQueue', 'activity', 'cutOffTime']),
      ...columns('number', ['timeout', 'priority']),
      ...columns('flag', ['clearTargets', 'detach', 'useAccessCode', 'useTreatments', 'route']),
    },
    rows: {
      targets: rowTable(
        'targets',
        {
          name: {
            attribute: 'targetType',
            when: {
              variable: { as: 'name', meaning: 'expression' },
              skill: { as: 'name', meaning: 'expression' },
            },
            otherwise: { as: 'name', meaning: 'value' },
          },
          ...columns('text', ['targetType type']),
          ...columns('value', ['statServer', 'threshold']),
          ...columns('number', ['weight']),
          ...columns('flag', ['skipTarget']),
        },
        ['name'],
      ),
    },
    required: ['targets'],
    optionalPorts: { busyTreatments: 'useTreatments' },
  }),
  forceroute: blockTable('ComposerForceRoute', {
    properties: { ...routing, ...columns('value', ['destination']) },
    required: ['destination'],
  }),
  playapplication: blockTable('ComposerPlayApplication', {
    properties: application,
    rows: parameters,
    required: ['resource'],
  }),
  playmessage: blockTable('ComposerPlayMessage', {
    properties: columns('text', ['typeOfPrompts']),
    rows: prompts,
    required: ['prompts'],
  }),
  playsound: blockTable('ComposerPlaySound', {
    properties: { ...columns('text', ['soundType']), ...columns('number', ['duration']) },
    rows: {
      resource: rowTable('resource', {
        ...columns('value', ['resourceValueOrID resourceValueOrId', 'armPersonalityID armPersonalityId']),
        ...columns('expression', ['armBaseURL armBaseUrl', 'armFileExt']),
      }),
    },
  }),
  userinput: blockTable('ComposerUserInput', {
    properties: {
      ...columns('number', [
        'numDigits',
        'startTimeout',
        'digitTimeout',
        'totalTimeout',
        'verificationAttempts',
      ]),
      ...columns('value', [
        'abortDigits',
        'ignoreDigits',
        'terminationDigits',
        'backspaceDigits',
        'resetDigits',
        'verificationData',
      ]),
      ...columns('flag', ['clearInput']),
      ...columns('variable', ['collectedDigitsVariable result']),
    },
    rows: prompts,
  }),
  userdata: blockTable('ComposerUserData', {
    properties: columns('flag', ['waitForEvent']),
    rows: { assigndata: rowTable('pairs', columns('value', ['key', 'value']), ['key']) },
    optionalPorts: { timeout: 'waitForEvent' },
  }),
  httprest: blockTable('ComposerHttpRest', { properties: webProperties, rows: webRows, required: ['uri'] }),
  webrequest: blockTable('ComposerWebRequest', {
    properties: webProperties,
    rows: webRows,
    required: ['uri'],
  }),
  log: blockTable('ComposerLog'),
  wait: blockTable('ComposerWait', {
    properties: columns('number', ['timeout']),
    rows: {
      transitions: rowTable(
        'events',
        { ...columns('text', ['name', 'event']), ...columns('markup', ['condition']) },
        ['event'],
      ),
    },
    ports: ['default', 'timeout'],
  }),
  subroutine: blockTable('ComposerSubroutine', {
    properties: application,
    rows: parameters,
    required: ['resource'],
  }),
  beginparallel: blockTable('ComposerBeginParallel', { ports: [], freePorts: true }),
  endparallel: blockTable('ComposerEndParallel'),
  opm: blockTable('ComposerOpm', { rows: parameters }),
  createemail: blockTable('ComposerCreateEmail', {
    properties: columns('value', ['subject', 'emailServer', 'from', 'standardResponse']),
    rows: { to: values('to'), cc: values('cc'), bcc: values('bcc') },
  }),
  identifycustomer: blockTable('ComposerIdentifyCustomer', {
    properties: { ...columns('variable', ['customerData']), ...columns('value', ['getAttributes']) },
    rows: {
      variablesmapping: rowTable(
        'variablesMapping',
        { ...columns('variable', ['name variable']), ...columns('text', ['value attribute']) },
        ['variable'],
      ),
      customerattributes: rowTable('customerAttributes', {
        ...columns('text', ['attribute', 'extension']),
        ...columns('value', ['value']),
      }),
    },
  }),
};
/** Categories as the palette spells them, where they differ from the type's name. */
const aliases: Readonly<Record<string, string>> = { waitevent: 'wait' };

/** The table of a block type, by `typeKey` of its type or category. */
export const workflowTable = (key: string): BlockTable | undefined =>
  lookUp(tables, lookUp(aliases, key) ?? key);

/** All block types of workflows: for the documentation and its test. */
export const workflowTables: readonly BlockTable[] = Object.values(tables);

/** The nodes of interaction processes; all of one block type until they are converted. */
export const processTable: BlockTable = blockTable('ComposerIpdNode', {
  properties: {
    ...columns('value', ['resource']),
    ...columns('text', ['type', 'referrers', 'cfgdbid', 'cfgobjectname cfgObjectName']),
  },
  ports: [],
  freePorts: true,
});
