// Uses of macros: whether the macro is there, and whether the parameters are its own. Names are brought to their declared spelling.
import { diagnose } from '../../diagnostics/index.js';
import type { BlockOf } from '../nodes.js';
import { findByName } from '../signature.js';
import type { Lowering, Place } from './context.js';
import { resolveParameters } from './subroutine-call.js';

/** The block with resolved names; what does not fit is reported. */
export function resolveMacroUse(block: BlockOf<'Macro'>, place: Place, cx: Lowering): BlockOf<'Macro'> {
  const { macro } = block.properties;
  if (macro === undefined || macro.value.trim() === '') return block;
  const resolved = findByName(cx.env.subroutines, macro.value.trim(), cx.env.assumptions);
  if (resolved === undefined) {
    const data = { block: place.label, macro: macro.value };
    cx.diagnostics.push(diagnose('IRD2132', place.node, macro.span, data));
    return block;
  }
  const { kind } = resolved.found;
  if (kind !== 'macro') {
    const data = { block: place.label, macro: resolved.name, kind };
    cx.diagnostics.push(diagnose('IRD2133', place.node, macro.span, data));
    return block;
  }
  const { name, inputs, outputs } = resolveParameters(
    { ...block.properties, name: macro },
    block.span,
    resolved,
    place,
    cx,
  );
  return { ...block, properties: { ...block.properties, macro: name, inputs, outputs } };
}
