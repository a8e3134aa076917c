// How long a call can wait in one strategy: the times that blocks name, added up along the longest way. Prompts have no time of their own here; what a
// strategy calls is added when all are known, by waits-along-calls.ts.
import { flowGraph } from '../ir/graph/flow.js';
import { blockLabel } from '../ir/lowering/context.js';
import type { Block, Strategy } from '../ir/nodes.js';
import { condense } from './condensation.js';
import { callByProperty } from './calls.js';
import { callsIn } from './constructs.js';
import { placedValues, plainText } from './block-values.js';
import { literalOf } from '../mappings/literal.js';
import type { Waits, WaitStep } from './facts.js';
import { longestWay } from './longest-way.js';

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

/** The longest wait of a strategy by itself. Each block of a loop counts once; that it may count more often is said. */
export function waitsOf({ blocks }: Pick<Strategy, 'blocks'>): Waits {
  const waits = blocks.map((block): BlockWait => (block.reachable ? waitOf(block) : 0));
  const { members, successors, order, cyclic } = condense(flowGraph(blocks));
  // What holds no call and leads to one place at most is left out: steps are kept until all strategies are known.
  const steps: WaitStep[] = [];
  const placeOf = new Map<number, number | undefined>();
  for (const group of order) {
    const own = (members[group] ?? []).flatMap((node) => {
      const block = blocks[node];
      return block === undefined ? [] : [{ block, wait: waits[node] }];
    });
    const step: WaitStep = {
      waits: own.flatMap(({ block, wait }) =>
        typeof wait === 'number' && wait > 0 ? [{ block: labelOf(block), seconds: wait }] : [],
      ),
      calls: own.flatMap(({ block }) => callIn(block)),
      next: [...new Set(successors(group).flatMap((to) => placeOf.get(to) ?? []))],
      repeats: cyclic.has(group),
    };
    const isPassed = step.waits.length === 0 && step.calls.length === 0 && step.next.length <= 1;
    placeOf.set(group, isPassed ? step.next[0] : steps.push(step) - 1);
  }
  const labelled = (wait: BlockWait): readonly string[] =>
    blocks.filter((_, index) => waits[index] === wait).map(labelOf);
  const [endless, computed] = [labelled('endless'), labelled('computed')];
  const { seconds, path, repeats } = longestWay(steps, () => 0);
  return {
    longest: endless.length > 0 || computed.length > 0 ? null : seconds,
    endless,
    computed,
    path,
    repeats,
    steps: steps.some(({ calls }) => calls.length > 0) ? steps : undefined,
    seconds,
  };
}

/** The call of a block that goes on elsewhere; none where its name is computed or missing. */
function callIn(block: Block): WaitStep['calls'] {
  const name = block.reachable && !block.disabled ? callByProperty(block)?.name : undefined;
  return name === undefined || name === '' ? [] : [{ block: labelOf(block), name }];
}
