// Links of a diagram, each with the port that it leaves from: an output port, or the event of an exception.
import { diagnose } from '../../diagnostics/index.js';
import type { XmlElement } from '../../xml/index.js';
import type { SourceLink } from '../source-model.js';
import { portNames } from './ports.js';
import type { BlockDraft } from './read-block.js';
import { countUnread, nodePath, type Reading } from './reading.js';
import { idOf, plainAttribute, plainAttributes, plainText, typeKey, typeOf } from './xmi.js';

/** Link types that public diagrams show, by `typeKey`. */
const linkKinds: ReadonlyMap<string, SourceLink['kind']> = new Map([
  ['workflowoutputlink', 'output'],
  ['workflowexceptionlink', 'exception'],
  ['ipdreadonlylink', 'output'],
]);
const known: ReadonlySet<string> = new Set(['name', 'fromblock', 'toblock']);

/** Reads the links between `blocks`; an end that leads nowhere is reported and kept as it stands. */
export function readLinks(
  reading: Reading,
  elements: readonly XmlElement[],
  blocks: readonly BlockDraft[],
  base: string,
): readonly SourceLink[] {
  const names = new Map(blocks.map((draft) => [draft.block.id, portNames(draft)]));
  return elements.map((element, index) => {
    const type = typeOf(element)?.value.text ?? '';
    const key = typeKey(type);
    const kind = linkKinds.get(key) ?? (key.includes('exception') ? 'exception' : 'output');
    const id = idOf(element)?.value.text ?? `link${String(index + 1)}`;
    const from = plainText(element, 'fromBlock').trim();
    const to = plainText(element, 'toBlock').trim();
    const node = nodePath(base, from, id);
    if (!linkKinds.has(key)) countUnread(reading, `links[${type}]`, element.tagSpan, node, 'kept');
    countUnknown(reading, element, `links[${type}]`, node);
    for (const [attribute, block] of [['fromBlock', from] as const, ['toBlock', to] as const]) {
      if (!names.has(block)) reportEnd(reading, element, attribute, block, id, node);
    }
    const name = plainText(element, 'name').trim();
    const ports = names.get(from);
    const port = ports ? ports[kind](name) : name || 'default';
    return { id, from, port, to, kind, span: element.tagSpan };
  });
}

function countUnknown(reading: Reading, element: XmlElement, path: string, node: string): void {
  for (const attribute of plainAttributes(element)) {
    if (known.has(attribute.local.toLowerCase())) continue;
    countUnread(reading, `${path}/@${attribute.local}`, attribute.value.span(), node, 'lost');
  }
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    countUnread(reading, `${path}/${child.local}`, child.tagSpan, node, 'lost');
  }
}

function reportEnd(
  reading: Reading,
  element: XmlElement,
  attribute: 'fromBlock' | 'toBlock',
  block: string,
  link: string,
  node: string,
): void {
  const end = attribute === 'fromBlock' ? 'starts at' : 'leads to';
  const at = plainAttribute(element, attribute)?.value.span() ?? element.tagSpan;
  reading.diagnostics.push(
    block === ''
      ? diagnose('IRD1709', node, element.tagSpan, { link, end })
      : diagnose('IRD1708', node, at, { link, end, block }),
  );
}
