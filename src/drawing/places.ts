// Where the parts of a drawing lie, by @dagrejs/dagre.
import { Graph, layout as place } from '@dagrejs/dagre';
import type { Plan, Point, Area } from './layout.js';
import { labelSize } from './measure.js';
import type { Arrow, Group } from './model.js';

/** A point, in pixels. */
export type Spot = readonly [x: number, y: number];

/** Places of the boxes, arrows and groups of a drawing, in their order. */
export interface Places {
  readonly width: number;
  readonly height: number;
  /** Middles. */
  readonly boxes: readonly Spot[];
  readonly arrows: readonly { readonly points: readonly Spot[]; readonly at: Spot }[];
  /** Middle and size; nothing for a group without boxes. */
  readonly groups: readonly (readonly [x: number, y: number, width: number, height: number] | null)[];
}

const margin = 12;
const rankGap = 34;
/** Beyond so many columns and arrows ranks are found in a faster way, which makes some arrows longer. */
const many = 240;
/** Arrows go straight down beside what is higher than this. */
const high = 60;

/** A column of boxes with nothing between them: what the library places. */
interface Column {
  readonly boxes: readonly number[];
  /** Middles of the boxes, from the top of the column. */
  readonly tops: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Finds the places. */
export function placesOf({ boxes, lines, columns: numbers, groups }: Plan): Places {
  const below = new Map(lines.map((line) => [line.ends[0], line]));
  const columnOf = new Map(numbers.flatMap((column, number) => column.map((box) => [box, number] as const)));
  const isWithin = ([from, to]: Spot): boolean => {
    const column = numbers[columnOf.get(from) ?? -1] ?? [];
    const at = column.indexOf(from);
    return from !== to && at >= 0 && column[at + 1] === to;
  };
  const columns = numbers.map((column): Column => {
    let height = 0;
    let width = 0;
    const tops = column.map((number, i) => {
      const box = boxes[number];
      const line = i < column.length - 1 ? below.get(number) : undefined;
      const label = line === undefined ? { width: 0, height: 0 } : labelSize(line.arrow);
      const top = height + (box?.height ?? 0) / 2;
      height += (box?.height ?? 0) + (i < column.length - 1 ? rankGap + label.height : 0);
      width = Math.max(width, box?.width ?? 0, label.width);
      return top;
    });
    return { boxes: column, tops, width, height };
  });

  const graph = new Graph({ multigraph: true, compound: true });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: 26,
    edgesep: 14,
    ranksep: rankGap,
    marginx: margin,
    marginy: margin,
    ranker: columns.length + lines.length > many ? 'tight-tree' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  // Names of input files never become keys of the library: what it keeps in objects could be hit by "__proto__".
  const groupKeys = new Map(groups.map(({ id }, i) => [id, `g${String(i)}`]));
  for (const key of groupKeys.values()) graph.setNode(key, {});
  for (const { id, parent } of groups) {
    const [key, outer] = [groupKeys.get(id), groupKeys.get(parent ?? '')];
    if (key !== undefined && outer !== undefined) graph.setParent(key, outer);
  }
  const keyOf = (box: number): string => `b${String(columnOf.get(box) ?? 0)}`;
  for (const [number, { boxes: inside, width, height }] of columns.entries()) {
    const key = `b${String(number)}`;
    graph.setNode(key, { width, height });
    const group = groupKeys.get(boxes[inside[0] ?? -1]?.box.group ?? '');
    if (group !== undefined) graph.setParent(key, group);
  }
  for (const [number, { arrow, ends }] of lines.entries()) {
    if (isWithin(ends)) continue;
    const weight = arrow.kind === 'usual' ? 3 : 1;
    graph.setEdge(
      keyOf(ends[0]),
      keyOf(ends[1]),
      { ...(ends[0] === ends[1] ? loopSize(arrow) : labelSize(arrow)), labelpos: 'c', weight },
      `a${String(number)}`,
    );
  }
  place(graph);

  const areaOf = (key: string): Area => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(key) as Partial<Area>;
    return { x, y, width, height };
  };
  const areas = new Map<number, Area>();
  for (const [number, { boxes: inside, tops, height }] of columns.entries()) {
    const { x, y } = areaOf(`b${String(number)}`);
    for (const [i, box] of inside.entries()) {
      const { width = 0, height: own = 0 } = boxes[box] ?? {};
      areas.set(box, { x, y: y - height / 2 + (tops[i] ?? 0), width, height: own });
    }
  }
  const bands = bandsOf(columns.map((_, number) => areaOf(`b${String(number)}`)));
  const columnAt = (box: number): Row => {
    const { y, height } = areaOf(keyOf(box));
    return { y, height, high: bands.get(y) ?? height };
  };
  const boxAt = (box: number): Area => areas.get(box) ?? { x: 0, y: 0, width: 0, height: 0 };
  const whole = graph.graph() as Partial<Area>;
  return {
    width: Math.ceil(whole.width ?? 2 * margin),
    height: Math.ceil(whole.height ?? 2 * margin),
    boxes: boxes.map((_, number) => spot(boxAt(number))),
    arrows: lines.map(({ arrow, ends: [from, to] }, number) => {
      const [start, end] = [boxAt(from), boxAt(to)];
      if (isWithin([from, to])) {
        const [top, bottom] = [start.y + start.height / 2, end.y - end.height / 2];
        return {
          points: [spot({ x: start.x, y: top }), spot({ x: end.x, y: bottom })],
          at: spot({ x: start.x, y: (top + bottom) / 2 }),
        };
      }
      const edge = graph.edge(keyOf(from), keyOf(to), `a${String(number)}`) as Partial<Point> & {
        readonly points?: readonly Point[];
      };
      if (from === to) return loop(start, labelSize(arrow));
      const points = edge.points ?? [];
      const at = spot({ x: edge.x ?? points[0]?.x ?? 0, y: edge.y ?? points[0]?.y ?? 0 });
      const inner = points.slice(1, -1).flatMap((point) => alongBand(point, bands));
      const isDown = start.y < end.y;
      const out = way(start, inner[0] ?? end, isDown, columnAt(from));
      const into = way(end, inner.at(-1) ?? start, !isDown, columnAt(to));
      return { points: [...out, ...inner, ...into.toReversed()].map(spot), at };
    }),
    groups: groups.map((group) => {
      const { x, y, width, height } = areaOf(groupKeys.get(group.id) ?? '');
      const isUsed = boxes.some(({ box }) => isInGroup(box.group, group.id, groups));
      return width > 0 && isUsed ? [round(x), round(y), round(width), round(height)] : null;
    }),
  };
}

/** The heights of the rows of columns by their middles. */
function bandsOf(areas: readonly Area[]): ReadonlyMap<number, number> {
  const bands = new Map<number, number>();
  for (const { y, height } of areas) bands.set(y, Math.max(height, bands.get(y) ?? 0));
  return bands;
}

/** Where an arrow passes a high row it goes straight down: aslant it would cross what stands there. */
function alongBand(point: Point, bands: ReadonlyMap<number, number>): readonly Point[] {
  const height = bands.get(point.y) ?? 0;
  return height < high
    ? [point]
    : [
        { x: point.x, y: point.y - height / 2 },
        { x: point.x, y: point.y + height / 2 },
      ];
}

/** A column in its row. */
interface Row {
  /** Middle of both. */
  readonly y: number;
  readonly height: number;
  /** Height of the row. */
  readonly high: number;
}

/** The way of an arrow out of its box: beside a column that is much higher than its own it goes straight up or down first. */
function way(box: Area, to: Point, isDown: boolean, { y, height, high: row }: Row): readonly Point[] {
  if (row - height < high) return [border(box, to)];
  const sign = isDown ? 1 : -1;
  const x = box.x + Math.max(-0.35, Math.min(0.35, (to.x - box.x) / box.width)) * box.width;
  return [
    { x, y: box.y + (sign * box.height) / 2 },
    { x, y: y + (sign * row) / 2 },
  ];
}

/** How far an arrow from a box to itself leaves it. */
const loopReach = 18;

/** The room beside a box for such an arrow. */
const loopSize = (arrow: Arrow): { readonly width: number; readonly height: number } => {
  const { width, height } = labelSize(arrow);
  return { width: width + 2 * loopReach, height };
};

/** An arrow from a box to itself, on its right. */
function loop({ x, y, width, height }: Area, label: { readonly width: number }): Places['arrows'][number] {
  const [right, out, up] = [x + width / 2, x + width / 2 + loopReach, height / 4];
  const points = [
    { x: right, y: y - up },
    { x: out, y: y - up },
    { x: out, y: y + up },
    { x: right, y: y + up },
  ];
  return { points: points.map(spot), at: spot({ x: out + label.width / 2 + 2, y }) };
}

/** Where a line from the middle of a box to a point leaves the box. */
function border({ x, y, width, height }: Area, to: Point): Point {
  const [dx, dy] = [to.x - x, to.y - y];
  if (dx === 0 && dy === 0) return { x, y: y + height / 2 };
  const scale = Math.min(
    dx === 0 ? Infinity : width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : height / 2 / Math.abs(dy),
  );
  return { x: x + dx * scale, y: y + dy * scale };
}

function isInGroup(inner: string | undefined, outer: string, groups: readonly Group[]): boolean {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const seen = new Set<string>();
  for (let at = inner; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const spot = ({ x, y }: Point): Spot => [round(x), round(y)];
