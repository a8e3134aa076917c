// How long a call can wait: the times that blocks name, added up along the longest way. Prompts and subroutines have no time of their own here.
import { flowGraph } from '../ir/graph/flow.js';
import { blockLabel } from '../ir/lowering/context.js';
import type { Block, Strategy } from '../ir/nodes.js';
import { condense } from './condensation.js';
import { callsIn } from './constructs.js';
import { placedValues, plainText } from './block-values.js';
import { literalOf } from '../mappings/literal.js';
import type { Waits } from './facts.js';

/** Blocks that wait for a target: without a timeout they wait without end. */
export const selecting: ReadonlySet<string> = new Set([
  'Selection',
  'Statistics',
  'Percentage',
  'LoadBalancing',
  'ServiceLevel',
  'RoutingRule',
  'RouteInteraction',
  'ComposerTarget',
]);

/** Properties that hold a time in seconds, the one that counts first. */
const timeProperties = ['timeout', 'totalTimeout', 'duration'] as const;

type BlockWait = number | 'endless' | 'computed';

/** Label of a block as findings show it. */
export const labelOf = (block: Block): string => blockLabel({ ...block, id: block.sourceId });

/** How long a block can hold a call: seconds, without end, or as computed. */
export function waitOf(block: Block): BlockWait {
  if (block.disabled) return 0;
  const scalars = new Map(
    placedValues(block)
      .filter(({ property }) => !property.includes('.'))
      .map(({ property, value }) => [property, value]),
  );
  for (const name of timeProperties) {
    const value = scalars.get(name);
    if (value === undefined) continue;
    const text = plainText(value);
    if (text === undefined) return 'computed';
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  }
  if (selecting.has(block.type)) return 'endless';
  const delays = callsIn(block).filter(({ name }) => name === 'Delay');
  if (delays.length === 0) return 0;
  const seconds = delays.map(({ args: [first] }) => (first === undefined ? undefined : literalOf(first)));
  if (seconds.some((each) => typeof each !== 'number')) return 'computed';
  return seconds.reduce<number>((sum, each) => sum + Number(each), 0);
}

/** The longest wait of a strategy. Each block of a loop counts once; that it may count more often is said. */
export function waitsOf({ blocks }: Pick<Strategy, 'blocks'>): Waits {
  const waits = blocks.map((block): BlockWait => (block.reachable ? waitOf(block) : 0));
  const graph = flowGraph(blocks);
  const { members, successors, order, cyclic } = condense(graph);
  const own = members.map((nodes) =>
    nodes.reduce((sum, node) => sum + (typeof waits[node] === 'number' ? waits[node] : 0), 0),
  );
  const best = new Map<number, { readonly seconds: number; readonly next: number | undefined }>();
  for (const group of order) {
    const next = successors(group).reduce<number | undefined>(
      (found, to) =>
        found === undefined || (best.get(to)?.seconds ?? 0) > (best.get(found)?.seconds ?? 0) ? to : found,
      undefined,
    );
    const after = next === undefined ? 0 : (best.get(next)?.seconds ?? 0);
    best.set(group, { seconds: (own[group] ?? 0) + after, next });
  }
  const start = [...best.keys()].reduce<number | undefined>(
    (found, group) =>
      found === undefined || (best.get(group)?.seconds ?? 0) > (best.get(found)?.seconds ?? 0)
        ? group
        : found,
    undefined,
  );
  const way: number[] = [];
  for (let group = start; group !== undefined; group = best.get(group)?.next) way.push(group);
  const onWay = way.flatMap((group) => members[group] ?? []);
  const labelled = (wait: BlockWait): readonly string[] =>
    blocks.filter((_, index) => waits[index] === wait).map(labelOf);
  const [endless, computed] = [labelled('endless'), labelled('computed')];
  return {
    longest: endless.length > 0 || computed.length > 0 ? null : (best.get(start ?? -1)?.seconds ?? 0),
    endless,
    computed,
    path: onWay.flatMap((node) => {
      const [block, wait] = [blocks[node], waits[node]];
      return block !== undefined && typeof wait === 'number' && wait > 0
        ? [{ block: labelOf(block), seconds: wait }]
        : [];
    }),
    repeats: way.some((group) => cyclic.has(group) && (own[group] ?? 0) > 0),
  };
}
