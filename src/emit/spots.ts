// Where on a page something came of a source node: of a part of a block, where its block did.
import type { TraceFile } from './trace.js';

/** A spot in the text of a page; line and column from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Finds the spot of a node by its path; undefined when nothing on the page is its own. */
export type FindSpot = (node: string) => Spot | undefined;

/** The spots of a page, from its trace. Lines are looked at when the first spot is asked for. */
export function spotsOn(text: string, { regions }: Pick<TraceFile, 'regions'>): FindSpot {
  const first = new Map<string, number>();
  for (const {
    node,
    states: [state],
  } of regions)
    if (state !== undefined) first.set(node, state.from);
  let lines: readonly string[] | undefined;
  return (node) => {
    for (let path = node; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const line = first.get(path);
      if (line === undefined) continue;
      lines ??= text.split('\n');
      return { line, column: Math.max(0, (lines[line - 1] ?? '').search(/\S/)) + 1 };
    }
    return undefined;
  };
}
