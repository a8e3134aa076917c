// What is known of the statistic module: subscriptions and current values of Stat Server.
import { action, byAnalogy, errorWords, location, names, told, value, type ModuleRow } from './rows.js';

/** Statistics that can be read without a subscription. */
export const predefinedStatistics: readonly string[] = [
  'StatTimeInReadyState',
  'StatAgentsAvailable',
  'StatAgentsTotal',
  'StatAgentsBusy',
  'StatCallsAnswered',
  'StatCallsCompleted',
  'StatExpectedWaitingTime',
  'StatLoadBalance',
  'StatAgentsInQueueLogin',
  'StatAgentsInQueueReady',
];

/** Statistics that URS counts by itself: Stat Server does not know them. */
export const ursStatistics: readonly string[] = ['RStatCallsInQueue', 'StatAgentLoading'];

const from = byAnalogy;

export const statisticModule: ModuleRow = {
  prefix: 'statistic',
  name: 'statistic',
  eventRoots: ['statistic'],
  events: { 'statistic.update': told('documented', 'object', 'statistic', 'value') },
  eventsComplete: true,
  elements: {
    subscribe: action(
      'statistic.subscribe',
      'documented',
      {
        requestid: location('documented'),
        object: value('documented', { required: true }),
        statistic: value('documented', { required: true }),
        interval: value('documented'),
      },
      {
        events: {
          'statistic.subscribe.done': told('documented', 'requestid'),
          'error.statistic.subscribe': told('documented', 'requestid', 'error', 'description'),
        },
        errors: errorWords('documented', 'Request Invalid', 'Subscription Already Active'),
      },
    ),
    unsubscribe: action(
      'statistic.unsubscribe',
      'documented',
      {
        requestid: location('inferred', { from }),
        object: value('inferred', { from: 'it names what was subscribed' }),
        statistic: value('inferred', { from: 'it names what was subscribed' }),
      },
      {
        events: {
          'statistic.unsubscribe.done': told('documented', 'requestid'),
          'error.statistic.unsubscribe': told('documented', 'requestid', 'error', 'description'),
        },
        errors: errorWords('documented', 'Request Invalid'),
      },
    ),
  },
  functions: names(
    'documented',
    '_genesys.statistic.sData',
    '_genesys.statistic.getAvgData',
    '_genesys.statistic.getMinData',
    '_genesys.statistic.getMaxData',
  ),
  enumerations: {},
  objects: {},
};
