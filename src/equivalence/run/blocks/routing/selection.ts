// Selection and the routing rules of the same shape: Statistics, Percentage, Load Balancing, Route Interaction.
import type { PropertiesOf } from '../../../../ir/nodes.js';
import type { Order } from '../../../../runtime-check/world/candidates.js';
import type { TargetType } from '../../../../runtime-check/world/target-string.js';
import { toText } from '../../../evaluate/values.js';
import type { Flow } from '../../flow.js';
import { busyTreatments } from '../../routing/busy.js';
import { routingOf } from '../../routing/state.js';
import { noLimit } from '../../routing/no-limit.js';
import { exitOf, waitForTarget, type WaitGiven } from '../../routing/waiting.js';
import { requestedTargets, type TargetGiven } from '../../routing/wanted.js';
import type { BlockContext, BlockExit } from '../../session.js';
import { NotRunnable } from '../../faults.js';
import { failing } from '../basics.js';
import { defineRunners } from '../define.js';

export type SelectionLike = Omit<PropertiesOf<'Statistics'>, 'targetList'> & Pick<TargetGiven, 'targetList'>;

/** How a kind of block chooses among its targets, where it does not say so itself. */
interface Kind {
  readonly order?: Order;
  readonly statistic?: string;
  readonly type: TargetType;
}

/** The virtual queue: of the variable, else by alias, else by number and switch, else of SetVQ. */
export function* queueOf(properties: SelectionLike, cx: BlockContext): Flow<string> {
  const { virtualQueueVariable, virtualQueue, virtualQueueNumber, virtualQueueSwitch } = properties;
  if (virtualQueueVariable !== undefined) {
    const named = toText(cx.frame.read(virtualQueueVariable.name) ?? '');
    if (named !== '') return named;
  }
  const alias = yield* cx.text(virtualQueue);
  if (alias !== '') return alias;
  const number = yield* cx.text(virtualQueueNumber);
  const place = yield* cx.text(virtualQueueSwitch);
  if (number !== '') return place === '' ? number : `${number}@${place}`;
  return routingOf(cx.session).virtualQueue;
}

/** The priority: of the block, else of SetVQPriority for its queue, else of Priority. */
export function* priorityOf(properties: SelectionLike, queue: string, cx: BlockContext): Flow<number> {
  const own = yield* cx.integer(properties.priority);
  const { queuePriorities, priority } = routingOf(cx.session);
  return own ?? queuePriorities.get(queue) ?? priority;
}

export function* waitOf(properties: SelectionLike, kind: Kind, cx: BlockContext): Flow<WaitGiven> {
  const targets = yield* requestedTargets(properties, kind.type, cx);
  const queue = yield* queueOf(properties, cx);
  const priority = yield* priorityOf(properties, queue, cx);
  const timeout = yield* cx.integer(properties.timeout);
  if (timeout === undefined) cx.session.assume('selection.no-timeout');
  const statistic = kind.statistic ?? properties.statistic?.value ?? '';
  const uses = properties.useTreatments?.value ?? true;
  let exit = (): void => undefined;
  const { list, exitAfter } = yield* busyTreatments(
    uses ? properties.busyTreatments : [],
    () => {
      exit();
    },
    cx,
  );
  return {
    owner: cx.frame.placeOf(cx.block.id),
    targets,
    queue,
    priority,
    order: kind.order ?? orderOf(statistic, properties.statisticOrder?.value),
    statistic,
    timeout: timeout ?? noLimit,
    ...(exitAfter === undefined ? {} : { shown: Math.min(timeout ?? noLimit, exitAfter) }),
    clears: properties.clearTargets?.value ?? true,
    route: true,
    busy: (leave) => {
      exit = leave;
      return list;
    },
  };
}

function orderOf(statistic: string, words: string | undefined): Order {
  if (statistic === '') return 'any';
  return (words ?? '').toLowerCase().includes('min') ? 'min' : 'max';
}

export function* selection(properties: SelectionLike, kind: Kind, cx: BlockContext): Flow<BlockExit> {
  const given = yield* failing(waitOf(properties, kind, cx));
  const outcome = yield* waitForTarget(cx.session, given);
  if (!given.clears && outcome.how !== 'selected') cx.session.assume('selection.kept-targets');
  if (outcome.how === 'selected') cx.session.assume('selection.after-green');
  return exitOf(cx.session, outcome, given.owner, given.clears, (error) => {
    cx.session.state.lastError = error;
  });
}

const byAgent: Kind = { type: 'GA' };

export const selectionRunners = defineRunners({
  Selection: ({ properties }, cx) => {
    const hook = properties.customRouting?.value ?? '';
    // No document says what the subroutine is given, how it refuses the agent, and whether it delivers by itself.
    if (hook !== '')
      throw new NotRunnable(`what Custom Routing by "${hook}" does with the call is not known`);
    return selection(properties, byAgent, cx);
  },
  Statistics: ({ properties }, cx) => selection(properties, byAgent, cx),
  Percentage: ({ properties }, cx) => selection(properties, { type: 'GA', order: 'percentage' }, cx),
  LoadBalancing: ({ properties }, cx) =>
    selection(properties, { type: 'Q', order: 'min', statistic: 'StatLoadBalance' }, cx),
  RouteInteraction: ({ properties }, cx) => selection(properties, byAgent, cx),
});
