// What is known of the queue module: target selection through URS.
import { action, boolean, literal, location, part, value, type ModuleRow } from './rows.js';

/** Words of `queue:targets type` and `queue:target type`. */
export const targetWords = [
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

export const queueModule: ModuleRow = {
  prefix: 'queue',
  name: 'queue',
  elements: {
    submit: action(
      'queue.submit',
      'documented',
      {
        requestid: location('documented'),
        interactionid: value('observed'),
        queue: value('documented'),
        priority: value('documented'),
        ordertype: value('documented'),
        orderstat: value('documented'),
        src: literal('documented'),
        route: boolean('observed'),
        timeout: value('observed'),
        clearontimeout: boolean('observed'),
        clearqueue: boolean('inferred'),
      },
      { children: ['queue:targets', 'dialog:runtreatments'] },
    ),
    targets: part(
      ['queue:submit', 'queue:update'],
      'documented',
      { type: literal('documented', targetWords), statserver: value('documented') },
      { complete: true, children: ['queue:target', 'queue:targetid', 'queue:activity', 'queue:workbin'] },
    ),
    targetid: part(['queue:targets'], 'documented', { expr: value('documented', true) }, { complete: true }),
    target: part(['queue:targets'], 'documented', {
      name: value('documented'),
      type: literal('observed', targetWords),
      statserver: value('observed'),
      weight: value('documented'),
      skillexpr: value('documented'),
      threshold: value('documented'),
    }),
    activity: part(['queue:targets'], 'documented', {}),
    workbin: part(['queue:targets'], 'documented', {}),
    // Named as a location in the element's table, but it is the id of the submit that is asked for.
    query: action('queue.query', 'documented', {
      requestid: value('observed'),
      interactionid: value('observed'),
    }),
    cancel: action('queue.cancel', 'observed', {
      requestid: value('observed'),
      interactionid: value('observed'),
      queue: value('observed'),
    }),
    update: action(
      'queue.update',
      'documented',
      { requestid: value('inferred'), interactionid: value('inferred'), priority: value('inferred') },
      { children: ['queue:targets', 'dialog:runtreatments'] },
    ),
    default: action('queue.default', 'inferred', {
      requestid: location('inferred'),
      interactionid: value('inferred'),
    }),
  },
  functions: [
    '_genesys.queue.reserveTarget',
    '_genesys.queue.cCTExtractTargets',
    '_genesys.queue.checkAgentState',
    '_genesys.queue.excludeAgents',
    '_genesys.queue.priorityTuning',
    '_genesys.queue.setIdealAgent',
    '_genesys.queue.expandGroup',
    '_genesys.queue.incrementPriority',
    '_genesys.queue.onRouteError',
    '_genesys.queue.priorityLimits',
    '_genesys.queue.setInteractionAge',
    '_genesys.queue.countSkillInGroup',
    '_genesys.queue.findServiceObjective',
  ],
  values: [],
  objects: {
    '_genesys.queue.rType': [
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
    ],
    '_genesys.queue.usecapcond': ['Never', 'Only', 'OnStatError'],
    '_genesys.queue.overwriteType': ['UseNone', 'UseANI', 'UseDNIS', 'UseConfig'],
  },
};
