// Charts made at random, as a tree for the reference and as a page for the interpreter.
import fc from 'fast-check';
import type { Arrow, Chart } from './appendix-d.js';

/** What a state is made from; numbers choose among the states that there are in the end. */
interface Seed {
  readonly kind: number;
  readonly children: readonly Seed[];
  readonly arrows: readonly ArrowSeed[];
  readonly history: readonly { readonly deep: boolean; readonly target: number }[];
  /** Which of the states inside is entered by default; the first when undefined. */
  readonly initial: number | undefined;
  readonly raises: string | undefined;
}

interface ArrowSeed {
  readonly events: readonly string[] | undefined;
  readonly guard: { readonly active: boolean; readonly state: number } | undefined;
  readonly targets: readonly number[];
  readonly internal: boolean;
}

export const eventNames = ['a', 'b', 'c'] as const;
const any = fc.nat(1000);
const rarely = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(of, { freq: 1, nil: undefined });

const arrow: fc.Arbitrary<ArrowSeed> = fc.record({
  events: fc.oneof(
    { weight: 6, arbitrary: fc.subarray([...eventNames], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom(['*'], ['done'], ['done.state']) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  guard: rarely(fc.record({ active: fc.boolean(), state: any })),
  targets: fc.array(any, { maxLength: 3 }),
  internal: fc.boolean(),
});

const { seed } = fc.letrec<{ readonly seed: Seed }>((tie) => ({
  seed: fc.record({
    kind: any,
    children: fc.oneof(
      { depthSize: 'small' },
      fc.constant([]),
      fc.array(tie('seed'), { minLength: 1, maxLength: 3 }),
    ),
    arrows: fc.array(arrow, { maxLength: 3 }),
    history: fc.array(fc.record({ deep: fc.boolean(), target: any }), { maxLength: 1 }),
    initial: rarely(any),
    raises: rarely(fc.constantFrom(...eventNames)),
  }),
}));

/** The root of a chart. */
export const chart: fc.Arbitrary<Chart> = fc
  .array(seed, { minLength: 1, maxLength: 3 })
  .map((children) =>
    build({ kind: 0, children, arrows: [], history: [], initial: undefined, raises: undefined }),
  );

function build(rootSeed: Seed): Chart {
  const states: Chart[] = [];
  const seeds = new Map<Chart, Seed>();

  function add(from: Seed, kind: Chart['kind'], parent: Chart | undefined, deep = false): Chart {
    const index = states.length;
    const id = kind === 'scxml' ? '' : `${kind.charAt(0)}${index}`;
    const made: Chart = {
      kind,
      id,
      parent,
      index,
      children: [],
      history: [],
      deep,
      transitions: [],
      initial: undefined,
      raises: from.raises,
    };
    states.push(made);
    seeds.set(made, from);
    if (kind === 'history' || kind === 'final') return made;
    for (const child of from.children) made.children.push(add(child, kindOf(child, kind), made));
    if (kind !== 'scxml' && made.children.length > 0) {
      for (const one of from.history) {
        const inner = { ...from, raises: undefined, initial: one.target };
        made.history.push(add(inner, 'history', made, one.deep));
      }
    }
    return made;
  }

  const root = add(rootSeed, 'scxml', undefined);
  for (const state of states) {
    const from = seeds.get(state) ?? rootSeed;
    state.initial = defaultOf(state, from);
    if (state.kind === 'history' || state.kind === 'final') continue;
    from.arrows.forEach((one, at) => state.transitions.push(arrowOf(state, one, at)));
  }
  return root;

  function defaultOf(state: Chart, { initial }: Seed): Arrow | undefined {
    const owner = state.kind === 'history' ? state.parent : state;
    if (!owner || owner.children.length === 0 || state.kind === 'parallel') return undefined;
    // A history state as default of another one could lead in circles.
    const inside = states.filter(
      (s) => isInside(s, owner) && (state.kind !== 'history' || s.kind !== 'history'),
    );
    const target = initial === undefined ? owner.children[0] : inside[initial % inside.length];
    const log = initial === undefined && state.kind !== 'history' ? '' : `default of ${state.id}`;
    const targets = target ? [target] : [];
    return { source: state, events: undefined, guard: undefined, targets, internal: false, log };
  }

  function arrowOf(source: Chart, from: ArrowSeed, at: number): Arrow {
    const others = states.filter((s) => s !== root);
    const pick = (number: number): Chart => others[number % others.length] ?? source;
    const targets = from.targets
      .map(pick)
      .reduce<readonly Chart[]>(
        (kept, next) => (kept.every((other) => mayBeTogether(other, next)) ? [...kept, next] : kept),
        [],
      );
    const guard = from.guard && { active: from.guard.active, state: pick(from.guard.state).id };
    return { ...from, source, guard, targets, log: `${source.id}.${at}` };
  }
}

function kindOf({ kind, children }: Seed, parent: Chart['kind']): Chart['kind'] {
  if (children.length > 0) return kind % 3 === 0 ? 'parallel' : 'state';
  return parent !== 'parallel' && kind % 5 === 0 ? 'final' : 'state';
}

const isInside = (a: Chart, b: Chart): boolean =>
  a.parent !== undefined && (a.parent === b || isInside(a.parent, b));

/** Whether the innermost state that holds both is parallel. */
function mayBeTogether(a: Chart, b: Chart): boolean {
  if (a === b || isInside(a, b) || isInside(b, a)) return false;
  let at = a.parent;
  while (at && !isInside(b, at)) at = at.parent;
  return at?.kind === 'parallel';
}

/** The attribute of the root that says where it starts. */
export const rootAttributes = ({ initial }: Chart): string =>
  initial?.targets.length ? `initial="${idsOf(initial)}"` : '';

/** What stands between the tags of a state; of the root: the page. */
export function contentOf(state: Chart): string {
  const raised = state.raises === undefined ? '' : `<onentry><raise event="${state.raises}"/></onentry>`;
  const start =
    state.kind !== 'scxml' && state.kind !== 'history' && state.initial?.log ? state.initial : undefined;
  const initial = start ? `<initial>${element(start)}</initial>` : '';
  const fallback = state.kind === 'history' && state.initial ? element(state.initial) : '';
  const states = inDocumentOrder([...state.children, ...state.history]).map(
    (child) =>
      `<${child.kind} id="${child.id}"${child.deep ? ' type="deep"' : ''}>${contentOf(child)}</${child.kind}>`,
  );
  return raised + initial + fallback + state.transitions.map(element).join('') + states.join('');
}

const inDocumentOrder = (states: readonly Chart[]): readonly Chart[] =>
  states.toSorted((a, b) => a.index - b.index);

function element({ events, guard, targets, internal, log }: Arrow): string {
  const attributes = [
    events ? `event="${events.join(' ')}"` : '',
    guard ? `cond="${guard.active ? '' : '!'}In('${guard.state}')"` : '',
    targets.length > 0 ? `target="${targets.map(({ id }) => id).join(' ')}"` : '',
    internal ? 'type="internal"' : '',
  ];
  return `<transition ${attributes.join(' ')}><log expr="'${log}'"/></transition>`;
}

const idsOf = ({ targets }: Arrow): string => targets.map(({ id }) => id).join(' ');
