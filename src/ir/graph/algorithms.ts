// Directed graphs over node numbers: what is reached, and which nodes lie on cycles. Linear, and without recursion: a strategy may be one long chain.

/** A graph of nodes 0 to `size` - 1. */
export interface Graph {
  readonly size: number;
  readonly successors: (node: number) => readonly number[];
}

/** Which nodes a path leads to, the starts themselves included. */
export function reachedFrom(graph: Graph, starts: readonly number[]): ReadonlySet<number> {
  const reached = new Set(starts);
  // A set is walked in the order of insertion, and takes in what is added on the way.
  for (const node of reached) for (const next of graph.successors(node)) reached.add(next);
  return reached;
}

/** Sets of nodes that reach each other, each in ascending order; single nodes only if they lead to themselves. (Tarjan.) */
export function cyclicComponents(graph: Graph): readonly (readonly number[])[] {
  const components: number[][] = [];
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const onPath = new Set<number>();
  const path: number[] = [];

  const enter = (node: number): Visit => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    path.push(node);
    onPath.add(node);
    return { node, successors: graph.successors(node), next: 0 };
  };
  const lower = (node: number, value: number | undefined): void => {
    low.set(node, Math.min(low.get(node) ?? Infinity, value ?? Infinity));
  };

  for (let start = 0; start < graph.size; start++) {
    if (index.has(start)) continue;
    const visits = [enter(start)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { node } = visit;
      const successor = visit.successors[visit.next++];
      if (successor !== undefined) {
        if (!index.has(successor)) visits.push(enter(successor));
        else if (onPath.has(successor)) lower(node, index.get(successor));
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) lower(parent.node, low.get(node));
      if (low.get(node) !== index.get(node)) continue;
      const component = path.splice(path.lastIndexOf(node));
      for (const member of component) onPath.delete(member);
      const isCyclic = component.length > 1 || graph.successors(node).includes(node);
      if (isCyclic) components.push(component.sort((a, b) => a - b));
    }
  }
  return components;
}

interface Visit {
  readonly node: number;
  readonly successors: readonly number[];
  next: number;
}

/** A shortest cycle within a component, in the order in which control runs, from its lowest node. */
export function cycleIn(graph: Graph, component: readonly number[]): readonly number[] {
  const start = component[0];
  if (start === undefined) return [];
  const inside = new Set(component);
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.successors(node)) {
      if (next === start) return pathTo(node, cameFrom);
      if (!inside.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  throw new Error('internal: a component without a cycle');
}

function pathTo(last: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const path: number[] = [];
  for (let node: number | undefined = last; node !== undefined; node = cameFrom.get(node)) path.push(node);
  return path.reverse();
}
