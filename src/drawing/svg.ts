// A drawing as SVG. Within a page of HTML it has no colours of its own: the style sheet of the page gives them by class.
import { escapeMarkup } from './inert.js';
import { layOut, type Layout, type PlacedArrow, type PlacedBox, type Point } from './layout.js';
import { sizes } from './measure.js';
import type { Box, Drawing } from './model.js';
import { fixed, outline } from './outlines.js';
import { markOf, marks } from './signs.js';

export interface SvgOptions {
  /** Attributes of a box, already escaped: what a page of HTML links it by. */
  readonly attributes?: (box: Box) => string;
  /** Address that a box leads to, within the page. */
  readonly href?: (box: Box) => string | undefined;
  readonly label: string;
}

/** A file of its own, with its colours in it, for light and dark. */
export function renderSvg(drawing: Drawing, label: string): string {
  const body = svgElement(layOut(drawing), { label });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body.replace(/^<svg[^>]*>\n/, (tag) => `${tag}<style>${styles()}</style>\n<rect class="paper" width="100%" height="100%"/>\n`)}\n`;
}

/** The element for a page of HTML. */
export function svgElement(layout: Layout, options: SvgOptions): string {
  const { width, height } = layout;
  const size = `width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" ${size} role="group" aria-label="${escapeMarkup(options.label)}">`,
    ...layout.groups.map(
      ({ x, y, width: w, height: h, group }) =>
        `<g class="group"><rect x="${fixed(x - w / 2)}" y="${fixed(y - h / 2)}" width="${fixed(w)}" height="${fixed(h)}" rx="6"/><title>${escapeMarkup(group.label)}</title></g>`,
    ),
    ...layout.arrows.map(arrowLine),
    ...layout.arrows.flatMap(arrowLabel),
    ...layout.boxes.map((box) => boxMarkup(box, options)),
    '</svg>',
  ].join('\n');
}

function arrowLine({ arrow, points, isBack }: PlacedArrow): string {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (tip === undefined || before === undefined) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const unit = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const end = { x: tip.x - unit.x * 7, y: tip.y - unit.y * 7 };
  const side = { x: -unit.y * 3.5, y: unit.x * 3.5 };
  const head = [tip, { x: end.x + side.x, y: end.y + side.y }, { x: end.x - side.x, y: end.y - side.y }];
  const title = arrow.title === '' ? '' : `<title>${escapeMarkup(arrow.title)}</title>`;
  return `<g class="arrow ${arrow.kind}${isBack ? ' back' : ''}">${title}<path d="${curve([...points.slice(0, -1), end])}"/><polygon points="${head.map(pair).join(' ')}"/></g>`;
}

const pair = ({ x, y }: Point): string => `${fixed(x)},${fixed(y)}`;

/** A line through the middles of the stretches between the points, rounded at the points. */
function curve(points: readonly Point[]): string {
  const [first] = points;
  if (first === undefined) return '';
  const parts = [`M${pair(first)}`];
  for (let i = 1; i < points.length - 1; i++) {
    const [at, next] = [points[i], points[i + 1]];
    if (at === undefined || next === undefined) break;
    const isLast = i === points.length - 2;
    parts.push(
      `Q${pair(at)} ${isLast ? pair(next) : pair({ x: (at.x + next.x) / 2, y: (at.y + next.y) / 2 })}`,
    );
  }
  const last = points.at(-1);
  if (points.length === 2 && last !== undefined) parts.push(`L${pair(last)}`);
  return parts.join('');
}

/** Labels lie above all lines, on paper of their own, so that they can be read where lines cross. */
function arrowLabel({ arrow, lines, at }: PlacedArrow): readonly string[] {
  if (lines.length === 0) return [];
  const top = at.y - ((lines.length - 1) * sizes.smallLine) / 2 + 4;
  const rows = lines.map(
    (line, i) =>
      `<tspan x="${fixed(at.x)}" y="${fixed(top + i * sizes.smallLine)}">${escapeMarkup(line)}</tspan>`,
  );
  return [`<text class="label ${arrow.kind}">${rows.join('')}</text>`];
}

function boxMarkup(placed: PlacedBox, { attributes, href }: SvgOptions): string {
  const { box, title, kind, open, notes, jumps, x, y, width, height } = placed;
  const mark = markOf(box.disposition);
  const known = mark.sign === '' ? '' : ` d-${box.disposition}`;
  const rows = [
    ...title.map((line) => ({ line, style: 'name', step: sizes.line })),
    ...(kind === '' ? [] : [{ line: kind, style: 'kind', step: sizes.smallLine }]),
    ...(open === '' ? [] : [{ line: open, style: 'open', step: sizes.smallLine }]),
    ...notes.map((note) => ({ line: note.text, style: `jump ${note.kind}`, step: sizes.smallLine })),
  ];
  let at = y - rows.reduce((sum, { step }) => sum + step, 0) / 2;
  const texts = rows.map(({ line, style, step }) => {
    at += step;
    return `<text class="${style}" x="${fixed(x)}" y="${fixed(at - 4)}">${escapeMarkup(line)}</text>`;
  });
  const corner = { x: x + width / 2 - 4, y: y - height / 2 + 3 };
  const badge =
    mark.sign === ''
      ? ''
      : `<circle class="badge" cx="${fixed(corner.x)}" cy="${fixed(corner.y)}" r="8"/><text class="sign" x="${fixed(corner.x)}" y="${fixed(corner.y + 4)}">${mark.sign}</text>`;
  const about = [box.kind, box.label, box.disposition, box.reason, ...jumps]
    .filter((part) => part !== '')
    .join('\n');
  const inner = `<title>${escapeMarkup(about.split('\n').join(' - '))}</title>${outline(box.shape, placed)}${texts.join('')}${badge}`;
  const more = attributes?.(box) ?? '';
  const group = `<g class="box s-${box.shape}${known}"${more === '' ? '' : ` ${more}`}>${inner}</g>`;
  const address = href?.(box);
  return address === undefined ? group : `<a href="${escapeMarkup(address)}">${group}</a>`;
}

/** The colours of a file of its own. */
function styles(): string {
  const kinds = Object.entries(marks).map(
    ([name, { line, fill }]) =>
      `.d-${name}>*{fill:${fill};stroke:${line}}.d-${name} .badge,.d-${name} .kind{fill:${line}}`,
  );
  return [
    'text{font-family:system-ui,"Segoe UI","Liberation Sans",Arial,sans-serif;text-anchor:middle;stroke:none!important}',
    '.paper{fill:#fff}.box>*{fill:#f7f8fa;stroke:#5b6472;stroke-width:1.2}.box .bars{fill:none!important}',
    ...kinds,
    `.box .name{font-size:${String(sizes.title)}px;fill:#1c2330}.box .kind,.box .open,.box .jump,.label{font-size:${String(sizes.small)}px}`,
    '.box .kind{fill:#5b6472}.box .open{fill:#b42318;font-style:italic}.box .jump{fill:#3c4554}.box .jump.failure,.box .jump.exception{fill:#b42318}.box .badge{stroke:#fff}.box .sign{fill:#fff;font-size:11px;font-weight:700}',
    '.arrow path{fill:none;stroke:#5b6472;stroke-width:1.2}.arrow polygon{fill:#5b6472}.label{fill:#3c4554;stroke:#fff!important;stroke-width:6px;paint-order:stroke}',
    '.failure path,.exception path{stroke:#b42318}.failure polygon,.exception polygon{fill:#b42318}.label.failure,.label.exception{fill:#b42318}.back path{stroke-dasharray:5 3}',
    '.group rect{fill:#fafbfc;stroke:#c9ced6}',
  ].join('');
}
