// Calls of subroutines: whether the subroutine is there, and whether the parameters are its own. Names are brought to their declared spelling.
import { diagnose } from '../../diagnostics/index.js';
import type { Span } from '../../diagnostics/index.js';
import type { BlockOf, PropertiesOf, Value } from '../nodes.js';
import { staysInUrs } from '../vocabulary/urs-only.js';
import { findByName, type ParameterSignature, type SubroutineSignature } from '../signature.js';
import type { Lowering, Place } from './context.js';
import { checkStore } from './stores.js';

type Text = Extract<Value, { kind: 'text' }>;
type Parameters = Pick<PropertiesOf<'CallSubroutine'>, 'inputs' | 'outputs'>;

/** The block with resolved names; what does not fit is reported. */
export function resolveSubroutineCall(
  block: BlockOf<'CallSubroutine'>,
  place: Place,
  cx: Lowering,
): BlockOf<'CallSubroutine'> {
  const { subroutine } = block.properties;
  if (subroutine === undefined || subroutine.value.trim() === '') return block;
  const resolved = findByName(cx.env.subroutines, subroutine.value, cx.env.assumptions);
  if (resolved === undefined) {
    // What stays in URS need not be among the files; the mapping says so of the call.
    if (staysInUrs(subroutine.value) !== undefined) return block;
    const data = { block: place.label, subroutine: subroutine.value };
    cx.diagnostics.push(diagnose('IRD2120', place.node, subroutine.span, data));
    return block;
  }
  const parts = { ...block.properties, name: subroutine };
  const { name, ...rows } = resolveParameters(parts, block.span, resolved, place, cx);
  return { ...block, properties: { ...block.properties, subroutine: name, ...rows } };
}

/** The name and parameters of a call in their declared spelling; what does not fit is reported. */
export function resolveParameters(
  properties: Parameters & { readonly name: Text },
  span: Span,
  callee: { readonly name: string; readonly found: SubroutineSignature },
  place: Place,
  cx: Lowering,
): Parameters & { readonly name: Text } {
  const call: CallScope = { signature: callee.found, place, cx };
  return {
    name: spelled(properties.name, callee.name, call),
    inputs: inputs(properties, span, call),
    outputs: outputs(properties, call),
  };
}

interface CallScope {
  readonly signature: SubroutineSignature;
  readonly place: Place;
  readonly cx: Lowering;
}

function inputs(properties: Parameters, span: Span, call: CallScope): Parameters['inputs'] {
  const given = new Set<string>();
  const rows = properties.inputs.map((row) => {
    const { parameter, expression } = row;
    const declared = parameter && findParameter(parameter, 'input', call);
    if (parameter === undefined || declared === undefined) return row;
    given.add(declared.name);
    if (expression !== undefined) checkStore(declared, expression, call.place.node, call.cx);
    return { ...row, parameter: spelled(parameter, declared.name, call) };
  });
  for (const { name, direction } of call.signature.parameters) {
    if (direction !== 'in' || given.has(name)) continue;
    const data = { block: call.place.label, subroutine: call.signature.name, parameter: name };
    call.cx.diagnostics.push(diagnose('IRD2123', call.place.node, span, data));
  }
  return rows;
}

function outputs(properties: Parameters, call: CallScope): Parameters['outputs'] {
  return properties.outputs.map((row) => {
    const declared = row.parameter && findParameter(row.parameter, 'output', call);
    return row.parameter && declared
      ? { ...row, parameter: spelled(row.parameter, declared.name, call) }
      : row;
  });
}

function findParameter(
  name: Text,
  direction: 'input' | 'output',
  call: CallScope,
): ParameterSignature | undefined {
  const other = direction === 'input' ? 'out' : 'in';
  const candidates = call.signature.parameters.filter((parameter) => parameter.direction !== other);
  const found = findByName(
    new Map(candidates.map((parameter) => [parameter.name, parameter])),
    name.value,
    call.cx.env.assumptions,
  );
  if (found === undefined) {
    const data = {
      block: call.place.label,
      subroutine: call.signature.name,
      parameter: name.value,
      direction,
    };
    call.cx.diagnostics.push(diagnose('IRD2122', call.place.node, name.span, data));
  }
  return found?.found;
}

function spelled(written: Text, declared: string, { place, cx }: CallScope): Text {
  if (written.value === declared) return written;
  cx.assumed.add('names.case');
  cx.diagnostics.push(diagnose('IRD2002', place.node, written.span, { name: written.value, declared }));
  return { ...written, value: declared };
}
