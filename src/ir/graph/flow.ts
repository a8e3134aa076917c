// The flow graph of a strategy, and what is wrong with it: starts, ways that end nowhere, blocks that nothing reaches, loops in which nothing waits.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import type { Block, Port, Strategy } from '../nodes.js';
import type { SubroutineSignature } from '../signature.js';
import { callsOf, valuesOf } from '../walk.js';
import { objectFact } from '../vocabulary/objects.js';
import { blockLabel } from '../lowering/context.js';
import { cycleIn, cyclicComponents, reachedFrom, type Graph } from './algorithms.js';

/** The blocks of a strategy as a graph, by the targets of their ports. */
export function flowGraph(
  blocks: readonly { readonly id: string; readonly ports: readonly Port[] }[],
): Graph {
  const numbers = new Map(blocks.map((block, number) => [block.id, number]));
  const successors = blocks.map(({ ports }) =>
    ports.flatMap(({ target }) => {
      const number = target === undefined ? undefined : numbers.get(target);
      return number === undefined ? [] : [number];
    }),
  );
  return { size: blocks.length, successors: (node) => successors[node] ?? [] };
}

export const isStart = (type: Block['type']): boolean => type === 'Entry' || type === 'ComposerEntry';

/**
 * Checks the finished graph. Nodes of interaction processes are objects, not steps: they have no flow. The start of a diagram is checked where the
 * diagram is read.
 */
export function checkFlow(
  strategy: Strategy,
  subroutines: ReadonlyMap<string, SubroutineSignature>,
): readonly Diagnostic[] {
  if (strategy.kind === 'process') return [];
  return [
    ...(strategy.language === 'ird' ? checkStarts(strategy) : []),
    ...strategy.blocks.filter((block) => !block.reachable).map(notReached),
    ...checkEnds(strategy),
    ...checkLoops(strategy, subroutines),
  ];
}

const label = (block: Block): string => blockLabel({ ...block, id: block.sourceId });

function checkStarts(strategy: Strategy): readonly Diagnostic[] {
  const [first, ...others] = strategy.blocks.filter((block) => isStart(block.type));
  if (first === undefined)
    return [diagnose('IRD2101', strategy.nodeId, strategy.span, { strategy: strategy.name })];
  return others.map((second) =>
    diagnose('IRD2102', second.nodeId, second.span, {
      strategy: strategy.name,
      first: label(first),
      second: label(second),
    }),
  );
}

const notReached = (block: Block): Diagnostic =>
  diagnose('IRD2103', block.nodeId, block.span, { block: label(block) });

/** Ports that lead nowhere. That errors are not handled is one finding: nearly every block has a red port, and few are connected. */
function checkEnds(strategy: Strategy): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const withoutRed: Block[] = [];
  const treatments = busyTreatments(strategy);
  for (const [number, block] of strategy.blocks.entries()) {
    if (!block.reachable || treatments.has(number)) continue;
    const mayEnd = new Set(
      objectFact(block.type)
        .ports.filter((port) => port.mayEnd)
        .map((port) => port.name),
    );
    const open = block.ports.filter((port) => port.target === undefined && !mayEnd.has(port.name));
    if (open.some((port) => port.role === 'failure')) withoutRed.push(block);
    for (const port of open) {
      if (port.role === 'failure' || port.role === 'exception') continue;
      found.push(diagnose('IRD2104', block.nodeId, port.span, { block: label(block), port: port.name }));
    }
  }
  const [first] = withoutRed;
  if (first !== undefined) {
    found.push(diagnose('IRD2105', strategy.nodeId, first.span, { blocks: withoutRed.map(label) }));
  }
  return found;
}

/** Blocks of a diagram that play while a Target waits: the last of the chain leads nowhere. */
function busyTreatments(strategy: Strategy): ReadonlySet<number> {
  const starts = strategy.blocks.flatMap((block) =>
    block.type === 'ComposerTarget' ? block.ports.filter((port) => port.name === 'busyTreatments') : [],
  );
  const targets = new Set(starts.map((port) => port.target));
  if (targets.size === 0) return new Set();
  const flow = flowGraph(strategy.blocks);
  return reachedFrom(
    flow,
    strategy.blocks.flatMap((block, number) => (targets.has(block.id) ? [number] : [])),
  );
}

/** Loops of which every block lets control pass at once. One finding for each set of blocks that reach each other so. */
function checkLoops(
  strategy: Strategy,
  subroutines: ReadonlyMap<string, SubroutineSignature>,
): readonly Diagnostic[] {
  const flow = flowGraph(strategy.blocks);
  const passes = strategy.blocks.map((block) => block.reachable && !waits(block, subroutines));
  const busy: Graph = {
    size: flow.size,
    successors: (node) => (passes[node] ? flow.successors(node).filter((next) => passes[next]) : []),
  };
  return cyclicComponents(busy).flatMap((component) => {
    const blocks = cycleIn(busy, component).flatMap((node) => strategy.blocks[node] ?? []);
    const [first] = blocks;
    return first === undefined
      ? []
      : [diagnose('IRD2110', first.nodeId, first.span, { blocks: blocks.map(label) })];
  });
}

/** Functions that hold the strategy until time is over or something comes. */
const holding: ReadonlySet<string> = new Set([
  'Delay',
  'SuspendForDN',
  'SuspendForEvent',
  'SuspendForTreatmentEnd',
]);

const holdsStrategy = (block: Block): boolean =>
  valuesOf(block).some(
    (value) => value.kind === 'expression' && callsOf(value.expr).some(({ name }) => holding.has(name)),
  );

/** Whether control can stay in the block. */
function waits(block: Block, subroutines: ReadonlyMap<string, SubroutineSignature>): boolean {
  if (block.disabled) return false;
  if (holdsStrategy(block)) return true;
  switch (block.type) {
    case 'CallSubroutine': {
      const called = subroutines.get(block.properties.subroutine?.value ?? '');
      return called?.waits ?? true;
    }
    case 'Selection':
    case 'Statistics':
    case 'Percentage':
    case 'LoadBalancing':
    case 'RouteInteraction': {
      // With a timeout of 0 targets are tried once.
      const timeout = block.properties.timeout?.expr;
      return !(timeout?.kind === 'number' && timeout.value === 0);
    }
    default:
      return objectFact(block.type).waits;
  }
}
