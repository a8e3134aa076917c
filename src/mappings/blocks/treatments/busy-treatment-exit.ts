// Exit as an entry of a busy treatment list. The list converts it (routing/busy-treatments.ts); as an object of its own it has no meaning.
import { defineBlock } from '../../define.js';

export const busyTreatmentExitBlock = defineBlock({
  type: 'BusyTreatmentExit',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target: { from: '8.1.2' },
  source:
    'Composer migration guide, Routing objects; the port that it leaves by is an assumption (busy.exit-port)',
  about:
    'In a list of busy treatments it leaves the Selection: the seconds before it become the timeout of the submit. As a block of its own it is a placeholder.',
  build: (_block, cx) => {
    cx.placeholder('it belongs into the busy treatments of a Selection, and leaves nothing where it stands');
    return { states: [] };
  },
});
