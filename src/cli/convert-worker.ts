// What runs in the other threads of a batch (thread-pool.ts starts them): makes one strategy after the other, and writes nothing.
import { Tinypool } from 'tinypool';
import { keepsNothing, openInputs, remembersNothing } from './batch-inputs.js';
import type { SourceFile } from '../ird-parser/source-model.js';
import { loadPlugins } from './load-plugins.js';
import { makeOne, type Made, type MakeRequest, type MakeSource } from './make-strategy.js';
import { preparePipeline } from './commands/convert.js';
import type { ThreadData } from './thread-pool.js';

const data = Tinypool.workerData as ThreadData; // what thread-pool.ts gives

async function open(): Promise<MakeSource> {
  const { options, given, plugins, cwd, found, hashes, summaries, shown } = data;
  const pipeline = preparePipeline(options, given, await loadPlugins(plugins, cwd));
  const inputs = openInputs(found, pipeline, { ...remembersNothing, hashes });
  const load = (file: string): SourceFile | undefined => inputs.read(file).source;
  const { strategies } = pipeline.linkSummaries(summaries, load, keepsNothing);
  const byPlace = new Map(strategies.map((each) => [`${each.file}\u0000${String(each.place)}`, each]));
  return {
    strategyOf: (file, place) => {
      const found = byPlace.get(`${file}\u0000${String(place)}`);
      if (found === undefined) throw new Error(`internal: ${file} holds no strategy number ${String(place)}`);
      return found;
    },
    read: inputs.read,
    shown,
  };
}

const source = open();

/** Makes a strategy. */
export default async function make(request: MakeRequest): Promise<Made> {
  return makeOne(request, await source);
}
