// Entry point of the folder: a mapped strategy in, the text of its page and of its trace file out.
import { diagnose, type Outcome } from '../diagnostics/index.js';
import type { MappedPage } from '../mappings/map-strategy.js';
import { buildPage, type PageOptions } from './page.js';
import { traceFile, type TraceFile } from './trace.js';
import { writePage } from './writer.js';

export type { PageOptions } from './page.js';
export { spotsOn, type FindSpot, type Spot } from './spots.js';

export interface EmittedPage {
  readonly text: string;
  readonly trace: TraceFile;
}

/** Writes the page of a strategy; undefined, with a finding, when there is nothing to start with. */
export function emitPage(mapped: MappedPage, options: PageOptions): Outcome<EmittedPage | undefined> {
  const { strategy } = mapped.root;
  const page = buildPage(mapped, options);
  if (page === undefined) {
    const finding = diagnose('IRD4001', strategy.nodeId, strategy.span, { strategy: strategy.name });
    return { value: undefined, diagnostics: [finding] };
  }
  const text = writePage(page);
  return { value: { text, trace: traceFile(mapped, text, options.version) }, diagnostics: [] };
}
