// What share of a strategy, with all that it calls, the runs covered.
import type { Block, NodeId, Strategy } from '../ir/nodes.js';
import { outlineOf } from '../ir/outline.js';
import type { SourceProgram } from './run/program.js';
import type { SourceCovered } from './source-places.js';

export interface Share {
  readonly reached: number;
  readonly total: number;
}

export interface SourceCoverage {
  /** Blocks to which a path leads. */
  readonly blocks: Share;
  /** Ports of theirs that are connected. */
  readonly ports: Share;
  /** Sides of their conditions. */
  readonly conditions: Share;
}

/** The strategy and everything that it leads to, each once. */
export function strategiesOf(program: SourceProgram): readonly Strategy[] {
  const found = new Set<Strategy>([program.root]);
  // A set grows while it is walked.
  for (const strategy of found)
    for (const name of outlineOf(strategy).leadsTo) {
      const called = program.strategy(name);
      if (called !== undefined) found.add(called);
    }
  return [...found];
}

/** Adds up what several runs covered. */
export function joinSourceCovered(all: readonly SourceCovered[]): SourceCovered {
  const join = <T>(part: (covered: SourceCovered) => ReadonlySet<T>): ReadonlySet<T> =>
    new Set(all.flatMap((each) => [...part(each)]));
  return {
    blocks: join(({ blocks }) => blocks),
    ports: join(({ ports }) => ports),
    conditions: join(({ conditions }) => conditions),
  };
}

/** The shares of what was covered. */
export function sourceCoverage(program: SourceProgram, covered: SourceCovered): SourceCoverage {
  const blocks = strategiesOf(program).flatMap((strategy) =>
    strategy.blocks.filter((each) => each.reachable),
  );
  const share = <T>(all: readonly T[], reached: ReadonlySet<T>): Share => ({
    reached: all.filter((each) => reached.has(each)).length,
    total: all.length,
  });
  const ports = blocks.flatMap((block) =>
    block.ports.filter(({ target }) => target !== undefined).map(({ id }) => id),
  );
  const sides = blocks.flatMap(conditionsOf).flatMap((node) => [`true ${node}`, `false ${node}`]);
  return {
    blocks: share(
      blocks.map(({ nodeId }) => nodeId),
      covered.blocks,
    ),
    ports: share(ports, covered.ports),
    conditions: share(sides, covered.conditions),
  };
}

/** The conditions that a block evaluates. */
function conditionsOf(block: Block): readonly NodeId[] {
  if (block.type === 'If')
    return block.properties.condition === undefined ? [] : [block.properties.condition.id];
  if (block.type === 'Generic')
    return block.properties.segments.flatMap(({ condition }) =>
      condition === undefined ? [] : [condition.id],
    );
  return [];
}
