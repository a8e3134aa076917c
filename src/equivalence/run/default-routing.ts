// Where a call goes that no block routed: to the destination of Set Default Destination, else to that of the configuration, else where the router's own
// default is. It is tried once, and nothing waits any longer.
import { placeNamed, redirect } from './delivering.js';
import { BlockFailure } from './faults.js';
import type { Flow } from './flow.js';
import { giveUpAll } from './routing/requests.js';
import type { SourceSession } from './session.js';

export function* defaultRouting(session: SourceSession): Flow<void> {
  const { world, scenario, state, recorder, treatments } = session;
  state.isDefaulting = true;
  if (!session.isPresent()) return;
  giveUpAll(session);
  treatments.stopAll(session.interaction().id, 'silent');
  const given = scenario.data?.['ird_default_destination'];
  const destination =
    state.defaultDestination ?? (typeof given === 'string' && given !== '' ? given : undefined);
  try {
    if (destination !== undefined && destination !== '') {
      yield* redirect(session, placeNamed(destination), {
        kind: 'defaulted',
        params: { by: 'ixn:redirect' },
      });
      return;
    }
    session.assume('default-routing.fallback');
    const last = world.given.defaultDestination;
    if (world.answers.failure('queue:default') !== undefined || last === undefined) return;
    world.deliver(session.interaction().id, { by: 'default', target: last, aliases: [] }, last);
    recorder.step('defaulted', { target: last, by: 'queue:default' });
  } catch (error) {
    // Its own failure is not handled by anything: the call stays unrouted.
    if (!(error instanceof BlockFailure)) throw error;
  }
}
