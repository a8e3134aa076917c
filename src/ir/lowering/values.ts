// Values of properties: what the reader found, in the language that the property is written in.
import { diagnose } from '../../diagnostics/index.js';
import type { SourceValue } from '../../ird-parser/source-model.js';
import { memberId } from '../node-id.js';
import type { NodeId, Value } from '../nodes.js';
import type { Lowering, Place } from './context.js';
import { lowerExpression } from './expressions.js';
import { findVariable } from './variables.js';

/** Lowers one value; its node id is `id`. */
export function lowerValue(source: SourceValue, id: NodeId, place: Place, cx: Lowering): Value {
  const base = { id, text: source.source.text, span: source.source.span() };
  switch (source.kind) {
    case 'expression':
      return { ...base, kind: 'expression', expr: lowerExpression(source.tree, id, place, cx) };
    case 'skill':
    case 'threshold':
      return { ...base, kind: source.kind, tree: source.tree, canonical: cx.env.print(source.tree) };
    case 'targets':
      return { ...base, kind: 'targets', tree: source.tree };
    case 'list':
      return { ...base, kind: 'text', value: source.source.text };
    case 'text':
      return { ...base, kind: 'text', value: source.value };
    case 'integer':
      return { ...base, kind: 'integer', value: source.value };
    case 'boolean':
      return { ...base, kind: 'boolean', value: source.value };
    case 'variable':
      return lowerVariable(source, base, place, cx);
    case 'ecmascript':
      return {
        ...base,
        kind: 'ecmascript',
        form: source.form,
        code: source.code,
        recovered: (source.recovered ?? []).map((found, index) => ({
          id: memberId(id, 'recovered', index),
          text: found.text,
          span: found.span(),
        })),
      };
  }
}

function lowerVariable(
  source: Extract<SourceValue, { kind: 'variable' }>,
  base: Pick<Value, 'id' | 'text' | 'span'>,
  place: Place,
  cx: Lowering,
): Value {
  // A script may write to names that nobody declared; the names of a diagram are taken as they are.
  const declared =
    cx.language === 'ecmascript'
      ? cx.variables.exact.get(source.name)
      : findVariable(cx, place, source.name, base.span);
  if (declared !== undefined) {
    return { ...base, kind: 'variable', name: declared.name, type: declared.type, resolved: true };
  }
  if (cx.language === 'ird' && source.name !== '') {
    cx.diagnostics.push(
      diagnose('IRD2003', place.node, base.span, { name: source.name, block: place.label }),
    );
  }
  return { ...base, kind: 'variable', name: source.name, type: 'UNKNOWN', resolved: false };
}
