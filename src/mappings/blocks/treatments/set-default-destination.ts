// Set Default Destination: where default routing sends the call from now on.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';

/** Data of the frame that default routing looks at. */
export const defaultDestination = js.path('_data.ird_default_destination');

export const setDefaultDestinationBlock = defineBlock({
  type: 'SetDefaultDestination',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source: 'Composer migration guide, Voice Treatment objects (Set Default Route)',
  about: 'Keeps the destination in the data of the page; default routing redirects there.',
  build: (block, cx) => {
    const { destination } = block.properties;
    if (destination === undefined) cx.placeholder('it names no destination');
    const built = destination && cx.stored(destination, 'STRING');
    return {
      states: [
        cx.scriptState({
          statements: built ? [js.assign(defaultDestination, built.js)] : [],
          throws: built?.throws ?? false,
          success: cx.target('green'),
          failure: built?.throws ? cx.target('red') : cx.frame.defaultRouting,
        }),
      ],
    };
  },
});
