// Compiles `invoke`: what starts another session, what goes to it and what comes back.
import { attribute, childElement, type XmlElement } from '../../xml/index.js';
import { expressionOf, literalOf, valueOf, type Compilation } from './attributes.js';
import { compileBlock, compileDoneData, compileNamelist, isScxml } from './content.js';
import type { Invoke } from './nodes.js';

export function compileInvoke(compilation: Compilation, element: XmlElement): Invoke {
  const finalize = childElement(element, 'finalize');
  return {
    id: compilation.dialect.invokeId.map((name) => literalOf(element, name)).find((id) => id !== undefined),
    idlocation: expressionOf(compilation, element, 'idlocation', 'location'),
    type: valueOf(compilation, element, compilation.dialect.send.type),
    src: valueOf(compilation, element, [
      { attribute: 'src', form: 'literal' },
      { attribute: 'srcexpr', form: 'value' },
    ]),
    namelist: compileNamelist(compilation, element),
    autoforward: literalOf(element, 'autoforward') === 'true',
    finalize: finalize && isScxml(finalize) ? compileBlock(compilation, finalize) : [],
    updates: finalize ? updatesOf(compilation, element, finalize) : [],
    ...compileDoneData(compilation, element),
    element,
  };
}

/** An empty `finalize` sets the locations of the parameters and of the namelist from the event's data of the same names. */
function updatesOf(compilation: Compilation, element: XmlElement, finalize: XmlElement): Invoke['updates'] {
  if (finalize.children.some((child) => child.kind === 'element')) return [];
  const params = element.children.flatMap((child) => {
    if (child.kind !== 'element' || child.local !== 'param') return [];
    const name = attribute(child, 'name');
    const location = attribute(child, 'location');
    return name && location ? [{ name: name.value.text, text: location.value }] : [];
  });
  const names = compileNamelist(compilation, element).map(({ name, expression }) => ({
    name,
    text: expression.text,
  }));
  return [...params, ...names].map(({ name, text }) => ({
    name,
    location: compilation.expression('location', element, text),
  }));
}
