// Workforce: routing by activities of Workforce Management, which Orchestration can ask for, by an element whose attributes no document gives.
import { defineBlock } from '../../define.js';

export const workforceBlock = defineBlock({
  type: 'Workforce',
  disposition: 'placeholder',
  evidence: 'documented',
  cost: 3,
  target: { from: '8.1.4' },
  source:
    'SCXML Technical Reference 8.1, Queue interface (queue:activity in queue:targets); Composer help, Target block (Activity from 8.1.410.03)',
  about:
    'A placeholder: queue:submit takes queue:activity in place of targets, but in no document are the attributes that name the activity and the cut-off time.',
  build: (_block, cx) => {
    cx.placeholder(
      'queue:submit can route by a Workforce activity (queue:activity in queue:targets), but the attributes that name the activity and its cut-off time are missing: copy them from a Target block of Composer 8.1.410.03 or later',
    );
    return { states: [] };
  },
});
