// Sends events from outside while a state is active, with data that its conditions ask for: for events that nothing in the simulated world makes.
import type { Block, Expression, Transition } from '../document/nodes.js';
import type { Scenario } from '../scenario/types.js';
import { isWithin, mostPlaces, placesIn, type AimContext } from './aim-context.js';
import { fewVariants, inputsOf, singleChanges } from './change-inputs.js';
import {
  joinScenarios,
  withAnswers,
  withEvent,
  withInteraction,
  type OutsideEvent,
} from './edit-scenario.js';
import { eventWishes, findEventData, type EventData } from './event-data.js';
import { lastName, nodesOf, treeOf } from './page-code.js';
import type { RunLog } from './run-log.js';

/** The event is sent while the state, or one inside it, is active. */
export function* sendFromOutside(
  transition: Transition,
  descriptor: string,
  base: RunLog,
  context: AimContext,
): Generator<Scenario> {
  const { source } = transition;
  const name = descriptor === '' ? 'event.from.outside' : descriptor;
  const { answers, happenings = [] } = base.scenario;
  const before = [...(answers?.events ?? []), ...happenings].flatMap((each) => each.in ?? []);
  const places = [...new Set([...placesIn(source, base, context.states), ...before])];
  const sent: { readonly event: OutsideEvent; readonly fits: boolean }[] = [];
  for (const place of places.slice(0, mostPlaces)) {
    const found = lookForData(transition, place, name, base, context);
    if (found === undefined) continue;
    const event = eventIn(place, name, found);
    sent.push({ event, fits: found.fits });
    yield withEvent(base.scenario, event);
  }
  if (sent.length > 0 && sent.every(({ fits }) => !fits))
    yield* sendOnOtherMedia(transition, name, places, base, context);
  for (const { event } of sent.filter(({ fits }) => !fits)) {
    for (const variant of singleChanges(transition, base, context, 0, fewVariants))
      yield withEvent(variant, event);
  }
}

/** What a page does with events often depends on the kind of interaction. */
function* sendOnOtherMedia(
  transition: Transition,
  name: string,
  places: readonly string[],
  base: RunLog,
  context: AimContext,
): Generator<Scenario> {
  const inputs = inputsOf(transition, context);
  if (!inputs.some(({ source }) => source.kind === 'interaction')) return;
  for (const media of otherMedia) {
    const scenario = withInteraction(base.scenario, { media });
    for (const place of places.slice(0, mostPlaces)) {
      const found = lookForData(transition, place, name, { ...base, scenario }, context);
      if (found !== undefined) yield withEvent(scenario, eventIn(place, name, found));
      if (found?.fits === true) return;
    }
  }
}

const otherMedia = ['email', 'chat', 'none'] as const;

const lookMark = 'ird2scxml.look';

const eventIn = (place: string, name: string, { data }: EventData): OutsideEvent => ({
  in: place,
  name,
  ...(Object.keys(data).length === 0 ? {} : { data }),
});

/** Undefined when the source of the transition is not active when the event is taken. */
function lookForData(
  { index, source, cond, content }: Transition,
  place: string,
  name: string,
  base: RunLog,
  { look, code, looked }: AimContext,
): EventData | undefined {
  const wishes = eventWishes(cond?.code, codeOf(content), code.functions);
  const asking = withEvent(base.scenario, { in: place, name, data: { [lookMark]: index } });
  const key = JSON.stringify(asking);
  if (looked.has(key)) return looked.get(key);
  let found: EventData | undefined;
  look(asking, ({ name: taken, data }, inspect) => {
    const isAsking = typeof data === 'object' && data !== null && Object.hasOwn(data, lookMark);
    if (taken !== name || !isAsking || inspect(`In(${JSON.stringify(source.id)})`) !== true) return;
    found ??= findEventData(wishes, name, (code) => inspect(code, source.index));
  });
  looked.set(key, found);
  return found;
}

/**
 * What holds in the source when it is entered depends on where it was left for it: the event that leads there is sent in states that set
 * a name which the conditions ask for.
 */
export function* arriveOtherwise(
  transition: Transition,
  base: RunLog,
  context: AimContext,
): Generator<Scenario> {
  const { source, cond } = transition;
  const asked = [cond, ...source.eventless.map((other) => other.cond)].filter((each) => each !== undefined);
  const setters = [...new Set(asked.flatMap((each) => statesThatFulfil(each, context)))];
  if (setters.length === 0) return;
  const incoming = context.transitions.filter(
    ({ targets, events }) => targets.includes(source) && events !== undefined,
  );
  for (const arriving of incoming) {
    for (const place of setters) {
      const from = context.runIn(place);
      if (from === undefined || !isWithin(place, arriving.source, from.stays)) continue;
      // What the base has beside the events, such as another medium, may be what it takes.
      const media = base.scenario.interaction?.media;
      const scenarios = [
        from.scenario,
        ...(media === undefined ? [] : [withInteraction(from.scenario, { media })]),
        joinScenarios(from.scenario, withAnswers(base.scenario, { events: [] })),
      ];
      for (const name of arriving.events ?? []) {
        for (const scenario of scenarios) {
          const found = lookForData(arriving, place, name, { ...from, scenario }, context);
          if (found === undefined) continue;
          const arrived = withEvent(scenario, eventIn(place, name, found));
          yield arrived;
          // Sent together with the event that leads there, the own event comes before any reply.
          for (const own of transition.events ?? []) yield withEvent(arrived, { in: place, name: own });
          if (found.fits) break;
        }
      }
    }
  }
}

/** States in which a name gets the literal that a condition, or a function that it calls, compares it with. */
function statesThatFulfil(cond: Expression, { flow, code }: AimContext): readonly string[] {
  const tree = treeOf(cond.code, 'condition');
  if (!tree) return [];
  const called = [...nodesOf(tree)].flatMap((node) =>
    node.type === 'CallExpression' ? (code.functions.get(lastName(node.callee) ?? '')?.body ?? []) : [],
  );
  return [tree, ...called].flatMap((part) =>
    flow
      .comparisons(part)
      .flatMap(({ sources, literal }) =>
        sources.flatMap(({ kind, name }) => (kind === 'name' ? flow.statesThatSet(name, literal) : [])),
      ),
  );
}

/** The script texts of a block, for the fields of the event that they read. */
function codeOf(block: Block): readonly string[] {
  return block.flatMap((action): readonly string[] => {
    switch (action.kind) {
      case 'script':
        return [action.script.code];
      case 'assign':
        return [action.assignment.value?.code ?? action.assignment.code];
      case 'if':
        return action.branches.flatMap(({ content }) => codeOf(content));
      default:
        return [];
    }
  });
}
