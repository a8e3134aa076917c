// What is known of the classification module: categories and screening rules for what is written.
import { action, byAnalogy, errorWords, location, object, told, value, type ModuleRow } from './rows.js';

const from = byAnalogy;

export const classificationModule: ModuleRow = {
  prefix: 'classification',
  name: 'classification',
  eventRoots: ['classification'],
  events: {},
  eventsComplete: true,
  elements: {
    classify: action(
      'classification.classify',
      'documented',
      {
        requestid: location('documented'),
        server: value('documented'),
        interactionid: value('documented'),
        root: value('documented', { required: true }),
      },
      {
        events: {
          'classification.classify.done': told('documented', 'requestid', 'categories'),
          'error.classification.classify': told('documented', 'requestid', 'error', 'description'),
        },
        errors: errorWords('documented', 'Request Invalid'),
      },
    ),
    screen: action(
      'classification.screen',
      'documented',
      {
        requestid: location('inferred', { from }),
        server: value('inferred', { from }),
        interactionid: value('inferred', { from }),
        root: value('inferred', { from }),
      },
      {
        events: {
          'classification.screen.done': told('documented', 'requestid', 'rules', 'categories'),
          'error.classification.screen': told('documented', 'requestid', 'error', 'description'),
        },
        errors: errorWords('inferred', 'Request Invalid'),
      },
    ),
  },
  functions: {},
  enumerations: {},
  objects: {
    category: object('documented', ['name', 'id', 'relevancy']),
    screenrule: object('documented', ['name', 'id', 'match', 'value']),
  },
};
