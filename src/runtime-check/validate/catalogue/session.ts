// What is known of the session and statistic modules: requests to other servers, configuration, time, statistics.
import { action, boolean, location, value, type ModuleRow } from './rows.js';

export const sessionModule: ModuleRow = {
  prefix: 'session',
  name: 'session',
  elements: {
    fetch: action(
      'session.fetch',
      'documented',
      {
        requestid: location('observed'),
        srcexpr: value('documented', true),
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
      { children: ['param', 'content'] },
    ),
    start: action(
      'session.start',
      'documented',
      { sessionid: location('inferred'), src: value('inferred'), idealtime: value('inferred') },
      { children: ['param'] },
    ),
    terminate: action('session.terminate', 'documented', { sessionid: value('inferred') }),
    updatestart: action('session.updatestart', 'documented', { sessionid: value('inferred') }),
  },
  functions: [
    '_genesys.session.getListItemValue',
    '_genesys.session.listLookupValue',
    '_genesys.session.getConfigOption',
    '_genesys.session.setOptions',
    '_genesys.session.setTenant',
    '_genesys.session.timeInZone',
    '_genesys.session.dateInZone',
    '_genesys.session.dayInZone',
    '_genesys.session.isSpecialDay',
  ],
  values: ['_genesys.session.tenant', '_genesys.session.tenantid'],
  objects: {
    '_genesys.session.server': ['url', 'name', 'cluster'],
    '_genesys.session.lookupseq': [
      'StartFromStrategy',
      'StartFromCDN',
      'StartFromTserver',
      'StartFromRouter',
      'StartFromTenant',
    ],
    '_genesys.session.day': ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  },
};

export const statisticModule: ModuleRow = {
  prefix: 'statistic',
  name: 'statistic',
  elements: {
    subscribe: action('statistic.subscribe', 'documented', {
      requestid: location('documented'),
      object: value('documented', true),
      statistic: value('documented', true),
      interval: value('documented'),
    }),
    unsubscribe: action('statistic.unsubscribe', 'documented', {
      requestid: location('inferred'),
      object: value('inferred'),
      statistic: value('inferred'),
    }),
  },
  functions: [
    '_genesys.statistic.sData',
    '_genesys.statistic.getAvgData',
    '_genesys.statistic.getMinData',
    '_genesys.statistic.getMaxData',
  ],
  values: [],
  objects: {},
};
