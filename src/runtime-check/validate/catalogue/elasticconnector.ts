// What is known of the elasticconnector module: documents that a page writes to Elasticsearch.
import { action, location, told, value, type ModuleRow } from './rows.js';

const from = 'a document is addressed so';

const document = {
  index: value('inferred', { from }),
  type: value('inferred', { from }),
};
const content = { data: value('inferred', { from: 'a document has a content' }) };
const settings = value('documented');

export const elasticconnectorModule: ModuleRow = {
  prefix: 'elasticconnector',
  name: 'elasticconnector',
  eventRoots: ['elasticconnector'],
  events: {},
  eventsComplete: false,
  elements: {
    createindextemplate: action(
      'elasticconnector.createindex',
      'documented',
      {
        requestid: location('documented'),
        name: value('documented', { required: true }),
        index: value('documented', { required: true }),
        order: value('documented'),
        type: value('documented', { required: true }),
        mapping: value('documented', { required: true }),
        timeout: value('documented'),
      },
      { complete: true, events: { 'error.elasticconnector.createindex': told('documented') } },
    ),
    createdoc: action('elasticconnector.createdoc', 'documented', {
      requestid: location('documented'),
      id: value('documented'),
      settings,
      ...document,
      ...content,
    }),
    updatedoc: action('elasticconnector.updatedoc', 'documented', {
      requestid: location('documented'),
      settings,
      id: value('inferred', { from }),
      ...document,
      ...content,
    }),
    deletedoc: action('elasticconnector.deletedoc', 'documented', {
      requestid: location('documented'),
      id: value('inferred', { from }),
      ...document,
    }),
  },
  functions: {},
  enumerations: {},
  objects: {},
};
