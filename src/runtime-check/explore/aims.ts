// Aims at one transition: scenarios that may make it be taken, made from a run that was in its state. The event that it waits for is brought about by
// what the page does there, else sent from outside; its condition is read for the inputs that it depends on.
import { matchesEvent } from '../document/event-descriptors.js';
import type { State, Transition } from '../document/nodes.js';
import type { Scenario } from '../scenario/types.js';
import { isWithin, mostPlaces, placesIn, type AimContext } from './aim-context.js';
import { changeInputs } from './change-inputs.js';
import type { DataFlow } from './data-flow.js';
import { withFailure, withFetch, withInteraction, withoutFailures, withTreatment } from './edit-scenario.js';
import { happeningIn } from './outside.js';
import { treeOf } from './page-code.js';
import type { RunLog } from './run-log.js';
import { arriveOtherwise, sendFromOutside } from './send-events.js';
import { readinessVariants, readyAt } from './readiness.js';
import { requestsOf, variantsOf } from './variants.js';

/** Moments of one run at which somebody becomes ready. */
const mostMoments = 10;

/** Scenarios that may take `transition`, most promising first. `base` was in its source. */
export function* aimsAt(transition: Transition, base: RunLog, context: AimContext): Generator<Scenario> {
  if (transition.events !== undefined) {
    for (const descriptor of transition.events) yield* bringAbout(transition, descriptor, base, context);
    for (const descriptor of transition.events) yield* sendFromOutside(transition, descriptor, base, context);
    yield* readinessVariants(base.scenario);
  }
  yield* arriveOtherwise(transition, base, context);
  yield* changeInputs(transition, base, context);
}

/** The event comes of what the page does in the state. */
function* bringAbout(
  transition: Transition,
  descriptor: string,
  base: RunLog,
  context: AimContext,
): Generator<Scenario> {
  const { flow, states } = context;
  const { scenario, actions, stays } = base;
  const { source } = transition;
  // All events, or all of a module, are no wish for one of them.
  if (descriptor.includes('.')) {
    for (const place of placesIn(source, base, states).slice(0, mostPlaces)) {
      yield* happeningIn(scenario, descriptor, place);
    }
  }
  const within = actions.filter(({ state, event }) => event !== '' && isWithin(state, source, stays));
  const texts = comparedTexts(transition, flow);
  if (matchesEvent(descriptor, 'queue.submit.done')) {
    // Also for requests that were made in an earlier state and still wait.
    for (const at of momentsIn(source, base)) yield readyAt(base, at);
  }
  for (const { name, event, nth, written } of within) {
    if (matchesEvent(descriptor, `error.${event}`)) {
      for (const error of [undefined, ...texts]) yield withFailure(scenario, name, nth, error);
      if (name.startsWith('dialog:'))
        yield withTreatment(scenario, `in ${written} {`, { error: texts[0] ?? 'failed' });
    }
    if (name === 'session:fetch') yield* answersToFetch(descriptor, base, context);
    if (matchesEvent(descriptor, `${event}.done`)) {
      yield withoutFailures(scenario, name);
      yield* readinessVariants(withoutFailures(scenario, name));
    }
  }
  if (matchesEvent(descriptor, 'interaction.deleted')) {
    for (const { from, to } of (stays.get(source.id) ?? []).slice(0, 3)) {
      if (to > from) yield withInteraction(scenario, { hangup: Math.round((from + to) * 500) / 1000 });
    }
  }
}

/** Servers that answer, and servers that take too long. */
function* answersToFetch(descriptor: string, base: RunLog, context: AimContext): Generator<Scenario> {
  if (matchesEvent(descriptor, 'session.fetch.done')) {
    yield* variantsOf({ kind: 'event', name: 'content' }, base, [], context);
  } else if (matchesEvent(descriptor, 'error.session.fetch')) {
    for (const { kind, url } of requestsOf(base)) yield withFetch(base.scenario, kind, { url, lasts: 3600 });
  }
}

/** Moments at which a state, or one inside it, waits. */
function momentsIn(source: State, { stays }: RunLog): readonly number[] {
  const all = [...stays]
    .filter(([id]) => isWithin(id, source, stays))
    .flatMap(([, list]) => list.slice(0, 2));
  const middles = all
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => Math.round((from + to) * 500) / 1000);
  return [...new Set(middles)].sort((a, b) => a - b).slice(0, mostMoments);
}

/** Texts that the condition of a transition compares with: of errors, most often. */
function comparedTexts({ cond }: Transition, flow: DataFlow): readonly string[] {
  const tree = cond && treeOf(cond.code, 'condition');
  const literals = tree ? flow.comparisons(tree).map(({ literal }) => literal) : [];
  return [...new Set(literals.filter((literal) => typeof literal === 'string'))];
}
