// Compiles the tree of states: first every state in document order, then what refers to states by their ids.
import { attribute, childElement, type XmlElement } from '../../xml/index.js';
import { expressionOf, listOf, literalOf, type Compilation } from './attributes.js';
import { compileBlock, compileDoneData, compileScript, reportMisplaced, scxmlChildren } from './content.js';
import { compileDatamodel } from './datamodel.js';
import { planEntry } from './entry-set.js';
import { eventDescriptors } from './event-descriptors.js';
import { compileInvoke } from './invoke.js';
import type { Block, DataItem, Expression, Invoke, State, StateKind, Transition } from './nodes.js';
import { ownScopes } from './scopes.js';
import { canBeActiveTogether, isDescendant, mayBeDefault } from './tree.js';

/** A state while it is compiled. */
interface Draft extends State {
  last: number;
  children: State[];
  history: State[];
  initial: Transition | undefined;
  eventless: Transition[];
  evented: Transition[];
  onentry: Block[];
  onexit: Block[];
  data: DataItem[];
  invokes: Invoke[];
  donedata: State['donedata'];
  scope: State['scope'];
}

/** A transition while it is compiled. */
interface TransitionDraft extends Transition {
  plan: Transition['plan'];
}

export interface StateTree {
  readonly root: State;
  readonly states: readonly State[];
  readonly stateById: ReadonlyMap<string, State>;
  readonly transitions: readonly Transition[];
  readonly scripts: readonly Expression[];
}

const stateKinds: ReadonlySet<string> = new Set(['state', 'parallel', 'final', 'history']);
/** Children of a state that are no states and are compiled here. */
const parts: ReadonlySet<string> = new Set([
  'onentry',
  'onexit',
  'transition',
  'initial',
  'datamodel',
  'donedata',
  'invoke',
  'script',
]);

/** `prefixes`: the states that were included, with the prefix of the ids inside. */
export function compileStates(
  compilation: Compilation,
  rootElement: XmlElement,
  prefixes: ReadonlyMap<XmlElement, string>,
): StateTree {
  const states: Draft[] = [];
  const stateById = new Map<string, Draft>();
  const transitions: TransitionDraft[] = [];
  const scripts: Expression[] = [];

  function addState(element: XmlElement, kind: StateKind, parent: Draft | undefined): Draft {
    const index = states.length;
    const state: Draft = {
      kind,
      id: literalOf(element, 'id') ?? (kind === 'scxml' ? '' : `$${index}`),
      index,
      last: index,
      parent,
      ancestors: parent ? [parent, ...parent.ancestors] : [],
      children: [],
      history: [],
      initial: undefined,
      eventless: [],
      evented: [],
      onentry: [],
      onexit: [],
      data: [],
      donedata: undefined,
      invokes: [],
      scope: undefined,
      deep: literalOf(element, 'type') === 'deep',
      element,
    };
    states.push(state);
    const known = stateById.get(state.id);
    if (known) {
      const line = known.element.tagSpan.start.line;
      compilation.report('IRD5503', element.tagSpan, { id: state.id, line });
    } else stateById.set(state.id, state);
    for (const child of scxmlChildren(element)) addChild(child, state);
    state.last = states.length - 1;
    return state;
  }

  function addChild(child: XmlElement, parent: Draft): void {
    const refused = compilation.dialect.refused[child.local];
    if (refused) {
      const data = { element: child.name, dialect: compilation.dialect.name, reason: refused.reason };
      compilation.report('IRD5506', child.tagSpan, data);
    } else if (stateKinds.has(child.local) && mayHoldStates(parent, child.local)) {
      const state = addState(child, child.local as StateKind, parent); // one of `stateKinds`
      (state.kind === 'history' ? parent.history : parent.children).push(state);
    } else if (!parts.has(child.local)) reportMisplaced(compilation, child);
  }

  /** Compiles what stands in a state, once all states are known. */
  function fill(state: Draft): void {
    compilation.within(state.index);
    for (const child of scxmlChildren(state.element)) {
      switch (child.local) {
        case 'onentry':
          state.onentry.push(compileBlock(compilation, child));
          break;
        case 'onexit':
          state.onexit.push(compileBlock(compilation, child));
          break;
        case 'transition':
          addTransition(child, state);
          break;
        case 'datamodel':
          state.data.push(...compileDatamodel(compilation, child));
          break;
        case 'donedata':
          state.donedata = compileDoneData(compilation, child);
          break;
        case 'invoke':
          if (!compilation.dialect.refused['invoke']) state.invokes.push(compileInvoke(compilation, child));
          break;
        case 'script':
          if (state.kind === 'scxml') scripts.push(compileScript(compilation, child));
          else reportMisplaced(compilation, child);
          break;
      }
    }
    if (state.kind !== 'history') state.initial = initialOf(state);
  }

  function addTransition(element: XmlElement, state: Draft): void {
    if (state.kind === 'final') {
      reportMisplaced(compilation, element);
      return;
    }
    const made = makeTransition(element, state, targetsOf(element, 'target'));
    if (state.kind === 'history') {
      state.initial = made;
      if (made.targets.length === 0 || !made.targets.every((target) => mayBeDefault(target, state))) {
        compilation.report('IRD5504', element.tagSpan, {
          state: state.id,
          problem: 'has no default inside its parent',
        });
      }
    } else (made.events ? state.evented : state.eventless).push(made);
  }

  function makeTransition(element: XmlElement, source: State, targets: readonly State[]): Transition {
    const event = attribute(element, 'event')?.value.text;
    const made: TransitionDraft = {
      index: transitions.length,
      source,
      events: event === undefined ? undefined : eventDescriptors(event),
      cond: expressionOf(compilation, element, 'cond', 'condition'),
      targets,
      internal: literalOf(element, 'type') === 'internal',
      // The default entry without an element of its own has the state's element, which holds no actions.
      content: element === source.element ? [] : compileBlock(compilation, element),
      plan: undefined,
      element,
    };
    transitions.push(made);
    return made;
  }

  function targetsOf(element: XmlElement, name: string): readonly State[] {
    const found = listOf(element, name).flatMap((id) => {
      const state = stateById.get(id);
      if (state && state.kind !== 'scxml') return [state];
      const span = attribute(element, name)?.span ?? element.tagSpan;
      compilation.report('IRD5502', span, { target: id });
      return [];
    });
    for (const [at, state] of found.entries()) {
      const other = found.slice(0, at).find((earlier) => !canBeActiveTogether(earlier, state));
      if (other) {
        compilation.report('IRD5510', element.tagSpan, { first: other.id, second: state.id });
        return [other];
      }
    }
    return found;
  }

  /** The default entry: of the attribute, of the element, or the first child. */
  function initialOf(state: Draft): Transition | undefined {
    const element = scxmlChildren(state.element).find((child) => child.local === 'initial');
    const written = attribute(state.element, 'initial');
    const inner = element && scxmlChildren(element).find((child) => child.local === 'transition');
    if (state.children.length === 0) {
      if (inner && compilation.dialect.initialLeadsOut) addTransition(inner, state);
      else if (element ?? written) reportInitial(state, 'has no states inside');
      return undefined;
    }
    if (state.kind === 'parallel') return undefined;
    if (element && state.kind === 'scxml' && !compilation.dialect.initialElementOfRoot) {
      reportMisplaced(compilation, element);
    }
    if (element && written) {
      const data = { element: state.element.name, first: 'initial', second: '<initial>' };
      compilation.report('IRD5509', state.element.tagSpan, data);
    }
    if (element && !inner) reportInitial(state, 'has an initial element without transition');
    return makeTransition(inner ?? state.element, state, initialTargets(state, inner));
  }

  function initialTargets(state: Draft, inner: XmlElement | undefined): readonly State[] {
    const written = attribute(state.element, 'initial');
    if (!written && !inner) return state.children.slice(0, 1);
    const targets = inner && !written ? targetsOf(inner, 'target') : targetsOf(state.element, 'initial');
    const inside = targets.filter((target) => isDescendant(target, state));
    if (targets.length === 0) reportInitial(state, 'does not say in which state it starts');
    else if (inside.length < targets.length) reportInitial(state, 'starts in a state that is not inside it');
    return inside;
  }

  const reportInitial = (state: State, problem: string): void => {
    const include = childElement(state.element, 'include');
    if (include) {
      const reason = 'files that it includes are not at hand';
      const data = { element: include.name, dialect: compilation.dialect.name, reason };
      compilation.report('IRD5506', include.tagSpan, data);
    } else compilation.report('IRD5504', state.element.tagSpan, { state: state.id, problem });
  };

  const root = addState(rootElement, 'scxml', undefined);
  for (const state of states) fill(state);
  const scopes = ownScopes(states, compilation.expressions, ({ element }) => prefixes.get(element));
  for (const state of states) state.scope = scopes.get(state);
  for (const transition of transitions) {
    const { source } = transition;
    // A default entry is part of other transitions' plans, but for the one that starts the page.
    if (source.initial !== transition || source === root) transition.plan = fixedPlan(transition);
  }
  if (root.children.length === 0) reportInitial(root, 'has no states inside');
  return { root, states, stateById, transitions, scripts };
}

/** The plan of a transition that meets no history state. */
function fixedPlan(transition: Transition): Transition['plan'] {
  let fixed = transition.targets.every((target) => target.kind !== 'history');
  const plan = planEntry(transition, new Map(), () => {
    fixed = false;
  });
  return fixed ? plan : undefined;
}

const mayHoldStates = (parent: State, kind: string): boolean =>
  parent.kind === 'scxml' || parent.kind === 'state' || (parent.kind === 'parallel' && kind !== 'final');
