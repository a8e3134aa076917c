// Routing Rule: the targets stand in a rule of the configuration, which no scenario holds. So nobody can be found: the request has no targets.
import { BlockFailure } from '../../faults.js';
import { defineRunners } from '../define.js';

export const storedRuleRunners = defineRunners({
  *RoutingRule(_block, cx) {
    const refused = cx.session.world.answers.failure('queue:submit');
    throw new BlockFailure(
      refused?.error ?? 'invalidtarget',
      'The targets of the rule are not known.',
      'error.queue.submit',
    );
  },
});
