// Charts as small SVG: bars with their figures in words beside them, so that nothing depends on colour or on script.
import { markOf, marks } from '../../drawing/signs.js';
import { made, markup, nothing, text, type Markup } from './markup.js';
import { figure } from './words.js';

/** A part of a bar; `tone` is a class of the style sheet. */
export interface Part {
  readonly name: string;
  readonly count: number;
  readonly tone: string;
  /** Shown in the legend; that of the disposition of its name when left out. */
  readonly sign?: string;
}

/** One bar of parts that fill it. */
export function stack(label: string, parts: readonly Part[], width = 600): Markup {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return nothing;
  let x = 0;
  const pieces = parts
    .filter(({ count }) => count > 0)
    .map(({ name, count, tone }) => {
      const size = (count / total) * width;
      const from = x;
      x += size;
      return markup`<g class="f-${made(tone)}"><title>${text(name)}: ${figure(count)}</title><rect x="${made(from.toFixed(1))}" y="0" width="${made(Math.max(size - 1, 0.5).toFixed(1))}" height="21"/></g>`;
    });
  const words = parts.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${String(count)}`);
  return markup`<svg class="chart stack" viewBox="0 0 ${width} 21" preserveAspectRatio="none" role="img" aria-label="${text(`${label}: ${words.join(', ')}`)}">${pieces}</svg>`;
}

/** Names and signs of the parts. */
export const legend = (parts: readonly Part[]): Markup =>
  markup`<ul class="legend">${parts
    .filter(({ count }) => count > 0)
    .map(({ name, count, tone, sign = markOf(name).sign }) => {
      return markup`<li><span class="swatch f-${made(tone)}" aria-hidden="true">${made(sign)}</span>${text(name)} <b>${figure(count)}</b></li>`;
    })}</ul>`;

/** Bars below each other, all of one scale. */
export function bars(
  caption: string,
  rows: readonly { readonly label: Markup; readonly parts: readonly Part[] }[],
): Markup {
  const most = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0)));
  const shown = rows.map(({ label, parts }) => {
    const total = parts.reduce((sum, { count }) => sum + count, 0);
    const rest = { name: '', count: most - total, tone: 'rest' };
    return markup`<tr><th scope="row">${label}</th><td>${stack(caption, [...parts, rest])}</td><td class="n">${figure(total)}</td></tr>`;
  });
  return rows.length === 0
    ? nothing
    : markup`<table class="bars"><caption>${text(caption)}</caption><tbody>${shown}</tbody></table>`;
}

/** Parts by disposition, in the order of how much they leave to do. */
export const byDisposition = (counts: Readonly<Record<string, number>>): readonly Part[] =>
  Object.keys(marks).flatMap((name) => {
    const count = Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;
    return count > 0 ? [{ name, count, tone: name }] : [];
  });
