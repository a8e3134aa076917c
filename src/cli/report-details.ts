// The details of all strategies of a run, in files: reports of large estates need not fit into memory. Those of an earlier run are taken again
// where the strategy is not converted again.
import { openTextStore } from '../batch/text-store.js';
import type { KeptTexts } from '../batch/kept-texts.js';
import type { GraphPlaces } from '../drawing/graph-places.js';
import type { ReportDetail, ReportDetails } from '../report/model-audit.js';
import type { StrategyDetails } from './strategy-details.js';

export interface DetailKeeper {
  /** Keeps the details of a strategy; gives their hashes. `result` names what was made of it, where a later run may take it again. */
  readonly keep: (details: StrategyDetails, result?: string) => ReportDetail;
  /** The details that an earlier run has kept for this result. */
  readonly again: (result: string) => StrategyDetails | undefined;
  readonly details: ReportDetails;
  /** Places of the drawings of a graph, by the hash of the graph. */
  readonly places: (graph: string) => GraphPlaces | undefined;
  readonly close: () => void;
}

/** Opens the stores; `kept` lasts from run to run. */
export function openDetails(kept?: KeptTexts): DetailKeeper {
  const store = openTextStore();
  const places = openTextStore();
  const taken = new Set<string>();
  const placesOf = new Map<string, string>();
  return {
    keep: (given, result) => {
      const { source, firstLine, page, graph } = given;
      if (result !== undefined && !taken.has(result)) kept?.put(result, JSON.stringify(given));
      const hash = graph === undefined ? undefined : store.put(graph);
      if (hash !== undefined && given.places !== undefined) placesOf.set(hash, places.put(given.places));
      return {
        ...(source === undefined ? {} : { source: store.put(source), firstLine }),
        ...(page === undefined ? {} : { page: store.put(page) }),
        ...(hash === undefined ? {} : { graph: hash }),
      };
    },
    again: (result) => {
      const text = kept?.get(result);
      if (text !== undefined) taken.add(result);
      return text === undefined ? undefined : (JSON.parse(text) as StrategyDetails); // put there by keep
    },
    details: store,
    places: (graph) => {
      const text = places.get(placesOf.get(graph) ?? '');
      return text === undefined ? undefined : (JSON.parse(text) as GraphPlaces); // put there by keep
    },
    close: () => {
      store.close();
      places.close();
    },
  };
}
