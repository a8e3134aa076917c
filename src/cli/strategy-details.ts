// What reports show of one strategy beside its record: its source, its page, its drawings with their places. Found out where it is converted.
import type { Drawing, StrategyGraph } from '../drawing/model.js';
import { isDrawn, type GraphPlaces } from '../drawing/graph-places.js';
import type { Converted, ReadFile } from './pipeline.js';

/** Texts as a report holds them. Plain data. */
export interface StrategyDetails {
  readonly source: string | undefined;
  /** Number of the first line of the source within its file. */
  readonly firstLine: number;
  readonly page: string | undefined;
  /** A `StrategyGraph` as JSON. */
  readonly graph: string | undefined;
  /** `GraphPlaces` as JSON: found once, in whatever thread, because that takes long. */
  readonly places: string | undefined;
}

/** Gathers the details of the strategy with this number in its file. */
export async function strategyDetails(
  { page, graph }: Pick<Converted, 'page' | 'graph'>,
  { source: file }: ReadFile,
  place: number,
): Promise<StrategyDetails> {
  const span = file?.strategies[place]?.span;
  return {
    source:
      file === undefined || span === undefined
        ? undefined
        : linesOf(file.text, span.start.line, span.end.line),
    firstLine: span?.start.line ?? 1,
    page: page?.text,
    ...(await drawn(graph?.())),
  };
}

/** A graph with its places. The layout library is loaded when something is drawn. */
export async function drawn(
  graph: StrategyGraph | undefined,
): Promise<Pick<StrategyDetails, 'graph' | 'places'>> {
  if (graph === undefined) return { graph: undefined, places: undefined };
  const { findPlaces } = await import('../drawing/layout.js');
  const placesOf = (drawing: Drawing | undefined) =>
    drawing !== undefined && isDrawn(drawing) ? findPlaces(drawing) : null;
  const places: GraphPlaces = { flow: placesOf(graph.flow), machine: placesOf(graph.machine) };
  return { graph: JSON.stringify(graph), places: JSON.stringify(places) };
}

/** Whole lines, from 1. */
function linesOf(text: string, first: number, last: number): string {
  let start = 0;
  for (let line = 1; line < first; line++) start = text.indexOf('\n', start) + 1;
  let end = start;
  for (let line = first; line <= last && end >= 0; line++) end = text.indexOf('\n', end) + 1 || -1;
  return text.slice(start, end < 0 ? undefined : end);
}

/** The details of a page that stands alone: its text, and its state machine. */
export async function pageDetails(text: string, file: string): Promise<StrategyDetails> {
  const { drawMachine } = await import('../drawing/machine.js');
  const machine = drawMachine(new TextEncoder().encode(text), file).value;
  const flow: Drawing = { name: machine?.name ?? file, boxes: [], arrows: [], groups: [] };
  const graph: StrategyGraph | undefined = machine && { graph: 1, flow, machine, links: [] };
  return { source: text, firstLine: 1, page: undefined, ...(await drawn(graph)) };
}
