// Changes the inputs that a transition depends on: what its condition reads, directly or through the page's data, and what other transitions of its state
// read that would be taken instead.
import { matchesEvent } from '../document/event-descriptors.js';
import type { Transition } from '../document/nodes.js';
import type { Scenario } from '../scenario/types.js';
import type { AimContext } from './aim-context.js';
import type { Comparison, Literal } from './comparisons.js';
import { keyOf, type DataFlow, type Source } from './data-flow.js';
import { joinScenarios, withAnswers } from './edit-scenario.js';
import { treeOf } from './page-code.js';
import type { RunLog } from './run-log.js';
import { readinessVariants } from './readiness.js';
import { dataVariants, variantsOf } from './variants.js';

const mostVariants = 40;
/** Variants of one input that are tried before those of the next. */
const perTurn = 6;
/** Variants of each input that come before two are changed at once. */
export const fewVariants = 12;
const mostPaired = 4;
const mostInPairs = 9;
/** How far away the data of the page may be that a failing script of the state reads. */
const nearData = 1;

export interface Input {
  readonly source: Source;
  readonly wanted: readonly Literal[];
  readonly distance: number;
}

/** Transitions that are taken instead when their conditions hold. */
function rivalsOf({ source, events, index }: Transition): readonly Transition[] {
  const before = (events === undefined ? source.eventless : source.evented).filter(
    (other) => other.index < index,
  );
  return before.filter(
    (other) =>
      events === undefined ||
      events.some((name) => other.events?.some((descriptor) => matchesEvent(descriptor, name))),
  );
}

/** What the condition depends on, nearest first, with the literals that it compares each with. */
export function inputsOf(transition: Transition, { flow, code }: AimContext): readonly Input[] {
  const { source } = transition;
  const trees = [transition, ...rivalsOf(transition)].flatMap(
    ({ cond }) => (cond && treeOf(cond.code, 'condition')) ?? [],
  );
  const asked = trees.flatMap((tree) => flow.comparisons(tree));
  const scripts = dependsOnScripts(transition, asked, flow)
    ? code.pieces.filter(({ state }) => state === source.id).map(({ tree }) => tree)
    : [];
  // What the scripts of the state compare decides before the condition is asked.
  const compared = [...scripts.flatMap((tree) => flow.comparisons(tree)), ...asked];
  const read = [...trees, ...scripts].flatMap((tree) => flow.reads(tree));
  const near = new Map<string, Literal[]>();
  for (const { sources, literal } of compared) {
    for (const { source: input } of flow.inputs(sources)) {
      const list = near.get(keyOf(input)) ?? [];
      near.set(keyOf(input), [...list, literal]);
    }
  }
  return flow.inputs(read).map(({ source: input, distance }) => ({
    source: input,
    wanted: near.get(keyOf(input)) ?? [],
    distance,
  }));
}

/** The condition, or whether the event comes at all, depends on inputs: one is changed, then two at once. */
export function* changeInputs(
  transition: Transition,
  base: RunLog,
  context: AimContext,
): Generator<Scenario> {
  yield* comeOtherwise(transition, base, context);
  if (waitsForScriptErrors(transition)) yield* dataChanges(transition, base, context, nearData);
  yield* singleChanges(transition, base, context, 0, fewVariants);
  yield* readinessVariants(base.scenario);
  yield* twoChanges(transition, base, context);
  yield* singleChanges(transition, base, context, fewVariants, mostVariants);
  // To set data of the page itself from outside is the least natural.
  yield* dataChanges(transition, base, context, Infinity);
}

/** Whether a transition waits for a script of its state to fail, or to come to the line that sets what the condition asks for. */
const dependsOnScripts = (transition: Transition, compared: readonly Comparison[], flow: DataFlow): boolean =>
  waitsForScriptErrors(transition) ||
  compared.some(({ sources, literal }) =>
    sources.some(
      ({ kind, name }) => kind === 'name' && flow.statesThatSet(name, literal).includes(transition.source.id),
    ),
  );

const waitsForScriptErrors = ({ events }: Transition): boolean =>
  events?.some((name) => matchesEvent(name, 'error.script.TypeError')) ?? false;

/** One input changed: the variants from one number up to another, of each input some and then some more. */
export function* singleChanges(
  transition: Transition,
  base: RunLog,
  context: AimContext,
  from: number,
  to: number,
): Generator<Scenario> {
  const inputs = inputsOf(transition, context);
  const timed = timedBy(inputs, context);
  const lists = inputs.map(({ source, wanted }) => variantsOf(source, base, wanted, timed));
  for (let at = from; at < to; at += perTurn) {
    for (const list of lists) yield* list.slice(at, Math.min(to, at + perTurn));
  }
}

const timedBy = (inputs: readonly Input[], context: AimContext): AimContext => ({
  ...context,
  isTimed: inputs.some(({ source }) => source.kind === 'clock'),
});

/** Data of the page that are at most so far away. */
function* dataChanges(
  transition: Transition,
  base: RunLog,
  context: AimContext,
  farthest: number,
): Generator<Scenario> {
  for (const { source, wanted, distance } of inputsOf(transition, context)) {
    if (source.kind !== 'name' || distance > farthest) continue;
    yield* dataVariants(source.name, base, wanted, context).slice(0, mostVariants);
  }
}

function* twoChanges(transition: Transition, base: RunLog, context: AimContext): Generator<Scenario> {
  const inputs = inputsOf(transition, context);
  const timed = timedBy(inputs, context);
  const paired = inputs
    .map(({ source, wanted }) => ({ source, wanted, variants: variantsOf(source, base, wanted, timed) }))
    .filter(({ variants }) => variants.length > 0)
    .slice(0, mostPaired);
  for (const [at, first] of paired.entries()) {
    for (const second of paired.slice(at + 1)) {
      for (const scenario of first.variants.slice(0, mostInPairs)) {
        yield* variantsOf(second.source, { ...base, scenario }, second.wanted, timed).slice(0, mostInPairs);
      }
    }
  }
}

/** A name that must hold a literal is given it in certain states: come through one of those. */
function* comeOtherwise(
  { cond }: Transition,
  base: RunLog,
  { flow, runIn }: AimContext,
): Generator<Scenario> {
  const tree = cond && treeOf(cond.code, 'condition');
  if (!tree) return;
  for (const { sources, literal } of flow.comparisons(tree)) {
    const names = sources.filter(({ kind }) => kind === 'name').map(({ name }) => name);
    for (const state of names.flatMap((name) => flow.statesThatSet(name, literal))) {
      const other = runIn(state);
      if (other === undefined) continue;
      const events = (base.scenario.answers?.events ?? []).map((event) =>
        event.in === undefined ? event : { ...event, in: state },
      );
      yield withAnswers(joinScenarios(base.scenario, other.scenario), {
        events: [...(other.scenario.answers?.events ?? []), ...events],
      });
      yield joinScenarios(base.scenario, other.scenario);
    }
  }
}
