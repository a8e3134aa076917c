// Custom Routing of a Selection: a subroutine stands between choosing a target and routing to it.
import { redirect } from '../../delivering.js';
import { BlockFailure, NotRunnable } from '../../faults.js';
import type { Flow } from '../../flow.js';
import { extensionsShown } from '../../functions/data.js';
import { placeOf } from '../../routing/place.js';
import { giveUpAll } from '../../routing/requests.js';
import type { Selected } from '../../routing/state.js';
import type { BlockContext, BlockExit } from '../../session.js';

/** Runs the subroutine of that name, and routes to what was chosen unless it has routed already. */
export function* routeWithHook(hook: string, chosen: Selected, cx: BlockContext): Flow<BlockExit> {
  const { session } = cx;
  const strategy = session.program.strategy(hook);
  if (strategy === undefined) throw new NotRunnable(`the subroutine "${hook}" is missing`);
  const end = yield* cx.call(
    strategy,
    () => undefined,
    () => undefined,
  );
  if (end === 'over' || !session.isPresent()) return 'over';
  giveUpAll(session);
  const how = yield* redirect(session, placeOf(chosen), {
    kind: 'routed',
    params: { by: 'ixn:redirect', ...extensionsShown(session) },
  });
  if (how === 'rejected') throw new BlockFailure('rejected', 'The call was rejected.');
  return 'success';
}
