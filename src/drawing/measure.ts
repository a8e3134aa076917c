// The texts of boxes and arrows as they are drawn, and the room that they take.
import type { Line, Lines } from './jumps.js';
import type { Arrow, ArrowKind, Box } from './model.js';
import { labelLines, shorten, widthOf, wrap } from './words.js';

export const sizes = { title: 13, small: 11, label: 11, line: 16, smallLine: 14 } as const;

/** A line of text at the foot of a box, about arrows that are not drawn. */
export interface Note {
  readonly text: string;
  /** That of the arrow; `usual` for a sum. */
  readonly kind: ArrowKind;
}

export interface MeasuredBox {
  readonly box: Box;
  readonly title: readonly string[];
  /** The line below the title; '' for none. */
  readonly kind: string;
  /** Which ports lead nowhere; '' for none. */
  readonly open: string;
  /** Where it leads by arrows that are not drawn, and how many such arrows lead to it. */
  readonly notes: readonly Note[];
  /** The same in full, a line each. */
  readonly jumps: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A box says so many jumps, and how many more there are. */
const mostJumps = 2;

/** All boxes with their sizes. */
export function measured(boxes: readonly Box[], { jumps, landings }: Lines): readonly MeasuredBox[] {
  const nameOf = ({ ends: [, to] }: Line): string => boxes[to]?.label ?? '';
  return boxes.map((box, number) => {
    const own = jumps.get(number) ?? [];
    const landing = landings.get(number) ?? 0;
    const shown = own.length > mostJumps + 1 ? own.slice(0, mostJumps) : own;
    const notes: Note[] = shown.map((line) => ({
      text: jumpText(line, nameOf(line)),
      kind: line.arrow.kind,
    }));
    if (shown.length < own.length)
      notes.push({ text: `\u2192 ${String(own.length - shown.length)} more`, kind: 'usual' });
    if (landing > 0) notes.push({ text: `\u2190 ${String(landing)} from elsewhere`, kind: 'usual' });
    const full = own.map((line) =>
      `${line.arrow.title.split('\n').join(', ')} \u2192 ${nameOf(line)}`.trim(),
    );
    return measure(box, notes, full);
  });
}

const jumpText = ({ arrow }: Line, target: string): string => {
  const [label = '', ...more] = labelLines(arrow.label);
  const words = more.length > 0 ? `${shorten(label, 18)}, \u2026` : shorten(label, 20);
  return `${words} \u2192 ${shorten(target, 24)}`.trim();
};

/** The lines of an arrow's label. */
export const labelOf = ({ label }: Arrow): readonly string[] =>
  labelLines(label).map((line) => shorten(line, 32));

/** The room that a label takes. */
export const labelSize = (arrow: Arrow): { readonly width: number; readonly height: number } => {
  const lines = labelOf(arrow);
  return {
    width: lines.length === 0 ? 0 : Math.max(...lines.map((line) => widthOf(line, sizes.label))) + 6,
    height: lines.length * sizes.smallLine,
  };
};

/** The size of a box by its texts. */
function measure(box: Box, notes: readonly Note[], jumps: readonly string[]): MeasuredBox {
  const title = wrap(box.label, 24, 3);
  const kind = shorten(box.kind, 32);
  const open = box.open.length === 0 ? '' : shorten(`${box.open.join(', ')}: not connected`, 36);
  const room = box.shape === 'decision' || box.shape === 'service' ? 22 : 12;
  const badge = box.disposition === '' ? 0 : 10;
  const text = Math.max(
    ...title.map((line) => widthOf(line, sizes.title)),
    ...[kind, open, ...notes.map((note) => note.text)].map((line) => widthOf(line, sizes.small)),
  );
  const small = (kind === '' ? 0 : 1) + (open === '' ? 0 : 1) + notes.length;
  return {
    ...{ box, title, kind, open, notes, jumps },
    width: Math.max(72, text + 2 * room + badge),
    height: title.length * sizes.line + small * sizes.smallLine + 14,
  };
}
