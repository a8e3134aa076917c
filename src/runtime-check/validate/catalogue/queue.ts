// What is known of the queue module: target selection through URS.
import {
  action,
  boolean,
  byAnalogy,
  child,
  literal,
  location,
  names,
  object,
  part,
  told,
  value,
  type ModuleRow,
} from './rows.js';

/** Words of `queue:targets type` and `queue:target type`. */
const targetWords = [
  'agent',
  'place',
  'agentgroup',
  'placegroup',
  'queue',
  'dn',
  'skill',
  'campaigngroup',
  'routepoint',
  'label',
] as const;

const from = byAnalogy;

export const queueModule: ModuleRow = {
  prefix: 'queue',
  name: 'queue',
  eventRoots: ['queue'],
  events: {},
  eventsComplete: false,
  elements: {
    submit: action(
      'queue.submit',
      'documented',
      {
        requestid: location('documented'),
        interactionid: value('observed'),
        queue: value('documented'),
        priority: value('documented'),
        ordertype: value('documented', { words: ['max', 'min', 'any', 'percentage'] }),
        orderstat: value('documented'),
        src: literal('documented'),
        route: boolean('observed'),
        timeout: value('observed'),
        clearontimeout: boolean('observed'),
        clearqueue: boolean('inferred'),
      },
      {
        children: {
          'queue:targets': child('documented', 1, 1),
          'dialog:runtreatments': child('documented', 0, 1),
        },
        events: {
          'queue.submit.requestid': told('documented', 'requestid'),
          'queue.submit.done': told(
            'documented',
            'requestid',
            'targetselected',
            'vqselected',
            'targetcomponentselected',
            'targetobjectselected',
            'interactionid',
            'resource',
          ),
          'queue.cancelled': told('observed'),
          'error.queue.submit': told('documented', 'requestid', 'error', 'description'),
        },
      },
    ),
    targets: part(
      ['queue:submit', 'queue:update'],
      'documented',
      { type: literal('documented', { words: targetWords }), statserver: value('documented') },
      {
        complete: true,
        children: {
          'queue:target': child('documented'),
          'queue:targetid': child('documented'),
          'queue:activity': child('documented', 0, 1),
          'queue:workbin': child('documented', 0, 1),
        },
      },
    ),
    targetid: part(
      ['queue:targets'],
      'documented',
      { expr: value('documented', { required: true }) },
      { complete: true },
    ),
    target: part(['queue:targets'], 'documented', {
      name: value('documented'),
      type: literal('observed', { words: targetWords }),
      statserver: value('observed'),
      weight: value('documented'),
      skillexpr: value('documented'),
      threshold: value('documented'),
    }),
    activity: part(['queue:targets'], 'documented', {}),
    workbin: part(['queue:targets'], 'documented', {}),
    query: action(
      'queue.query',
      'documented',
      {
        // Named as a location in the element's table, but it is the id of the submit that is asked for.
        requestid: value('observed'),
        interactionid: value('observed'),
      },
      {
        events: {
          'queue.query.done': told('observed', 'requestid', 'priority', 'positioninqueue', 'invqwaittime'),
        },
      },
    ),
    cancel: action(
      'queue.cancel',
      'observed',
      { requestid: value('observed'), interactionid: value('observed'), queue: value('observed') },
      { events: { 'queue.cancel.done': told('observed') } },
    ),
    update: action(
      'queue.update',
      'documented',
      {
        requestid: value('inferred', { from }),
        interactionid: value('inferred', { from }),
        priority: value('inferred', { from: 'what can be changed is what a submit says' }),
      },
      {
        children: {
          'queue:targets': child('inferred', 0, 1, 'what can be changed is what a submit says'),
          'dialog:runtreatments': child('documented', 0, 1),
        },
      },
    ),
    default: action('queue.default', 'observed', {
      requestid: location('inferred'),
      interactionid: value('inferred'),
    }),
  },
  functions: {
    ...names(
      'documented',
      '_genesys.queue.reserveTarget',
      '_genesys.queue.cCTExtractTargets',
      '_genesys.queue.checkAgentState',
      '_genesys.queue.excludeAgents',
      '_genesys.queue.priorityTuning',
      '_genesys.queue.setIdealAgent',
    ),
    ...names(
      'observed',
      '_genesys.queue.expandGroup',
      '_genesys.queue.incrementPriority',
      '_genesys.queue.onRouteError',
      '_genesys.queue.priorityLimits',
      '_genesys.queue.setInteractionAge',
    ),
    ...names('inferred', '_genesys.queue.countSkillInGroup', '_genesys.queue.findServiceObjective'),
  },
  enumerations: {
    '_genesys.queue.rType': object('observed', [
      'RouteTypeUnknown',
      'RouteTypeDefault',
      'RouteTypeLabel',
      'RouteTypeOverwriteDNIS',
      'RouteTypeDDD',
      'RouteTypeIDDD',
      'RouteTypeDirect',
      'RouteTypeReject',
      'RouteTypeAnnouncement',
      'RouteTypePostFeature',
      'RouteTypeDirectAgent',
      'RouteTypeGetFromDN',
    ]),
    '_genesys.queue.usecapcond': object('observed', ['Never', 'Only', 'OnStatError']),
    '_genesys.queue.overwriteType': object('observed', ['UseNone', 'UseANI', 'UseDNIS', 'UseConfig']),
  },
  objects: {},
};
