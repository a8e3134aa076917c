// Default: to the default destination, by the frame.
import { defineBlock } from '../../define.js';

export const defaultBlock = defineBlock({
  type: 'Default',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source: 'Composer help, Default Routing block',
  about: 'Leads to the default routing of the page.',
  build: (_block, cx) => ({
    states: [
      cx.scriptState({
        statements: [],
        throws: false,
        success: cx.frame.defaultRouting,
        failure: cx.frame.defaultRouting,
      }),
    ],
  }),
});
