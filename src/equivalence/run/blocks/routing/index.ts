// The runners of the routing objects.
import { defineRunners } from '../define.js';
import { placingRunners } from './placing.js';
import { selectionRunners } from './selection.js';
import { serviceLevelRunners } from './service-level.js';
import { storedRuleRunners } from './stored-rule.js';

export const routingRunners = defineRunners({
  ...selectionRunners,
  ...placingRunners,
  ...serviceLevelRunners,
  ...storedRuleRunners,
});
