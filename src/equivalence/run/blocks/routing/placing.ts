// Force Routing, Default, and Set Default Destination: where a call goes without a choice.
import { placeNamed, redirect, type Place } from '../../delivering.js';
import { defaultRouting } from '../../default-routing.js';
import { BlockFailure } from '../../faults.js';
import type { Flow } from '../../flow.js';
import { extensionsShown } from '../../functions/data.js';
import { giveUpAll } from '../../routing/requests.js';
import { wantedTargets } from '../../routing/wanted.js';
import type { BlockContext, BlockExit } from '../../session.js';
import { failing } from '../basics.js';
import { defineRunners } from '../define.js';

/** Sends the call away; other requests are given up before. A call that was rejected has ended. */
export function* sendTo(cx: BlockContext, place: Place, routeType: string): Flow<BlockExit> {
  giveUpAll(cx.session);
  return yield* forceTo(cx, place, routeType);
}

/** The same, but targets that earlier blocks kept stay until the call has arrived (assumption `selection.kept-targets`): nothing has cleared them when it does not. */
function* forceTo(cx: BlockContext, place: Place, routeType: string): Flow<BlockExit> {
  const { session } = cx;
  const step = { kind: 'routed', params: { by: 'ixn:redirect', ...extensionsShown(session) } } as const;
  const how = yield* redirect(session, place, step, routeType);
  giveUpAll(session);
  return how === 'rejected' ? 'over' : 'success';
}

/** The call goes to its default destination, and the strategy is over. */
export function* goDefault(cx: BlockContext): Flow<'over'> {
  yield* defaultRouting(cx.session);
  return 'over';
}

export const placingRunners = defineRunners({
  *ForceRouting({ properties }, cx) {
    cx.session.assume('force-routing.targets');
    const given = { targets: properties.targets.slice(0, 1), targetList: properties.targetList };
    const [first] = yield* failing(wantedTargets(given, 'DN', cx));
    if (first === undefined)
      throw new BlockFailure('invaliddestination', 'There is no target.', 'error.interaction.redirect');
    const place = placeNamed(first.name);
    return yield* forceTo(
      cx,
      { ...place, aliases: [...place.aliases, first.text] },
      properties.routeType?.value ?? '',
    );
  },
  *Default(_block, cx) {
    return yield* goDefault(cx);
  },
  *SetDefaultDestination({ properties }, cx) {
    cx.session.state.defaultDestination = yield* failing(cx.text(properties.destination));
    return 'success';
  },
});
