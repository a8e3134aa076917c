// What is known of the session module: requests to other servers, further sessions, configuration and time.
import {
  action,
  boolean,
  byAnalogy,
  child,
  location,
  names,
  object,
  told,
  value,
  type ModuleRow,
} from './rows.js';

const from = byAnalogy;
const startRequest = 'the HTTP request that starts a session has it';

export const sessionModule: ModuleRow = {
  prefix: 'session',
  name: 'session',
  eventRoots: ['session'],
  events: {},
  eventsComplete: true,
  elements: {
    fetch: action(
      'session.fetch',
      'documented',
      {
        requestid: location('observed'),
        srcexpr: value('documented', { required: true, from: 'without it there is nothing to fetch' }),
        // `get` and `post` are documented for servers, `urs` for functions of URS; others may exist.
        method: value('documented'),
        enctype: value('observed'),
        type: value('observed'),
        timeout: value('observed'),
        maxage: value('observed'),
        maxstale: value('observed'),
        headers: value('observed'),
        gdelivery: boolean('observed'),
        gd_retries: value('observed'),
        gd_retry_interval: value('observed'),
      },
      {
        children: { param: child('documented'), content: child('documented', 0, 1) },
        events: {
          'session.fetch.done': told('documented', 'requestid', 'content', 'hints'),
          'error.session.fetch': told('documented', 'requestid', 'error', 'description'),
        },
      },
    ),
    start: action(
      'session.start',
      'documented',
      {
        requestid: location('inferred', { from }),
        sessionid: location('inferred', { from: 'the other elements need the id' }),
        src: value('inferred'),
        idealtime: value('inferred'),
      },
      {
        children: { param: child('documented') },
        events: {
          'session.start.done': told('documented', 'sessionid'),
          'error.session.start': told('documented', 'sessionid', 'error', 'description'),
        },
      },
    ),
    terminate: action(
      'session.terminate',
      'documented',
      {
        requestid: location('inferred', { from }),
        sessionid: value('inferred', { from: 'its events name the session' }),
      },
      {
        events: {
          'session.terminate.done': told('documented', 'sessionid'),
          'error.session.terminate': told('documented', 'error', 'description'),
        },
      },
    ),
    updatestart: action(
      'session.updatestart',
      'documented',
      {
        requestid: location('inferred', { from }),
        sessionid: value('inferred', { from: 'its events name the session' }),
        idealtime: value('inferred', { from: startRequest }),
      },
      {
        events: {
          'session.updatestart.done': told('documented', 'sessionid'),
          'error.session.updatestart': told('documented', 'error', 'description'),
        },
      },
    ),
  },
  functions: {
    ...names('documented', '_genesys.session.setTenant'),
    ...names(
      'observed',
      '_genesys.session.getListItemValue',
      '_genesys.session.listLookupValue',
      '_genesys.session.getConfigOption',
      '_genesys.session.setOptions',
      '_genesys.session.timeInZone',
      '_genesys.session.dateInZone',
      '_genesys.session.dayInZone',
      '_genesys.session.isSpecialDay',
    ),
  },
  enumerations: {
    '_genesys.session.lookupseq': object('documented', [], {
      StartFromStrategy: { known: 'documented', value: -1 },
      StartFromCDN: { known: 'observed' },
      StartFromTserver: { known: 'observed' },
      StartFromRouter: { known: 'observed' },
      StartFromTenant: { known: 'observed' },
    }),
    '_genesys.session.day': object('observed', ['Sunday'], {
      ...Object.fromEntries(
        ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => [
          day,
          { known: 'inferred', from: 'Sunday and Saturday are known' } as const,
        ]),
      ),
      Saturday: { known: 'observed' },
    }),
  },
  objects: {
    '_genesys.session': object('documented', ['server', 'tenant'], {
      tenantid: { known: 'observed' },
    }),
    '_genesys.session.server': object('documented', ['url', 'name', 'cluster']),
  },
};
