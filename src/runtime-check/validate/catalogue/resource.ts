// What is known of the resource module: the types of resources and the resource object. It has no actions and no events.
import { object, type ModuleRow } from './rows.js';

export const resourceModule: ModuleRow = {
  prefix: 'resource',
  name: 'resource',
  eventRoots: ['resource'],
  events: {},
  eventsComplete: true,
  elements: {},
  functions: {},
  enumerations: {
    '_genesys.resource.resourceType': object('documented', [], {
      CFGNoDN: { known: 'documented', value: 0 },
      CFGExtension: { known: 'documented', value: 1 },
      CFGACDPosition: { known: 'documented', value: 2 },
      CFGACDQueue: { known: 'documented', value: 3 },
      CFGRoutingPoint: { known: 'documented', value: 4 },
      CFGVirtACDQueue: { known: 'inferred' },
      ...Object.fromEntries(
        [
          'CFGCellular',
          'CFGChat',
          'CFGCoBrowse',
          'CFGEmail',
          'CFGFAX',
          'CFGVideo',
          'CFGVoIP',
          'CFGVoiceMail',
          'CFGWorkflow',
          'any',
        ].map((name) => [name, { known: 'documented' } as const]),
      ),
    }),
  },
  objects: {
    resource: object('documented', [
      'type',
      'dn',
      'agent',
      'place',
      'id',
      'switch',
      'vq',
      'wb_type',
      'wb_owner',
    ]),
  },
};
