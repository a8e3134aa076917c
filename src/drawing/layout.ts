// A drawing with a place for everything in it: what is drawn as a line, how large the boxes are, and where everything lies (places.ts finds it).
import { columnsOf } from './columns.js';
import { linesOf, type Line } from './jumps.js';
import { labelOf, measured, type MeasuredBox } from './measure.js';
import type { Arrow, Drawing, Group } from './model.js';
import { placesOf, type Places } from './places.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its middle and its size, in pixels. */
export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

export type PlacedBox = Area & MeasuredBox;

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

/** What is placed, before it has places. */
export interface Plan {
  readonly boxes: readonly MeasuredBox[];
  readonly lines: readonly Line[];
  readonly columns: readonly (readonly number[])[];
  readonly groups: readonly Group[];
}

function planOf(drawing: Drawing): Plan {
  const known = new Set<string>();
  const boxes = drawing.boxes.filter(({ id }) => !known.has(id) && known.add(id));
  const lines = linesOf(boxes, drawing.arrows);
  return {
    boxes: measured(boxes, lines),
    lines: lines.drawn,
    columns: columnsOf(boxes, lines.drawn),
    groups: drawing.groups,
  };
}

/** Finds the places of a drawing, to be kept: they take much longer to find than to use. Plain data; the same drawing gives the same places. */
export const findPlaces = (drawing: Drawing): Places => placesOf(planOf(drawing));

/** Places everything; `known` are the places that were found for this drawing. */
export function layOut(drawing: Drawing, known?: Places): Layout {
  const plan = planOf(drawing);
  const places = known !== undefined && fits(known, plan) ? known : placesOf(plan);
  const boxes = plan.boxes.map((box, number): PlacedBox => {
    const [x, y] = places.boxes[number] ?? [0, 0];
    return { ...box, x, y };
  });
  const heightOf = (number: number): number => boxes[number]?.y ?? 0;
  return {
    width: places.width,
    height: places.height,
    boxes,
    arrows: plan.lines.map(({ arrow, ends: [from, to] }, number): PlacedArrow => {
      const {
        points,
        at: [x, y],
      } = places.arrows[number] ?? { points: [], at: [0, 0] };
      return {
        arrow,
        points: points.map(([px, py]) => ({ x: px, y: py })),
        lines: labelOf(arrow),
        at: { x, y },
        isBack: heightOf(to) <= heightOf(from),
      };
    }),
    groups: plan.groups.flatMap((group, number) => {
      const area = places.groups[number];
      return area === undefined || area === null
        ? []
        : [{ x: area[0], y: area[1], width: area[2], height: area[3], group }];
    }),
  };
}

/** Places of another version of ird2scxml may be about another plan. */
const fits = ({ boxes, arrows, groups }: Places, plan: Plan): boolean =>
  boxes.length === plan.boxes.length &&
  arrows.length === plan.lines.length &&
  groups.length === plan.groups.length;
