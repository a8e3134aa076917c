// Runs a strategy and keeps where it was: the block of each step, and what the run covered.
import type { Block, NodeId } from '../ir/nodes.js';
import type { Scenario } from '../runtime-check/scenario/types.js';
import type { SourceProgram } from './run/program.js';
import { runSource, type SourceRun } from './run/run-source.js';

export interface PlacedSourceRun {
  readonly run: SourceRun;
  /** The block in which the step with this index was taken. */
  readonly blockOfStep: (index: number) => Block | undefined;
  /** The block in which the strategy was at that moment, in virtual seconds: the last one, when there were several. */
  readonly blockAt: (seconds: number) => Block | undefined;
  readonly covered: SourceCovered;
}

/** What runs of a strategy covered, by node ids. */
export interface SourceCovered {
  readonly blocks: ReadonlySet<NodeId>;
  readonly ports: ReadonlySet<NodeId>;
  /** `true <node>` and `false <node>`: conditions, each side by itself. */
  readonly conditions: ReadonlySet<string>;
}

interface Entered {
  readonly block: Block;
  readonly at: number;
  readonly steps: number;
}

/** Runs the strategy in the scenario. */
export function runWithPlaces(program: SourceProgram, scenario: Scenario): PlacedSourceRun {
  const entered: Entered[] = [];
  const blocks = new Set<NodeId>();
  const ports = new Set<NodeId>();
  const conditions = new Set<string>();
  const run = runSource(program, scenario, {
    enter: (block, at, steps) => {
      entered.push({ block, at, steps });
      blocks.add(block.nodeId);
    },
    leave: (_block, port) => {
      if (port !== undefined) ports.add(port);
    },
    condition: (node, held) => {
      conditions.add(`${String(held)} ${node}`);
    },
  });
  return {
    run,
    blockOfStep: (index) => entered.findLast(({ steps }) => steps <= index)?.block,
    blockAt: (seconds) => entered.findLast(({ at }) => at <= seconds)?.block,
    covered: { blocks, ports, conditions },
  };
}
