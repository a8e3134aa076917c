// Variables: Composer keeps all of a workflow's variables, its own `system.*` ones included, in the Entry block.
import { diagnose } from '../../diagnostics/index.js';
import type { XmlElement } from '../../xml/index.js';
import type { SourceVariable } from '../source-model.js';
import { countUnread } from './reading.js';
import { readValue, type Owner } from './values.js';
import { ownText, plainAttribute, plainAttributes, plainText } from './xmi.js';

const known: ReadonlySet<string> = new Set(['name', 'value', 'description', 'type', 'source', 'scope']);

/** The variables that an Entry block declares. */
export function readVariables(owner: Owner, entry: XmlElement, path: string): readonly SourceVariable[] {
  return entry.children.flatMap((child) =>
    child.kind === 'element' && child.local.toLowerCase() === 'variables'
      ? readVariable(owner, child, path)
      : [],
  );
}

function readVariable(owner: Owner, element: XmlElement, path: string): readonly SourceVariable[] {
  const here = `${path}/${element.local}`;
  for (const attribute of plainAttributes(element)) {
    if (known.has(attribute.local.toLowerCase())) continue;
    countUnread(owner.reading, `${here}/@${attribute.local}`, attribute.value.span(), owner.node, 'lost');
  }
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    countUnread(owner.reading, `${here}/${child.local}`, child.tagSpan, owner.node, 'lost');
  }
  const text = ownText(element);
  if (text) countUnread(owner.reading, `${here}/text()`, text.span(), owner.node, 'lost');
  const name = plainText(element, 'name').trim();
  if (name === '') {
    owner.reading.diagnostics.push(
      diagnose('IRD1712', owner.node, element.tagSpan, { block: owner.caption, property: 'variables.name' }),
    );
    return [];
  }
  const value = plainAttribute(element, 'value')?.value;
  const initial = value && readValue(owner, { text: value, source: '' }, { as: name, meaning: 'expression' });
  return [
    {
      name,
      ...kindOf(plainText(element, 'type')),
      ...(initial ? { initial } : {}),
      description: plainText(element, 'description'),
      span: element.span,
    },
  ];
}

// `System` marks what Composer itself sets; a user's variable has no declared type. Parameters of subroutines are told by their type.
function kindOf(type: string): Pick<SourceVariable, 'type' | 'direction'> {
  switch (type.trim().toLowerCase()) {
    case '':
    case 'user':
      return { type: '', direction: 'local' };
    case 'system':
      return { type: 'System', direction: 'local' };
    case 'input':
      return { type: '', direction: 'in' };
    case 'output':
      return { type: '', direction: 'out' };
    case 'inout':
    case 'input/output':
      return { type: '', direction: 'inout' };
    default:
      return { type, direction: 'local' };
  }
}
