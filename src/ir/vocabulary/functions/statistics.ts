// Statistics: the functions that read them, and their names, which stand as arguments and can be called as well.
import { any, documented, family, nameDocumented, names, optional, sources, string } from '../define.js';

const category = 'Statistical';

export const statisticalFunctions = [
  ...family(category, sources.memory, [
    {
      name: 'SData',
      parameters: [any('Target'), any('Statistic')],
      returns: 'FLOAT',
      ...documented,
      source: 'Callback guide, URS Strategy; URS log lines in a public log reader',
      about: 'Value of a statistic of a target at this moment.',
    },
    {
      name: 'CallsEntered',
      kind: 'statistic',
      parameters: [any('Object'), optional(string('Name'))],
      returns: 'INTEGER',
      ...nameDocumented,
      source: sources.library,
      about: 'Number of calls that entered the router, the routing point or a virtual queue.',
    },
    ...names('unverified', {
      AgentStat: 'Reads a statistic of an agent.',
      GetAvgStatData: 'Average of a statistic over targets.',
      GetMaxStatData: 'Greatest value of a statistic over targets.',
      GetMinStatData: 'Smallest value of a statistic over targets.',
      GetStatData: 'Reads a statistic of a target.',
      RVQData: 'Reads a statistic of a virtual queue.',
      SetStatUpdate: 'Sets how often a statistic is refreshed.',
    }),
  ]),
];

const statistics = (
  source: string,
  evidence: 'documented' | 'observed' | 'unverified',
  about: Readonly<Record<string, string>>,
) => family(category, source, names(evidence, about, 'statistic'));

export const statisticFacts = [
  ...statistics(sources.statistics, 'documented', {
    CallsAnswered: 'Calls of a queue that were answered.',
    CallsDistributed: 'Calls that a queue has distributed.',
    DistributedPercentage: 'Share of the calls that a queue has distributed.',
    DistributedWaitingTime: 'Waiting time of the calls that a queue has distributed.',
    NotDistributedPercentage: 'Share of the calls that left a queue undistributed.',
    NotDistributedWaitingTime: 'Waiting time of the calls that a queue has not distributed.',
    StatAgentsAvailable: 'Agents who are ready.',
    StatAgentsBusy: 'Agents who are busy.',
    StatAgentsInQueueLogin: 'Agents who are logged in to a queue.',
    StatAgentsInQueueReady: 'Agents of a queue who are ready.',
    StatAgentsTotal: 'Agents who are logged in.',
    StatCallsAnswered: 'Calls that were answered.',
    StatCallsCompleted: 'Calls that were completed.',
    StatExpectedWaitingTime: 'Expected waiting time.',
    StatLoadBalance: 'Load of a target, for balancing.',
    StatTimeInReadyState: 'Time since a target became ready.',
  }),
  ...statistics(sources.threshold, 'documented', {
    CallsWaiting: 'Calls that wait.',
    InVQWaitTime: 'Time that the interaction has waited in a virtual queue.',
    PositionInQueue: 'Position of the interaction in its queue.',
  }),
  ...statistics("Callback guide; Composer's Help", 'documented', {
    ExpectedWaitTime: 'Expected waiting time in a virtual queue.',
    RStatAgentsReady: 'Agents of a target who are ready.',
    RStatAgentsReadyvoice: 'Agents of a target who are ready for voice.',
    RStatAgentsTotal: 'Agents of a target.',
    RStatGPRAgentsReadyOrACWvoice: 'Agents who are ready or in after-call work, for voice.',
    StatAgentOccupancy: 'Occupancy of an agent.',
  }),
  ...statistics('URS log lines in a public log reader', 'observed', {
    RStatCallsInQueue: 'Calls that the router keeps waiting for a target.',
    StatAgentLoading: 'Load of an agent: free DNs, then ready time, then chance.',
  }),
  ...statistics(sources.memory, 'unverified', {
    AbandonedWaitingTime: 'Waiting time of abandoned calls.',
    AverageWaitingTime: 'Average waiting time.',
    CallsAbandoned: 'Abandoned calls.',
    CallsCompleted: 'Completed calls.',
    ExpectedWaitingTime: 'Expected waiting time.',
    LoadBalance: 'Load of a target, for balancing.',
    LongestWaitingTime: 'Longest waiting time.',
    RoutedByAgent: 'Calls routed to an agent.',
    RStatCallsInTransition: 'Calls on their way to a target.',
    RStatCost: 'Cost of a target.',
    RStatExpectedLBEWTLAA: 'Expected wait, balanced by load.',
    RStatLBEWTLAA: 'Expected wait, balanced by load.',
    RStatLoadBalance: 'Load of a target, for balancing.',
    ServiceFactor: 'Service factor of a queue.',
  }),
];
