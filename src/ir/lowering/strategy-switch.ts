// Switch to Strategy: whether the strategy is there. Its name is brought to the declared spelling.
import { diagnose } from '../../diagnostics/index.js';
import type { BlockOf } from '../nodes.js';
import { findByName } from '../signature.js';
import type { Lowering, Place } from './context.js';

/** The block with the resolved name; a strategy that is not there, or is none, is reported. */
export function resolveStrategySwitch(
  block: BlockOf<'SwitchToStrategy'>,
  place: Place,
  cx: Lowering,
): BlockOf<'SwitchToStrategy'> {
  const { strategy } = block.properties;
  if (strategy === undefined || strategy.value.trim() === '') return block;
  const resolved = findByName(cx.env.subroutines, strategy.value.trim(), cx.env.assumptions);
  if (resolved === undefined) {
    const data = { block: place.label, strategy: strategy.value };
    cx.diagnostics.push(diagnose('IRD2130', place.node, strategy.span, data));
    return block;
  }
  const { kind } = resolved.found;
  if (kind !== 'strategy') {
    const data = { block: place.label, strategy: resolved.name, kind };
    cx.diagnostics.push(diagnose('IRD2131', place.node, strategy.span, data));
  }
  if (strategy.value === resolved.name) return block;
  cx.assumed.add('names.case');
  const data = { name: strategy.value, declared: resolved.name };
  cx.diagnostics.push(diagnose('IRD2002', place.node, strategy.span, data));
  return { ...block, properties: { ...block.properties, strategy: { ...strategy, value: resolved.name } } };
}
