// Sends an interaction somewhere: what URS does for default routing, forced routing and functions that route.
import type { Interaction } from '../../runtime-check/world/interaction.js';
import type { StepKind } from '../../runtime-check/trace.js';
import { BlockFailure } from './faults.js';
import { wait, type Flow } from './flow.js';
import type { SourceSession } from './session.js';

/** A place to send an interaction to. */
export interface Place {
  readonly target: string;
  readonly device: string;
  /** Other names of the same place. */
  readonly aliases: readonly string[];
}

/** A name of a destination alone. */
export const placeNamed = (name: string): Place => ({ target: name, device: name, aliases: [] });

/** Redirects the interaction; throws `BlockFailure` when it does not arrive. `action` counts in the scenario's failures. */
export function* redirect(
  session: SourceSession,
  place: Place,
  step: {
    readonly kind: Extract<StepKind, 'routed' | 'defaulted'>;
    readonly params: Readonly<Record<string, unknown>>;
  },
): Flow<void> {
  const { world } = session;
  const names = [place.target, place.device, ...place.aliases];
  const failure = world.answers.failure('ixn:redirect');
  if (failure !== undefined) throw redirectFailure(failure.error ?? 'unknown');
  const { destinations } = world.given;
  if (destinations !== undefined && !names.some((name) => destinations.includes(name)))
    throw redirectFailure('invaliddestination');
  const answer = world.answers.delivery(names);
  if (answer?.lasts !== undefined && answer.lasts > 0) {
    world.interactions.change(session.interaction().id, { moving: true });
    const { lasts } = answer;
    yield* wait<void>('the redirect', (resume) => {
      const handle = world.host.schedule(lasts * 1000, () => {
        resume();
      });
      return () => void world.host.withdraw(handle);
    });
  }
  const now: Interaction = session.interaction();
  if (now.state !== 'present') throw redirectFailure('remote');
  world.interactions.change(now.id, { moving: false });
  if (answer?.error !== undefined) throw redirectFailure(answer.error);
  world.deliver(now.id, { by: step.kind === 'defaulted' ? 'default' : 'redirect', ...place }, place.device);
  session.recorder.step(step.kind, { target: place.target, ...step.params });
  session.treatments.stopAll(now.id);
}

const redirectFailure = (error: string): BlockFailure =>
  new BlockFailure(error, `The redirect failed: ${error}.`, 'error.interaction.redirect');
