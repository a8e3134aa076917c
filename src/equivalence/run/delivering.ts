// Sends an interaction somewhere: what URS does for default routing, forced routing and functions that route.
import type { StepKind } from '../../runtime-check/trace.js';
import type { Interaction } from '../../runtime-check/world/interaction.js';
import { placesOf, type Resource } from '../../runtime-check/world/resources.js';
import { objectName } from '../../runtime-check/world/target-string.js';
import { BlockFailure } from './faults.js';
import type { Flow } from './flow.js';
import type { SourceSession } from './session.js';

/** A place to send an interaction to. */
export interface Place {
  readonly target: string;
  readonly device: string;
  /** Switch of a number that was written with one. */
  readonly location?: string;
  /** Other names of the same place. */
  readonly aliases: readonly string[];
}

/** A destination by its name, or as a target with switch and type (`7001@SW_North.RP`). */
export const placeNamed = (text: string): Place => {
  const { name, location } = objectName(text.trim());
  return { target: name, device: name, aliases: [text.trim()], ...(location === '' ? {} : { location }) };
};

export interface RedirectStep {
  readonly kind: Extract<StepKind, 'routed' | 'defaulted'>;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The route type by which a call is refused: nobody gets it. */
const rejecting = 'RouteTypeReject';
/** Route types that say nothing. */
const usual = new Set(['', 'RouteTypeUnknown', 'RouteTypeDefault']);

/** Redirects the interaction; throws `BlockFailure` when it does not arrive. Gives `rejected` when that ended the call. */
export function* redirect(
  session: SourceSession,
  place: Place,
  step: RedirectStep,
  routeType = '',
): Flow<'arrived' | 'rejected'> {
  const { world, recorder, treatments } = session;
  const names = [place.target, place.device, ...place.aliases];
  const agent = agentAt(session, names);
  const failed = (error: string): BlockFailure => {
    if (agent !== undefined) world.staff.release(agent, session.interaction().id);
    return new BlockFailure(error, `The redirect failed: ${error}.`, 'error.interaction.redirect');
  };
  const failure = world.answers.failure('ixn:redirect');
  const word = forbidding(session.interaction());
  if (word !== undefined) throw failed(`invalidstate.${word}`);
  if (place.target === '') throw failed('invaliddestination');
  if (failure !== undefined) throw failed(failure.error ?? 'unknown');
  const { destinations } = world.given;
  if (destinations !== undefined && !names.some((name) => destinations.includes(name)))
    throw failed('invaliddestination');
  const { id, media } = session.interaction();
  if (agent !== undefined && world.staff.isTaken(agent, id, world.at(), media)) throw failed('remote');
  const answer = world.answers.delivery(names);
  if (answer?.lasts !== undefined && answer.lasts > 0) {
    world.interactions.change(id, { moving: true });
    yield* session.pause(answer.lasts, 'the redirect');
  }
  const now = session.interaction();
  // Lost meanwhile: the end of the interaction is told by itself.
  if (now.state !== 'present') throw failed(now.state === 'delivered' ? 'invalidstate.routed' : 'remote');
  world.interactions.change(now.id, { moving: false });
  if (answer?.error !== undefined) throw failed(answer.error);
  if (routeType === rejecting) {
    world.end(now.id, 'terminated');
    treatments.stopAll(now.id, 'silent');
    recorder.step('ended', { by: 'page', reason: 'rejected' });
    return 'rejected';
  }
  const by = step.kind === 'defaulted' ? 'default' : 'redirect';
  world.deliver(now.id, { by, target: place.target, aliases: place.aliases }, place.device);
  recorder.step(step.kind, {
    target: place.target,
    ...step.params,
    ...(place.location === undefined ? {} : { location: place.location }),
    ...(usual.has(routeType) ? {} : { type: routeType }),
  });
  treatments.stopAll(now.id);
  return 'arrived';
}

/** The agent who is meant, by his name, number or place. */
const agentAt = ({ world }: SourceSession, names: readonly string[]): Resource | undefined =>
  world.staff.resources.find(
    (each) => each.kind === 'agent' && placesOf(each).some((place) => names.includes(place)),
  );

/** The state in which an interaction cannot be sent anywhere. */
function forbidding({ state, moving, held, parties }: Interaction): string | undefined {
  if (state === 'delivered' || state === 'talking') return 'routed';
  if (state !== 'present') return 'null';
  if (moving) return 'transferring';
  if (held) return 'hold';
  return parties.some((party) => party.state === 'ringing') ? 'ringing' : undefined;
}
