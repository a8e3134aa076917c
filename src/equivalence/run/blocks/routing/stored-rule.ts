// Routing Rule: the targets stand in a rule of the configuration. A scenario may say which; where it does not, the request has none.
import { BlockFailure } from '../../faults.js';
import { defineRunners } from '../define.js';
import { selection } from './selection.js';

export const storedRuleRunners = defineRunners({
  *RoutingRule({ properties }, cx) {
    const { rule } = properties;
    const { rules = {} } = cx.session.world.given;
    if (rule !== undefined && Object.hasOwn(rules, rule.value)) {
      const targetList = { ...rule, value: rules[rule.value] ?? '' };
      return yield* selection({ ...properties, targets: [], targetList }, { type: 'GA' }, cx);
    }
    const refused = cx.session.world.answers.failure('queue:submit');
    throw new BlockFailure(
      refused?.error ?? 'invalidtarget',
      'The targets of the rule are not known.',
      'error.queue.submit',
    );
  },
});
