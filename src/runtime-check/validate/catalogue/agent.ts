// What is known of the agent module: what a page does to an agent's login and state, for voice only.
import { action, byAnalogy, location, told, value, type ModuleRow } from './rows.js';

const from = byAnalogy;

const whom = {
  requestid: location('inferred', { from }),
  agent: value('inferred', { from }),
  for: value('inferred', { from }),
  hints: value('inferred', { from }),
};

export const agentModule: ModuleRow = {
  prefix: 'agent',
  name: 'agent',
  eventRoots: ['agent'],
  events: {},
  eventsComplete: false,
  elements: {
    logout: action(
      'agent.logout',
      'documented',
      {
        requestid: location('documented'),
        agent: value('documented'),
        for: value('documented', { required: true }),
        hints: value('documented'),
      },
      { complete: true, events: { 'agent.logout.done': told('inferred', 'requestid') } },
    ),
    setmediastate: action('agent.setmediastate', 'documented', {
      ...whom,
      requestid: location('documented'),
      media: value('documented'),
      state: value('inferred', { from: 'it sets an agent ready or not ready' }),
    }),
    setdnd: action('agent.setdnd', 'inferred', {
      ...whom,
      state: value('inferred', { from: 'it is switched on and off' }),
    }),
  },
  functions: {},
  enumerations: {},
  objects: {},
};
