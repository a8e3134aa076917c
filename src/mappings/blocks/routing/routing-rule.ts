// Routing Rule: a rule stored in the configuration. The export holds its name only, so the page refers to it by name as well.
import { defineBlock } from '../../define.js';
import { selectionStates } from './selection.js';

export const routingRuleBlock = defineBlock({
  type: 'RoutingRule',
  disposition: 'review',
  evidence: 'inferred',
  cost: 3,
  target: { from: '8.1.2' },
  source: 'Composer help, Routing Rule block; SCXML Technical Reference 8.1, submit src',
  about:
    'queue:submit that takes its targets from the stored rule by src; the form of that address is not documented, so check it or write the rule out.',
  build: (block, cx) => {
    const {
      rule,
      virtualQueue,
      virtualQueueSwitch,
      virtualQueueNumber,
      virtualQueueVariable,
      timeout,
      busyTreatments,
    } = block.properties;
    const name = rule?.value ?? '';
    if (name === '') cx.placeholder('it names no rule');
    return selectionStates(
      block,
      {
        targets: [],
        busyTreatments,
        ...(virtualQueue ? { virtualQueue } : {}),
        ...(virtualQueueSwitch ? { virtualQueueSwitch } : {}),
        ...(virtualQueueNumber ? { virtualQueueNumber } : {}),
        ...(virtualQueueVariable ? { virtualQueueVariable } : {}),
        ...(timeout ? { timeout } : {}),
      },
      { stored: name },
      cx,
    );
  },
});
