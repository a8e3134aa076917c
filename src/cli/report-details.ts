// What reports show of a strategy beside its record: its source, its page, its drawings. Kept in a file, and only where a format wants it.
import { openTextStore } from '../batch/text-store.js';
import type { ReportDetail, ReportDetails } from '../report/model-audit.js';
import { guarded } from './guarded.js';
import type { LinkedStrategy, ReadFile } from './pipeline.js';

export interface DetailKeeper {
  /** Keeps the texts of a strategy; gives their hashes. Converts it once more, so that it does not matter who has converted it, and when. */
  readonly keep: (strategy: LinkedStrategy, read: () => ReadFile) => ReportDetail | undefined;
  readonly details: ReportDetails;
  readonly close: () => void;
}

/** Opens the store. */
export function openDetails(): DetailKeeper {
  const store = openTextStore();
  return {
    keep: (strategy, read) => {
      // A fault was told when the strategy was converted for its page.
      const { value } = guarded('gather details', strategy.file, () => texts(strategy, read()), undefined);
      if (value === undefined) return undefined;
      const { source, firstLine, page, graph } = value;
      return {
        ...(source === undefined ? {} : { source: store.put(source), firstLine }),
        ...(page === undefined ? {} : { page: store.put(page) }),
        ...(graph === undefined ? {} : { graph: store.put(JSON.stringify(graph)) }),
      };
    },
    details: store,
    close: store.close,
  };
}

function texts(strategy: LinkedStrategy, { source: file }: ReadFile): Texts {
  const { page, graph } = strategy.convert();
  const span = file?.strategies[strategy.place]?.span;
  return {
    source:
      file === undefined || span === undefined
        ? undefined
        : linesOf(file.text, span.start.line, span.end.line),
    firstLine: span?.start.line ?? 1,
    page: page?.text,
    graph: graph?.(),
  };
}

interface Texts {
  readonly source: string | undefined;
  readonly firstLine: number;
  readonly page: string | undefined;
  readonly graph: object | undefined;
}

/** Whole lines, from 1. */
function linesOf(text: string, first: number, last: number): string {
  let start = 0;
  for (let line = 1; line < first; line++) start = text.indexOf('\n', start) + 1;
  let end = start;
  for (let line = first; line <= last && end >= 0; line++) end = text.indexOf('\n', end) + 1 || -1;
  return text.slice(start, end < 0 ? undefined : end);
}
