// What is known of the modules that routing of calls seldom uses. They are known to the validator; the simulator answers few of them.
import { action, location, value, type ModuleRow } from './rows.js';

const requestid = location('documented');

export const furtherModules: readonly ModuleRow[] = [
  {
    prefix: 'ws',
    name: 'ws',
    elements: {
      response: action(
        '',
        'documented',
        {
          requestid: value('documented', true),
          type: value('documented'),
          resultcode: value('documented'),
        },
        { complete: true, children: ['param', 'content'] },
      ),
    },
    functions: [],
    values: [],
    objects: {},
  },
  {
    prefix: 'classification',
    name: 'classification',
    elements: {
      classify: action('classification.classify', 'documented', {
        requestid,
        server: value('documented'),
        interactionid: value('documented'),
        root: value('documented', true),
      }),
      screen: action('classification.screen', 'documented', { requestid, interactionid: value('inferred') }),
    },
    functions: [],
    values: [],
    objects: {},
  },
  {
    prefix: 'elasticconnector',
    name: 'elasticconnector',
    elements: {
      createindextemplate: action(
        'elasticconnector.createindex',
        'documented',
        {
          requestid,
          name: value('documented', true),
          index: value('documented', true),
          order: value('documented'),
          type: value('documented', true),
          mapping: value('documented', true),
          timeout: value('documented'),
        },
        { complete: true },
      ),
      createdoc: action('elasticconnector.createdoc', 'documented', {
        requestid,
        id: value('documented'),
        settings: value('documented'),
      }),
      updatedoc: action('elasticconnector.updatedoc', 'documented', {
        requestid,
        settings: value('documented'),
      }),
      deletedoc: action('elasticconnector.deletedoc', 'documented', { requestid }),
    },
    functions: [],
    values: [],
    objects: {},
  },
  {
    prefix: 'agent',
    name: 'agent',
    elements: {
      logout: action(
        'agent.logout',
        'documented',
        {
          requestid,
          agent: value('documented'),
          for: value('documented', true),
          hints: value('documented'),
        },
        { complete: true },
      ),
      setmediastate: action('agent.setmediastate', 'documented', { requestid, media: value('documented') }),
      setdnd: action('agent.setdnd', 'inferred', { requestid }),
    },
    functions: [],
    values: [],
    objects: {},
  },
  {
    prefix: 'resource',
    name: 'resource',
    elements: {},
    functions: [],
    values: [],
    objects: {
      '_genesys.resource.resourceType': [
        'CFGNoDN',
        'CFGExtension',
        'CFGACDPosition',
        'CFGACDQueue',
        'CFGRoutingPoint',
        'CFGVirtACDQueue',
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
      ],
    },
  },
];
