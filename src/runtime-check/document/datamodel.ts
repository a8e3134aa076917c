// Compiles `datamodel`: variables of the page, with their initial values.
import { attribute, type XmlAttribute, type XmlElement } from '../../xml/index.js';
import { requiredAttribute, type Compilation } from './attributes.js';
import { inlineValue, reportMisplaced, scxmlChildren, textOfSource, valueOfText } from './content.js';
import type { DataItem } from './nodes.js';

export function compileDatamodel(compilation: Compilation, element: XmlElement): readonly DataItem[] {
  return scxmlChildren(element).flatMap((child) => {
    if (child.local !== 'data') {
      reportMisplaced(compilation, child);
      return [];
    }
    const item = compileData(compilation, child);
    return item ? [item] : [];
  });
}

function compileData(compilation: Compilation, element: XmlElement): DataItem | undefined {
  const id = requiredAttribute(compilation, element, 'id');
  if (!id) return undefined;
  const name = id.value.text.trim();
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) {
    compilation.report('IRD5511', id.span, { id: name });
    return undefined;
  }
  const { dataObject } = compilation.dialect;
  const path = dataObject === undefined ? name : `${dataObject}.${name}`;
  const location = { text: path, span: () => id.value.span() };
  const expr = attribute(element, 'expr');
  const src = attribute(element, 'src');
  const text = src && textOf(compilation, element, src);
  if (src && text === undefined) compilation.report('IRD5531', src.span, { id: name, file: src.value.text });
  return {
    id: name,
    assignment: expr && compilation.expression('assignment', element, location, expr.value),
    location: compilation.expression('location', element, location),
    value: expr
      ? undefined
      : src
        ? valueOfText(compilation.dialect, text ?? '')
        : inlineValue(compilation, element),
    missing: text === undefined ? src?.value.text : undefined,
    element,
  };
}

/** The text of the file that `src` names; undefined when the page runs without it. */
function textOf(compilation: Compilation, element: XmlElement, src: XmlAttribute): string | undefined {
  return compilation.dialect.missingData === 'error event'
    ? compilation.resolve(src.value.text)
    : textOfSource(compilation, element)?.text;
}
