// A strategy and its page as the two drawings that belong together, with what leads from one to the other.
import type { TraceFile } from '../emit/trace.js';
import type { Strategy } from '../ir/nodes.js';
import { drawFlow, type FlowFacts } from './flow.js';
import { drawMachine } from './machine.js';
import type { Box, Drawing, StrategyGraph } from './model.js';

/** The page with the trace that names the states of each block. */
export interface TracedPage {
  readonly text: string;
  readonly trace: TraceFile;
}

/** Both drawings; states show what became of the block that they belong to. */
export function strategyGraph(
  strategy: Strategy,
  facts: FlowFacts,
  page: TracedPage | undefined,
): StrategyGraph {
  const flow = drawFlow(strategy, facts);
  if (page === undefined) return { graph: 1, flow, links: [] };
  const machine = drawMachine(new TextEncoder().encode(page.text), strategy.name).value;
  const blocks = new Map(strategy.blocks.map(({ nodeId, id }) => [nodeId, id]));
  const links = page.trace.regions.flatMap(({ node, states }) => {
    const block = blocks.get(node);
    return block === undefined || states.length === 0 ? [] : [{ block, states }];
  });
  return {
    graph: 1,
    flow,
    ...(machine === undefined ? {} : { machine: withDispositions(machine, page.trace) }),
    links,
  };
}

function withDispositions(machine: Drawing, { regions }: TraceFile): Drawing {
  const ofState = new Map(regions.flatMap((region) => region.states.map(({ id }) => [id, region] as const)));
  const marked = (box: Box): Box => {
    const region = ofState.get(box.id);
    if (region === undefined) return box;
    const kind = box.kind === '' ? region.caption : box.kind;
    return {
      ...box,
      kind: isSame(kind, box.label) ? '' : kind,
      disposition: region.disposition,
      reason: region.reason,
    };
  };
  return { ...machine, boxes: machine.boxes.map(marked) };
}

/** Names of states are captions with other marks. */
const isSame = (caption: string, state: string): boolean => plain(caption) === plain(state);
const plain = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '');
