// Service Level: a Selection that adds targets while the call waits (assumption `service-level.widening`). Each step is a request of its own beside the earlier
// ones, whose targets stay until the block is left.
import type { PropertiesOf } from '../../../../ir/nodes.js';
import { NotRunnable } from '../../faults.js';
import type { Flow } from '../../flow.js';
import { giveUp } from '../../routing/requests.js';
import { routingOf, type Outcome } from '../../routing/state.js';
import { exitOf, waitForTarget } from '../../routing/waiting.js';
import { requestedTargets } from '../../routing/wanted.js';
import type { BlockContext, BlockExit } from '../../session.js';
import { failing } from '../basics.js';
import { defineRunners } from '../define.js';
import { waitOf } from './selection.js';

type Properties = PropertiesOf<'ServiceLevel'>;

interface Widening {
  /** Seconds since the wait began. */
  readonly from: number;
  readonly rows: Properties['targets'];
}

/** The steps in the order of their seconds; rows of the same second come together. */
function stepsOf({ targets, widening }: Properties): readonly Widening[] {
  const seconds = [...new Set(widening.map(({ after }) => after?.value ?? 0))].sort((a, b) => a - b);
  const later = seconds.map((from) => ({
    from,
    rows: widening.filter(({ after }) => (after?.value ?? 0) === from),
  }));
  return targets.length === 0 && later[0]?.from === 0 ? later : [{ from: 0, rows: targets }, ...later];
}

function* serviceLevel(properties: Properties, cx: BlockContext): Flow<BlockExit> {
  const { session } = cx;
  session.assume('service-level.widening');
  if (properties.widening.length === 0 || properties.widening.some(({ after }) => (after?.value ?? 0) <= 0))
    throw new NotRunnable('which targets it adds, and after how many seconds, is not known');
  const whole = yield* failing(waitOf(properties, { type: 'GA' }, cx));
  const steps = stepsOf(properties).filter(({ from }) => from === 0 || from < whole.timeout);
  const owners: string[] = [];
  let outcome: Outcome = { how: 'timeout' };
  for (const [index, { from, rows }] of steps.entries()) {
    const next = steps[index + 1];
    const owner = index === 0 ? whole.owner : `${whole.owner} ${String(index + 1)}`;
    const targets =
      index === 0
        ? whole.targets
        : yield* failing(requestedTargets({ ...properties, targets: rows, targetList: undefined }, 'GA', cx));
    owners.push(owner);
    outcome = yield* waitForTarget(session, {
      ...whole,
      owner,
      targets,
      timeout: (next?.from ?? whole.timeout) - from,
      clears: next === undefined && whole.clears,
    });
    if (outcome.how !== 'timeout') break;
  }
  if (outcome.how === 'selected') return 'success';
  if (whole.clears)
    for (const live of [...routingOf(session).live.values()])
      if (owners.includes(live.owner)) giveUp(session, live.id);
  return exitOf(session, outcome, whole.owner, whole.clears, (error) => {
    cx.session.state.lastError = error;
  });
}

export const serviceLevelRunners = defineRunners({
  ServiceLevel: ({ properties }, cx) => serviceLevel(properties, cx),
});
