// On which ways a call can end without having been routed: open ports, an Exit that no routing precedes, errors that nothing handles, placeholders.
import { flowGraph } from '../ir/graph/flow.js';
import { reachedFrom } from '../ir/graph/algorithms.js';
import type { Block, Port, Strategy } from '../ir/nodes.js';
import { objectFact } from '../ir/vocabulary/objects.js';
import { plainText } from './block-values.js';
import type { AuditInput, UnroutedEnd } from './facts.js';
import { labelOf, selecting } from './waits.js';

/** Blocks that have disposed of the interaction when control leaves them by their success port. */
const disposing: ReadonlySet<string> = new Set([
  ...selecting,
  'ForceRouting',
  'ComposerForceRoute',
  'Default',
  'QueueInteraction',
  'Workbin',
  'StopInteraction',
  'SwitchToStrategy',
  'CancelCall',
]);

const isDisposed = (block: Block, port: Port): boolean =>
  disposing.has(block.type) && (port.role === 'success' || port.role === 'default');

/** The ends of a strategy at which the call has not been routed. Subroutines return to their callers: they have none. */
export function unroutedEnds({
  strategy,
  accounts,
}: Pick<AuditInput, 'strategy' | 'accounts'>): readonly UnroutedEnd[] {
  if (strategy.kind !== 'strategy' || strategy.entry === undefined) return [];
  const { blocks, entry } = strategy;
  const graph = flowGraph(
    blocks.map((block) => ({ id: block.id, ports: block.ports.filter((port) => !isDisposed(block, port)) })),
  );
  const unrouted = reachedFrom(graph, [blocks.findIndex(({ id }) => id === entry)]);
  return blocks.flatMap((block, index) =>
    unrouted.has(index) && !block.disabled ? endsOf(block, accounts) : [],
  );
}

function endsOf(block: Block, accounts: AuditInput['accounts']): readonly UnroutedEnd[] {
  const end = (port: Port | undefined, why: string): UnroutedEnd => {
    const { start } = (port ?? block).span;
    return {
      block: labelOf(block),
      port: port?.name ?? '',
      why,
      place: { line: start.line, column: start.column, node: port?.id ?? block.nodeId },
    };
  };
  if (block.type === 'Exit' || block.type === 'ComposerExit')
    return [end(undefined, 'the strategy ends, and nothing on the way has routed the call')];
  if (accounts.get(block.nodeId)?.disposition === 'placeholder')
    return [end(undefined, 'the block is a placeholder: the call goes to default routing')];
  const mayEnd = new Set(
    objectFact(block.type)
      .ports.filter((port) => port.mayEnd)
      .map(({ name }) => name),
  );
  return block.ports.flatMap((port): readonly UnroutedEnd[] => {
    if (port.target !== undefined || mayEnd.has(port.name) || isDisposed(block, port)) return [];
    return port.role === 'failure' || port.role === 'exception'
      ? [end(port, 'an error here goes to default routing')]
      : [end(port, 'nothing is connected: the strategy ends')];
  });
}

/** Destinations of Set Default Destination, each once; those that are computed have no name. */
export function defaultDestinations({ blocks }: Pick<Strategy, 'blocks'>): readonly string[] {
  const found = blocks.flatMap((block) =>
    block.type === 'SetDefaultDestination' && block.reachable
      ? (plainText(block.properties.destination) ?? [])
      : [],
  );
  return [...new Set(found)];
}
