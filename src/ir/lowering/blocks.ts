// One block: its properties by shape, its names and ports put in place, its own checks made.
import type { SourceBlock } from '../../ird-parser/source-model.js';
import type { Block, Port } from '../nodes.js';
import { objectFact } from '../vocabulary/objects.js';
import type { NamedBlock } from './connections.js';
import type { Lowering } from './context.js';
import { resolveMacroUse } from './macro-use.js';
import { looseProperties, shapedProperties } from './properties.js';
import { checkRequirements } from './requirements.js';
import { checkStores } from './stores.js';
import { resolveStrategySwitch } from './strategy-switch.js';
import { resolveSubroutineCall } from './subroutine-call.js';

export interface BlockSurroundings {
  readonly ports: readonly Port[];
  readonly reachable: boolean;
}

/** Lowers a block that has its id and its ports. */
export function lowerBlock(named: NamedBlock, surroundings: BlockSurroundings, cx: Lowering): Block {
  const { source, place } = named;
  const block = withProperties(named, surroundings, cx);
  if (cx.language === 'ird') {
    checkRequirements(source, place, cx);
    checkStores(block, cx);
  }
  if (surroundings.reachable && !source.disabled) {
    for (const id of objectFact(source.type).restsOn ?? []) cx.assumed.add(id);
  }
  if (block.type === 'Macro') return resolveMacroUse(block, place, cx);
  if (block.type === 'SwitchToStrategy') return resolveStrategySwitch(block, place, cx);
  return block.type === 'CallSubroutine' ? resolveSubroutineCall(block, place, cx) : block;
}

function withProperties(
  { source, id, place }: NamedBlock,
  surroundings: BlockSurroundings,
  cx: Lowering,
): Block {
  const own = source.others.map(({ name, value }) => ({ name, text: value.text, span: value.span() }));
  const base = {
    nodeId: place.node,
    id,
    sourceId: source.id,
    sourceType: source.sourceType,
    caption: source.caption,
    disabled: source.disabled,
    notes: source.notes.map((note) => note.text),
    ...surroundings,
    span: source.span,
  };
  const shape = cx.env.shapes[source.type];
  if (shape === undefined) {
    const loose = { ...base, type: source.type, properties: looseProperties(source, place, cx), others: own };
    return loose as Block; // a type without a shape is one of the loose ones
  }
  const { properties, others } = shapedProperties(source, shape, place, cx);
  const shaped: unknown = { ...base, type: source.type, properties, others: [...own, ...others] };
  return shaped as Block; // `PropertiesOf` is computed from the shape that the properties were made by
}

/** Comments on the canvas are blocks without a flow: they are not expected to be reached. */
export const isOutsideOfFlow = (block: SourceBlock | undefined): boolean => block?.type === 'Comment';
