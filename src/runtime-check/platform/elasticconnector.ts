// The elasticconnector module: documents that a page writes. They go into the trace; the scenario says how long it takes and what fails.
import type { ActionCall, PlatformModule, Services } from './module.js';
import { asNumber } from './module.js';
import { recordAction } from './record-action.js';

function write(call: ActionCall, services: Services): void {
  const { world, context, recorder } = services;
  recordAction(call, services);
  if (call.refused()) return;
  recorder.assume('elastic-done', call.name);
  const answer = world.answers.elasticsearch(`${call.name} ${JSON.stringify(call.values)}`);
  const lasts = (answer?.lasts ?? 0) * 1000;
  // Documented in milliseconds; 0 is no limit.
  const timeout = asNumber(call.values['timeout']) ?? 0;
  const isLate = timeout > 0 && lasts > timeout;
  context.schedule(isLate ? timeout : lasts, () => {
    const error = isLate ? 'timeout' : answer?.error;
    if (error === undefined) call.done();
    else call.fail(error, `The request to Elasticsearch failed: ${error}.`);
  });
}

export const elasticconnector: PlatformModule = {
  prefix: 'elasticconnector',
  elements: { createindextemplate: write, createdoc: write, updatedoc: write, deletedoc: write },
  functions: {},
};
