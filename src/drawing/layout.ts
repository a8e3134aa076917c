// Finds places for boxes and arrows, by @dagrejs/dagre. The same drawing gives the same places.
import { Graph, layout as place } from '@dagrejs/dagre';
import type { Arrow, Box, Drawing, Group } from './model.js';
import { labelLines, shorten, widthOf, wrap } from './words.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its middle and its size, in pixels. */
export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Area {
  readonly box: Box;
  readonly title: readonly string[];
  /** The line below the title; '' for none. */
  readonly kind: string;
  /** Which ports lead nowhere; '' for none. */
  readonly open: string;
}

export interface PlacedArrow {
  readonly arrow: Arrow;
  readonly points: readonly Point[];
  readonly lines: readonly string[];
  /** Middle of the label. */
  readonly at: Point;
  /** It leads up again. */
  readonly isBack: boolean;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
  readonly groups: readonly (Area & { readonly group: Group })[];
}

export const sizes = { title: 13, small: 11, label: 11, line: 16, smallLine: 14 } as const;
const margin = 12;
/** Beyond so many boxes and arrows a faster, slightly longer drawing is made. */
const many = 900;

/** Places everything. */
export function layOut(drawing: Drawing): Layout {
  const graph = new Graph({ multigraph: true, compound: true });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: 26,
    edgesep: 14,
    ranksep: 34,
    marginx: margin,
    marginy: margin,
    ranker: drawing.boxes.length + drawing.arrows.length > many ? 'longest-path' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  // Names of input files never become keys of the library: what it keeps in objects could be hit by "__proto__".
  const keys = new Map<string, string>();
  const groupKeys = new Map(drawing.groups.map(({ id }, i) => [id, `g${String(i)}`]));
  const boxes = drawing.boxes.filter(({ id }) => !keys.has(id) && keys.set(id, `b${String(keys.size)}`));
  for (const key of groupKeys.values()) graph.setNode(key, {});
  for (const { id, parent } of drawing.groups) {
    const [key, outer] = [groupKeys.get(id), groupKeys.get(parent ?? '')];
    if (key !== undefined && outer !== undefined) graph.setParent(key, outer);
  }
  const measured = boxes.map(measure);
  for (const each of measured) {
    const key = keys.get(each.box.id) ?? '';
    graph.setNode(key, { width: each.width, height: each.height });
    const group = groupKeys.get(each.box.group ?? '');
    if (group !== undefined) graph.setParent(key, group);
  }
  const arrows = drawing.arrows.filter(({ from, to }) => keys.has(from) && keys.has(to));
  arrows.forEach((arrow, i) => {
    const lines = linesOf(arrow);
    const width = lines.length === 0 ? 0 : Math.max(...lines.map((line) => widthOf(line, sizes.label))) + 6;
    const height = lines.length * sizes.smallLine;
    const weight = arrow.kind === 'usual' ? 3 : 1;
    graph.setEdge(
      keys.get(arrow.from) ?? '',
      keys.get(arrow.to) ?? '',
      { width, height, labelpos: 'c', weight },
      `a${String(i)}`,
    );
  });
  place(graph);

  const areaOf = (key: string): Area => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(key) as Partial<Area>;
    return { x: round(x), y: round(y), width: round(width), height: round(height) };
  };
  const placed = measured.map((each) => ({ ...each, ...areaOf(keys.get(each.box.id) ?? '') }));
  const whole = graph.graph() as Partial<Area>;
  return {
    width: Math.ceil(whole.width ?? 2 * margin),
    height: Math.ceil(whole.height ?? 2 * margin),
    boxes: placed,
    arrows: arrows.map((arrow, i) => {
      const from = keys.get(arrow.from) ?? '';
      const to = keys.get(arrow.to) ?? '';
      const edge = graph.edge(from, to, `a${String(i)}`) as Partial<Point> & {
        readonly points?: readonly Point[];
      };
      const points = (edge.points ?? []).map(({ x, y }) => ({ x: round(x), y: round(y) }));
      const at = { x: round(edge.x ?? points[0]?.x ?? 0), y: round(edge.y ?? points[0]?.y ?? 0) };
      return { arrow, points, lines: linesOf(arrow), at, isBack: areaOf(to).y <= areaOf(from).y };
    }),
    groups: drawing.groups.flatMap((group) => {
      const area = areaOf(groupKeys.get(group.id) ?? '');
      return area.width > 0 &&
        boxes.some((box) => box.group === group.id || isWithin(box.group, group.id, drawing.groups))
        ? [{ ...area, group }]
        : [];
    }),
  };
}

function isWithin(inner: string | undefined, outer: string, groups: readonly Group[]): boolean {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const seen = new Set<string>();
  for (let at = inner; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}

const linesOf = ({ label }: Arrow): readonly string[] => labelLines(label).map((line) => shorten(line, 32));

/** The size of a box by its texts. */
function measure(box: Box): Omit<PlacedBox, 'x' | 'y'> {
  const title = wrap(box.label, 24, 3);
  const kind = shorten(box.kind, 32);
  const open = box.open.length === 0 ? '' : shorten(`${box.open.join(', ')}: not connected`, 36);
  const room = box.shape === 'decision' || box.shape === 'service' ? 22 : 12;
  const badge = box.disposition === '' ? 0 : 10;
  const text = Math.max(
    ...title.map((line) => widthOf(line, sizes.title)),
    widthOf(kind, sizes.small),
    widthOf(open, sizes.small),
  );
  const small = (kind === '' ? 0 : 1) + (open === '' ? 0 : 1);
  return {
    box,
    title,
    kind,
    open,
    width: Math.max(72, text + 2 * room + badge),
    height: title.length * sizes.line + small * sizes.smallLine + 14,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
