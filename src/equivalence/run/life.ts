// What others do to the interaction of a run, and what a strategy does then: it ends with the call, starts again when nobody has answered, enters the block that
// waited once more when the interaction is presented again.
import type { Strategy } from '../../ir/nodes.js';
import type { Gone, News } from '../../runtime-check/world/news.js';
import type { Driven } from './drive.js';
import { BlockAgain } from './faults.js';
import type { Flow } from './flow.js';
import { giveUpAll } from './routing/requests.js';
import { routingOf } from './routing/state.js';
import type { SourceSession } from './session.js';

export interface LifeSetup {
  readonly session: SourceSession;
  /** Id under which the interaction began. */
  readonly main: string;
  readonly driven: () => Driven;
  /** The strategy from its start, with nothing kept of what it did before. */
  readonly start: () => Flow<void>;
  /** A strategy that runs without the call. */
  readonly afterLoss: (strategy: Strategy) => Flow<void>;
  /** Default routing has begun: nothing is entered again. */
  readonly isDefaulting: () => boolean;
  /** The run ends with the interaction; the flow goes on with `next`, if anything. */
  readonly lost: (next: Flow<void> | undefined) => void;
}

/** A listener of the world. */
export function hearLife(setup: LifeSetup): (news: News) => void {
  const { session, main, driven } = setup;
  const { world, treatments } = session;
  const own = (): string | undefined => world.interactions.current(main)?.id;
  /** Where the call stood when the strategy began. */
  const home = world.interactions.find(main)?.device;
  let isPresented = world.interactions.find(main)?.presented === true;
  return (news) => {
    switch (news.what) {
      case 'merged':
        treatments.move(news.from, news.into);
        return;
      case 'gone':
        if (news.interaction === own()) gone(news, setup);
        return;
      case 'presented':
        if (news.interaction !== own()) return;
        if (isPresented) presentedAgain(setup);
        isPresented = true;
        return;
      case 'routeRequest':
        // Blocks behind the green port still run. Where it stood before, nobody has answered; anywhere else another strategy takes it.
        if (news.interaction !== own() || !wasRouted(session)) return;
        session.assume('present.after-routing');
        driven().replace(news.device === home ? setup.start() : undefined);
        return;
      default:
        return;
    }
  };
}

/** The strategy has routed the call already. */
const wasRouted = (session: SourceSession): boolean =>
  session.recorder.steps.some(({ kind }) => kind === 'routed' || kind === 'defaulted');

function presentedAgain({ session, driven, start, isDefaulting }: LifeSetup): void {
  if (wasRouted(session)) {
    session.assume('present.after-routing');
    driven().replace(start());
    return;
  }
  // Only Interaction Server presents again; the switch does not.
  if (isDefaulting() || session.interaction().category === 'voice') return;
  session.treatments.stopAll(session.interaction().id, 'silent');
  giveUpAll(session);
  driven().raise(new BlockAgain());
}

function gone(news: Gone, { session, afterLoss, lost }: LifeSetup): void {
  const { treatments, recorder } = session;
  // A call that was delivered is over in the usual way.
  if (!news.abandoned && news.by === 'caller') return;
  treatments.stopAll(news.interaction, 'silent');
  recorder.step('ended', { by: news.by });
  const routing = routingOf(session);
  routing.live.clear();
  const { hook } = routing;
  const counts = session.assume('abandoned.event') === 'every loss' || news.event === 'deleted';
  lost(hook !== undefined && counts ? afterLoss(hook) : undefined);
}
