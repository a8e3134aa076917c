// What is known of the ws module: the answer to an HTTP request that was sent to the session.
import { action, child, value, type ModuleRow } from './rows.js';

export const wsModule: ModuleRow = {
  prefix: 'ws',
  name: 'ws',
  // The event of a request has the name that the request gives it: none of them belongs to the module.
  eventRoots: [],
  events: {},
  eventsComplete: false,
  elements: {
    response: action(
      '',
      'documented',
      {
        requestid: value('documented', { required: true }),
        type: value('documented', { words: ['positive', 'negative'] }),
        resultcode: value('documented'),
      },
      {
        complete: true,
        children: {
          param: child('documented'),
          content: child('inferred', 0, 1, 'the body of session:fetch is written so'),
        },
      },
    ),
  },
  functions: {},
  enumerations: {},
  objects: {},
};
