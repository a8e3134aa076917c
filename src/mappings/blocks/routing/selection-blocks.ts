// Selection, Statistics, Percentage, Load Balancing: one submit each, with the order that the object stands for.
import { defineBlock } from '../../define.js';
import { selectionStates } from './selection.js';

const source =
  'Composer migration guide, Routing objects (Target); Orchestration developer guide, Queue interface; port of the timeout is an assumption (selection.timeout)';
const target = { from: '8.1.2' } as const;

export const selectionBlock = defineBlock({
  type: 'Selection',
  disposition: 'exact',
  evidence: 'documented',
  cost: 1,
  target,
  source,
  about:
    'queue:submit with the targets, statistic, virtual queue, priority, timeout and busy treatments of the object; URS delivers. One with a Custom Routing subroutine is a placeholder: that it runs between the choice of the agent and the delivery is all that documents say of it. SelectDN, SuspendForDN, the call of the subroutine and RouteCall in its place are converted.',
  build: (block, cx) => {
    const custom = block.properties.customRouting?.value ?? '';
    // Reference: a hook between the choice of the agent and the delivery. The rest is in no document, and a wrong guess would deliver calls to the wrong place.
    if (custom !== '')
      cx.placeholder(
        `it delivers through Custom Routing by "${custom}": it is documented that this runs between the choice of the agent and the delivery, but not what it is given, how it refuses the agent, and whether it delivers by itself; write it as SelectDN, SuspendForDN, the call of the subroutine and RouteCall, which are converted`,
      );
    return selectionStates(block, block.properties, {}, cx);
  },
});

export const statisticsBlock = defineBlock({
  type: 'Statistics',
  disposition: 'exact',
  evidence: 'documented',
  cost: 1,
  target,
  source,
  about: 'queue:submit ordered by the statistic of the rule.',
  build: (block, cx) =>
    selectionStates(block, block.properties, { order: 'max', statistic: 'StatAgentLoading' }, cx),
});

export const percentageBlock = defineBlock({
  type: 'Percentage',
  disposition: 'exact',
  evidence: 'documented',
  cost: 1,
  target,
  source,
  about: 'queue:submit with order type percentage and the share of each target as its weight.',
  build: (block, cx) => selectionStates(block, block.properties, { order: 'percentage' }, cx),
});

export const loadBalancingBlock = defineBlock({
  type: 'LoadBalancing',
  disposition: 'exact',
  evidence: 'documented',
  cost: 1,
  target,
  source,
  about: 'queue:submit over the ACD queues, the smallest StatLoadBalance first.',
  build: (block, cx) =>
    selectionStates(block, block.properties, { order: 'min', statistic: 'StatLoadBalance' }, cx),
});
