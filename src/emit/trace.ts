// The side file `<name>.trace.json`: which lines of the page came from which source node, by which mapping, with which disposition.
import type { MappedBlock, MappedPage } from '../mappings/map-strategy.js';

export interface TraceRegion {
  /** Path of the source block. */
  readonly node: string;
  readonly type: string;
  readonly caption: string;
  /** Where the block stands in the source file: line and column from 1. */
  readonly source: { readonly line: number; readonly column: number };
  /** States of the page, each with its first and last line. */
  readonly states: readonly { readonly id: string; readonly from: number; readonly to: number }[];
  /** Calls of the block that became requests: path of the source call, and the state that asks. */
  readonly lifted?: readonly { readonly call: string; readonly state: string }[];
  /** The mapping row. */
  readonly mapping: string;
  readonly disposition: string;
  readonly reason: string;
}

export interface TraceFile {
  readonly trace: 1;
  readonly tool: string;
  readonly strategy: string;
  readonly file: string;
  readonly assumptions: readonly string[];
  readonly regions: readonly TraceRegion[];
}

/** Builds the side file; line numbers are read back from the written page. */
export function traceFile(mapped: MappedPage, page: string, version: string): TraceFile {
  const lines = stateLines(page);
  const { strategy } = mapped.root;
  return {
    trace: 1,
    tool: `ird2scxml ${version}`,
    strategy: strategy.name,
    file: strategy.source.file.split(/[\\/]/).at(-1) ?? '',
    assumptions: [...mapped.assumptions].sort(),
    regions: [mapped.root, ...mapped.subroutines].flatMap((part) => part.blocks.map((b) => region(b, lines))),
  };
}

function region(mapped: MappedBlock, lines: ReadonlyMap<string, readonly [number, number]>): TraceRegion {
  const { block, account } = mapped;
  return {
    node: block.nodeId,
    type: block.type,
    caption: block.caption,
    source: { line: block.span.start.line, column: block.span.start.column },
    states: mapped.region.states.map((state) => {
      const [from, to] = lines.get(state.id) ?? [0, 0];
      if (from === 0) throw new Error(`internal: state ${state.id} is not on the page`);
      return { id: state.id, from, to };
    }),
    ...(mapped.lifted.length > 0 ? { lifted: mapped.lifted } : {}),
    mapping: block.type,
    disposition: account.disposition,
    reason: account.reason,
  };
}

/** First and last line of each state. The writer indents evenly, so the end tag is the next one with the same indentation. */
function stateLines(page: string): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  const open: { id: string; indent: number; line: number }[] = [];
  page.split('\n').forEach((text, i) => {
    const start = /^( *)<(?:state|final|parallel) id="([^"]*)"/.exec(text);
    if (start?.[1] !== undefined && start[2] !== undefined) {
      if (text.endsWith('/>') || /<\/(?:state|final|parallel)>$/.test(text))
        found.set(start[2], [i + 1, i + 1]);
      else open.push({ id: start[2], indent: start[1].length, line: i + 1 });
      return;
    }
    const end = /^( *)<\/(?:state|final|parallel)>$/.exec(text);
    const top = open.at(-1);
    if (end?.[1] !== undefined && top?.indent === end[1].length) {
      found.set(top.id, [top.line, i + 1]);
      open.pop();
    }
  });
  return found;
}
