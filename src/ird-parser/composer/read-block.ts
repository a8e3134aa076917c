// One block of a diagram: its type, its properties by the table of the type, notes and state. Ports come later, when the links are known.
import { diagnose } from '../../diagnostics/index.js';
import { childElements, type LocatedText, type XmlElement } from '../../xml/index.js';
import type { SourceBlock } from '../source-model.js';
import { nodePath, type Reading } from './reading.js';
import { readItem } from './read-item.js';
import { commonProperties, commonRows, type BlockTable } from './tables.js';
import type { Owner } from './values.js';
import { idOf, ownText, plainAttribute, plainAttributes, plainText, typeOf } from './xmi.js';

/** A block without its ports. */
export interface BlockDraft {
  readonly element: XmlElement;
  readonly table: BlockTable | undefined;
  readonly owner: Owner;
  readonly block: Omit<SourceBlock, 'ports' | 'position'>;
}

const noteNames: ReadonlySet<string> = new Set(['notes', 'blocknotes']);
// Facts of the editor, and what is read apart from the tables.
const structural: ReadonlySet<string> = new Set([
  'name',
  'category',
  'starting',
  'terminating',
  'enablestatus',
  ...noteNames,
]);

/** The type as the file spells it; the palette's category when the element has no type. */
export const writtenType = (element: XmlElement): string =>
  typeOf(element)?.value.text ?? plainText(element, 'category');

/**
 * Reads one `blocks` element. `id` is unique in the diagram; `ignored` are child elements that the caller reads.
 * Without a table the type is not known: everything is kept as text, and reported with the block as a whole.
 */
export function readBlock(
  reading: Reading,
  element: XmlElement,
  table: BlockTable | undefined,
  id: string,
  base: string,
  ignored: readonly string[] = [],
): BlockDraft {
  const caption = plainText(element, 'name');
  const sourceType = writtenType(element);
  const owner: Owner = { reading, node: nodePath(base, id), caption: caption === '' ? id : caption };
  const status = plainAttribute(element, 'enableStatus')?.value.text.trim().toLowerCase() ?? '';
  const skipped = new Set([...structural, ...ignored]);
  if (status !== '' && status !== 'enabled' && status !== 'disabled') skipped.delete('enablestatus');
  const item = readItem(owner, element, {
    columns: table?.properties ?? commonProperties,
    rows: table?.rows ?? commonRows,
    ignored: skipped,
    isRow: false,
    path: table ? `blocks[${sourceType}]` : undefined,
  });
  if (table) {
    for (const property of table.required) {
      if (Object.hasOwn(item.values, property) || Object.hasOwn(item.rows, property)) continue;
      reading.diagnostics.push(
        diagnose('IRD1712', owner.node, element.tagSpan, { block: owner.caption, property }),
      );
    }
  } else {
    reading.diagnostics.push(
      diagnose('IRD1710', owner.node, typeOf(element)?.value.span() ?? element.tagSpan, {
        block: owner.caption,
        type: sourceType,
      }),
    );
  }
  return {
    element,
    table,
    owner,
    block: {
      id,
      type: table?.type ?? 'Unknown',
      sourceType,
      caption,
      disabled: status === 'disabled',
      notes: notesOf(element),
      properties: item.values,
      rows: item.rows,
      others: item.others,
      span: element.span,
    },
  };
}

function notesOf(element: XmlElement): readonly LocatedText[] {
  const attributes = plainAttributes(element).filter((found) => noteNames.has(found.local.toLowerCase()));
  const children = childElements(element).filter((child) => noteNames.has(child.local.toLowerCase()));
  return [
    ...attributes.map((found) => found.value),
    ...children.flatMap((child) => plainAttribute(child, 'value')?.value ?? ownText(child) ?? []),
  ].filter((text) => text.text.trim() !== '');
}

/**
 * The id of a block in the file, or one made from its name or type. Unique: a later block with the same id gets `#2`, `#3`, ... behind it.
 * `taken` counts how often each id was wanted.
 */
export function blockId(
  reading: Reading,
  element: XmlElement,
  base: string,
  taken: Map<string, number>,
): string {
  const written = idOf(element)?.value;
  const name = plainText(element, 'name');
  const wanted = written?.text.trim() || name || writtenType(element) || element.local;
  let nth = (taken.get(wanted) ?? 0) + 1;
  while (nth > 1 && taken.has(`${wanted}#${String(nth)}`)) nth++;
  taken.set(wanted, nth);
  const id = nth === 1 ? wanted : `${wanted}#${String(nth)}`;
  if (nth > 1) taken.set(id, 1);
  const node = nodePath(base, id);
  const block = name === '' ? id : name;
  if (!written || written.text.trim() === '') {
    reading.diagnostics.push(diagnose('IRD1706', node, element.tagSpan, { block, id }));
  } else if (nth > 1) {
    reading.diagnostics.push(diagnose('IRD1707', node, written.span(), { block, id: wanted }));
  }
  return id;
}
