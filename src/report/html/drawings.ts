// The flow of a strategy beside the state machine that it became, and the table of blocks that links them where there is no script.
import { layOut } from '../../drawing/layout.js';
import { isDrawn, type GraphPlaces } from '../../drawing/graph-places.js';
import type { Box, Drawing, StrategyGraph } from '../../drawing/model.js';
import type { Places } from '../../drawing/places.js';
import { svgElement } from '../../drawing/svg.js';
import { made, markup, nothing, text, type Markup } from './markup.js';
import { row, tableEnd, tableStart } from './tables.js';
import { dispositionWord } from './words.js';

/** What the report holds of a strategy beside its graph. */
export interface Held {
  readonly source: boolean;
  readonly page: boolean;
  readonly places: GraphPlaces | undefined;
}

/** Both drawings, then the blocks. Boxes of one block carry its number. */
export function* drawings(graph: StrategyGraph, anchor: string, has: Held): Generator<Markup> {
  const { flow, machine, links } = graph;
  const numbers = new Map(flow.boxes.map(({ id }, number) => [id, number]));
  const blockOf = new Map(
    links.flatMap(({ block, states }) => states.map(({ id }) => [id, numbers.get(block)] as const)),
  );
  const attributes = (number: number | undefined): string =>
    number === undefined ? '' : `data-b="${String(number)}"`;
  const rowOf = (number: number | undefined): string | undefined =>
    number === undefined ? undefined : `#${anchor}-b${String(number)}`;
  // A page alone has no blocks: its states lead to its text.
  const isAlone = flow.boxes.length === 0 && has.source;
  const lineOf = ({ lines }: Box): string | undefined =>
    isAlone && lines !== undefined ? `#${anchor}-l${String(lines[0])}` : undefined;
  yield markup`<div class="drawings">
${figureOf(
  'Flow',
  flow,
  has.places?.flow,
  ({ id }) => attributes(numbers.get(id)),
  ({ id }) => rowOf(numbers.get(id)),
)}
`;
  if (machine !== undefined)
    yield figureOf(
      'State machine',
      machine,
      has.places?.machine,
      ({ id }) => attributes(blockOf.get(id)),
      (box) => rowOf(blockOf.get(box.id)) ?? lineOf(box),
    );
  yield markup`</div>
`;
  yield* blocks(graph, anchor, has);
}

function figureOf(
  title: string,
  drawing: Drawing,
  places: Places | null | undefined,
  attributes: (box: Box) => string,
  href: (box: Box) => string | undefined,
): Markup {
  if (drawing.boxes.length === 0) return nothing;
  const label = `${title} of ${drawing.name}`;
  if (!isDrawn(drawing))
    return markup`<figure><figcaption>${text(title)}</figcaption><p class="quiet">${drawing.boxes.length} boxes are too many for a drawing here: ird2scxml graph draws it.</p></figure>`;
  const svg = made(svgElement(layOut(drawing, places ?? undefined), { label, attributes, href }));
  return markup`<figure><figcaption>${text(title)}</figcaption><div class="canvas" tabindex="0" role="region" aria-label="${text(label)}">${svg}</div></figure>
`;
}

const columns = [
  { title: 'block' },
  { title: 'object', isChoice: true },
  { title: 'became', isChoice: true },
  { title: 'why' },
  { title: 'source' },
  { title: 'states' },
];

function* blocks({ flow, links }: StrategyGraph, anchor: string, has: Held): Generator<Markup> {
  if (flow.boxes.length === 0) return;
  const statesOf = new Map(links.map(({ block, states }) => [block, states]));
  yield tableStart('Blocks', columns);
  for (const [number, box] of flow.boxes.entries()) {
    const states = statesOf.get(box.id) ?? [];
    const [first = 1, last = 1] = box.lines ?? [];
    const place = `line ${String(first)}`;
    const pageLines = states.map(({ from, to }) => `${String(from)}-${String(to)}`).join(' ');
    const attributes = markup` id="${made(`${anchor}-b${String(number)}`)}" class="block" data-b="${number}" data-l="${made(`${String(first)}-${String(last)}`)}" data-p="${made(pageLines)}"`;
    yield row(
      columns,
      [
        text(box.label),
        text(box.kind),
        dispositionWord(box.disposition),
        text(box.reason),
        has.source && box.lines !== undefined
          ? markup`<a href="#${made(`${anchor}-l${String(first)}`)}">${text(place)}</a>`
          : text(place),
        markup`${states.map(({ id, from }, i) => markup`${made(i > 0 ? ', ' : '')}${has.page ? markup`<a href="#${made(`${anchor}-p${String(from)}`)}">${text(id)}</a>` : text(id)}`)}`,
      ],
      attributes,
    );
  }
  yield tableEnd;
}
