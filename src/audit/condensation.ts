// A directed graph with its cycles drawn together: what is left has an order, so that depths and longest ways can be computed in one pass.
import { cyclicComponents, type Graph } from '../ir/graph/algorithms.js';

export interface Condensation {
  /** The group that each node belongs to. */
  readonly groupOf: readonly number[];
  /** The nodes of each group: one, or several that reach each other. */
  readonly members: readonly (readonly number[])[];
  /** Groups that lie on a cycle (of one node: it leads to itself). */
  readonly cyclic: ReadonlySet<number>;
  /** Groups that a group leads to, itself left out, each once. */
  readonly successors: (group: number) => readonly number[];
  /** All groups, each after those that it leads to. */
  readonly order: readonly number[];
}

/** Draws the cycles of a graph together. Linear, and without recursion. */
export function condense(graph: Graph): Condensation {
  const groupOf: number[] = new Array<number>(graph.size).fill(-1);
  const members: (readonly number[])[] = [];
  const cyclic = new Set<number>();
  for (const component of cyclicComponents(graph)) {
    cyclic.add(members.length);
    for (const node of component) groupOf[node] = members.length;
    members.push(component);
  }
  for (let node = 0; node < graph.size; node++) {
    if (groupOf[node] !== -1) continue;
    groupOf[node] = members.length;
    members.push([node]);
  }
  const next = members.map((nodes, group) => {
    const found = new Set(nodes.flatMap((node) => graph.successors(node).map((to) => groupOf[to] ?? group)));
    found.delete(group);
    return [...found];
  });
  const successors = (group: number): readonly number[] => next[group] ?? [];
  return { groupOf, members, cyclic, successors, order: postOrder(members.length, successors) };
}

function postOrder(size: number, successors: (node: number) => readonly number[]): readonly number[] {
  const order: number[] = [];
  const entered = new Set<number>();
  for (let start = 0; start < size; start++) {
    if (entered.has(start)) continue;
    entered.add(start);
    const visits = [{ node: start, next: 0 }];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const to = successors(visit.node)[visit.next++];
      if (to === undefined) {
        order.push(visit.node);
        visits.pop();
      } else if (!entered.has(to)) {
        entered.add(to);
        visits.push({ node: to, next: 0 });
      }
    }
  }
  return order;
}
