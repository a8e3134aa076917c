// The outlines of boxes: a shape for each kind of block, so that a flow can be read without colour.
import type { Shape } from './model.js';
import type { Area } from './layout.js';

/** The outline as the markup of SVG. */
export function outline(shape: Shape, { x, y, width, height }: Area): string {
  const [l, t, r, b] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  const rect = (radius: number): string =>
    `<rect x="${fixed(l)}" y="${fixed(t)}" width="${fixed(width)}" height="${fixed(height)}" rx="${fixed(radius)}"/>`;
  switch (shape) {
    case 'terminal':
      return rect(height / 2);
    case 'treatment':
      return rect(10);
    case 'data':
      return rect(2);
    case 'call':
      return `${rect(2)}<path class="bars" d="M${fixed(l + 6)} ${fixed(t)}V${fixed(b)}M${fixed(r - 6)} ${fixed(t)}V${fixed(b)}"/>`;
    case 'decision':
      return polygon([
        [l + 12, t],
        [r - 12, t],
        [r, y],
        [r - 12, b],
        [l + 12, b],
        [l, y],
      ]);
    case 'service':
      return polygon([
        [l + 10, t],
        [r, t],
        [r - 10, b],
        [l, b],
      ]);
    case 'routing':
      return polygon([
        [l, t],
        [r - 12, t],
        [r, y],
        [r - 12, b],
        [l, b],
      ]);
    case 'note':
      return polygon([
        [l, t],
        [r - 8, t],
        [r, t + 8],
        [r, b],
        [l, b],
      ]);
  }
}

const polygon = (points: readonly (readonly [number, number])[]): string =>
  `<polygon points="${points.map(([x, y]) => `${fixed(x)},${fixed(y)}`).join(' ')}"/>`;

/** A number of pixels with at most one decimal. */
export const fixed = (value: number): string => String(Math.round(value * 10) / 10);
