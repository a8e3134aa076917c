// The drawing of a diagram (Eclipse GMF notation): where blocks stand and what notes say. All else in it is layout, which nothing else needs.
import { elementsWithin, type XmlElement } from '../../xml/index.js';
import type { SourceComment } from '../source-model.js';
import { idOf, plainAttribute, plainText } from './xmi.js';

export interface Drawing {
  /** By block id. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly comments: readonly SourceComment[];
}

const noteTypes: ReadonlySet<string> = new Set(['Note', 'Text']);

/** Reads the drawings that belong to one diagram. */
export function readDrawing(notations: readonly XmlElement[]): Drawing {
  const positions = new Map<string, { x: number; y: number }>();
  /** Which block a shape shows, by the shape's id. */
  const shown = new Map<string, string>();
  const notes: { readonly shape: string; readonly comment: SourceComment }[] = [];
  const attachments: (readonly [string, string])[] = [];
  for (const notation of notations) {
    for (const element of elementsWithin(notation)) {
      if (element.local === 'edges' && plainText(element, 'type') === 'NoteAttachment') {
        attachments.push([plainText(element, 'source'), plainText(element, 'target')]);
      }
      if (element.local !== 'children') continue;
      const shape = idOf(element)?.value.text ?? '';
      const text = plainAttribute(element, 'description')?.value;
      if (text && text.text.trim() !== '' && noteTypes.has(plainText(element, 'type'))) {
        notes.push({ shape, comment: { text, span: text.span() } });
      }
      const block = plainText(element, 'element');
      if (block === '') continue;
      shown.set(shape, block);
      const position = positionOf(element);
      if (position && !positions.has(block)) positions.set(block, position);
    }
  }
  const attachedTo = (shape: string): string | undefined => {
    if (shape === '') return undefined;
    const other = attachments.flatMap(([a, b]) => (a === shape ? [b] : b === shape ? [a] : []));
    return other.map((end) => shown.get(end)).find((block) => block !== undefined);
  };
  const comments = notes.map(({ shape, comment }) => {
    const block = attachedTo(shape);
    return block === undefined ? comment : { ...comment, block };
  });
  return { positions, comments };
}

// Eclipse leaves out a coordinate that is 0.
function positionOf(shape: XmlElement): { x: number; y: number } | undefined {
  for (const child of shape.children) {
    if (child.kind !== 'element' || child.local !== 'layoutConstraint') continue;
    const x = Number(plainText(child, 'x') || '0');
    const y = Number(plainText(child, 'y') || '0');
    if (Number.isFinite(x) && Number.isFinite(y)) return { x, y };
  }
  return undefined;
}
