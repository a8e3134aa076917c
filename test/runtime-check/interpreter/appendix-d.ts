// The algorithm of SCXML 1.0, Appendix D, written down once more: procedure by procedure, slow and plain, on charts that hold nothing but states and
// transitions. What the interpreter does faster is compared with it.

export interface Chart {
  readonly kind: 'scxml' | 'state' | 'parallel' | 'final' | 'history';
  readonly id: string;
  readonly parent: Chart | undefined;
  /** Place in document order. */
  readonly index: number;
  /** Without history states. */
  readonly children: Chart[];
  readonly history: Chart[];
  readonly deep: boolean;
  readonly transitions: Arrow[];
  /** Default entry of a compound state or of the root, and default of a history state. */
  initial: Arrow | undefined;
  /** Event that is raised on entry. */
  raises: string | undefined;
}

export interface Arrow {
  readonly source: Chart;
  /** Undefined: eventless. */
  readonly events: readonly string[] | undefined;
  /** A state that must, or must not, be active. */
  readonly guard: { readonly active: boolean; readonly state: string } | undefined;
  readonly targets: readonly Chart[];
  readonly internal: boolean;
  /** Text that its content logs. */
  readonly log: string;
}

export interface Reference {
  /** `enter a`, `exit a`, `a -> b c on e`, `log x`. */
  readonly lines: readonly string[];
  /** An event from outside, and all that follows from it. */
  send(name: string): void;
}

const isDescendant = (a: Chart, b: Chart): boolean =>
  a.parent !== undefined && (a.parent === b || isDescendant(a.parent, b));
const isAtomic = (s: Chart): boolean => s.children.length === 0;
const isCompound = (s: Chart): boolean => s.kind === 'state' && s.children.length > 0;
const inOrder = (states: Iterable<Chart>): Chart[] => [...states].sort((a, b) => a.index - b.index);

function properAncestors(s: Chart, end: Chart | undefined): Chart[] {
  const found: Chart[] = [];
  for (let at = s.parent; at && at !== end; at = at.parent) found.push(at);
  return found;
}

/** Runs `root` until it waits; `most` microsteps at most. */
export function interpret(root: Chart, most: number): Reference {
  const lines: string[] = [];
  const configuration = new Set<Chart>();
  const historyValue = new Map<Chart, readonly Chart[]>();
  const internalQueue: string[] = [];
  let running = true;
  let microsteps = 0;

  function effectiveTargets(targets: readonly Chart[]): Set<Chart> {
    const found = new Set<Chart>();
    for (const s of targets) {
      if (s.kind !== 'history') found.add(s);
      else {
        const remembered = historyValue.get(s) ?? [...effectiveTargets(s.initial?.targets ?? [])];
        for (const state of remembered) found.add(state);
      }
    }
    return found;
  }

  function transitionDomain(t: Arrow): Chart | undefined {
    const targets = [...effectiveTargets(t.targets)];
    if (targets.length === 0) return undefined;
    const staysInside = t.internal && isCompound(t.source) && targets.every((s) => isDescendant(s, t.source));
    return staysInside ? t.source : findLcca([t.source, ...targets]);
  }

  function findLcca([head, ...tail]: readonly Chart[]): Chart | undefined {
    return (
      head &&
      properAncestors(head, undefined)
        .filter((s) => isCompound(s) || s.kind === 'scxml')
        .find((ancestor) => tail.every((s) => isDescendant(s, ancestor)))
    );
  }

  function exitSet(transitions: readonly Arrow[]): Set<Chart> {
    const found = new Set<Chart>();
    for (const t of transitions) {
      const domain = transitionDomain(t);
      for (const s of configuration)
        if (t.targets.length > 0 && domain && isDescendant(s, domain)) found.add(s);
    }
    return found;
  }

  function selectTransitions(event: string | undefined): readonly Arrow[] {
    const enabled = new Set<Arrow>();
    for (const state of inOrder([...configuration].filter(isAtomic))) {
      const found = [state, ...properAncestors(state, undefined)]
        .flatMap((s) => s.transitions)
        .find((t) => matches(t, event) && holds(t));
      if (found) enabled.add(found);
    }
    return removeConflicting([...enabled]);
  }

  function matches({ events }: Arrow, event: string | undefined): boolean {
    if (event === undefined || events === undefined) return event === events;
    return events.some((d) => d === '*' || d === event || event.startsWith(`${d}.`));
  }

  const holds = ({ guard }: Arrow): boolean =>
    !guard || [...configuration].some((s) => s.id === guard.state) === guard.active;

  function removeConflicting(enabled: readonly Arrow[]): readonly Arrow[] {
    const filtered = new Set<Arrow>();
    for (const t1 of enabled) {
      let preempted = false;
      const toRemove = new Set<Arrow>();
      for (const t2 of filtered) {
        const both = exitSet([t2]);
        if (![...exitSet([t1])].some((s) => both.has(s))) continue;
        if (isDescendant(t1.source, t2.source)) toRemove.add(t2);
        else {
          preempted = true;
          break;
        }
      }
      if (preempted) continue;
      for (const t3 of toRemove) filtered.delete(t3);
      filtered.add(t1);
    }
    return [...filtered];
  }

  function microstep(transitions: readonly Arrow[], event: string | undefined): void {
    microsteps++;
    if (microsteps > most) {
      running = false;
      return;
    }
    exitStates(transitions);
    for (const t of transitions) {
      const on = event === undefined ? '' : ` on ${event}`;
      lines.push(`${t.source.id} -> ${t.targets.map((s) => s.id).join(' ')}${on}`, `log ${t.log}`);
    }
    enterStates(transitions);
  }

  function exitStates(transitions: readonly Arrow[]): void {
    const leaving = inOrder(exitSet(transitions)).reverse();
    for (const s of leaving) {
      for (const h of s.history) {
        const remembered = [...configuration].filter((state) =>
          h.deep ? isAtomic(state) && isDescendant(state, s) : state.parent === s,
        );
        historyValue.set(h, inOrder(remembered));
      }
    }
    for (const s of leaving) {
      lines.push(`exit ${s.id}`);
      configuration.delete(s);
    }
  }

  function enterStates(transitions: readonly Arrow[]): void {
    const toEnter = new Set<Chart>();
    const byDefault = new Set<Chart>();
    const historyContent = new Map<Chart, string>();

    function addDescendants(state: Chart): void {
      if (state.kind === 'history') {
        const remembered = historyValue.get(state);
        const targets = remembered ?? state.initial?.targets ?? [];
        if (!remembered && state.parent) historyContent.set(state.parent, state.initial?.log ?? '');
        for (const s of targets) addDescendants(s);
        for (const s of targets) addAncestors(s, state.parent);
        return;
      }
      toEnter.add(state);
      if (isCompound(state)) {
        byDefault.add(state);
        const targets = state.initial?.targets ?? [];
        for (const s of targets) addDescendants(s);
        for (const s of targets) addAncestors(s, state);
      } else if (state.kind === 'parallel') addRegions(state);
    }
    function addAncestors(state: Chart, ancestor: Chart | undefined): void {
      for (const anc of properAncestors(state, ancestor)) {
        toEnter.add(anc);
        if (anc.kind === 'parallel') addRegions(anc);
      }
    }
    function addRegions(parallel: Chart): void {
      for (const child of parallel.children) {
        if (![...toEnter].some((s) => isDescendant(s, child))) addDescendants(child);
      }
    }

    for (const t of transitions) {
      for (const s of t.targets) addDescendants(s);
      const ancestor = t.source.kind === 'scxml' ? t.source : transitionDomain(t);
      for (const s of effectiveTargets(t.targets)) addAncestors(s, ancestor);
    }
    for (const s of inOrder(toEnter)) {
      if (s.kind === 'scxml') continue;
      configuration.add(s);
      lines.push(`enter ${s.id}`);
      if (s.raises !== undefined) internalQueue.push(s.raises);
      if (byDefault.has(s) && s.initial?.log) lines.push(`log ${s.initial.log}`);
      const content = historyContent.get(s);
      if (content) lines.push(`log ${content}`);
      if (s.kind === 'final') finish(s);
    }
  }

  function finish({ parent }: Chart): void {
    if (!parent || parent.kind === 'scxml') {
      running = false;
      return;
    }
    internalQueue.push(`done.state.${parent.id}`);
    const grandparent = parent.parent;
    if (grandparent?.kind === 'parallel' && grandparent.children.every(isInFinalState)) {
      internalQueue.push(`done.state.${grandparent.id}`);
    }
  }

  function isInFinalState(s: Chart): boolean {
    if (isCompound(s)) return s.children.some((c) => c.kind === 'final' && configuration.has(c));
    return s.kind === 'parallel' && s.children.every(isInFinalState);
  }

  function finishMacrostep(): void {
    while (running) {
      let enabled = selectTransitions(undefined);
      let event: string | undefined;
      if (enabled.length === 0) {
        event = internalQueue.shift();
        if (event === undefined) return;
        enabled = selectTransitions(event);
      }
      if (enabled.length > 0) microstep(enabled, event);
    }
    exitInterpreter();
  }

  function exitInterpreter(): void {
    if (microsteps > most) return;
    for (const s of inOrder(configuration).reverse()) lines.push(`exit ${s.id}`);
  }

  const start = root.initial;
  if (start) enterStates([start]);
  finishMacrostep();
  return {
    lines,
    send(name) {
      if (!running) return;
      const enabled = selectTransitions(name);
      if (enabled.length > 0) microstep(enabled, name);
      finishMacrostep();
    },
  };
}
